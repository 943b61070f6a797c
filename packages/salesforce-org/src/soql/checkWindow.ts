import { queryError } from './queryErrors';
import type { QueryTree } from './syntaxTree';

const maximumOffset = 2000;

/** LIMIT and OFFSET as numbers. */
export function checkWindow(query: QueryTree): {
  skip: number;
  limit: number | undefined;
} {
  const skip = query.skip?.value ?? 0;
  if (skip > maximumOffset) {
    throw queryError(
      'NUMBER_OUTSIDE_VALID_RANGE',
      `Maximum SOQL offset allowed is ${maximumOffset}`,
    );
  }
  return { skip, limit: query.limit?.value };
}
