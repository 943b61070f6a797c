import type { QueryRecord, Row } from '../core/types';
import { bindHaving } from './bindCondition';
import { orderBy } from './bindOrder';
import type { Scope } from './bindPath';
import { checkWindow } from './checkWindow';
import type { Expression } from './expressions';
import { GroupBinder } from './GroupBinder';
import { groupRows } from './groupRows';
import { queryError } from './queryErrors';
import type { QuerySession } from './QuerySession';
import type { Operand, QueryTree, SelectItem } from './syntaxTree';

const maximumGroups = 2000;

/** A column of an aggregate's answer. */
export interface AggregateColumn {
  readonly key: string;
  /** As written, for column metadata: `COUNT(Id)`. */
  readonly displayName: string;
  readonly isFunction: boolean;
  readonly expression: Expression;
}

export interface AggregateAnswer {
  readonly columns: readonly AggregateColumn[];
  /** Answers for the rows that match. */
  answer(rows: readonly Row[]): readonly QueryRecord[];
}

/** Binds a query with GROUP BY or aggregate functions. */
export function bindAggregate(options: {
  session: QuerySession;
  scope: Scope;
  query: QueryTree;
}): AggregateAnswer {
  const { session, query } = options;
  const binder = new GroupBinder(options);
  const columns = bindColumns(session, binder, query);
  const having = query.having
    ? bindHaving(
        session,
        operand => binder.bind(operand, 'Field'),
        query.having,
      )
    : undefined;
  const sort = orderBy<Row>(session, query.orderBy, operand =>
    binder.bind(operand, 'Ordered field'),
  );
  checkOverall(session, query);
  const { skip, limit } = checkWindow(query);
  const kind = query.groupBy?.kind ?? 'plain';
  const { groupings } = binder;
  return {
    columns,
    answer: rows => {
      const groups = groupRows({ session, rows, groupings, kind })
        .map(group => binder.rowOf(group))
        .filter(row => !having || having(row));
      const sorted = sort ? sort(groups) : groups;
      const end = limit === undefined ? undefined : skip + limit;
      const cut = sorted.slice(skip, end);
      if (cut.length > maximumGroups) {
        throw queryError(
          'EXCEEDED_ID_LIMIT',
          'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
        );
      }
      return cut.map(row => record(columns, row));
    },
  };
}

function record(columns: readonly AggregateColumn[], row: Row): QueryRecord {
  const result: QueryRecord = { attributes: { type: 'AggregateResult' } };
  for (const { key, expression } of columns) {
    result[key] = expression.value(row);
  }
  return result;
}

function bindColumns(
  session: QuerySession,
  binder: GroupBinder,
  query: QueryTree,
): readonly AggregateColumn[] {
  const taken = new Set<string>();
  let expressions = 0;
  return query.select.map(item => {
    const operand = operandOf(session, item);
    const expression = binder.bind(operand, 'Field');
    const alias = 'alias' in item ? item.alias : undefined;
    const isFunction = operand.kind === 'function';
    let key = alias?.text;
    if (key === undefined && isFunction) {
      key = `expr${expressions}`;
      expressions += 1;
    }
    key ??= expression.field!.field.name;
    if (taken.has(key.toLowerCase())) {
      throw session.errorAt(
        alias?.offset ?? expression.offset,
        'MALFORMED_QUERY',
        `duplicate alias: ${key}`,
      );
    }
    taken.add(key.toLowerCase());
    const displayName = isFunction
      ? `${operand.name.text}(${argumentText(operand.parameters)})`
      : expression.field!.path;
    return { key, displayName, isFunction, expression };
  });
}

function argumentText(parameters: readonly Operand[]): string {
  const [first] = parameters;
  switch (first?.kind) {
    case 'path':
      return first.path.map(({ text }) => text).join('.');
    case 'function':
      return `${first.name.text}(${argumentText(first.parameters)})`;
    default:
      return '';
  }
}

function operandOf(session: QuerySession, item: SelectItem) {
  const refuse = (offset: number, message: string) =>
    session.errorAt(offset, 'MALFORMED_QUERY', message);
  switch (item.kind) {
    case 'field':
      return { kind: 'path' as const, path: item.path };
    case 'function': {
      const { call } = item;
      const name = call.name.text.toUpperCase();
      if (name === 'FIELDS') {
        throw refuse(
          call.name.offset,
          'The SOQL FIELDS function is not supported in a grouped query',
        );
      }
      if (name === 'COUNT' && call.parameters.length === 0) {
        throw refuse(
          call.name.offset,
          'COUNT() must be the only element of the SELECT list and cannot be used with GROUP BY',
        );
      }
      return call;
    }
    case 'subquery':
      throw refuse(
        item.query.offset,
        'Grouped query cannot use child relationships in the SELECT list',
      );
    default:
      throw refuse(
        item.relationship.offset,
        'TYPEOF is not supported in a grouped query',
      );
  }
}

/** A total over everything is one row: nothing to order, cut or filter. */
function checkOverall(session: QuerySession, query: QueryTree): void {
  if (query.groupBy) return;
  const refuse = (offset: number, clause: string) =>
    session.errorAt(
      offset,
      'MALFORMED_QUERY',
      `Non-grouped query that uses overall aggregate functions cannot also use ${clause}`,
    );
  if (query.limit) throw refuse(query.limit.offset, 'LIMIT');
  if (query.skip) throw refuse(query.skip.offset, 'OFFSET');
  if (query.orderBy) throw refuse(query.offset, 'ORDER BY');
  if (query.having) throw refuse(query.offset, 'HAVING');
}

/** Whether the query is `SELECT COUNT() FROM ...`, which has no records. */
export function isBareCount(query: QueryTree): boolean {
  const [item] = query.select;
  return (
    query.select.length === 1 &&
    item.kind === 'function' &&
    item.call.name.text.toUpperCase() === 'COUNT' &&
    item.call.parameters.length === 0 &&
    item.alias === undefined &&
    query.groupBy === undefined
  );
}
