import { readLiteral } from './literals';
import { clauseWords, parseOperand } from './parseOperand';
import { parseQuery } from './parseQuery';
import type {
  ComparisonOperator,
  Condition,
  FunctionCall,
  Literal,
  PathOperand,
} from './syntaxTree';
import type { TokenReader } from './TokenReader';

/**
 * The conditions of WHERE and HAVING. AND and OR do not mix without
 * parentheses, and NOT stands before a condition, never before LIKE.
 */
export function parseCondition(reader: TokenReader): Condition {
  const first = parseTerm(reader);
  const word = ['AND', 'OR'].find(operator => reader.sees(operator));
  if (!word) return first;
  const operands = [first];
  while (reader.accept(word)) operands.push(parseTerm(reader));
  return { kind: word === 'AND' ? 'and' : 'or', operands };
}

function parseTerm(reader: TokenReader): Condition {
  if (reader.accept('NOT')) {
    return { kind: 'not', operand: parseTerm(reader) };
  }
  if (reader.accept('(')) {
    const inner = parseCondition(reader);
    reader.expect(')');
    return inner;
  }
  return parseComparison(reader);
}

function parseComparison(reader: TokenReader): Condition {
  const left = parseOperand(reader, clauseWords);
  const { offset, kind, text } = reader.next;
  if (kind === 'operator') {
    reader.take();
    const operator = (text === '<>' ? '!=' : text) as ComparisonOperator;
    const value = readLiteral(reader);
    return { kind: 'comparison', left, operator, value, offset };
  }
  if (reader.accept('LIKE')) {
    const value = readLiteral(reader);
    return { kind: 'comparison', left, operator: 'LIKE', value, offset };
  }
  for (const operator of ['INCLUDES', 'EXCLUDES'] as const) {
    if (reader.accept(operator)) {
      const values = parseLiterals(reader);
      return { kind: 'list', left, operator, values, offset };
    }
  }
  return parseMembership(reader, left);
}

/** `IN (...)` and `NOT IN (...)`, with values or with a sub-select. */
function parseMembership(
  reader: TokenReader,
  left: PathOperand | FunctionCall,
): Condition {
  const negated = reader.accept('NOT') !== undefined;
  const { offset } = reader.expect('IN');
  const isQuery =
    reader.sees('(') && reader.afterNext?.text.toUpperCase() === 'SELECT';
  if (isQuery) {
    reader.expect('(');
    const query = parseQuery(reader);
    reader.expect(')');
    return { kind: 'semiJoin', left, negated, query, offset };
  }
  const values = parseLiterals(reader);
  const operator = negated ? 'NOT IN' : 'IN';
  return { kind: 'list', left, operator, values, offset };
}

function parseLiterals(reader: TokenReader): readonly Literal[] {
  reader.expect('(');
  const values = reader.list(() => readLiteral(reader));
  reader.expect(')');
  return values;
}
