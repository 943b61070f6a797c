import type {
  FieldDescription,
  ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { numberOfWords, numberWords } from '../numberWords';
import { fieldsIn, type FieldMention } from './fieldWords';
import type { Said } from './Said';

/** How the records are to be shown. */
export interface Arrangement {
  /** One row a group. */
  group?: FieldDescription;
  /** Which come first. */
  order?: FieldDescription;
  ascending: boolean;
  limit?: number;
  counts: boolean;
  totals: boolean;
  /** How the totals are made of the values. */
  aggregate: 'SUM' | 'AVG' | 'MAX' | 'MIN';
}

const mostRows = 200;

// "show one" asks for no number of rows
const amount = `(\\d{1,3}|${Object.keys(numberWords)
  .filter(word => word !== 'one')
  .join('|')})`;
const most =
  '(?:biggest|largest|highest|latest|newest|oldest|smallest|lowest|most recent|most expensive|most valuable|best|top|last|first)';
const until =
  '(?=\\s+(?:for|in|with|that|closing|created|this|next|last|and|desc|asc|descending|ascending|limit|from|of|owned)\\b|[,.?]|$)';

/** "top 10", "by stage", "sorted by amount", "how many", "total". */
export function arrangementOf(options: {
  said: Said;
  object: ObjectDescription;
  mentions: FieldMention[];
  /** Whether the object was named as one: "the oldest case". */
  isOne: boolean;
}):
  | { kind: 'arranged'; arrangement: Arrangement }
  | { kind: 'unclear'; text: string } {
  const { said, object, mentions } = options;
  const counted = said.matchPattern(
    new RegExp(
      `\\b(?:top|first|largest|biggest|highest|latest|newest|most recent|last|best)\\s+${amount}\\b|\\b${amount}\\s+(?:of (?:the|my|our) )?${most}\\b`,
    ),
  );
  const superlative = said.matchPattern(
    /\b(biggest|largest|highest|latest|newest|oldest|smallest|lowest|most recent|most expensive|most valuable|top)\b/,
  );
  // "the 5 accounts with the highest ARR": numbers that are compared are taken
  const loose =
    superlative && !counted
      ? said.matchPattern(new RegExp(`\\b${amount}\\b`))
      : undefined;
  if (loose) said.takeText(loose[0]);
  const ascending = said.takePattern(
    /\b(?:(?:lowest|smallest|oldest|earliest) first|ascending|asc|oldest|smallest|lowest|earliest|alphabetical(?:ly)?|a to z)\b/,
  );
  said.takePattern(/\b(?:descending|desc|(?:highest|largest|newest) first)\b/);
  if (counted) said.takeText(counted[0]);
  if (superlative) said.takeText(superlative[0]);
  const counts = said.takePattern(/\b(?:how many|number of|count(?: of)?)\b/);
  const aggregate = aggregateOf(said);
  const totals =
    aggregate !== 'SUM' ||
    said.takePattern(
      /\b(?:total(?: of)?|sum(?: of)?|combined|add up|how much)\b/,
    );
  const sortedBy = said.matchPattern(
    new RegExp(
      `\\b(?:sort|order|rank)(?:ed)?(?: them| it| these)?\\s+by (?:the )?([\\p{L}\\p{N} _]+?)${until}`,
      'iu',
    ),
  );
  const groupedBy = said.matchPattern(
    new RegExp(
      `\\b(?:(?:group|split)(?:ed)?(?: them| it| these)?\\s+by|per|for each|broken down by|break (?:them |it )?down by|breakdown by|by each)\\s+(?:the )?([\\p{L}\\p{N} _]+?)${until}`,
      'iu',
    ),
  );
  const by = said.matchPattern(
    new RegExp(`\\bby (?:the )?([\\p{L}\\p{N} _]+?)${until}`, 'iu'),
  );
  const fieldOf = (words: string) => fieldsIn(words, object)[0]?.field;
  const byField = by ? fieldOf(by[1]) : undefined;
  const isRanked = Boolean(counted ?? superlative);
  const rankedBy = isRanked ? byField : undefined;
  const sortField = sortedBy ? fieldOf(sortedBy[1]) : rankedBy;
  const partedBy = sortField ? undefined : byField;
  const groupField = groupedBy ? fieldOf(groupedBy[1]) : partedBy;
  for (const found of [sortedBy, groupedBy, by]) {
    if (found) said.takeText(found[0]);
  }
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
    };
  }
  const isAboutAge = /latest|newest|recent|oldest/.test(
    `${counted?.[0]}${superlative?.[0]}`,
  );
  const ranking = isAboutAge
    ? object.fields.find(({ name }) => name === 'CreatedDate')
    : numberOf(object, mentions);
  const order = sortField ?? (isRanked ? ranking : undefined);
  const single = superlative && options.isOne ? 1 : undefined;
  const howMany = counted?.[1] ?? counted?.[2] ?? loose?.[1];
  const limit = howMany ? countOf(howMany) : single;
  return {
    kind: 'arranged',
    arrangement: {
      ...(groupField ? { group: groupField } : {}),
      ...(order ? { order } : {}),
      ascending,
      ...(limit ? { limit } : {}),
      counts,
      totals,
      aggregate,
    },
  };
}

function countOf(words: string): number {
  return Math.max(1, Math.min(mostRows, numberOfWords(words)));
}

/** The number that "biggest" and "total" speak of. */
export function numberOf(
  object: ObjectDescription,
  mentions: FieldMention[],
): FieldDescription | undefined {
  const numeric = (type: string) =>
    ['currency', 'double', 'int', 'percent'].includes(type);
  return (
    mentions.find(({ field }) => numeric(field.type))?.field ??
    ['Amount', 'AnnualRevenue', 'NumberOfEmployees']
      .map(name => object.fields.find(field => field.name === name))
      .find(Boolean)
  );
}

function aggregateOf(said: Said): Arrangement['aggregate'] {
  if (said.takePattern(/\b(?:average|avg|mean)\b/)) return 'AVG';
  if (said.takePattern(/\b(?:max|maximum)\b/)) return 'MAX';
  return said.takePattern(/\b(?:min|minimum)\b/) ? 'MIN' : 'SUM';
}
