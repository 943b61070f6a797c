import type {
  FieldDescription,
  ObjectDescription,
  SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { soql } from '@salesdesk/backstage-plugin-salesforce-node';
import * as chrono from 'chrono-node';
import { DateTime } from 'luxon';
import type { DataSchema } from './DataSchema';
import type { FieldMention } from './fieldWords';
import type { Filter } from './Filter';
import { hourRange } from './hourRange';
import { Said } from './Said';

type Range = { from?: DateTime; to?: DateTime };

const verbFields: Array<{ words: RegExp; names: string[] }> = [
  {
    words:
      /\b(?:closing|closes?|to close|due to close|that close|closed|expected to close)\b/,
    names: ['CloseDate', 'ClosedDate'],
  },
  {
    words: /\b(?:created|added|opened|new|entered|registered)\b/,
    names: ['CreatedDate'],
  },
  {
    words: /\b(?:modified|updated|changed|touched|edited)\b/,
    names: ['LastModifiedDate'],
  },
  { words: /\b(?:due|overdue)\b/, names: ['ActivityDate', 'CloseDate'] },
  {
    words: /\b(?:renewing|renewals?|renew|up for renewal)\b/,
    names: ['Renewal_Date__c', 'EndDate', 'End_Date__c'],
  },
  {
    words: /\b(?:ending|ends?|expiring|expires?|running out|runs? out)\b/,
    names: ['EndDate', 'End_Date__c', 'ContractEndDate', 'EndDateTime'],
  },
  {
    words: /\b(?:starting|starts?|happening|scheduled)\b/,
    names: ['StartDateTime', 'StartDate', 'Start_Date__c'],
  },
  {
    words: /\b(?:(?:logged|logs?|signed) (?:in|on|into)|last login|logins?)\b/,
    names: ['LastLoginDate'],
  },
];

/** Which records by date: "closing this month", "created in the last 90 days". */
export function dateFilters(options: {
  said: Said;
  object: ObjectDescription;
  mentions: FieldMention[];
  schema: DataSchema;
}): Filter[] {
  const { said, object, mentions, schema } = options;
  const { now, timeZone } = schema;
  const untouched = untouchedFilter({ said, object, schema });
  if (untouched) return [untouched];
  const hours = hourFilter(options);
  if (hours) return [hours];
  const range = rangeIn(said, now);
  if (!range) return [];
  const verb = verbFields.find(({ words }) => said.matchPattern(words));
  if (verb) said.takePattern(verb.words);
  const byVerb = verb?.names
    .map(name => object.fields.find(field => field.name === name))
    .find(Boolean);
  const mentioned = mentions.find(
    ({ field }) => field.type === 'date' || field.type === 'datetime',
  )?.field;
  const field =
    mentioned ??
    byVerb ??
    ['CloseDate', 'ActivityDate', 'StartDateTime', 'CreatedDate']
      .map(name => object.fields.find(each => each.name === name))
      .find(Boolean);
  if (!field) return [];
  return [
    {
      about: [field.name],
      condition: at =>
        between(at(field.name), field.type, range.range, timeZone),
      words: `${field.label} ${range.words}`,
    },
  ];
}

/** "created in the last 6 hours"; a field that holds a day knows no hours. */
function hourFilter(
  options: Parameters<typeof dateFilters>[0],
): Filter | undefined {
  const { said, object, mentions, schema } = options;
  const now = DateTime.fromJSDate(schema.now, { zone: 'utc' });
  if (!hourRange(new Said(said.unused), now)) return undefined;
  const verb = verbFields.find(({ words }) => said.matchPattern(words));
  const field = [
    ...mentions.map(({ field: { name } }) => name),
    ...(verb?.names ?? ['StartDateTime', 'CreatedDate']),
  ]
    .map(name => object.fields.find(each => each.name === name))
    .find(each => each?.type === 'datetime');
  const hours = field && hourRange(said, now);
  if (!hours) return undefined;
  if (verb) said.takePattern(verb.words);
  const { from, before, words } = hours;
  const moment = (at: DateTime) => momentOf(at, schema.timeZone);
  return {
    about: [field.name],
    words: `${field.label} ${words}`,
    condition: at =>
      soql.and(
        ...(from ? [soql.compare(at(field.name), '>=', moment(from))] : []),
        ...(before ? [soql.compare(at(field.name), '<', moment(before))] : []),
      ),
  };
}

/** "without activity in the last 30 days", "nobody has touched in 90 days". */
function untouchedFilter(options: {
  said: Said;
  object: ObjectDescription;
  schema: DataSchema;
}): Filter | undefined {
  const { said, object, schema } = options;
  const found = said.matchPattern(
    /\b(?:(?:without|with no|that had no|having no|no) (?:any )?(?<active>activity|activities)|(?:not|never|n't|nobody|no one|noone)(?: (?:has|have|had|been|was|were|ever))* (?:touched|changed|updated|modified|edited|contacted|worked on)|untouched|unchanged|(?<idle>stale|idle|inactive)) (?:in|for|during|within|over|since)(?: the| at least| more than| over)?(?: (?:last|past))? (?<amount>\d{1,3}|a|one|two|three|six) (?<unit>day|week|month|year)s?\b/,
  );
  if (!found?.groups) return undefined;
  const { active, idle, amount, unit } = found.groups;
  const has = (name: string) =>
    object.fields.find(field => field.name === name && field.filterable);
  const activity =
    active || idle || /contact/i.test(found[0])
      ? has('LastActivityDate')
      : undefined;
  const field = activity ?? (active ? undefined : has('LastModifiedDate'));
  if (!field) return undefined;
  said.takeText(found[0]);
  const since = DateTime.fromJSDate(schema.now, { zone: 'utc' })
    .startOf('day')
    .minus({ [`${unit.toLowerCase()}s`]: amountOf(amount) });
  return {
    about: [field.name],
    words: `no ${field.label} since ${since.toISODate()}`,
    condition: at => {
      const before = soql.compare(
        at(field.name),
        '<',
        field.type === 'datetime'
          ? momentOf(since, schema.timeZone)
          : soql.date(since.toISODate() ?? ''),
      );
      return field.type === 'datetime'
        ? before
        : soql.or(before, soql.isNull(at(field.name)));
    },
  };
}

/** The moment at which the person's clock on the wall says so. */
function momentOf(at: DateTime, timeZone: string) {
  const local = at.setZone(timeZone, { keepLocalTime: true });
  return soql.dateTime((local.isValid ? local : at).toJSDate());
}

function between(
  path: string,
  type: FieldDescription['type'],
  { from, to }: Range,
  timeZone: string,
): SoqlCondition {
  const value = (at: DateTime) =>
    type === 'datetime'
      ? momentOf(at, timeZone)
      : soql.date(at.toISODate() ?? '');
  const conditions = [
    ...(from ? [soql.compare(path, '>=', value(from))] : []),
    ...(to
      ? [
          soql.compare(
            path,
            type === 'datetime' ? '<' : '<=',
            value(type === 'datetime' ? to.plus({ days: 1 }) : to),
          ),
        ]
      : []),
  ];
  return conditions.length === 1 ? conditions[0] : soql.and(...conditions);
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

function rangeIn(
  said: Said,
  now: Date,
): { range: Range; words: string } | undefined {
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
    const at = today.minus({ [`${age[4]}s`]: amountOf(age[3]) });
    return {
      range: age[2] ? { from: at } : { to: at.minus({ days: 1 }) },
      words: age[0],
    };
  }
  const rolling = take(
    /\b(?:in |within |over |during )?(?:the )?(last|past|next|coming|previous) (\d{1,3}|two|three|four|six|twelve) (day|week|month|quarter|year)s?\b/,
  );
  if (rolling) {
    const amount = amountOf(rolling[2]);
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
    /\b(before|after|since|until|by|from)\s+((?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?(?!\d))?(?:,?\s+\d{4})?|\d{4}-\d{2}-\d{2}|\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|end of (?:the )?(?:month|quarter|year|week))/,
  );
  if (side) {
    const at = dayOf(side[2], today);
    if (at) {
      const word = side[1].toLowerCase();
      const ranges: Record<string, Range> = {
        before: { to: at.minus({ days: 1 }) },
        after: { from: at.plus({ days: 1 }) },
        until: { to: at },
        by: { to: at },
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
): { range: Range; words: string } {
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

function amountOf(words: string): number {
  return (
    { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, six: 6, twelve: 12 }[
      words.toLowerCase()
    ] ?? Number(words)
  );
}

function dayOf(text: string, today: DateTime): DateTime | undefined {
  if (/^\d{4}$/.test(text)) return DateTime.utc(Number(text), 1, 1);
  const end = /^end of (?:the )?(month|quarter|year|week)$/i.exec(text);
  if (end) return today.endOf(end[1].toLowerCase() as Unit).startOf('day');
  const at = chrono.parseDate(text, { instant: today.toJSDate(), timezone: 0 });
  return at
    ? DateTime.fromJSDate(at, { zone: 'utc' }).startOf('day')
    : undefined;
}
