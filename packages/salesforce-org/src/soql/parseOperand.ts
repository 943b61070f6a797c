import { readLiteral } from './literals';
import type { FunctionCall, Operand, Path, PathOperand } from './syntaxTree';
import type { TokenReader } from './TokenReader';

/**
 * Words that cannot be the first of a path, because they begin or join
 * clauses. All others may be names: `Group`, `Order`, `Type` are.
 */
export const clauseWords: ReadonlySet<string> = new Set([
  'SELECT',
  'FROM',
  'WHERE',
  'AND',
  'OR',
  'NOT',
  'IN',
  'LIKE',
  'INCLUDES',
  'EXCLUDES',
  'NULL',
  'HAVING',
  'WITH',
  'USING',
]);

const none: ReadonlySet<string> = new Set();

export function parsePath(
  reader: TokenReader,
  except: ReadonlySet<string> = clauseWords,
): Path {
  const path = [reader.takeName(except)];
  while (reader.accept('.')) path.push(reader.takeName(none));
  return path;
}

/** A field, or a function of fields and values. */
export function parseOperand(
  reader: TokenReader,
  except: ReadonlySet<string> = clauseWords,
): PathOperand | FunctionCall {
  if (reader.afterNext?.text !== '(') {
    return { kind: 'path', path: parsePath(reader, except) };
  }
  const name = reader.takeName(except);
  reader.expect('(');
  const parameters = reader.sees(')')
    ? []
    : reader.list(() => parseParameter(reader));
  reader.expect(')');
  return { kind: 'function', name, parameters };
}

function parseParameter(reader: TokenReader): Operand {
  const { kind } = reader.next;
  return kind === 'string' || kind === 'number'
    ? readLiteral(reader)
    : parseOperand(reader);
}
