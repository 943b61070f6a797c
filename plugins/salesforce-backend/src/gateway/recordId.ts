const recordId = /^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/;
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The shape of an id, 15 or 18 characters. */
export function isRecordId(text: string): boolean {
  return recordId.test(text);
}

/**
 * The 18-character form of an id. The three letters at its end tell which of
 * the fifteen before are upper case, so that ids survive where case does not.
 */
export function toLongId(id: string): string {
  if (id.length !== 15) return id;
  let suffix = '';
  for (let group = 0; group < 3; group += 1) {
    let bits = 0;
    for (let position = 0; position < 5; position += 1) {
      const character = id[group * 5 + position];
      if (character >= 'A' && character <= 'Z') bits += 2 ** position;
    }
    suffix += digits[bits];
  }
  return id + suffix;
}
