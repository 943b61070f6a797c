import { SoqlSyntaxError } from './SoqlSyntaxError';

export type TokenKind =
  | 'name'
  | 'string'
  | 'number'
  | 'date'
  | 'datetime'
  | 'time'
  | 'operator'
  | 'mark'
  | 'end';

/** A piece of a query. Keywords are names: it is the grammar that knows. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly offset: number;
}

/** In the order in which they are tried. */
const forms: readonly (readonly [TokenKind, string])[] = [
  [
    'datetime',
    '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:Z|[+-]\\d{2}:?\\d{2})',
  ],
  ['date', '\\d{4}-\\d{2}-\\d{2}'],
  ['time', '\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?Z'],
  ['number', '[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:e[+-]?\\d+)?'],
  ['name', '[a-z_]\\w*'],
  ['string', "'(?:[^'\\\\]|\\\\[\\s\\S])*'"],
  ['operator', '!=|<>|<=|>=|=|<|>'],
  // Whatever else stands there, so that the parser can point at it.
  ['mark', '\\S'],
];

const expression = new RegExp(
  `\\s*(?:${forms.map(([kind, source]) => `(?<${kind}>${source})`).join('|')})`,
  'iy',
);

/** Cuts a query into tokens; the last one is the end. */
export function tokenize(soql: string): Token[] {
  const tokens: Token[] = [];
  expression.lastIndex = 0;
  for (;;) {
    const match = expression.exec(soql);
    if (!match?.groups) break;
    const { groups } = match;
    const kind = forms.find(([name]) => groups[name] !== undefined)![0];
    const text = groups[kind];
    const offset = match.index + match[0].length - text.length;
    if (text === "'") {
      throw new SoqlSyntaxError({
        message: "mismatched character '<EOF>' expecting '''",
        offset,
      });
    }
    tokens.push({ kind, text, offset });
  }
  const { length } = soql.trimEnd();
  tokens.push({ kind: 'end', text: '<EOF>', offset: length });
  return tokens;
}
