import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { RequestHandler } from 'express';

/**
 * Refuses NUL characters wherever they stand: PostgreSQL stores none, and what
 * cannot be stored is refused before anything is done.
 */
export const refuseUnstorableText: RequestHandler = (request, _, next) => {
  const path =
    findNul(request.body, []) ??
    findNul(request.query, []) ??
    findNul(decodeURIComponentSafely(request.path), []);
  if (!path) {
    next();
    return;
  }
  const message = 'The text contains a NUL character; remove it';
  next(
    new SalesdeskError('InputError', message, {
      code: 'invalid_input',
      fields: [
        {
          path: path.filter((part, i) => i > 0 || part !== 'input').join('.'),
          message,
          code: 'invalid_input',
        },
      ],
    }),
  );
};

function findNul(value: unknown, path: string[]): string[] | undefined {
  if (typeof value === 'string') {
    return value.includes('\u0000') ? path : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    if (key.includes('\u0000')) return path;
    const found = findNul(member, [...path, key]);
    if (found) return found;
  }
  return undefined;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
