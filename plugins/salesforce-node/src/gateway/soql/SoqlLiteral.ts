import { refuseSoql } from './refuseSoql';

/**
 * A value that stands in a query without quotes: a date, a date-time or a
 * relative date. Only the builders of {@link soql} make one.
 *
 * @public
 */
export class SoqlLiteral {
  readonly #text: string;

  /** @internal */
  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** A value to compare a field with. @public */
export type SoqlValue = string | number | boolean | null | SoqlLiteral;

const namedEscapes: Record<string, string> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/*
 * Backslash first, by one pass over the characters: escaping the quote alone
 * (as jsforce's query builder does) lets "a\" swallow the closing quote.
 * Control characters and the two line separators of Unicode are written as
 * \uXXXX so that no reader of the text sees a line end where there is none.
 */
const toEscape = /[\\'\p{Cc}\u2028\u2029]/gu;
const toEscapeInPattern = /[\\'%_\p{Cc}\u2028\u2029]/gu;

function escaped(character: string): string {
  return (
    namedEscapes[character] ??
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}

function refuseHalfCharacters(value: string): void {
  if (/\p{Surrogate}/u.test(value)) {
    refuseSoql('A text in the query holds half a character');
  }
}

/** A string literal with its quotes. */
export function quoteText(value: string): string {
  refuseHalfCharacters(value);
  return `'${value.replace(toEscape, escaped)}'`;
}

/** Text inside a LIKE pattern, without quotes: its % and _ mean themselves. */
export function escapePattern(value: string): string {
  refuseHalfCharacters(value);
  return value.replace(toEscapeInPattern, character =>
    character === '%' || character === '_'
      ? `\\${character}`
      : escaped(character),
  );
}

function renderNumber(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e18) {
    refuseSoql(`'${value}' is not a number that a query can hold`);
  }
  const text = String(value);
  // SOQL knows no exponents: 1e-7 is written out
  return text.includes('e') ? value.toFixed(20).replace(/0+$/, '') : text;
}

/** A value as it stands in the query. */
export function renderValue(value: SoqlValue): string {
  if (value === null) return 'NULL';
  if (value instanceof SoqlLiteral) return value.toString();
  switch (typeof value) {
    case 'string':
      return quoteText(value);
    case 'number':
      return renderNumber(value);
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    default:
      // undefined must never widen a query to all rows
      return refuseSoql('A condition of the query has no value');
  }
}
