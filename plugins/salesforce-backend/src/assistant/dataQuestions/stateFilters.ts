import {
  soql,
  type ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { FieldMention } from './fieldWords';
import type { Filter } from './Filter';
import { negatedStart } from './negation';
import type { Said } from './Said';

interface State {
  /** The field that says so. */
  field: string;
  words: string;
  value: boolean;
  /** A further field that must have a value too. */
  also?: { field: string; value: boolean };
  label: string;
  opposite: string;
}

const states: State[] = [
  {
    field: 'IsWon',
    words: 'closed[ -]won|won|win|wins',
    value: true,
    label: 'won',
    opposite: 'not won',
  },
  {
    field: 'IsWon',
    words: 'closed[ -]lost|lost|lose|loses',
    value: false,
    also: { field: 'IsClosed', value: true },
    label: 'lost',
    opposite: 'not lost',
  },
  {
    field: 'IsClosed',
    words: 'open|still open|unresolved|outstanding|incomplete|unfinished',
    value: false,
    label: 'open',
    opposite: 'closed',
  },
  {
    field: 'IsClosed',
    words: 'closed|resolved|completed|finished|done',
    value: true,
    label: 'closed',
    opposite: 'open',
  },
  {
    field: 'IsConverted',
    words: 'open|unconverted',
    value: false,
    label: 'not converted',
    opposite: 'converted',
  },
  {
    field: 'IsConverted',
    words: 'converted',
    value: true,
    label: 'converted',
    opposite: 'not converted',
  },
];

/** "open", "won", "not closed", "unconverted". */
export function stateFilters(object: ObjectDescription, said: Said): Filter[] {
  const has = (name: string) =>
    object.fields.some(field => field.name === name);
  const filters: Filter[] = [];
  for (const state of states) {
    const { field, words, value, also, label, opposite } = state;
    if (!has(field)) continue;
    if (
      !also &&
      said.takePattern(new RegExp(`${negatedStart}(?:${words})\\b`))
    ) {
      filters.push({
        about: [field, 'IsClosed'],
        words: opposite,
        condition: at => soql.eq(at(field), !value),
      });
    } else if (said.takePattern(new RegExp(`\\b(?:${words})\\b`))) {
      filters.push({
        about: [field, 'IsClosed'],
        words: label,
        condition: at =>
          also
            ? soql.and(
                soql.eq(at(also.field), also.value),
                soql.eq(at(field), value),
              )
            : soql.eq(at(field), value),
      });
    }
  }
  return filters;
}

/** "that auto renew", "that do not auto renew": fields that are yes or no. */
export function booleanFilters(said: Said, mentions: FieldMention[]): Filter[] {
  return mentions.flatMap(({ field, words }): Filter[] => {
    if (field.type !== 'boolean' || !said.has(words)) return [];
    const name = words.replace(/[^\p{L}\p{N} ]/gu, '.');
    const isNot = said.matchPattern(
      new RegExp(
        `\\b(?:not|no|without|isn't|aren't|don't|dont|doesn't|doesnt)(?: (?:yet|set to|marked|as|be|a|an)){0,3} ${name}\\b`,
      ),
    );
    if (isNot) said.takeText(isNot[0]);
    said.take(words);
    return [
      {
        about: [field.name],
        words: `${isNot ? 'not ' : ''}${field.label}`,
        condition: at => soql.eq(at(field.name), !isNot),
      },
    ];
  });
}

/** "without a phone", "that have no industry", "with an email address". */
export function emptyFilters(said: Said, mentions: FieldMention[]): Filter[] {
  return mentions.flatMap(({ field, words }): Filter[] => {
    const name = words.replace(/[^\p{L}\p{N} ]/gu, '.');
    const empty = said.matchPattern(
      new RegExp(
        `\\b(?:without|with no|have no|has no|having no|no|missing|lacking|(?:does not|do not|doesn't|don't|dont) have|(?:has|have) not got|(?:hasn't|hasnt|haven't|havent)(?: got)?)(?: an?| any| the)? (?:${name} set|${name})\\b|\\bwhere (?:the )?${name} is (?:empty|blank|missing|not set|null)\\b`,
      ),
    );
    if (empty) {
      said.takeText(empty[0]);
      return [
        {
          about: [field.name],
          words: `without ${field.label}`,
          condition: at => soql.isNull(at(field.name)),
        },
      ];
    }
    const given = said.matchPattern(
      new RegExp(
        `\\b(?:with|has|have|having) (?:an?|some|any) ${name}\\b(?!\\s+(?:of|over|above|under|below|more|less|greater|smaller|higher|lower|at|between|equal|is|in|like|before|after|since|this|next|last)\\b|\\s*[<>=])`,
      ),
    );
    if (!given) return [];
    said.takeText(given[0]);
    return [
      {
        about: [field.name],
        words: `with ${field.label}`,
        condition: at => soql.isNotNull(at(field.name)),
      },
    ];
  });
}
