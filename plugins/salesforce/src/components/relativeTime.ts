const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const steps: { unit: Intl.RelativeTimeFormatUnit; length: number }[] = [
  { unit: 'year', length: 365 * DAY },
  { unit: 'month', length: 30 * DAY },
  { unit: 'day', length: DAY },
  { unit: 'hour', length: HOUR },
  { unit: 'minute', length: MINUTE },
];

/**
 * "2 hours ago", "in 3 days", "yesterday". Undefined within half a minute of
 * now, where a word such as "just now" serves better than a number.
 */
export function relativeTime(options: {
  at: number;
  now: number;
  language: string;
}): string | undefined {
  const distance = options.at - options.now;
  if (Math.abs(distance) < MINUTE / 2) return undefined;
  const step =
    steps.find(({ length }) => Math.abs(distance) >= length) ??
    steps[steps.length - 1];
  const count = Math.round(distance / step.length);
  return new Intl.RelativeTimeFormat(options.language, {
    numeric: 'auto',
  }).format(count === 0 ? Math.sign(distance) : count, step.unit);
}

/** The exact moment, with the time zone, in the person's language. */
export function exactTime(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'long',
  }).format(at);
}
