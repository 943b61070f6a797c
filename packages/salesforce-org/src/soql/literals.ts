import { isCalendarDay } from '../core/calendarDay';
import { dateLiteralNames, isCountedDateLiteral } from './dateLiteralNames';
import type { Literal } from './syntaxTree';
import { SoqlSyntaxError } from './SoqlSyntaxError';
import type { TokenReader } from './TokenReader';

const currencyForm = /^[A-Za-z]{3}(\d+)$/;

/*
 * In LIKE, `\_` and `\%` mean the characters themselves. Until the operator
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

/** The value that comes next: `'text'`, `5`, `TODAY`, `LAST_N_DAYS:30`. */
export function readLiteral(reader: TokenReader): Literal {
  const token = reader.next;
  const { text, offset } = token;
  const base = { kind: 'literal' as const, text, offset };
  switch (token.kind) {
    case 'string':
      reader.take();
      return { ...base, type: 'string', value: unescape(text, offset) };
    case 'number':
      reader.take();
      return { ...base, type: 'number', value: Number(text) };
    case 'datetime':
    case 'date':
      // no 30th of February
      if (!isCalendarDay(text.slice(0, 10))) throw reader.unexpected();
      reader.take();
      return { ...base, type: token.kind, value: text.toUpperCase() };
    case 'time':
      reader.take();
      return { ...base, type: token.kind, value: text.toUpperCase() };
    case 'name':
      return readNamedLiteral(reader);
    default:
      throw reader.unexpected();
  }
}

/** `null`, `true`, `TODAY`, `LAST_N_DAYS:30`, `USD5000`; nothing else. */
function readNamedLiteral(reader: TokenReader): Literal {
  const name = reader.take();
  const word = name.text.toUpperCase();
  const { text, offset } = name;
  const base = { kind: 'literal' as const, text, offset };
  if (word === 'NULL') return { ...base, type: 'null', value: null };
  if (word === 'TRUE' || word === 'FALSE') {
    return { ...base, type: 'boolean', value: word === 'TRUE' };
  }
  if (dateLiteralNames.has(word)) {
    const value = { ...base, type: 'dateLiteral' as const, value: word };
    if (!isCountedDateLiteral(word)) return value;
    reader.expect(':');
    const count = reader.takeKind('number');
    if (!/^\d+$/.test(count.text)) throw reader.unexpected(count);
    return {
      ...value,
      text: `${text}:${count.text}`,
      count: Number(count.text),
    };
  }
  const amount = currencyForm.exec(text);
  if (amount) return { ...base, type: 'currency', value: Number(amount[1]) };
  throw reader.unexpected(name);
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
