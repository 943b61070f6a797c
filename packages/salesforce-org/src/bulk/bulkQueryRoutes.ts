import { SalesforceError } from '../core/SalesforceError';
import {
  jsonAnswer,
  noContentAnswer,
  type ApiAnswer,
  type ApiCall,
} from '../http/ApiCall';
import type { Route } from '../http/RouteTable';
import type { WireServices } from '../http/WireServices';
import { columnDelimiters, lineEndings, type QueryJob } from './BulkJob';
import { invalidJob, invalidJobState } from './BulkJobStore';
import { choose, jobInfo, listJobs } from './jobInfo';
import { queryCsv } from './queryCsv';

/** `/jobs/query`: the rows of a query as CSV. */
export function bulkQueryRoutes(wire: WireServices): Route[] {
  const jobOf = (call: ApiCall, id: string) =>
    wire.bulkJobs.query(call.ctx, id);
  return [
    {
      method: 'POST',
      pattern: '/jobs/query',
      handle: call => jsonAnswer(jobInfo(createJob(wire, call))),
    },
    {
      method: 'GET',
      pattern: '/jobs/query',
      handle: call => listJobs(wire.bulkJobs.all(call.ctx, 'query')),
    },
    {
      method: 'GET',
      pattern: '/jobs/query/:id',
      handle: (call, { id }) => jsonAnswer(jobInfo(jobOf(call, id))),
    },
    {
      method: 'GET',
      pattern: '/jobs/query/:id/results',
      handle: (call, { id }) => results(jobOf(call, id), call),
    },
    {
      method: 'GET',
      pattern: '/jobs/query/:id/resultPages',
      handle: (call, { id }) => resultPages(jobOf(call, id), call),
    },
    {
      method: 'PATCH',
      pattern: '/jobs/query/:id',
      handle: (call, { id }) => {
        const job = jobOf(call, id);
        if (call.body.object().state !== 'Aborted' || isOver(job)) {
          throw invalidJobState(`A job in ${job.state} can't be changed so`);
        }
        wire.bulkJobs.transition(job, 'Aborted');
        return jsonAnswer(jobInfo(job));
      },
    },
    {
      method: 'DELETE',
      pattern: '/jobs/query/:id',
      handle: (call, { id }) => {
        const job = jobOf(call, id);
        if (!isOver(job)) {
          throw invalidJobState('Cannot delete a job that is being processed');
        }
        wire.bulkJobs.remove(job);
        return noContentAnswer();
      },
    },
  ];
}

function isOver(job: QueryJob): boolean {
  return ['JobComplete', 'Failed', 'Aborted'].includes(job.state);
}

function createJob(wire: WireServices, call: ApiCall): QueryJob {
  const { org } = wire;
  const { operation, query, columnDelimiter, lineEnding } = call.body.object();
  if (operation !== 'query' && operation !== 'queryAll') {
    throw invalidJob(`Unsupported operation: ${String(operation)}`);
  }
  if (typeof query !== 'string') {
    throw invalidJob('The job needs a query');
  }
  checkSupported(query);
  const all = operation === 'queryAll';
  const { entityName, aggregate } = org.query(call.ctx, query, { all });
  if (aggregate) {
    throw unsupported('Aggregate Relationships not supported in Bulk Query');
  }
  const now = org.clock.timestamp();
  const job: QueryJob = {
    kind: 'query',
    id: wire.bulkJobs.nextId(),
    object: entityName,
    operation,
    query,
    ctx: call.ctx,
    createdDate: now,
    systemModstamp: now,
    columnDelimiter: choose(
      'columnDelimiter',
      columnDelimiters,
      columnDelimiter,
      'COMMA',
    ),
    lineEnding: choose('lineEnding', lineEndings, lineEnding, 'LF'),
    state: 'UploadComplete',
    errorMessage: null,
    recordsProcessed: 0,
    recordsFailed: 0,
    result: null,
  };
  wire.bulkJobs.add(job);
  org.clock.schedule(0, () => {
    if (job.state === 'UploadComplete') {
      wire.bulkJobs.transition(job, 'InProgress');
      org.clock.schedule(org.switches.bulkProcessingMs, () =>
        processQueryJob(wire, job),
      );
    }
  });
  return job;
}

function processQueryJob(wire: WireServices, job: QueryJob): void {
  if (job.state !== 'InProgress') {
    return;
  }
  const all = job.operation === 'queryAll';
  job.result = wire.org.query(job.ctx, job.query, { all });
  job.recordsProcessed = job.result.totalSize;
  wire.bulkJobs.transition(job, 'JobComplete');
}

/** What Bulk API 2.0 cannot do although the query resource can. */
function checkSupported(query: string): void {
  const unquoted = query.replace(/'(?:\\.|[^'\\])*'/g, "''");
  if (/\bFIELDS\s*\(\s*(ALL|CUSTOM)\s*\)/i.test(unquoted)) {
    throw new SalesforceError({
      errorCode: 'MALFORMED_QUERY',
      message:
        'The SOQL FIELDS function is not supported with an unbounded set of fields in this API.',
    });
  }
  const [selectList] = unquoted.split(/\bFROM\b/i);
  if (/\(\s*SELECT\b/i.test(selectList)) {
    throw unsupported('Nested queries are not supported in Bulk Query');
  }
  for (const [pattern, name] of [
    [/\bGROUP\s+BY\b/i, 'GROUP BY'],
    [/\bOFFSET\b/i, 'OFFSET'],
    [/\bTYPEOF\b/i, 'TYPEOF'],
  ] as const) {
    if (pattern.test(unquoted)) {
      throw unsupported(`${name} is not supported in Bulk Query`);
    }
  }
}

function unsupported(message: string): SalesforceError {
  return new SalesforceError({ errorCode: 'API_ERROR', message });
}

/** Rows that a client reads at a time when it reads several at once. */
const PARALLEL_PAGE = 50_000;
/** Pages that are named at a time. */
const PAGES_NAMED = 5;

/** Where each page of the results is, to be read side by side. */
function resultPages(job: QueryJob, call: ApiCall): ApiAnswer {
  const { result } = job;
  if (!result) {
    throw invalidJobState(`Results of a job in ${job.state} can't be read`);
  }
  const first = decodeLocator(call.query.get('locator'));
  if (first === undefined) {
    throw invalidLocator();
  }
  const url = `/services/data/v${call.ctx.apiVersion}/jobs/query/${job.id}`;
  const end = Math.min(result.totalSize, first + PAGES_NAMED * PARALLEL_PAGE);
  const starts: number[] = [];
  for (let start = first; start < end; start += PARALLEL_PAGE) {
    starts.push(start);
  }
  const done = end >= result.totalSize;
  return jsonAnswer({
    resultPages: starts.map(start => ({
      resultUrl: `${url}/results?maxRecords=${PARALLEL_PAGE}${
        start === 0 ? '' : `&locator=${encodeLocator(start)}`
      }`,
    })),
    nextRecordsUrl: done
      ? null
      : `${url}/resultPages?locator=${encodeLocator(end)}`,
    done,
  });
}

/** The last page says `Sforce-Locator: null`: clients loop until they see it. */
function results(job: QueryJob, call: ApiCall): ApiAnswer {
  const { result } = job;
  if (!result) {
    throw invalidJobState(`Results of a job in ${job.state} can't be read`);
  }
  const start = decodeLocator(call.query.get('locator'));
  const maximum = Number(call.query.get('maxRecords') ?? result.totalSize);
  if (start === undefined || !Number.isInteger(maximum) || maximum < 0) {
    throw invalidLocator();
  }
  const end = Math.min(result.totalSize, start + Math.max(maximum, 1));
  const records = result.records(start, end);
  return {
    status: 200,
    headers: {
      'Sforce-NumberOfRecords': String(records.length),
      'Sforce-Locator': end < result.totalSize ? encodeLocator(end) : 'null',
    },
    text: {
      type: 'text/csv',
      content: queryCsv(result, records, {
        delimiter: columnDelimiters[job.columnDelimiter],
        lineEnding: lineEndings[job.lineEnding],
      }),
    },
  };
}

function invalidLocator(): SalesforceError {
  return new SalesforceError({
    errorCode: 'INVALID_QUERY_LOCATOR',
    message: 'invalid query locator',
  });
}

function encodeLocator(offset: number): string {
  return Buffer.from(String(offset)).toString('base64url');
}

function decodeLocator(locator: string | null): number | undefined {
  if (locator === null) {
    return 0;
  }
  const offset = Number(Buffer.from(locator, 'base64url').toString('utf8'));
  return locator !== '' && Number.isInteger(offset) && offset > 0
    ? offset
    : undefined;
}
