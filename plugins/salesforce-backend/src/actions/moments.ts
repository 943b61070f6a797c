import type { NameResolver } from '@salesdesk/backstage-plugin-salesforce-node';

/**
 * The moment that a date field means, ISO 8601 in UTC without fractions, as
 * Salesforce keeps it. A day means its end. A moment that has passed is
 * refused: it was meant otherwise.
 */
export function futureMoment(options: {
  path: string;
  value: string;
  now: Date;
  resolver: NameResolver;
}): string {
  const { path, value, now, resolver } = options;
  const moment = new Date(
    /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T23:59:59Z` : value,
  );
  if (moment.getTime() <= now.getTime()) {
    resolver.refuse([
      {
        path,
        code: 'invalid_input',
        message: 'This time has passed; choose one in the future',
      },
    ]);
  }
  return `${moment.toISOString().slice(0, 19)}Z`;
}
