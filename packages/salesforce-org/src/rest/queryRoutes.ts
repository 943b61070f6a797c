import { SalesforceError } from '../core/SalesforceError';
import type { ChildRecords, QueryRecord, QueryResult } from '../core/types';
import { jsonAnswer, type ApiAnswer, type ApiCall } from '../http/ApiCall';
import type { Route } from '../http/RouteTable';
import type { WireServices } from '../http/WireServices';

const DEFAULT_PAGE = 2000;
const SMALLEST_PAGE = 200;

/** `/query`, `/queryAll` and their tooling twins. */
export function queryRoutes(wire: WireServices): Route[] {
  const resources = [
    { pattern: '/query', all: false },
    { pattern: '/queryAll', all: true },
    { pattern: '/tooling/query', all: false },
  ];
  return resources.flatMap(({ pattern, all }): Route[] => [
    {
      method: 'GET',
      pattern,
      handle: call => runQuery(wire, call, { all }),
    },
    {
      method: 'GET',
      pattern: `${pattern}/:locator`,
      handle: (call, { locator }) => nextPage(wire, call, locator),
    },
  ]);
}

function runQuery(
  wire: WireServices,
  call: ApiCall,
  options: { all: boolean },
): ApiAnswer {
  const { org } = wire;
  const explain = call.query.get('explain');
  if (explain !== null) {
    return jsonAnswer(org.explain(call.ctx, explain));
  }
  const soql = requireSoql(call.query.get('q'));
  const result = org.query(call.ctx, soql, options);
  if (call.query.get('columns') === 'true') {
    return jsonAnswer(result.columns());
  }
  const pageSize = pageSizeOf(wire, call, result);
  const { records, nextLocator } = wire.queryCursors.open({
    userId: call.ctx.userId,
    result,
    pageSize,
  });
  if (mayHaveChildren(soql)) {
    records.forEach(record => cutChildren(wire, call, record, pageSize));
  }
  return jsonAnswer({
    ...(call.ctx.tooling ? { size: records.length } : {}),
    totalSize: result.totalSize,
    done: nextLocator === undefined,
    ...next(call, nextLocator),
    ...(call.ctx.tooling
      ? { queryLocator: null, entityTypeName: result.entityName }
      : {}),
    records,
  });
}

function nextPage(
  wire: WireServices,
  call: ApiCall,
  locator: string,
): ApiAnswer {
  const { records, nextLocator } = wire.queryCursors.next(
    call.ctx.userId,
    locator,
  );
  return jsonAnswer({
    totalSize: wire.queryCursors.totalSize(locator),
    done: nextLocator === undefined,
    ...next(call, nextLocator),
    records,
  });
}

/** Relative, and `/query/` for queryAll as well: as in production. */
function next(
  call: ApiCall,
  locator: string | undefined,
): { nextRecordsUrl?: string } {
  const tooling = call.ctx.tooling ? '/tooling' : '';
  return locator === undefined
    ? {}
    : {
        nextRecordsUrl: `/services/data/v${call.ctx.apiVersion}${tooling}/query/${locator}`,
      };
}

function requireSoql(soql: string | null): string {
  if (soql === null) {
    throw new SalesforceError({
      errorCode: 'MALFORMED_QUERY',
      message: 'A query string has to be specified',
    });
  }
  if (soql.trim() === '') {
    throw new SalesforceError({
      errorCode: 'MALFORMED_QUERY',
      message: 'SOQL statements cannot be empty or null',
    });
  }
  return soql;
}

/** `batchSize` is a hint between 200 and 2000; the org may give fewer. */
function pageSizeOf(
  wire: WireServices,
  call: ApiCall,
  result: QueryResult,
): number {
  if (result.aggregate) {
    if (result.totalSize > DEFAULT_PAGE) {
      throw new SalesforceError({
        errorCode: 'EXCEEDED_ID_LIMIT',
        message:
          'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
      });
    }
    return DEFAULT_PAGE;
  }
  const hint = /batchSize\s*=\s*(\d+)/i.exec(
    call.headers['sforce-query-options'] ?? '',
  )?.[1];
  const asked = Math.min(
    Math.max(Number(hint ?? DEFAULT_PAGE), SMALLEST_PAGE),
    DEFAULT_PAGE,
  );
  return Math.min(asked, wire.org.switches.queryPageLimit ?? asked);
}

/** Spares most queries the walk over their records. */
function mayHaveChildren(soql: string): boolean {
  return /\(\s*SELECT\b/i.test(soql);
}

/** Child lists have pages of their own. */
function cutChildren(
  wire: WireServices,
  call: ApiCall,
  record: QueryRecord,
  pageSize: number,
): void {
  for (const [name, value] of Object.entries(record)) {
    if (!isChildRecords(value)) {
      continue;
    }
    const all = value.records;
    const { records, nextLocator } = wire.queryCursors.open({
      userId: call.ctx.userId,
      result: {
        totalSize: all.length,
        records: (from, to) => all.slice(from, to),
      },
      pageSize,
    });
    record[name] = {
      totalSize: value.totalSize,
      done: nextLocator === undefined,
      ...next(call, nextLocator),
      records,
    };
    records.forEach(child => cutChildren(wire, call, child, pageSize));
  }
}

function isChildRecords(value: unknown): value is ChildRecords {
  return (
    typeof value === 'object' &&
    value !== null &&
    'records' in value &&
    'totalSize' in value &&
    Array.isArray(value.records)
  );
}
