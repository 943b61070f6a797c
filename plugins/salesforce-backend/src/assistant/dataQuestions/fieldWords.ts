import type {
  FieldDescription,
  ObjectDescription,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { keyOf } from '../names/words';

/** Words for fields besides their labels, by object or for all. */
const nicknames: Record<string, string[]> = {
  revenue: ['AnnualRevenue'],
  'annual revenue': ['AnnualRevenue'],
  headcount: ['NumberOfEmployees'],
  employees: ['NumberOfEmployees'],
  stage: ['StageName'],
  value: ['Amount'],
  worth: ['Amount'],
  size: ['Amount'],
  closing: ['CloseDate'],
  'close date': ['CloseDate'],
  country: ['BillingCountry', 'MailingCountry', 'Country'],
  city: ['BillingCity', 'MailingCity', 'City'],
  state: ['BillingState', 'MailingState', 'State'],
  'phone number': ['Phone'],
  'email address': ['Email', 'SuppliedEmail'],
  'e mail address': ['Email', 'SuppliedEmail'],
  email: ['Email', 'SuppliedEmail'],
  'e mail': ['Email'],
  mail: ['Email'],
  created: ['CreatedDate'],
  modified: ['LastModifiedDate'],
  updated: ['LastModifiedDate'],
  'due date': ['ActivityDate'],
  due: ['ActivityDate'],
  name: ['Name', 'Subject'],
  owner: ['OwnerId'],
  account: ['AccountId', 'Account__c'],
  company: ['Company', 'AccountId'],
  'last login': ['LastLoginDate'],
  arr: ['ARR__c'],
  surname: ['LastName'],
  'family name': ['LastName'],
  forename: ['FirstName'],
};

/** A field with the words that named it. */
export interface FieldMention {
  field: FieldDescription;
  words: string;
  at: number;
}

/** All fields that a text names, the longest words first. */
export function fieldsIn(
  text: string,
  description: ObjectDescription,
): FieldMention[] {
  const plain = ` ${keyOf(text)} `;
  const mentions: FieldMention[] = [];
  const own = keyOf(description.label);
  for (const field of description.fields) {
    const label = keyOf(field.label);
    const bare = label.startsWith(`${own} `)
      ? label.slice(own.length + 1)
      : label;
    const names = new Set([
      label,
      keyOf(field.name.replace(/__c$/, '')),
      keyOf(field.name.replace(/__c$/, '').replace(/_/g, ' ')),
      keyOf(field.name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/__c$/, '')),
      ...(bare.length > 3 ? [bare] : []),
      ...(label.endsWith(' id') ? [label.slice(0, -3)] : []),
    ]);
    // "that renew automatically": the field "Auto Renew"
    const auto = /^auto(?:matic)? (.+)$/.exec(label)?.[1];
    if (auto && field.type === 'boolean') {
      for (const words of [auto, `${auto}s`]) {
        names.add(`${words} automatically`);
        names.add(`automatically ${words}`);
      }
    }
    for (const words of names) {
      note(field, words);
      note(field, pluralOf(words));
    }
  }
  for (const [words, candidates] of Object.entries(nicknames)) {
    const name = candidates.find(candidate =>
      description.fields.some(field => field.name === candidate),
    );
    const field = description.fields.find(each => each.name === name);
    if (field) {
      note(field, words);
      note(field, pluralOf(words));
    }
  }
  mentions.sort(
    (left, right) =>
      right.words.length - left.words.length || rankOf(left) - rankOf(right),
  );
  const kept: FieldMention[] = [];
  for (const mention of mentions) {
    const overlaps = kept.some(
      ({ at, words }) =>
        mention.at < at + words.length &&
        at < mention.at + mention.words.length,
    );
    if (!overlaps) kept.push(mention);
  }
  return kept;

  function note(field: FieldDescription, words: string): void {
    if (words.length < 2) return;
    const at = plain.indexOf(` ${words} `);
    if (at >= 0) mentions.push({ field, words, at });
  }
}

/** "email addresses", "industries", "statuses". */
function pluralOf(words: string): string {
  if (/[^aeiou]y$/.test(words)) return words.replace(/y$/, 'ies');
  return /(?:s|x|ch|sh)$/.test(words) ? `${words}es` : `${words}s`;
}

/** Fields that people mean before others of the same label. */
function rankOf({ field }: FieldMention): number {
  return field.custom ? 1 : 0;
}

/** The one field that a text names. */
export function fieldAt(
  text: string,
  description: ObjectDescription,
  wanted: { updateable?: boolean } = {},
): FieldDescription | undefined {
  const mentions = fieldsIn(text, description).filter(
    ({ field }) => !wanted.updateable || field.updateable,
  );
  const object = keyOf(description.label);
  const best = mentions
    .filter(
      ({ words, field }) =>
        words !== object && !(field.name === 'Name' && mentions.length > 1),
    )
    .sort(
      (left, right) =>
        right.words.length - left.words.length || right.at - left.at,
    );
  return best[0]?.field;
}
