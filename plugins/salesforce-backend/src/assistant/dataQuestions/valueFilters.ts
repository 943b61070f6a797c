import type { ObjectDescription } from '@salesdesk/backstage-plugin-salesforce-node';
import { soql } from '@salesdesk/backstage-plugin-salesforce-node';
import { keyOf } from '../names/words';
import type { FieldMention } from './fieldWords';
import type { Filter } from './Filter';
import { negated } from './negation';
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
}): Filter[] {
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
        // "leads from the web" says where they came from
        const isOrigin =
          ['LeadSource', 'Origin'].includes(field.name) &&
          words.length > 2 &&
          said.matchPattern(
            new RegExp(
              `\\b(?:from|via|through|by|over)(?: the)? ${words.replace(
                /[^\p{L}\p{N} ]/gu,
                '.',
              )}\\b`,
            ),
          );
        if (isVague && !isOrigin && !named.has(field.name)) continue;
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
  // "not in stage Prospecting or Qualification" turns all of them round
  const turned = new Set<string>();
  for (const each of found) {
    const not = said.matchPattern(negated(each.words));
    if (!not) continue;
    said.takeText(not[0].slice(0, not[0].length - each.words.length));
    turned.add(each.field);
  }
  for (const each of found) said.take(each.words);
  return [...byField].map(([field, values]) => {
    const isNot = turned.has(field);
    const list = [...values];
    return {
      about: [field],
      condition: at => {
        if (list.length > 1) {
          return isNot
            ? soql.notInList(at(field), list)
            : soql.inList(at(field), list);
        }
        return isNot
          ? soql.notEq(at(field), list[0])
          : soql.eq(at(field), list[0]);
      },
      words: `${labels.get(field)} ${isNot ? 'not ' : ''}${list.join(' or ')}`,
    };
  });
}
