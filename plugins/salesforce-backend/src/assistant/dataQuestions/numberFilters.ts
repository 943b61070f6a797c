import type { ObjectDescription } from '@salesdesk/backstage-plugin-salesforce-node';
import { soql } from '@salesdesk/backstage-plugin-salesforce-node';
import { numberOf } from '../builtin/fieldValue';
import type { FieldMention } from './fieldWords';
import type { Filter } from './Filter';
import type { Said } from './Said';

const number = String.raw`[$€£]?\s*\d[\d,]*(?:\.\d+)?\s*(?:k|thousand|mn|mio|m|million|bn|billion|b)?\b(?:\s*(?:%|usd|eur|dollars|euros))?`;
const comparison = new RegExp(
  String.raw`(>=|<=|>|<|=|\b(?:is )?(?:over|above|more than|greater than|bigger than|larger than|exceeding|at least|minimum(?: of)?|under|below|less than|smaller than|at most|up to|maximum(?: of)?|exactly|equal to))\s*(${number})`,
  'i',
);
const range = new RegExp(
  String.raw`\bbetween\s+(${number})\s+and\s+(${number})`,
  'i',
);

const operators: Array<{ words: RegExp; operator: '>=' | '<=' | '>' | '<' }> = [
  { words: /^(?:>=|at least|minimum)/, operator: '>=' },
  { words: /^(?:<=|at most|up to|maximum)/, operator: '<=' },
  {
    words: /^(?:>|over|above|more|greater|bigger|larger|exceeding)/,
    operator: '>',
  },
  { words: /^(?:<|under|below|less|smaller)/, operator: '<' },
];

/** "over 100k", "between 10 and 20 million", "> $100k ARR". */
export function numberFilters(options: {
  said: Said;
  object: ObjectDescription;
  mentions: FieldMention[];
}): {
  filters: Filter[];
  unclear?: string;
} {
  const { said, object, mentions } = options;
  const filters: Filter[] = [];
  const numeric = mentions
    .filter(({ field }) =>
      ['currency', 'double', 'int', 'percent'].includes(field.type),
    )
    .map(({ field }) => field);
  const fallback = ['Amount', 'AnnualRevenue']
    .map(name => object.fields.find(field => field.name === name))
    .find(Boolean);
  const found = said.matchPattern(comparison);
  const between = said.matchPattern(range);
  if (!found && !between) return { filters };
  if (!numeric[0] && object.name === 'Account') {
    return {
      filters,
      unclear: `Which field of ${
        object.label
      } should that number be compared with: ${object.fields
        .filter(({ type }) => type === 'currency')
        .map(({ label }) => label)
        .join(', ')}?`,
    };
  }
  const field = numeric[0] ?? fallback;
  if (!field)
    return {
      filters,
      unclear: `With which field of ${object.label} should that number be compared?`,
    };
  if (between) {
    const unit = /(?:k|thousand|mn|mio|m|million|bn|billion)\b/i.exec(
      between[2],
    )?.[0];
    // "between 50 and 75 thousand": both are thousands
    const first =
      unit && /^[$€£]?\s*[\d,.]+\s*$/.test(between[1])
        ? `${between[1].trim()} ${unit}`
        : between[1];
    const [low, high] = [numberOf(first), numberOf(between[2])];
    if (low !== undefined && high !== undefined) {
      filters.push({
        about: [field.name],
        condition: at =>
          soql.and(
            soql.compare(at(field.name), '>=', low),
            soql.compare(at(field.name), '<=', high),
          ),
        words: `${field.label} between ${low} and ${high}`,
      });
      said.takeText(between[0]);
    }
    return { filters };
  }
  if (found) {
    const value = numberOf(found[2]);
    const word = found[1].toLowerCase().replace(/^is /, '');
    const operator =
      operators.find(({ words }) => words.test(word))?.operator ?? '=';
    if (value !== undefined) {
      filters.push({
        about: [field.name],
        condition: at =>
          operator === '='
            ? soql.eq(at(field.name), value)
            : soql.compare(at(field.name), operator, value),
        words: `${field.label} ${operator} ${value}`,
      });
      said.takeText(found[0]);
    }
  }
  return { filters };
}
