import type { QuerySession } from './QuerySession';
import type { FunctionCall } from './syntaxTree';

/** A function that there is not, or not there, or not of these arguments. */
export function unexpectedFunction(session: QuerySession, call: FunctionCall) {
  return session.errorAt(
    call.name.offset,
    'MALFORMED_QUERY',
    `unexpected token: '${call.name.text}'`,
  );
}
