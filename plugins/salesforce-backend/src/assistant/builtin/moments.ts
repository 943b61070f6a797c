import * as chrono from 'chrono-node';
import { DateTime } from 'luxon';
import { numberOfWords } from '../numberWords';

const units: Record<
  string,
  'days' | 'weeks' | 'months' | 'quarters' | 'years'
> = {
  day: 'days',
  week: 'weeks',
  month: 'months',
  quarter: 'quarters',
  year: 'years',
};

const duration =
  /^(?:the\s+)?(?:next\s+|coming\s+|another\s+|about\s+)?(a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})?\s*(?:more\s+)?-?\s*(day|week|month|quarter|year|fortnight)(s?)\b(?:'s?)?(?:\s+(?:from now|or so))?/i;

function amountOf(words: string | undefined): number {
  if (words === undefined) return 1;
  return /couple/i.test(words) ? 2 : numberOfWords(words);
}

/** A point in time that was said, and how long the words for it are. */
export interface SaidMoment {
  /** ISO day. */
  day: string;
  length: number;
}

/** "3 months", "the next two weeks", "a week": how long from now. */
export function durationAt(text: string, now: Date): SaidMoment | undefined {
  const found = duration.exec(text);
  if (!found) return undefined;
  const [whole, count, unit] = found;
  if (!count && !/next|coming|another/.test(whole)) return undefined;
  const amount = amountOf(count) * (unit.toLowerCase() === 'fortnight' ? 2 : 1);
  const key = units[unit.toLowerCase()] ?? 'weeks';
  if (!Number.isFinite(amount) || amount < 1) return undefined;
  const end = DateTime.fromJSDate(now, { zone: 'utc' }).plus({ [key]: amount });
  return { day: end.toISODate() ?? '', length: whole.length };
}

const ends =
  /^(?:the\s+)?end of\s+(?:(?:the|this)\s+)?(next\s+)?(week|month|quarter|year)\b/i;

/** "next Friday", "31 March", "end of the month": a day that was said at the start of a text. */
export function dayAt(text: string, now: Date): SaidMoment | undefined {
  const end = ends.exec(text);
  if (end) {
    const unit = end[2].toLowerCase() as 'week' | 'month' | 'quarter' | 'year';
    const at = DateTime.fromJSDate(now, { zone: 'utc' })
      .plus(end[1] ? { [`${unit}s`]: 1 } : {})
      .endOf(unit);
    return { day: at.toISODate() ?? '', length: end[0].length };
  }
  const head = /^(?:the\s+)?(?:end of\s+)?/i.exec(text)?.[0] ?? '';
  const wantsEnd = /end of/i.test(head);
  const [found] = chrono.parse(
    text.slice(head.length, head.length + 60),
    { instant: now, timezone: 0 },
    { forwardDate: true },
  );
  if (!found || found.index > 0) return undefined;
  const { start } = found;
  let at = DateTime.utc(
    start.get('year') ?? 0,
    start.get('month') ?? 1,
    start.get('day') ?? 1,
  );
  if (!start.isCertain('day') && !start.isCertain('weekday') && wantsEnd) {
    at = at.endOf('month');
  }
  // "until Monday", said on a Monday, is the next one
  const today = DateTime.fromJSDate(now, { zone: 'utc' }).startOf('day');
  if (start.isCertain('weekday') && !start.isCertain('day') && at <= today) {
    at = at.plus({ weeks: 1 });
  }
  return { day: at.toISODate() ?? '', length: head.length + found.text.length };
}

/** The day that a whole text says, if it says one. */
export function momentIn(text: string, now: Date): string | undefined {
  const words = text.trim().replace(/^(?:for|until|till|to|by|on)\s+/i, '');
  return durationAt(words, now)?.day ?? dayAt(words, now)?.day;
}
