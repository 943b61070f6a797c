import type { Schema } from '../schema/definitions';
import type { IdFactory } from './types';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const checksumAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const [capitalA, capitalZ] = [65, 90];

const powersOfTwo = [1, 2, 4, 8, 16];

/** Pod and reserved characters that follow the key prefix in made-up ids. */
const pod = '5g0';

/**
 * The three characters that make a 15-character id safe to compare without
 * regard to case: one per group of five, telling which of them are capitals.
 */
export function idChecksum(id15: string): string {
  let checksum = '';
  for (let group = 0; group < 3; group += 1) {
    let bits = 0;
    for (let index = 0; index < 5; index += 1) {
      const code = id15.charCodeAt(group * 5 + index);
      if (code >= capitalA && code <= capitalZ) bits += powersOfTwo[index];
    }
    checksum += checksumAlphabet[bits];
  }
  return checksum;
}

/**
 * The 18-character form of an id, or undefined when the text is no id: wrong
 * length, wrong characters, or a checksum that does not fit.
 */
export function normalizeId(text: string): string | undefined {
  if (!/^(?:[0-9A-Za-z]{15}|[0-9A-Za-z]{18})$/.test(text)) return undefined;
  const id15 = text.slice(0, 15);
  const id18 = id15 + idChecksum(id15);
  if (text.length === 15) return id18;
  return text === id18 ? id18 : undefined;
}

/** Ids as a real org makes them: prefix, pod, and a number that counts up. */
export class SequentialIdFactory implements IdFactory {
  readonly #schema: Schema;
  readonly #lastNumbers = new Map<string, number>();

  constructor(options: { schema: Schema }) {
    this.#schema = options.schema;
  }

  next(object: string): string {
    const definition = this.#schema.require(object);
    const prefix = definition.keyPrefix ?? '000';
    const number = (this.#lastNumbers.get(prefix) ?? 0) + 1;
    this.#lastNumbers.set(prefix, number);
    let text = '';
    for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) {
      text = base62[rest % 62] + text;
    }
    const id15 = `${prefix}${pod}${text.padStart(9, '0')}`;
    return id15 + idChecksum(id15);
  }
}
