import { objectsIn, type ObjectWords } from '../../dataQuestions/objectWords';

/** The record that a step is about, and the words that do not name it. */
export type NamedRecord =
  | { kind: 'named'; object: string; record: string; rest: string }
  /** An object, but none of its records. */
  | { kind: 'unnamed' }
  | undefined;

const idPattern = /\b(?=[A-Za-z0-9]*\d)[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?\b/;

/** What ends a name: where the values begin, or another part of the sentence. */
const stop =
  '(?=\\s+(?:to|as|so|is|should|must|will|needs|now|with|from|and|into|has|set|stage|status|amount|priority|phone|at)\\b|\\s*[,;:=]|\\s*$)';

/** Words that are no names. */
const noName =
  /^(?:the|an?|my|our|this|that|it|its|all|every|any|some|update|change|set|mark|close|new|stage|status|amount|priority|phone|close date|name|owner|email)$/i;

/**
 * "the stage of the Acme renewal opportunity", "contact Jane Doe", "case
 * 00001234", "this opportunity". Whether there is such a record is for the org
 * to say. Pure.
 */
export function namedRecord(options: {
  text: string;
  objects: readonly ObjectWords[];
  here: { object: string; id: string } | undefined;
}): NamedRecord {
  const { text, objects, here } = options;
  const id = idPattern.exec(text)?.[0];
  if (id) {
    const object = objects.find(
      ({ keyPrefix }) => keyPrefix === id.slice(0, 3),
    );
    if (!object) return { kind: 'unnamed' };
    const nouns = `(?:the\\s+)?(?:(?:${object.label}|record)\\s+)?(?:with\\s+)?(?:the\\s+)?(?:id\\s+)?`;
    return {
      kind: 'named',
      object: object.name,
      record: id,
      rest: text.replace(
        new RegExp(`(?:\\b(?:of|for|on|in)\\s+)?${nouns}${id}`, 'i'),
        ' ',
      ),
    };
  }
  for (const { name: object, words } of objectsIn(text, objects)) {
    if (object === 'User') continue;
    if (isMany(text, words)) return { kind: 'unnamed' };
    const found = nameBeside(text, words);
    if (found) return { kind: 'named', object, ...found };
    if (here?.object === object) {
      const rest = text.replace(
        new RegExp(
          `(?:\\b(?:of|for|on|in)\\s+)?\\b(?:this|that|the)?\\s*${words}\\b(?:'s)?`,
          'i',
        ),
        ' ',
      );
      return { kind: 'named', object, record: here.id, rest };
    }
    return { kind: 'unnamed' };
  }
  if (here && !/"/.test(text.split(/\bto\b/i)[0])) {
    return {
      kind: 'named',
      object: here.object,
      record: here.id,
      rest: text.replace(
        /(?:\b(?:of|for|on|in)\s+)?\b(?:this|it|that)(?:\s+(?:one|record))?\b/i,
        ' ',
      ),
    };
  }
  return here ? undefined : { kind: 'unnamed' };
}

/** "all open cases": one record at a time is changed here. */
function isMany(text: string, words: string): boolean {
  return new RegExp(
    `\\b(?:all|every|each|any|both|several|many)\\b[^",]{0,40}\\b${words}\\b`,
    'i',
  ).test(text);
}

/** A name before or behind the noun: "opportunity X", "the X opportunity". */
function nameBeside(
  text: string,
  words: string,
): { record: string; rest: string } | undefined {
  const noun = words.replace(/ /g, '\\s+');
  const patterns = [
    // opportunity "X", "X" opportunity
    `(?:\\b(?:of|for|on|in)\\s+)?(?:\\bthe\\s+)?\\b${noun}\\s+(?:named\\s+|called\\s+|for\\s+)?"(?<name>[^"]+)"(?:'s)?`,
    `(?:\\b(?:of|for|on|in)\\s+)?(?:\\bthe\\s+)?"(?<name>[^"]+)"\\s+${noun}\\b`,
    // case 00001234
    `(?:\\b(?:of|for|on|in)\\s+)?(?:\\bthe\\s+)?\\b${noun}\\s+(?:number\\s+|no\\.?\\s+|#\\s*)?#?(?<name>\\d{4,10})\\b`,
    // of the X opportunity; the X opportunity's stage
    `\\b(?:of|for|on|in)\\s+(?:the\\s+|my\\s+|our\\s+)?(?<name>[^",]{2,80}?)\\s+${noun}\\b(?:'s)?`,
    // of contact X to …
    `\\b(?:of|for|on|in)\\s+(?:the\\s+|my\\s+)?${noun}\\s+(?:named\\s+|called\\s+)?(?<name>[^",]{2,80}?)(?:'s)?${stop}`,
    // update case X: …; contact X's phone
    `\\b${noun}\\s+(?:named\\s+|called\\s+)?(?<name>[^",]{2,80}?)'s\\b`,
    `\\b${noun}\\s+(?:named\\s+|called\\s+)?(?<name>\\p{Lu}[^",]{1,80}?)${stop}`,
    // set the X opportunity to …
    `\\b(?:update|change|set|mark|move|put|close|reopen|assign|reassign|rename|edit|modify|push|make|give|hand|clear)\\s+(?:the\\s+|my\\s+|our\\s+)?(?<name>[^",]{2,80}?)\\s+${noun}\\b(?:'s)?`,
    `\\b${noun}\\s+(?:named\\s+|called\\s+)?(?<name>[^",]{2,80}?)${stop}`,
  ];
  for (const pattern of patterns) {
    // names in capitals are told from words only where case counts
    const flags = pattern.includes('\\p{Lu}') ? 'u' : 'iu';
    const found = new RegExp(
      flags === 'u' ? pattern.replace(noun, caseless(noun)) : pattern,
      flags,
    ).exec(text);
    const name = found?.groups?.name
      .trim()
      .replace(/^(?:the|my|our)\s+/i, '')
      .replace(/'s$/, '');
    if (!found || !name || noName.test(name)) continue;
    if (/\b(?:stage|status|amount|priority|phone|date|to|of)\b/i.test(name)) {
      continue;
    }
    const from = found.index;
    const verb =
      /^(?:update|change|set|mark|move|put|close|reopen|assign|reassign|rename|edit|modify|push|make)\b/i.exec(
        found[0],
      )?.[0];
    return {
      record: name,
      rest: `${text.slice(0, from)}${verb ?? ''} ${text.slice(
        from + found[0].length,
      )}`,
    };
  }
  return undefined;
}

function caseless(noun: string): string {
  return noun.replace(/\p{Ll}/gu, (letter, at: number) =>
    noun[at - 1] === '\\' ? letter : `[${letter}${letter.toUpperCase()}]`,
  );
}
