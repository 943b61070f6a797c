import { randomBytes } from 'node:crypto';

/** Makes a text of letters and digits that nobody can guess. */
export type RandomText = (length: number) => string;

const ALPHABET =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._';

/** From the machine's randomness. 64 characters, so no bias. */
export const systemRandomText: RandomText = length => {
  let text = '';
  for (const byte of randomBytes(length)) {
    text += ALPHABET[byte % ALPHABET.length];
  }
  return text;
};
