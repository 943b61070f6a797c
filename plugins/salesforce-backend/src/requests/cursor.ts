import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** A place in a list as it travels to the client and back: opaque text. */
export function encodeCursor(place: object): string {
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
}

/** The place that a cursor stands for. Throws InputError for any other text. */
export function decodeCursor<T>(cursor: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
  } catch {
    throw new InputError(
      'The cursor is not one that this list gave out; start from the first page',
    );
  }
}
