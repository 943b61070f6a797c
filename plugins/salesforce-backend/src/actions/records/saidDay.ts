import * as chrono from 'chrono-node';
import { DateTime } from 'luxon';

/** A day that somebody wrote. */
export type SaidDay =
  | { kind: 'day'; day: string }
  /** It means another day tomorrow, or one of two: which one? */
  | { kind: 'unclear'; days: string[]; reason: string }
  | { kind: 'none' };

/**
 * A day by its ISO form or as people write it: "4 Dec 2026", "December 4, 2026".
 * What depends on the day on which it is read ("next Friday") is not taken,
 * because a plan is computed again before it runs; nor is 04/12/2026.
 */
export function saidDay(text: string, now: Date): SaidDay {
  const written = text.trim();
  const iso =
    /^(\d{4}-\d{2}-\d{2})(?:T00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)?)?$/.exec(
      written,
    )?.[1];
  if (iso) {
    return DateTime.fromISO(iso, { zone: 'utc' }).isValid
      ? { kind: 'day', day: iso }
      : { kind: 'none' };
  }
  const slashes = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(written);
  if (slashes) return ofParts(slashes.slice(1).map(Number));
  const [found, ...more] = chrono.parse(
    written,
    { instant: now, timezone: 0 },
    { forwardDate: true },
  );
  if (!found || more.length > 0 || found.text.length < written.length) {
    return { kind: 'none' };
  }
  const { start } = found;
  const day = DateTime.utc(
    start.get('year') ?? 0,
    start.get('month') ?? 1,
    start.get('day') ?? 1,
  ).toISODate();
  if (!day) return { kind: 'none' };
  const isFixed =
    start.isCertain('year') &&
    start.isCertain('month') &&
    start.isCertain('day');
  return isFixed && /\d{4}/.test(written)
    ? { kind: 'day', day }
    : {
        kind: 'unclear',
        days: [day],
        reason: `“${written}” means another day tomorrow`,
      };
}

/** 25/12/2026 is one day; 4/12/2026 is one in London and another in New York. */
function ofParts([first, second, year]: number[]): SaidDay {
  const days = [
    [first, second],
    [second, first],
  ].flatMap(([month, day]) => {
    const at = DateTime.utc(year, month, day);
    return at.isValid ? [at.toISODate()] : [];
  });
  const distinct = [...new Set(days)];
  if (distinct.length === 0) return { kind: 'none' };
  return distinct.length === 1
    ? { kind: 'day', day: distinct[0] }
    : {
        kind: 'unclear',
        days: distinct,
        reason: 'This is one day in London and another in New York',
      };
}
