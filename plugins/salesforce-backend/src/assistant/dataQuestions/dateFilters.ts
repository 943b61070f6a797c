import type {
  FieldDescription,
  ObjectDescription,
  SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { soql } from '@salesdesk/backstage-plugin-salesforce-node';
import { DateTime } from 'luxon';
import { numberOfWords } from '../numberWords';
import type { DataSchema } from './DataSchema';
import { dayRange, type DayRange } from './dayRange';
import type { FieldMention } from './fieldWords';
import type { Filter } from './Filter';
import { hourRange } from './hourRange';
import { Said } from './Said';

const verbFields: Array<{ words: RegExp; names: string[] }> = [
  { words: /\bconverted\b/, names: ['ConvertedDate'] },
  {
    words:
      /\b(?:closing|closes?|to close|due to close|that close|closed|resolved|completed|expected to close)\b/,
    names: ['CloseDate', 'ClosedDate', 'CompletedDateTime'],
  },
  {
    words:
      /\b(?:created|added|opened|raised|filed|submitted|new|entered|registered)\b/,
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
  // "this or next month" is more than one of them: every word is asked for
  if (/\b(?:this|last|next) (?:or|and) (?:this|last|next)\b/i.test(said.text)) {
    return [];
  }
  const openSince = /\bopen (?:for|since|more than|over)\b/i.test(said.text);
  const range = dayRange(said, now);
  if (!range) return [];
  const verb =
    verbFields.find(({ words }) => said.matchPattern(words)) ??
    // "closed last month" says which ones, and when
    verbFields.find(({ words }) => new RegExp(words, 'i').test(said.text));
  if (verb) said.takePattern(verb.words);
  const byVerb = verb?.names
    .map(name => object.fields.find(field => field.name === name))
    .find(Boolean);
  const mentioned = mentions.find(
    ({ field }) => field.type === 'date' || field.type === 'datetime',
  )?.field;
  const opened =
    openSince && !verb
      ? object.fields.find(({ name }) => name === 'CreatedDate')
      : undefined;
  const field =
    mentioned ??
    opened ??
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
    .minus({ [`${unit.toLowerCase()}s`]: numberOfWords(amount) });
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
  { from, to }: DayRange,
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
