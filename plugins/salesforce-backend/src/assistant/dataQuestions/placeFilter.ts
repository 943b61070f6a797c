import type {
  ObjectDescription,
  SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { soql } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Said } from './Said';

const places = [
  'BillingCountry',
  'BillingCity',
  'BillingState',
  'MailingCountry',
  'MailingCity',
  'Country',
  'City',
  'State',
];
const capital = String.raw`\p{Lu}[\p{L}&.'-]*(?:\s+(?:(?:of|the|and|&)\s+)?[\p{Lu}\p{N}][\p{L}\p{N}&.'-]*)*`;

/** "in Germany", "at Acme Industries", "named …". */
export function placeFilter(options: {
  said: Said;
  object: ObjectDescription;
}): Array<{ condition: SoqlCondition; words: string }> {
  const { said, object } = options;
  const has = (name: string) =>
    object.fields.some(field => field.name === name);
  const filters: Array<{ condition: SoqlCondition; words: string }> = [];
  const nameField = has('Name') ? 'Name' : 'Subject';
  const quoted = said.matchPattern(/"([^"]+)"/u);
  if (quoted) {
    filters.push({
      condition: soql.contains(nameField, quoted[1]),
      words: `named “${quoted[1]}”`,
    });
    said.takeText(quoted[0]);
  }
  const named = said.matchPattern(
    new RegExp(String.raw`\b(?:named|called)\s+(${capital})`, 'u'),
  );
  if (named) {
    filters.push({
      condition: soql.contains(nameField, named[1]),
      words: `named “${named[1]}”`,
    });
    said.takeText(named[0]);
  }
  const placed = said.matchPattern(
    new RegExp(
      String.raw`\b(?:in|from|based in|located in)\s+(?:the\s+)?(${capital}(?:(?:,\s*|\s+or\s+|\s+and\s+)${capital})*)`,
      'u',
    ),
  );
  const placeFields = places.filter(has);
  if (placed && placeFields.length > 0) {
    filters.push({
      condition: soql.or(
        ...placed[1]
          .split(/,\s*|\s+or\s+|\s+and\s+/)
          .flatMap(place => placeFields.map(field => soql.eq(field, place))),
      ),
      words: `in ${placed[1]}`,
    });
    said.takeText(placed[0]);
  }
  const of = said.matchPattern(
    new RegExp(
      String.raw`\b(?:for|at|of|with|from)\s+(?:the\s+)?(?:account\s+|company\s+|customer\s+)?(${capital})(?:\s+account)?`,
      'u',
    ),
  );
  if (of) {
    const path = [
      { field: 'AccountId', path: 'Account.Name' },
      { field: 'Account__c', path: 'Account__r.Name' },
      { field: 'Company', path: 'Company' },
    ].find(({ field }) => has(field))?.path;
    if (path) {
      filters.push({
        condition: soql.contains(path, of[1]),
        words: `of ${of[1]}`,
      });
      said.takeText(of[0]);
    }
  }
  if (filters.length === 0) {
    const bare = said.matchPattern(
      new RegExp(String.raw`(?<=\s)(${capital})(?=\s|[.?!,]|$)`, 'u'),
    );
    const left = new Set(said.left().map(word => word.toLowerCase()));
    if (
      bare &&
      bare[1]
        .split(/\s+/)
        .every(word => left.has(word.toLowerCase().replace(/[.']+$/, '')))
    ) {
      const path =
        object.name === 'Account' || !has('AccountId')
          ? nameField
          : 'Account.Name';
      filters.push({
        condition: soql.contains(path, bare[1]),
        words: `${path === nameField ? 'named' : 'of'} “${bare[1]}”`,
      });
      said.takeText(bare[0]);
    }
  }
  return filters;
}
