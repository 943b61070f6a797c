import type {
  ObjectDescription,
  SoqlField,
  SoqlSelect,
} from '@salesdesk/backstage-plugin-salesforce-node';
import {
  soql,
  type SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { keyOf } from '../names/words';
import { dateFilters } from './dateFilters';
import { defaultColumns } from './defaultColumns';
import { fieldsIn, type FieldMention } from './fieldWords';
import { numberFilters } from './numberFilters';
import { objectsIn, type ObjectWords } from './objectWords';
import { placeFilter } from './placeFilter';
import { Said } from './Said';
import { valueFilters } from './valueFilters';

/** What the compiler may look at: a pure function of this and the question. */
export interface DataSchema {
  objects: readonly ObjectWords[];
  describe(object: string): Promise<ObjectDescription>;
  now: Date;
  /** For "my". */
  ownUserId?: string;
  /** Users by words, for "owned by". */
  findUsers(words: string): Array<{ id: string; label: string }>;
}

/** A query with what it says in words. */
export type CompiledQuestion =
  | {
      kind: 'query';
      shows: 'rows' | 'count' | 'groups';
      select: SoqlSelect;
      object: ObjectDescription;
      /** For groups: label of the group and path in a row. */
      group?: { label: string; name: string };
      explanation: string[];
    }
  | { kind: 'unclear'; text: string; options: string[] };

const mostRows = 200;

/** Turns a question about records into a query, or says what is not clear. */
export async function compileQuestion(
  text: string,
  schema: DataSchema,
): Promise<CompiledQuestion | undefined> {
  const [first, ...others] = objectsIn(text, schema.objects);
  if (!first) return undefined;
  const object = await schema.describe(first.name);
  const said = new Said(text);
  said.take(first.words);
  const explanation: string[] = [];
  const conditions: SoqlCondition[] = [];
  const add = (condition: SoqlCondition | undefined, words: string) => {
    if (!condition) return;
    conditions.push(condition);
    explanation.push(words);
  };

  if (
    said.takePattern(
      /\b(?:my own|mine|my|do i have|have i got|i have|i own|that are mine|owned by me|that i own|assigned to me|belonging to me)\b/,
    )
  ) {
    if (!schema.ownUserId)
      return {
        kind: 'unclear',
        text: 'You have no Salesforce user in this org, so no records are yours.',
        options: [],
      };
    const field = object.fields.some(({ name }) => name === 'OwnerId')
      ? 'OwnerId'
      : undefined;
    if (field) add(soql.eq(field, schema.ownUserId), 'owned by you');
  }
  const owner =
    said.matchPattern(
      /\b(?:owned by|owner is|belonging to|assigned to|of owner)\s+("?[\p{L}'.@ -]+?"?)(?=\s+(?:closing|with|in|that|which|who|by|and|sorted|created|over|above)\b|[,.?]|$)/u,
    ) ?? said.matchPattern(/\b(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)'s\b/u);
  if (owner) {
    const name = owner[1].replace(/"/g, '').trim();
    const users = schema.findUsers(name);
    if (users.length !== 1) {
      return {
        kind: 'unclear',
        text:
          users.length === 0
            ? `I know no user “${name}”.`
            : `“${name}” could be more than one user. Which one?`,
        options: users.map(({ label }) => label),
      };
    }
    add(soql.eq('OwnerId', users[0].id), `owned by ${users[0].label}`);
    said.takeText(owner[0]);
  }
  for (const { condition, words } of stateFilters(object, said))
    add(condition, words);
  const mentions = fieldsIn(text, object).filter(
    ({ words }) =>
      !first.words.includes(words) && words !== keyOf(object.label),
  );
  for (const { condition, words } of emptyFilters(said, mentions)) {
    add(condition, words);
  }
  for (const { condition, words } of dateFilters({
    said,
    object,
    mentions,
    now: schema.now,
  }))
    add(condition, words);
  const numbers = numberFilters({ said, object, mentions });
  if (numbers.unclear)
    return { kind: 'unclear', text: numbers.unclear, options: [] };
  for (const { condition, words } of numbers.filters) add(condition, words);
  const top = said.matchPattern(
    /\b(?:top|first|largest|biggest|highest|latest|newest|most recent|last|best)\s+(\d{1,3}|ten|five|three|twenty)\b|\b(\d{1,3}|two|three|five|ten|twenty)\s+(?:biggest|largest|highest|latest|newest|oldest|smallest|lowest|most recent|top)\b/,
  );
  const superlative = said.matchPattern(
    /\b(biggest|largest|highest|latest|newest|oldest|smallest|lowest|most recent|top)\b/,
  );
  const ascending = said.takePattern(
    /\b(?:ascending|asc|oldest|smallest|lowest|earliest|alphabetical(?:ly)?|a to z)\b/,
  );
  said.takePattern(/\b(?:descending|desc)\b/);
  if (top) said.takeText(top[0]);
  if (superlative) said.takeText(superlative[0]);
  const counts = said.takePattern(
    /\b(?:how many|number of|count(?: of)?|how much)\b/,
  );
  const averages = said.takePattern(/\b(?:average|avg|mean)\b/);
  const totals =
    averages || said.takePattern(/\b(?:total|sum(?: of)?|combined)\b/);
  const sortedBy = said.matchPattern(
    /\b(?:sorted|ordered|ranked|sort|order) by ([\p{L}\p{N} _]+?)(?=\s+(?:desc|asc|and|limit|with|in)\b|[,.?]|$)/iu,
  );
  const groupedBy = said.matchPattern(
    /\b(?:grouped by|group by|per|for each|split by|broken down by|breakdown by|by each)\s+([\p{L}\p{N} _]+?)(?=\s+(?:for|in|with|that|closing|this|next|last|and)\b|[,.?]|$)/iu,
  );
  const by = said.matchPattern(
    /\bby ([\p{L}\p{N} _]+?)(?=\s+(?:for|in|with|that|closing|this|next|last|and|desc|asc)\b|[,.?]|$)/iu,
  );
  const byField = by && fieldsIn(by[1], object)[0]?.field;
  const rankedBy = top || superlative ? byField : undefined;
  const sortField = sortedBy
    ? fieldsIn(sortedBy[1], object)[0]?.field
    : rankedBy;
  const partedBy = sortField ? undefined : byField;
  const groupField = groupedBy
    ? fieldsIn(groupedBy[1], object)[0]?.field
    : partedBy;
  for (const found of [sortedBy, groupedBy, by])
    if (found) said.takeText(found[0]);
  if (
    (sortedBy && !sortField) ||
    (groupedBy && !groupField) ||
    (by && !byField && !sortedBy && !groupedBy)
  ) {
    return {
      kind: 'unclear',
      text: `By which field of ${object.label}? I know no “${
        (sortedBy ?? groupedBy ?? by)?.[1]
      }”.`,
      options: [],
    };
  }
  for (const { condition, words } of valueFilters({ said, object, mentions }))
    add(condition, words);
  for (const { condition, words } of placeFilter({ said, object }))
    add(condition, words);
  const children = childLists({ said, object, others });
  for (const mention of mentions) said.take(mention.words);
  const left = said.left();
  if (left.length > 0) {
    return {
      kind: 'unclear',
      text: `I did not understand “${left.join(' ')}” in that question about ${
        object.label
      }. Could you say it in other words?`,
      options: [],
    };
  }
  const where = conditions.length > 0 ? soql.and(...conditions) : undefined;
  const from = object.name;
  if (
    groupField &&
    (groupField.type === 'picklist' ||
      groupField.type === 'reference' ||
      groupField.type === 'boolean' ||
      groupField.type === 'string')
  ) {
    const path =
      groupField.type === 'reference' && groupField.relationshipName
        ? `${groupField.relationshipName}.Name`
        : groupField.name;
    const amount =
      totals || object.name === 'Opportunity'
        ? numberOf(object, mentions)
        : undefined;
    return {
      kind: 'query',
      shows: 'groups',
      object,
      explanation: [...explanation, `grouped by ${groupField.label}`],
      group: {
        label: groupField.label.replace(/ ID$/, ''),
        name: path.split('.').pop() ?? path,
      },
      select: {
        from,
        fields: [
          path,
          { aggregate: 'COUNT', field: 'Id', as: 'records' },
          ...(amount
            ? [{ aggregate: 'SUM', field: amount.name, as: 'total' } as const]
            : []),
        ],
        where,
        groupBy: [path],
        orderBy: [{ field: path }],
        limit: mostRows,
      },
    };
  }
  if (counts && !totals) {
    return {
      kind: 'query',
      shows: 'count',
      object,
      explanation,
      select: {
        from,
        fields: [{ aggregate: 'COUNT', field: 'Id', as: 'records' }],
        where,
      },
    };
  }
  if (totals) {
    const amount = numberOf(object, mentions);
    if (amount) {
      return {
        kind: 'query',
        shows: 'count',
        object,
        explanation: [
          ...explanation,
          `${averages ? 'average' : 'sum'} of ${amount.label}`,
        ],
        select: {
          from,
          fields: [
            {
              aggregate: averages ? 'AVG' : 'SUM',
              field: amount.name,
              as: 'records',
            },
          ],
          where,
        },
      };
    }
  }
  const amount = numberOf(object, mentions);
  const isAboutAge = /latest|newest|recent|oldest/.test(
    `${top?.[0]}${superlative?.[0]}`,
  );
  const ranking = isAboutAge
    ? object.fields.find(({ name }) => name === 'CreatedDate')
    : amount;
  const order = sortField ?? (top || superlative ? ranking : undefined);
  const isOne = superlative && !/s\b/.test(first.words.slice(-1));
  const most = isOne ? 1 : mostRows;
  const limit = top ? countOf(top[1] ?? top[2]) : most;
  const columns = columnsOf({ object, mentions, order: order?.name });
  const byName = columns.includes('Name') ? [{ field: 'Name' }] : undefined;
  return {
    kind: 'query',
    shows: 'rows',
    object,
    explanation: [
      ...explanation,
      ...(order
        ? [`by ${order.label}, ${ascending ? 'lowest' : 'highest'} first`]
        : []),
    ],
    select: {
      from,
      fields: [...columns, ...children],
      where,
      orderBy: order
        ? [
            {
              field: order.name,
              direction: ascending ? 'ASC' : 'DESC',
              nulls: 'LAST',
            },
          ]
        : byName,
      limit,
    },
  };
}

function countOf(words: string): number {
  return (
    { ten: 10, five: 5, three: 3, two: 2, twenty: 20 }[words] ??
    Math.max(1, Math.min(mostRows, Number(words)))
  );
}

/** The number that "biggest" and "total" speak of. */
function numberOf(object: ObjectDescription, mentions: FieldMention[]) {
  const numeric = (type: string) =>
    ['currency', 'double', 'int', 'percent'].includes(type);
  return (
    mentions.find(({ field }) => numeric(field.type))?.field ??
    ['Amount', 'AnnualRevenue', 'NumberOfEmployees']
      .map(name => object.fields.find(field => field.name === name))
      .find(Boolean)
  );
}

function columnsOf(options: {
  object: ObjectDescription;
  mentions: FieldMention[];
  order?: string;
}): string[] {
  const { object, mentions, order } = options;
  const names = new Set(object.fields.map(({ name }) => name));
  const mentioned = mentions.flatMap(({ field }) => {
    if (field.type === 'address' || field.type === 'location') return [];
    if (field.type === 'reference')
      return field.relationshipName && field.referenceTo.length === 1
        ? [`${field.relationshipName}.Name`]
        : [];
    return [field.name];
  });
  return [
    ...new Set([
      'Id',
      ...defaultColumns(object),
      ...mentioned,
      ...(order ? [order] : []),
    ]),
  ].filter(path => path.includes('.') || names.has(path));
}

interface Filter {
  condition: SoqlCondition;
  words: string;
}

/** "open", "won", "closed", "lost", "unconverted", "active". */
function stateFilters(object: ObjectDescription, said: Said): Filter[] {
  const has = (name: string) =>
    object.fields.some(field => field.name === name);
  const filters: Filter[] = [];
  if (has('IsWon') && said.takePattern(/\b(?:closed[ -]won|won)\b/))
    filters.push({ condition: soql.eq('IsWon', true), words: 'won' });
  if (has('IsWon') && said.takePattern(/\b(?:closed[ -]lost|lost)\b/)) {
    filters.push({
      condition: soql.and(soql.eq('IsClosed', true), soql.eq('IsWon', false)),
      words: 'lost',
    });
  }
  if (
    has('IsClosed') &&
    said.takePattern(
      /\b(?:open|still open|unresolved|outstanding|incomplete)\b/,
    )
  )
    filters.push({ condition: soql.eq('IsClosed', false), words: 'open' });
  if (
    has('IsClosed') &&
    said.takePattern(/\b(?:closed|resolved|completed|finished)\b/)
  )
    filters.push({ condition: soql.eq('IsClosed', true), words: 'closed' });
  if (
    has('IsConverted') &&
    said.takePattern(/\b(?:open|unconverted|not converted)\b/)
  )
    filters.push({
      condition: soql.eq('IsConverted', false),
      words: 'not converted',
    });
  if (has('IsConverted') && said.takePattern(/\bconverted\b/))
    filters.push({
      condition: soql.eq('IsConverted', true),
      words: 'converted',
    });
  return filters;
}

/** "without a phone", "that have no industry". */
function emptyFilters(said: Said, mentions: FieldMention[]): Filter[] {
  return mentions.flatMap(({ field, words }) => {
    const found = said.matchPattern(
      new RegExp(
        `\\b(?:without|with no|have no|has no|having no|no|missing|lacking)(?: an?| any| the)? ${words.replace(
          /[^\p{L}\p{N} ]/gu,
          '.',
        )}\\b`,
      ),
    );
    if (!found) return [];
    said.takeText(found[0]);
    return [
      { condition: soql.isNull(field.name), words: `without ${field.label}` },
    ];
  });
}

/** "with their contacts": a list below each record. */
function childLists(options: {
  said: Said;
  object: ObjectDescription;
  others: Array<{ name: string; words: string }>;
}): SoqlField[] {
  const { said, object, others } = options;
  return others.flatMap(({ name, words }) => {
    const child = object.childRelationships.find(
      ({ childSObject, relationshipName }) =>
        childSObject === name && relationshipName,
    );
    if (!child?.relationshipName || !said.has(words)) return [];
    said.take(words);
    const nameField =
      name === 'Case' || name === 'Task' || name === 'Event'
        ? 'Subject'
        : 'Name';
    return [
      {
        relationship: child.relationshipName,
        fields: ['Id', nameField],
        limit: 50,
      },
    ];
  });
}
