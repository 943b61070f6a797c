import type { ObjectOperation } from '@salesdesk/backstage-plugin-salesforce-common';
import { permissionInWords } from '../inventory/permissionInWords';

/** What somebody asks about access, as far as their words say it. */
export interface AccessQuestion {
  operation?: ObjectOperation;
  object?: string;
  field?: string;
  /** System permissions that the words may mean. */
  permissions: string[];
}

// The longer first: "view all" is not "view".
const operations: [RegExp, ObjectOperation][] = [
  [/\b(view|see|read) all\b/, 'viewAll'],
  [/\b(modify|edit|change) all\b/, 'modifyAll'],
  [/\b(delete|deletes|remove)\b/, 'delete'],
  [/\b(create|creates|add|insert)\b/, 'create'],
  [/\b(edit|edits|change|update|write|modify)\b/, 'edit'],
  [/\b(read|reads|see|sees|view|open)\b/, 'read'],
];

const fillers =
  /\b(why|how|who|what|can|could|may|is|does|do|she|he|they|it|her|his|the|a|an|this|to|of|able|allowed|records?|permission|object|field|not)\b/g;

/**
 * Reads "why can she delete accounts?", "Account.Phone", "modify all data".
 * Names are those that the org has; what is not one of them is not guessed.
 */
export function recognizeAccessQuestion(
  text: string,
  known: { objects: string[]; permissions: string[] },
): AccessQuestion {
  const words = plain(text);
  if (!words) return { permissions: [] };
  const field = fieldIn(text, known.objects);
  const operation = operations.find(([pattern]) => pattern.test(words))?.[1];
  const object = field?.object ?? objectIn(words, known.objects);
  const meant = words.replace(fillers, ' ').split(/\s+/).filter(Boolean);
  return {
    ...(operation ? { operation } : {}),
    ...(object ? { object } : {}),
    ...(field ? { field: field.field } : {}),
    permissions:
      meant.length === 0
        ? []
        : known.permissions.filter(name => {
            const inWords = `${plain(
              permissionInWords(name),
            )} ${name.toLocaleLowerCase('en-US')}`;
            return meant.every(word => inWords.includes(word));
          }),
  };
}

function plain(text: string): string {
  return text
    .toLocaleLowerCase('en-US')
    .replace(/[?!,;:"“”]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function objectIn(words: string, objects: string[]): string | undefined {
  const padded = ` ${words.replace(/_/g, ' ')} `;
  return [...objects]
    .sort((one, other) => other.length - one.length)
    .find(name =>
      namesOf(name).some(spelling => padded.includes(` ${spelling} `)),
    );
}

/** `Subscription__c` as people write it: one, and many. */
function namesOf(object: string): string[] {
  const exact = object.toLocaleLowerCase('en-US').replace(/_/g, ' ');
  const bare = object.replace(/__c$/i, '');
  const spaced = plain(permissionInWords(bare));
  const joined = bare.toLocaleLowerCase('en-US');
  return [...new Set([spaced, joined])]
    .flatMap(name => [name, `${name}s`, name.replace(/y$/, 'ies')])
    .concat(exact);
}

function fieldIn(
  text: string,
  objects: string[],
): { object: string; field: string } | undefined {
  const match = /\b(\w+)\.(\w+)\b/.exec(text);
  if (!match) return undefined;
  const object = objects.find(
    name =>
      name.toLocaleLowerCase('en-US') === match[1].toLocaleLowerCase('en-US'),
  );
  return object ? { object, field: `${object}.${match[2]}` } : undefined;
}
