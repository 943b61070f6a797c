import { plainWord } from '../names/words';

/** A piece of a sentence. */
export interface Token {
  kind: 'word' | 'quote' | 'email' | 'id' | 'ref' | 'stop';
  /** Lower case, without accents; of a quote, its content. */
  plain: string;
  text: string;
  start: number;
  end: number;
  /** Whether a comma, a dash or a bracket stands before it. */
  afterBreak: boolean;
  /** Whether it was written with a capital. */
  capital: boolean;
  /** Carries 's, as in "Marco's". */
  possessive: boolean;
}

const pattern = new RegExp(
  [
    '"(?<quote>[^"]+)"',
    "(?<=^|[\\s(])'(?<single>[^']{2,80})'(?=$|[\\s.,;:!?)])",
    '(?<email>[\\p{L}\\p{N}._%+\\-]+@[\\p{L}\\p{N}\\-]+(?:\\.[\\p{L}\\p{N}\\-]+)+)',
    '(?<ref>(?:user|group):[\\w.\\-]+\\/[\\w.\\-]+)',
    '(?<id>\\b(?=[A-Za-z0-9]*\\d)[A-Za-z0-9]{3}[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?\\b)',
    "(?<word>[\\p{L}\\p{N}\\p{M}_]+(?:['&/][\\p{L}\\p{N}\\p{M}_]+)*)",
    '(?<stop>[.;!?]+(?=\\s|$)|;|\\n)',
    '(?<brk>[,:()—–]|\\s-\\s|--)',
  ].join('|'),
  'gu',
);

/** Curly quotes made straight, odd blanks made plain; as long as before. */
export function normalized(text: string): string {
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚`´]/g, "'")
    .replace(/[\u00a0\u2000-\u200b\u202f\ufeff\t]/g, ' ');
}

/** The pieces of a sentence, in order. Pure. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let afterBreak = false;
  for (const found of normalized(text).matchAll(pattern)) {
    const groups = found.groups ?? {};
    if (groups.brk !== undefined) {
      afterBreak = true;
      continue;
    }
    const base = {
      start: found.index,
      end: found.index + found[0].length,
      afterBreak,
      capital: /^\p{Lu}/u.test(found[0]),
      possessive: false,
    };
    afterBreak = false;
    const quote = groups.quote ?? groups.single;
    if (quote !== undefined) {
      tokens.push({
        ...base,
        kind: 'quote',
        plain: plainWord(quote),
        text: quote.trim(),
      });
    } else if (groups.email) {
      tokens.push({
        ...base,
        kind: 'email',
        plain: groups.email.toLowerCase(),
        text: groups.email,
      });
    } else if (groups.ref) {
      tokens.push({
        ...base,
        kind: 'ref',
        plain: groups.ref.toLowerCase(),
        text: groups.ref,
      });
    } else if (groups.id) {
      tokens.push({ ...base, kind: 'id', plain: groups.id, text: groups.id });
    } else if (groups.stop) {
      tokens.push({ ...base, kind: 'stop', plain: '.', text: groups.stop });
    } else {
      const word = found[0];
      const own = /^(.+)'s$/iu.exec(word);
      const isShort =
        own &&
        /^(he|she|it|that|who|what|there|let|here|where|when|how)$/i.test(
          own[1],
        );
      const asksOrPoints =
        own && /^(it|that|who|what|there|here|where|when|how)$/i.test(own[1]);
      const text2 = own && (!isShort || asksOrPoints) ? own[1] : word;
      tokens.push({
        ...base,
        kind: 'word',
        plain: plainWord(text2),
        text: text2,
        possessive: Boolean(own && !isShort),
      });
    }
  }
  // an address or a quote may be followed by 's, which is then a word of its own
  return tokens.filter((token, index) => {
    const before = tokens[index - 1];
    if (
      token.plain === 's' &&
      before &&
      before.end + 1 >= token.start &&
      before.kind !== 'word'
    ) {
      before.possessive = true;
      return false;
    }
    return true;
  });
}
