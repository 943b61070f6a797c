import type { ObjectDescription } from '@salesdesk/backstage-plugin-salesforce-node';
import { soql } from '@salesdesk/backstage-plugin-salesforce-node';
import { keyOf } from '../names/words';
import type { FieldMention } from './fieldWords';
import type { Filter } from './Filter';
import { negatedStart } from './negation';
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

/** Countries that go by several names, and are written by any of them. */
const sameCountry = [
  ['United States', 'USA', 'US', 'United States of America', 'America'],
  ['United Kingdom', 'UK', 'Great Britain', 'GB', 'Britain'],
  ['United Arab Emirates', 'UAE', 'AE'],
  ['Netherlands', 'Holland', 'NL'],
  ['Germany', 'Deutschland'],
  ['Czech Republic', 'Czechia'],
];

/** "the US": the United States, however they are written. */
export function namesOfPlace(name: string): string[] {
  const plain = (text: string) => text.replace(/\./g, '').toLowerCase();
  return (
    sameCountry.find(names =>
      names.some(each => plain(each) === plain(name.trim())),
    ) ?? [name]
  );
}

/** Where an object says in which place it is, or its account. */
export function placePaths(object: ObjectDescription): string[] {
  const has = (name: string) =>
    object.fields.some(field => field.name === name);
  const own = places.filter(has);
  return own.length === 0 && has('AccountId')
    ? ['BillingCountry', 'BillingCity', 'BillingState'].map(
        name => `Account.${name}`,
      )
    : own;
}

/** The path to the name of the company that a record belongs to. */
export function accountPath(object: ObjectDescription): string | undefined {
  return [
    { field: 'AccountId', path: 'Account.Name' },
    { field: 'Account__c', path: 'Account__r.Name' },
    { field: 'Company', path: 'Company' },
  ].find(({ field }) => object.fields.some(({ name }) => name === field))?.path;
}

/** "in Germany", "at Acme Industries", "named …". */
export function placeFilter(options: {
  said: Said;
  object: ObjectDescription;
  mentions: FieldMention[];
}): Filter[] {
  const { said, object, mentions } = options;
  // "with the highest ARR" names a field and no company
  const isField = (words: string) =>
    mentions.some(mention => mention.words === keyOf(words));
  const has = (name: string) =>
    object.fields.some(field => field.name === name);
  const filters: Filter[] = [];
  const nameField = has('Name') ? 'Name' : 'Subject';
  const quoted = said.matchPattern(/"([^"]+)"/u);
  if (quoted) {
    filters.push({
      about: [nameField],
      condition: at => soql.contains(at(nameField), quoted[1]),
      words: `named “${quoted[1]}”`,
    });
    said.takeText(quoted[0]);
  }
  const named = said.matchPattern(
    new RegExp(String.raw`\b(?:named|called)\s+(${capital})`, 'u'),
  );
  if (named) {
    filters.push({
      about: [nameField],
      condition: at => soql.contains(at(nameField), named[1]),
      words: `named “${named[1]}”`,
    });
    said.takeText(named[0]);
  }
  const list = String.raw`(${capital}(?:(?:,\s*|\s+or\s+|\s+and\s+)${capital})*)`;
  const elsewhere = said.matchPattern(
    new RegExp(
      String.raw`${negatedStart}(?:(?:in|from|based in|located in)\s+)?(?:the\s+)?${list}`,
      'u',
    ),
  );
  const placed =
    elsewhere ??
    said.matchPattern(
      new RegExp(
        String.raw`\b(?:in|from|based in|located in)\s+(?:the\s+)?${list}`,
        'u',
      ),
    );
  const placeFields = placePaths(object);
  // "in Qualification" is a stage that is accounted for
  if (placed && placeFields.length > 0 && said.has(placed[1])) {
    const wanted = placed[1]
      .split(/,\s*|\s+or\s+|\s+and\s+/)
      .flatMap(namesOfPlace);
    filters.push({
      about: placeFields,
      condition: at =>
        elsewhere
          ? soql.and(
              ...wanted.flatMap(place =>
                placeFields.map(field => soql.notEq(at(field), place)),
              ),
            )
          : soql.or(
              ...wanted.flatMap(place =>
                placeFields.map(field => soql.eq(at(field), place)),
              ),
            ),
      words: `${elsewhere ? 'not ' : ''}in ${placed[1]}`,
    });
    said.takeText(placed[0]);
  }
  const of = said.matchPattern(
    new RegExp(
      String.raw`\b(?:for|at|of|with|from|belong(?:ing|s)?\s+to)\s+(?:the\s+)?(?:account\s+|company\s+|customer\s+)?(${capital})(?:\s+account)?`,
      'u',
    ),
  );
  if (of && !isField(of[1])) {
    const path = accountPath(object);
    if (path) {
      filters.push({
        about: [path],
        condition: at => soql.contains(at(path), of[1]),
        words: `of ${of[1]}`,
      });
      said.takeText(of[0]);
    }
  }
  if (filters.length === 0) {
    const bare = said.matchPattern(
      new RegExp(
        String.raw`(?<=\s)(?<!\b(?:on|since|before|after|until|till|by|during)\s)(${capital})(?=\s|[.?!,]|$)`,
        'u',
      ),
    );
    const left = new Set(said.left().map(word => word.toLowerCase()));
    if (
      bare &&
      !isField(bare[1]) &&
      bare[1]
        .split(/\s+/)
        .every(word => left.has(word.toLowerCase().replace(/[.']+$/, '')))
    ) {
      const path =
        object.name === 'Account' || !has('AccountId')
          ? nameField
          : 'Account.Name';
      filters.push({
        about: [path],
        condition: at => soql.contains(at(path), bare[1]),
        words: `${path === nameField ? 'named' : 'of'} “${bare[1]}”`,
      });
      said.takeText(bare[0]);
    }
  }
  return filters;
}
