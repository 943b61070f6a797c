import type {
  ObjectDescription,
  SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { soql } from '@salesdesk/backstage-plugin-salesforce-node';
import { keyOf } from '../names/words';
import type { FieldMention } from './fieldWords';
import type { Said } from './Said';

const preferred = [
  'StageName',
  'Status',
  'Priority',
  'Rating',
  'Industry',
  'Type',
  'Risk__c',
  'LeadSource',
  'Origin',
];
/** Values that say too little alone. */
const vague = new Set([
  'other',
  'new',
  'open',
  'closed',
  'all',
  'none',
  'yes',
  'no',
  'web',
  'customer',
  'partner',
  'email',
  'phone',
]);

/** "in Negotiation", "high priority", "Banking": values of picklists. */
export function valueFilters(options: {
  said: Said;
  object: ObjectDescription;
  mentions: FieldMention[];
}): Array<{ condition: SoqlCondition; words: string }> {
  const { said, object, mentions } = options;
  const named = new Set(mentions.map(({ field }) => field.name));
  const found: Array<{
    field: string;
    label: string;
    value: string;
    words: string;
  }> = [];
  for (const field of object.fields) {
    if (field.type !== 'picklist' || field.picklistValues.length === 0)
      continue;
    if (!field.filterable) continue;
    for (const { value, label, active } of field.picklistValues) {
      if (!active) continue;
      const names = new Set([
        label.toLowerCase(),
        value.toLowerCase(),
        ...label.toLowerCase().split('/'),
      ]);
      for (const words of names) {
        const isVague = vague.has(keyOf(words)) || words.length < 3;
        if (isVague && !named.has(field.name)) continue;
        if (said.has(words))
          found.push({ field: field.name, label: field.label, value, words });
      }
    }
  }
  const rank = (name: string) => {
    if (named.has(name)) return -1;
    const place = preferred.indexOf(name);
    return place < 0 ? 99 : place;
  };
  found.sort(
    (left, right) =>
      right.words.length - left.words.length ||
      rank(left.field) - rank(right.field),
  );
  const byField = new Map<string, Set<string>>();
  const labels = new Map<string, string>();
  for (const each of found) {
    if (
      !said.has(each.words) ||
      [...byField.values()].some(values => values.has(each.value))
    )
      continue;
    const overlaps = found.some(
      other =>
        other !== each &&
        byField.get(other.field)?.has(other.value) &&
        other.words.includes(each.words),
    );
    if (overlaps) continue;
    const values = byField.get(each.field) ?? new Set<string>();
    values.add(each.value);
    byField.set(each.field, values);
    labels.set(each.field, each.label);
  }
  for (const each of found) said.take(each.words);
  return [...byField].map(([field, values]) => ({
    condition:
      values.size === 1
        ? soql.eq(field, [...values][0])
        : soql.inList(field, [...values]),
    words: `${labels.get(field)} ${[...values].join(' or ')}`,
  }));
}
