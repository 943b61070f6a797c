import {
  soql,
  type ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { FieldMention } from './fieldWords';
import type { Filter } from './Filter';
import type { Said } from './Said';

const words = `"?([\\p{L}\\p{N}][\\p{L}\\p{N}&.' -]{1,60}?)"?(?=\\s*(?:[?.,]|$)|\\s+(?:with|in|that|which|created|opened|closed|and|sorted|by|from|of)\\b)`;

const ways: Array<{ pattern: RegExp; starts: boolean }> = [
  {
    pattern: new RegExp(
      `\\b(?:starts?|starting|begins?|beginning) with\\s+${words}`,
      'iu',
    ),
    starts: true,
  },
  {
    pattern: new RegExp(
      `\\b(?:contains?|containing|mentions?|mentioning|including the words?|with the words?)\\s+${words}`,
      'iu',
    ),
    starts: false,
  },
];

const about = new RegExp(`\\b(?:about|regarding)\\s+${words}`, 'iu');

/** "whose name starts with A", "that mention login", cases "about login". */
export function textFilters(options: {
  said: Said;
  object: ObjectDescription;
  mentions: FieldMention[];
}): Filter[] {
  const { said, object, mentions } = options;
  const text = mentions.find(({ field }) =>
    ['string', 'email', 'phone', 'url'].includes(field.type),
  )?.field.name;
  const usual = ['Subject', 'Name'].find(name =>
    object.fields.some(field => field.name === name),
  );
  const field = text ?? usual;
  if (!field) return [];
  const filters: Filter[] = [];
  for (const { pattern, starts } of ways) {
    const found = said.matchPattern(pattern);
    if (!found) continue;
    said.takeText(found[0]);
    filters.push({
      about: [field],
      words: `${field} ${starts ? 'starts with' : 'contains'} “${found[1]}”`,
      condition: at =>
        starts
          ? soql.startsWith(at(field), found[1])
          : soql.contains(at(field), found[1]),
    });
  }
  for (const { field: named, words: called } of mentions) {
    if (!['string', 'email', 'phone', 'url'].includes(named.type)) continue;
    const inside = said.matchPattern(
      new RegExp(
        `\\b(?:in|of|from) the (\\p{Lu}[\\p{L}\\p{N}&.' -]*?) ${called.replace(
          / /g,
          '\\s+',
        )}\\b`,
        'u',
      ),
    );
    if (inside) {
      said.takeText(inside[0]);
      filters.push({
        about: [named.name],
        words: `${named.label} “${inside[1]}”`,
        condition: at => soql.eq(at(named.name), inside[1]),
      });
      continue;
    }
    const same = said.matchPattern(
      new RegExp(
        `\\b${called.replace(
          / /g,
          '\\s+',
        )}\\s+(?:is|equals|equal to|=)\\s+(?!(?:empty|blank|missing|not|null|set)\\b)${words}`,
        'iu',
      ),
    );
    if (!same) continue;
    said.takeText(same[0]);
    filters.push({
      about: [named.name],
      words: `${named.label} “${same[1]}”`,
      condition: at => soql.eq(at(named.name), same[1]),
    });
  }
  const subject = usual === 'Subject' ? said.matchPattern(about) : undefined;
  if (subject) {
    said.takeText(subject[0]);
    filters.push({
      about: ['Subject'],
      words: `about “${subject[1]}”`,
      condition: at => soql.contains(at('Subject'), subject[1]),
    });
  }
  return filters;
}
