import * as chrono from 'chrono-node';
import { DateTime } from 'luxon';
import { numberOfWords } from '../numberWords';
import type { Said } from './Said';

/** A stretch of days; both ends are part of it. */
export interface DayRange {
  from?: DateTime;
  to?: DateTime;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** "this month", "since monday", "between 1 May and 3 June"; takes the words. */
export function dayRange(
  said: Said,
  now: Date,
): { range: DayRange; words: string } | undefined {
  const today = DateTime.fromJSDate(now, { zone: 'utc' }).startOf('day');
  const take = (pattern: RegExp) => {
    const found = said.matchPattern(pattern);
    if (found) said.takeText(found[0]);
    return found;
  };
  const age = take(
    /\b(?:(older|longer|more) than|for (?:over|more than)|(newer|younger|less) than) (\d{1,3}|a|an|one|two|three|four|six|twelve) (day|week|month|quarter|year)s?(?: old| ago)?\b/,
  );
  if (age) {
    const at = today.minus({ [`${age[4]}s`]: numberOfWords(age[3]) });
    return {
      range: age[2] ? { from: at } : { to: at.minus({ days: 1 }) },
      words: age[0],
    };
  }
  const rolling = take(
    /\b(?:in |within |over |during )?(?:the )?(last|past|next|coming|previous) (\d{1,3}|two|three|four|six|twelve) (day|week|month|quarter|year)s?\b/,
  );
  if (rolling) {
    const amount = numberOfWords(rolling[2]);
    const unit = `${rolling[3].toLowerCase()}s`;
    const isPast = /last|past|previous/i.test(rolling[1]);
    return {
      range: isPast
        ? { from: today.minus({ [unit]: amount }), to: today }
        : { from: today, to: today.plus({ [unit]: amount }) },
      words: rolling[0],
    };
  }
  const calendar = take(
    /\b(?:in |within |during |by )?(?:the )?(this|current|next|last|previous|coming|past) (week|month|quarter|year|fiscal quarter|fiscal year)\b/,
  );
  if (calendar) {
    const unit = calendar[2].toLowerCase().replace('fiscal ', '') as Unit;
    const isPast = /last|previous|past/i.test(calendar[1]);
    const backwards = isPast ? -1 : 0;
    const step = /next|coming/i.test(calendar[1]) ? 1 : backwards;
    const at = today.plus({ [`${unit}s`]: step });
    return {
      range: { from: at.startOf(unit), to: at.endOf(unit).startOf('day') },
      words: `${calendar[1]} ${calendar[2]}`,
    };
  }
  const day = take(/\b(?:on |by )?(today|tomorrow|yesterday)\b/);
  if (day) {
    const at = today.plus({
      days: { today: 0, tomorrow: 1, yesterday: -1 }[day[1].toLowerCase()] ?? 0,
    });
    return { range: { from: at, to: at }, words: day[1] };
  }
  if (
    take(
      /\boverdue\b|\bpast due\b|\b(?:slipping |slipped )?past (?:their|its|the) (?:close|closing|due|end) date\b/,
    )
  )
    return { range: { to: today.minus({ days: 1 }) }, words: 'before today' };
  const span = take(
    /\bbetween\s+(.{3,25}?)\s+and\s+((?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:\s+\d{1,2}(?:st|nd|rd|th)?(?!\d))?(?:,?\s+\d{4})?|\d{4}-\d{2}-\d{2})\b/,
  );
  if (span) {
    const from = dayOf(span[1], today);
    const to = dayOf(span[2], today);
    if (from && to) {
      return {
        range: from <= to ? { from, to } : { from, to: to.plus({ years: 1 }) },
        words: span[0],
      };
    }
  }
  const side = take(
    /\b(before|after|since|until|by|from|on)\s+(?:the\s+)?((?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?(?!\d))?(?:,?\s+\d{4})?|\d{4}-\d{2}-\d{2}|\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|end of (?:the )?(?:month|quarter|year|week))/,
  );
  if (side) {
    const at = dayOf(side[2], today);
    if (at) {
      const word = side[1].toLowerCase();
      const ranges: Record<string, DayRange> = {
        before: { to: at.minus({ days: 1 }) },
        after: { from: at.plus({ days: 1 }) },
        until: { to: at },
        by: { to: at },
        on: { from: at, to: at },
      };
      return { range: ranges[word] ?? { from: at }, words: side[0] };
    }
  }
  const weekday = take(
    /\b(since|after|from|before|until|by)\s+(last |next |this )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/,
  );
  if (weekday) return besideWeekday(weekday, today);
  const month = take(
    /\bin (january|february|march|april|may|june|july|august|september|october|november|december)(?: (\d{4}))?\b/,
  );
  if (month) {
    const at = DateTime.fromFormat(
      `${month[1]} ${month[2] ?? today.year}`,
      'LLLL yyyy',
      { zone: 'utc', locale: 'en' },
    );
    if (at.isValid)
      return {
        range: { from: at, to: at.endOf('month').startOf('day') },
        words: month[0],
      };
  }
  const quarter = take(/\b(?:in )?q([1-4])(?: (?:of )?(\d{4}))?\b/);
  if (quarter) {
    const at = DateTime.utc(
      Number(quarter[2] ?? today.year),
      Number(quarter[1]) * 3 - 2,
      1,
    );
    return {
      range: { from: at, to: at.endOf('quarter').startOf('day') },
      words: quarter[0],
    };
  }
  const spelled = take(
    /\b(?:in |during )?(?:the )?(first|second|third|fourth|last|1st|2nd|3rd|4th) quarter(?: of)? (\d{4})\b/,
  );
  if (spelled) {
    const number = [
      /^(?:first|1st)/i,
      /^(?:second|2nd)/i,
      /^(?:third|3rd)/i,
      /^(?:fourth|last|4th)/i,
    ].findIndex(words => words.test(spelled[1]));
    const at = DateTime.utc(Number(spelled[2]), number * 3 + 1, 1);
    return {
      range: { from: at, to: at.endOf('quarter').startOf('day') },
      words: spelled[0],
    };
  }
  const year = take(/\bin (20\d{2})\b/);
  if (year) {
    const at = DateTime.utc(Number(year[1]), 1, 1);
    return {
      range: { from: at, to: at.endOf('year').startOf('day') },
      words: year[0],
    };
  }
  return undefined;
}

/** "since monday" goes back, "before friday" forward. */
function besideWeekday(
  [words, side, which, name]: RegExpExecArray,
  today: DateTime,
): { range: DayRange; words: string } {
  const target =
    [
      'monday',
      'tuesday',
      'wednesday',
      'thursday',
      'friday',
      'saturday',
      'sunday',
    ].indexOf(name.toLowerCase()) + 1;
  const isAhead =
    /next/i.test(which ?? '') ||
    (/before|until|by/i.test(side) && !/last/i.test(which ?? ''));
  const step = isAhead
    ? (target - today.weekday + 7) % 7
    : -((today.weekday - target + 7) % 7);
  const at = today.plus({
    days: /last/i.test(which ?? '') && step === 0 ? -7 : step,
  });
  switch (side.toLowerCase()) {
    case 'after':
      return { range: { from: at.plus({ days: 1 }) }, words };
    case 'before':
      return { range: { to: at.minus({ days: 1 }) }, words };
    case 'until':
    case 'by':
      return { range: { to: at }, words };
    default:
      return { range: { from: at }, words };
  }
}

function dayOf(text: string, today: DateTime): DateTime | undefined {
  if (/^\d{4}$/.test(text)) return DateTime.utc(Number(text), 1, 1);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (dotted) {
    const [, date, month, year] = dotted.map(Number);
    const at = DateTime.utc(year, month, date);
    return at.isValid ? at : undefined;
  }
  const end = /^end of (?:the )?(month|quarter|year|week)$/i.exec(text);
  if (end) return today.endOf(end[1].toLowerCase() as Unit).startOf('day');
  const at = chrono.parseDate(text, { instant: today.toJSDate(), timezone: 0 });
  return at
    ? DateTime.fromJSDate(at, { zone: 'utc' }).startOf('day')
    : undefined;
}
