import type { DateTime } from 'luxon';
import { articles, numberOfWords, numberWords } from '../numberWords';
import type { Said } from './Said';

/** A stretch of time to the minute. */
export interface HourRange {
  from?: DateTime;
  /** The first moment that is no part of it. */
  before?: DateTime;
  /** As it was said. */
  words: string;
}

const amount = `\\d{1,3}|${[...articles, ...Object.keys(numberWords)].join(
  '|',
)}`;
const clock =
  "(noon|midday|midnight|\\d{1,2}(?:[:.]\\d{2})?\\s*(?:am|pm|a\\.m\\.|p\\.m\\.|o[’']?clock|h)|\\d{1,2}:\\d{2})";
const day = '(today|yesterday|tomorrow)';

/** "in the last 6 hours", "after 5pm yesterday", "this morning". Takes the words. */
export function hourRange(said: Said, now: DateTime): HourRange | undefined {
  const today = now.startOf('day');
  const dayOf = (words: string | undefined) =>
    today.plus({
      days:
        { yesterday: -1, tomorrow: 1 }[
          (words ?? '').toLowerCase() as 'tomorrow'
        ] ?? 0,
    });
  const take = (pattern: string) => {
    const found = said.matchPattern(new RegExp(pattern, 'i'));
    if (found) said.takeText(found[0]);
    return found;
  };
  const rolling = take(
    `\\b(?:in |within |over |during )?(?:the )?(last|past|previous|next|coming) (?:(${amount}) )?(hour|minute|min)s?\\b`,
  );
  if (rolling) {
    const length = {
      [/^min/i.test(rolling[3]) ? 'minutes' : 'hours']: countOf(rolling[2]),
    };
    return /next|coming/i.test(rolling[1])
      ? { from: now, before: now.plus(length), words: rolling[0].trim() }
      : { from: now.minus(length), words: rolling[0].trim() };
  }
  const ago = take(
    `\\b(?:since |after )?(${amount}) (hour|minute|min)s? ago\\b`,
  );
  if (ago) {
    const unit = /^min/i.test(ago[2]) ? 'minutes' : 'hours';
    return { from: now.minus({ [unit]: countOf(ago[1]) }), words: ago[0] };
  }
  const between = take(
    `\\b(?:between|from)\\s+(?:(\\d{1,2})|${clock})\\s+(?:and|to|until|till)\\s+${clock}(?:\\s+${day})?`,
  );
  if (between) {
    const at = dayOf(between[4]);
    const end = onClock(at, between[3]);
    const half = /[ap]\.?m/i.exec(between[3])?.[0] ?? '';
    const start = onClock(at, between[2] ?? `${between[1]}${half || ':00'}`);
    return start && end
      ? { from: start, before: end, words: between[0] }
      : undefined;
  }
  // "yesterday after 5pm" ends with that day; "after 5pm yesterday" goes on
  const within = take(
    `\\b${day},?\\s+(after|since|from|before|until|till)\\s+${clock}`,
  );
  if (within) {
    const at = dayOf(within[1]);
    const moment = onClock(at, within[3]);
    if (!moment) return undefined;
    return /before|until|till/i.test(within[2])
      ? { from: at, before: moment, words: within[0] }
      : { from: moment, before: at.plus({ days: 1 }), words: within[0] };
  }
  const side = take(
    `\\b(after|since|from|before|until|till|by)\\s+${clock}(?:\\s+(?:on\\s+)?${day})?`,
  );
  if (side) {
    const at = dayOf(side[3]);
    const moment = onClock(at, side[2]);
    if (!moment) return undefined;
    return /before|until|till|by/i.test(side[1])
      ? { from: at, before: moment, words: side[0] }
      : { from: moment, words: side[0] };
  }
  const part = take(
    `\\b(this|yesterday|tomorrow) (morning|afternoon|evening)\\b|\\b(last night|tonight)\\b`,
  );
  if (!part) return undefined;
  const at =
    part[3] && /last/i.test(part[3]) ? dayOf('yesterday') : dayOf(part[1]);
  const [from, before] = {
    morning: [0, 12],
    afternoon: [12, 18],
    evening: [18, 24],
  }[(part[2] ?? 'evening').toLowerCase() as 'morning'] ?? [18, 24];
  return {
    from: at.plus({ hours: from }),
    before: at.plus({ hours: /last night/i.test(part[0]) ? 30 : before }),
    words: part[0],
  };
}

function countOf(words: string | undefined): number {
  return words ? numberOfWords(words) : 1;
}

function onClock(at: DateTime, words: string): DateTime | undefined {
  const plain = words.toLowerCase().replace(/[.\s]+(?=[ap]?\.?m|o|h)/g, '');
  if (/^(?:noon|midday)$/.test(plain)) return at.plus({ hours: 12 });
  if (plain === 'midnight') return at;
  const found = /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap])?/.exec(plain);
  const minute = Number(found?.[2] ?? 0);
  const hour = Number(found?.[1]);
  if (!found || hour > (found[3] ? 12 : 24) || minute > 59) return undefined;
  const shift = found[3] === 'p' ? 12 : 0;
  return at.set({ hour: found[3] ? (hour % 12) + shift : hour, minute });
}
