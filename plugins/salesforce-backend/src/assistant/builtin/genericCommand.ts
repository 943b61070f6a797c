import type { InterpretableAction } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Proposal } from './Proposal';
import { Unclear, type Reading, type Spoken } from './Reading';

interface Property {
  key: string;
  required: boolean;
  picker?: string;
  input?: string;
  type?: string;
  title: string;
}

const kindsOf: Record<string, string[]> = {
  profile: ['profile'],
  role: ['role'],
  'permission-set': ['permission-set'],
  'permission-set-group': ['permission-set-group'],
  group: ['public-group', 'queue'],
  license: ['license'],
  'any-license': ['license', 'permission-set-license', 'package-license'],
};

/**
 * Understands an action by what it declares of itself: the verb and the words
 * of its id or its phrases, and its input's picker hints. For actions that the
 * grammar of this folder does not know, such as those of other modules.
 */
export function genericCommand(
  reading: Reading,
  actions: readonly InterpretableAction[],
): Proposal | undefined {
  const fitting = actions
    .filter(({ kind }) => kind === 'write')
    .map(action => ({ action, words: wordsFor(action, reading) }))
    .filter(({ words }) => words !== undefined)
    .sort(
      (left, right) => (right.words?.length ?? 0) - (left.words?.length ?? 0),
    );
  const [best, second] = fitting;
  if (!best?.words) return undefined;
  if (second?.words && second.words.length === best.words.length)
    return undefined;
  reading.takeAny(...best.words);
  return fill(reading, best.action);
}

/** The words of the sentence that name the action; undefined when they do not. */
function wordsFor(
  action: InterpretableAction,
  reading: Reading,
): string[] | undefined {
  const plain = ` ${reading.plain} `;
  const has = (words: string) => plain.includes(` ${words} `);
  const [, verb, ...rest] = action.id.split('_');
  const verbs = [...(verb ? [verb] : []), ...(action.phrases?.verbs ?? [])];
  const noun = rest.join(' ');
  const nouns = [
    ...(noun ? [noun, `${noun}s`] : []),
    ...(action.phrases?.nouns ?? []),
  ];
  const saidVerb = verbs.map(words => words.toLowerCase()).find(has);
  const saidNoun = nouns.map(words => words.toLowerCase()).find(has);
  if (saidVerb && (saidNoun || nouns.length === 0))
    return [saidVerb, ...(saidNoun ? [saidNoun] : [])];
  for (const template of action.phrases?.templates ?? []) {
    const fixed = template
      .toLowerCase()
      .split(/\{[^}]*\}/)
      .map(part => part.trim())
      .filter(Boolean);
    let at = 0;
    const isThere = fixed.every(part => {
      const found = plain.indexOf(` ${part} `, at);
      at = found + part.length;
      return found >= 0;
    });
    if (fixed.length > 0 && isThere) return fixed;
  }
  return undefined;
}

function propertiesOf(action: InterpretableAction): Property[] {
  const { properties, required } = action.inputSchema as {
    properties?: Record<string, Record<string, unknown>>;
    required?: string[];
  };
  return Object.entries(properties ?? {}).map(([key, schema]) => {
    const items = schema.items as Record<string, unknown> | undefined;
    const hint = schema['x-picker'] ?? items?.['x-picker'];
    return {
      key,
      required: required?.includes(key) ?? false,
      ...(typeof hint === 'string' ? { picker: hint } : {}),
      ...(typeof schema['x-input'] === 'string'
        ? { input: schema['x-input'] }
        : {}),
      ...(typeof schema.type === 'string' ? { type: schema.type } : {}),
      title: typeof schema.title === 'string' ? schema.title : key,
    };
  });
}

function fill(reading: Reading, action: InterpretableAction): Proposal {
  const input: Record<string, unknown> = {};
  let people: Spoken[] = [];
  const until = reading.takeUntil();
  reading.takeReason();
  for (const property of propertiesOf(action)) {
    const { key, picker, type, required, title } = property;
    if (picker === 'salesforce-user') {
      people = reading.people({ optional: !required });
      if (people.length > 0) {
        const references = people.map(({ reference }) => reference);
        input[key] = type === 'array' ? references : references[0];
      }
    } else if (picker && kindsOf[picker]) {
      const mentions = reading.named(...kindsOf[picker]);
      if (mentions.length > 0) {
        const found = mentions.map(
          mention => reading.one(mention, title, ...kindsOf[picker]).value,
        );
        input[key] = type === 'array' ? found : found[0];
      } else if (required) {
        throw new Unclear(`${title}: which one?`);
      }
    } else if (property.input === 'moment' && until) {
      input[key] = until;
    } else if (type === 'string' && required) {
      const quote = reading.mentions.find(
        ({ quoted, from }) => quoted && !reading.used[from],
      );
      if (!quote) throw new Unclear(`${title}: what should it be?`);
      reading.takeMention(quote);
      input[key] = quote.text;
    } else if (required) {
      throw new Unclear(`I need “${title}” for that; use the form.`);
    }
  }
  return {
    people,
    drafts: [
      {
        action: action.id,
        input,
        ...(reading.reason ? { reason: reading.reason } : {}),
      },
    ],
  };
}
