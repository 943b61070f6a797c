import type { CallContext, OrgServices, QueryResult, Row } from '../core/types';
import { isAggregateQuery } from './aggregateFunctions';
import { bindAggregate, isBareCount } from './answerAggregate';
import { bindCondition } from './bindCondition';
import { bindFrom } from './bindFrom';
import { bindOrder } from './bindOrder';
import type { Scope } from './bindPath';
import { bindScope } from './bindScope';
import { bindSelect } from './bindSelect';
import { checkWindow } from './checkWindow';
import { aggregateColumns, recordColumns } from './describeColumns';
import { matchingRows, type RowSelection } from './matchingRows';
import { parseSoql } from './parseSoql';
import { projection } from './project';
import { QuerySession } from './QuerySession';
import type { QueryTree } from './syntaxTree';

const maximumSubqueries = 20;

/**
 * Answers a query: reads it, binds every name to the schema as the caller
 * sees it, finds the rows, and builds records when they are asked for.
 */
export function answerQuery(options: {
  ctx: CallContext;
  org: OrgServices;
  soql: string;
  /** queryAll: deleted rows too. */
  all?: boolean;
}): QueryResult {
  const { ctx, org, soql, all = false } = options;
  const query = parseSoql(soql);
  const session = new QuerySession({ ctx, org, soql, includeDeleted: all });
  checkStatement(session, query);
  const scope = bindFrom(session, query);
  if (isBareCount(query)) return countResult(session, scope, query);
  return isAggregateQuery(query)
    ? aggregateResult(session, scope, query)
    : recordResult(session, scope, query);
}

/** What makes no sense in a call from outside, whatever the schema. */
function checkStatement(session: QuerySession, query: QueryTree): void {
  const { purpose, allRows } = query;
  if (purpose?.text.toUpperCase() === 'UPDATE') {
    throw session.errorAt(
      purpose.offset,
      'MALFORMED_QUERY',
      `unexpected token: '${purpose.text}'`,
    );
  }
  if (allRows && !session.includeDeleted) {
    throw session.errorAt(
      allRows.offset,
      'MALFORMED_QUERY',
      'ALL ROWS not allowed in this context',
    );
  }
  const subqueries = query.select.filter(({ kind }) => kind === 'subquery');
  if (subqueries.length > maximumSubqueries) {
    throw session.errorAt(
      query.offset,
      'MALFORMED_QUERY',
      `A query is limited to ${maximumSubqueries} parent to child sub-queries`,
    );
  }
}

/** The rows of FROM that WHERE and USING SCOPE let through. */
export function bindSelection(
  session: QuerySession,
  scope: Scope,
  query: QueryTree,
): RowSelection {
  return {
    object: scope.object,
    where: query.where && bindCondition(session, scope, query.where),
    scopeTest: query.scope && bindScope(session, scope, query.scope),
    selected: new Set(
      query.select.flatMap(item =>
        item.kind === 'field' ? [item.path[0].text.toLowerCase()] : [],
      ),
    ),
  };
}

function recordResult(
  session: QuerySession,
  scope: Scope,
  query: QueryTree,
): QueryResult {
  const { object } = scope;
  const columns = bindSelect({ session, scope, query, depth: 0 });
  const selection = bindSelection(session, scope, query);
  const sort = bindOrder(session, scope, query.orderBy);
  const { skip, limit } = checkWindow(query);
  const end = limit === undefined ? Infinity : skip + limit;
  const rows = sort
    ? sort([...matchingRows(session, selection)]).slice(skip, end)
    : firstRows(matchingRows(session, selection), end).slice(skip);
  const project = projection(session, object, columns);
  return {
    totalSize: rows.length,
    entityName: object.name,
    aggregate: false,
    records: (from, to) => rows.slice(from, to).map(project),
    columns: () => recordColumns(object, columns),
  };
}

/** Stops reading when there are enough. */
function firstRows(rows: Iterable<Row>, count: number): Row[] {
  const first: Row[] = [];
  if (count <= 0) return first;
  for (const row of rows) {
    first.push(row);
    if (first.length >= count) break;
  }
  return first;
}

function aggregateResult(
  session: QuerySession,
  scope: Scope,
  query: QueryTree,
): QueryResult {
  const { columns, answer } = bindAggregate({ session, scope, query });
  const selection = bindSelection(session, scope, query);
  const records = answer([...matchingRows(session, selection)]);
  return {
    totalSize: records.length,
    entityName: scope.object.name,
    aggregate: true,
    records: (from, to) => records.slice(from, to),
    columns: () => aggregateColumns(scope.object, query, columns),
  };
}

function countResult(
  session: QuerySession,
  scope: Scope,
  query: QueryTree,
): QueryResult {
  if (query.orderBy || query.having) {
    throw session.errorAt(
      query.offset,
      'MALFORMED_QUERY',
      'Count query cannot use ORDER BY or HAVING',
    );
  }
  const selection = bindSelection(session, scope, query);
  const { skip, limit = Infinity } = checkWindow(query);
  let count = 0;
  for (const _ of matchingRows(session, selection)) {
    count += 1;
    if (count >= skip + limit) break;
  }
  return {
    totalSize: Math.max(0, Math.min(count - skip, limit)),
    entityName: scope.object.name,
    aggregate: true,
    records: () => [],
    columns: () => aggregateColumns(scope.object, query, []),
  };
}
