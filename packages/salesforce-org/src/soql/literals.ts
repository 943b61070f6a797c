import type { IToken } from 'chevrotain';
import { dateLiteralNames, isCountedDateLiteral } from './dateLiteralNames';
import type { Literal } from './syntaxTree';
import { SoqlSyntaxError } from './SoqlSyntaxError';

const currencyForm = /^[A-Za-z]{3}(\d+(?:\.\d+)?)$/;

/*
 * In LIKE, `\\_` and `\\%` mean the characters themselves. Until the operator
 * is known they are kept apart from the wildcards by characters that nobody
 * writes (private use area).
 */
export const literalUnderscore = '\uE000';
export const literalPercent = '\uE001';

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
  _: literalUnderscore,
  '%': literalPercent,
};

/** The text of a literal outside of LIKE, where `_` and `%` are no wildcards. */
export function plainText(value: string): string {
  return value
    .replaceAll(literalUnderscore, '_')
    .replaceAll(literalPercent, '%');
}

/** The value of a literal that the lexer has recognised by its form. */
export function readLiteral(token: IToken): Literal {
  const { image: text, startOffset: offset } = token;
  const base = { kind: 'literal' as const, text, offset };
  switch (token.tokenType.name) {
    case 'StringValue':
      return { ...base, type: 'string', value: unescape(text, offset) };
    case 'NumberValue':
      return { ...base, type: 'number', value: Number(text) };
    case 'DateTimeValue':
      return { ...base, type: 'datetime', value: text };
    case 'DateValue':
      return { ...base, type: 'date', value: text };
    case 'TimeValue':
      return { ...base, type: 'time', value: text };
    default:
      return { ...base, type: 'null', value: null };
  }
}

/** `true`, `TODAY`, `LAST_N_DAYS:30`, `USD5000`; nothing else is a value. */
export function readNamedLiteral(name: IToken, count?: IToken): Literal {
  const { image, startOffset: offset } = name;
  const word = image.toUpperCase();
  const base = { kind: 'literal' as const, text: image, offset };
  if (!count && (word === 'TRUE' || word === 'FALSE')) {
    return { ...base, type: 'boolean', value: word === 'TRUE' };
  }
  if (dateLiteralNames.has(word)) {
    if (isCountedDateLiteral(word) !== (count !== undefined)) {
      throw unexpected(count ?? name);
    }
    if (!count) return { ...base, type: 'dateLiteral', value: word };
    if (!/^\d+$/.test(count.image)) throw unexpected(count);
    const number = Number(count.image);
    const text = `${image}:${count.image}`;
    return { ...base, text, type: 'dateLiteral', value: word, count: number };
  }
  const amount = count ? null : currencyForm.exec(image);
  if (amount) return { ...base, type: 'currency', value: Number(amount[1]) };
  throw unexpected(name);
}

/** LIMIT and OFFSET take whole numbers. */
export function readNumber(token: IToken): { value: number; offset: number } {
  if (token.image && !/^\d+$/.test(token.image)) throw unexpected(token);
  return { value: Number(token.image), offset: token.startOffset };
}

function unexpected(token: IToken): SoqlSyntaxError {
  return new SoqlSyntaxError({
    message: `unexpected token: '${token.image}'`,
    offset: token.startOffset,
  });
}

function unescape(text: string, offset: number): string {
  const inner = text.slice(1, -1);
  if (/[\n\r]/.test(inner)) {
    throw new SoqlSyntaxError({
      message: 'Line breaks not allowed in string literals',
      offset,
    });
  }
  if (!inner.includes('\\')) return inner;
  return inner.replace(
    /\\(?:u([0-9A-Fa-f]{4})|([\s\S]))/g,
    (_, code: string | undefined, character: string) => {
      if (code) return String.fromCharCode(parseInt(code, 16));
      const value = escapes[character] ?? escapes[character.toLowerCase()];
      if (value === undefined) {
        throw new SoqlSyntaxError({
          message: `Invalid string literal '${inner}'. Illegal character sequence '\\${character}' in string literal.`,
          offset,
        });
      }
      return value;
    },
  );
}
