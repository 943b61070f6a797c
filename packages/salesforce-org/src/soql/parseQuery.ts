import { parseCondition } from './parseCondition';
import { clauseWords, parseOperand, parsePath } from './parseOperand';
import type {
  FromItem,
  FunctionCall,
  OrderItem,
  PathOperand,
  QueryTree,
  SelectItem,
  TypeofBranch,
  Word,
} from './syntaxTree';
import type { TokenReader } from './TokenReader';

/** Words that Salesforce reserves, and those that follow a name. */
const neverAlias: ReadonlySet<string> = new Set([
  ...clauseWords,
  ...'ALL AS ASC DESC ELSE END FIRST FOR GROUP LAST LIMIT NULLS OFFSET ORDER'.split(
    ' ',
  ),
  ...'THEN UPDATE WHEN'.split(' '),
]);

const none: ReadonlySet<string> = new Set();

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A query or a sub-query: the clauses in their one order. */
export function parseQuery(reader: TokenReader): QueryTree {
  const { offset } = reader.expect('SELECT');
  const select = reader.list(() => parseSelectItem(reader));
  reader.expect('FROM');
  const from = reader.list(() => parseFromItem(reader));
  const tree: Mutable<QueryTree> = { offset, select, from };
  if (reader.accept('USING')) {
    reader.expect('SCOPE');
    tree.scope = reader.takeName(none);
  }
  if (reader.accept('WHERE')) tree.where = parseCondition(reader);
  if (reader.sees('GROUP')) tree.groupBy = parseGroupBy(reader);
  if (reader.accept('HAVING')) tree.having = parseCondition(reader);
  if (reader.accept('ORDER')) {
    reader.expect('BY');
    tree.orderBy = reader.list(() => parseOrderItem(reader));
  }
  if (reader.accept('LIMIT')) tree.limit = parseWholeNumber(reader);
  if (reader.accept('OFFSET')) tree.skip = parseWholeNumber(reader);
  if (reader.accept('FOR')) tree.purpose = parsePurpose(reader);
  const allRows = reader.accept('ALL');
  if (allRows) {
    reader.expect('ROWS');
    tree.allRows = allRows;
  }
  return tree;
}

function parseSelectItem(reader: TokenReader): SelectItem {
  if (reader.accept('(')) {
    const query = parseQuery(reader);
    reader.expect(')');
    return { kind: 'subquery', query };
  }
  const isTypeof = reader.sees('TYPEOF') && reader.afterNext?.kind === 'name';
  if (isTypeof && reader.afterNext?.text.toUpperCase() !== 'FROM') {
    return parseTypeof(reader);
  }
  const operand = parseOperand(reader);
  const alias = parseAlias(reader);
  return operand.kind === 'path'
    ? { kind: 'field', path: operand.path, alias }
    : { kind: 'function', call: operand, alias };
}

function parseTypeof(reader: TokenReader): SelectItem {
  reader.expect('TYPEOF');
  const relationship = reader.takeName(neverAlias);
  const branches: TypeofBranch[] = [];
  do {
    reader.expect('WHEN');
    const object = reader.takeName(none);
    reader.expect('THEN');
    const fields = reader.list(() => parsePath(reader));
    branches.push({ object, fields });
  } while (reader.sees('WHEN'));
  const otherwise = reader.accept('ELSE')
    ? reader.list(() => parsePath(reader))
    : undefined;
  reader.expect('END');
  return { kind: 'typeof', relationship, branches, otherwise };
}

function parseFromItem(reader: TokenReader): FromItem {
  const path = parsePath(reader, none);
  return { path, alias: parseAlias(reader) };
}

function parseAlias(reader: TokenReader): Word | undefined {
  const isAlias = reader.next.kind === 'name' && !reader.seesAny(neverAlias);
  return isAlias ? reader.takeName(none) : undefined;
}

/** `ROLLUP(a, b)` looks like a function; it is a way of grouping. */
function parseGroupBy(reader: TokenReader): NonNullable<QueryTree['groupBy']> {
  const { offset } = reader.expect('GROUP');
  reader.expect('BY');
  const items = reader.list(() => parseOperand(reader));
  const [only] = items;
  if (items.length === 1 && only.kind === 'function') {
    const kind = only.name.text.toLowerCase();
    if (kind === 'rollup' || kind === 'cube') {
      const inner = only.parameters.filter(
        (item): item is PathOperand | FunctionCall => item.kind !== 'literal',
      );
      return { kind, items: inner, offset };
    }
  }
  return { kind: 'plain', items, offset };
}

function parseOrderItem(reader: TokenReader): OrderItem {
  const operand = parseOperand(reader);
  const descending = reader.accept('DESC') !== undefined;
  if (!descending) reader.accept('ASC');
  let nullsLast: boolean | undefined;
  if (reader.accept('NULLS')) {
    nullsLast = reader.accept('LAST') !== undefined;
    if (!nullsLast) reader.expect('FIRST');
  }
  return { operand, descending, nullsLast };
}

function parseWholeNumber(reader: TokenReader) {
  const token = reader.takeKind('number');
  if (!/^\d+$/.test(token.text)) throw reader.unexpected(token);
  return { value: Number(token.text), offset: token.offset };
}

function parsePurpose(reader: TokenReader): Word {
  const known = ['VIEW', 'REFERENCE', 'UPDATE'].find(word => reader.sees(word));
  if (!known) throw reader.unexpected();
  return reader.takeName(none);
}
