import { stringify } from 'csv-stringify/sync';
import { SalesforceError } from '../core/SalesforceError';
import type { ObjectDefinition } from '../core/types';
import {
  jsonAnswer,
  noContentAnswer,
  type ApiAnswer,
  type ApiCall,
} from '../http/ApiCall';
import type { JsonObject } from '../http/RequestBody';
import type { Route } from '../http/RouteTable';
import type { WireServices } from '../http/WireServices';
import { isExternalId } from '../rest/externalIds';
import {
  columnDelimiters,
  ingestOperations,
  lineEndings,
  type IngestJob,
  type IngestOperation,
} from './BulkJob';
import { invalidJob, invalidJobState } from './BulkJobStore';
import { choose, jobInfo, listJobs } from './jobInfo';
import { linesOf } from './ingestRows';
import { processIngestJob } from './processIngestJob';

/** `/jobs/ingest`: rows by CSV. */
export function bulkIngestRoutes(wire: WireServices): Route[] {
  const jobOf = (call: ApiCall, id: string) =>
    wire.bulkJobs.ingest(call.ctx, id);
  const results = (
    name: string,
    csvOf: (job: IngestJob) => ApiAnswer,
  ): Route => ({
    method: 'GET',
    pattern: `/jobs/ingest/:id/${name}`,
    handle: (call, { id }) => csvOf(jobOf(call, id)),
  });
  return [
    {
      method: 'POST',
      pattern: '/jobs/ingest',
      handle: call => jsonAnswer(jobInfo(createJob(wire, call))),
    },
    {
      method: 'GET',
      pattern: '/jobs/ingest',
      handle: call => listJobs(wire.bulkJobs.all(call.ctx, 'ingest')),
    },
    {
      method: 'GET',
      pattern: '/jobs/ingest/:id',
      handle: (call, { id }) => jsonAnswer(jobInfo(jobOf(call, id))),
    },
    {
      method: 'PUT',
      pattern: '/jobs/ingest/:id/batches',
      handle: (call, { id }) => upload(jobOf(call, id), call),
    },
    {
      method: 'PATCH',
      pattern: '/jobs/ingest/:id',
      handle: (call, { id }) => changeState(wire, jobOf(call, id), call),
    },
    {
      method: 'DELETE',
      pattern: '/jobs/ingest/:id',
      handle: (call, { id }) => {
        const job = jobOf(call, id);
        if (job.state === 'InProgress' || job.state === 'UploadComplete') {
          throw invalidJobState('Cannot delete a job that is being processed');
        }
        wire.bulkJobs.remove(job);
        return noContentAnswer();
      },
    },
    results('successfulResults', job =>
      csv(
        job,
        ['sf__Id', 'sf__Created'],
        [
          ...job.succeeded.map(({ id, created, values }) => [
            id,
            String(created),
            ...values,
          ]),
        ],
      ),
    ),
    results('failedResults', job =>
      csv(
        job,
        ['sf__Id', 'sf__Error'],
        [...job.failed.map(({ id, error, values }) => [id, error, ...values])],
      ),
    ),
    results('unprocessedrecords', unprocessed),
    results('unprocessedRecords', unprocessed),
  ];
}

function createJob(wire: WireServices, call: ApiCall): IngestJob {
  const body = call.body.object();
  const operation = ingestOperations.find(name => name === body.operation);
  if (!operation) {
    throw invalidJob(`Unsupported operation: ${String(body.operation)}`);
  }
  if (typeof body.object !== 'string') {
    throw invalidJob('The job needs an object');
  }
  const definition = wire.org.schema.get(body.object);
  if (!definition || !wire.org.access.canSeeObject(call.ctx, definition)) {
    throw new SalesforceError({
      errorCode: 'INVALIDENTITY',
      message: `Entity '${body.object}' is not supported by the Bulk API.`,
    });
  }
  if (![undefined, null, 'CSV'].includes(contentTypeOf(body))) {
    throw invalidJob(`Unsupported content type: ${contentTypeOf(body)}`);
  }
  checkHardDelete(wire, call, operation);
  const { externalIdFieldName } = body;
  if (operation === 'upsert') {
    checkExternalIdField(definition, externalIdFieldName);
  }
  const now = wire.org.clock.timestamp();
  const job: IngestJob = {
    kind: 'ingest',
    id: wire.bulkJobs.nextId(),
    object: definition.name,
    operation,
    externalIdFieldName:
      typeof externalIdFieldName === 'string' ? externalIdFieldName : null,
    ctx: call.ctx,
    createdDate: now,
    systemModstamp: now,
    columnDelimiter: choose(
      'columnDelimiter',
      columnDelimiters,
      body.columnDelimiter,
      'COMMA',
    ),
    lineEnding: choose('lineEnding', lineEndings, body.lineEnding, 'LF'),
    state: 'Open',
    errorMessage: null,
    recordsProcessed: 0,
    recordsFailed: 0,
    data: null,
    columns: [],
    succeeded: [],
    failed: [],
  };
  wire.bulkJobs.add(job);
  return job;
}

function contentTypeOf({ contentType }: JsonObject): string | null | undefined {
  return contentType === undefined || contentType === null
    ? contentType
    : String(contentType);
}

/** @throws 400 INVALIDJOB */
function checkExternalIdField(
  definition: ObjectDefinition,
  field: unknown,
): void {
  if (typeof field !== 'string') {
    throw invalidJob('externalIdFieldName is required for upsert');
  }
  if (!isExternalId(definition, field)) {
    throw invalidJob(
      `InvalidJob : Field name provided, ${field} does not match an External ID, Salesforce Id, or indexed field for ${definition.name}`,
    );
  }
}

function checkHardDelete(
  wire: WireServices,
  call: ApiCall,
  operation: IngestOperation,
): void {
  if (
    operation === 'hardDelete' &&
    !wire.org.access.hasSystemPermission(call.ctx, 'BulkApiHardDelete')
  ) {
    throw new SalesforceError({
      errorCode: 'FEATURENOTENABLED',
      message: 'hardDelete is not enabled for your organization or user',
    });
  }
}

/** 201 and nothing; data can be brought once. */
function upload(job: IngestJob, call: ApiCall): ApiAnswer {
  if (job.state !== 'Open' || job.data !== null) {
    throw invalidJobState(
      `Found multiple contents for job: <${job.id}>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job.`,
    );
  }
  job.data = call.body.text();
  return { status: 201 };
}

function changeState(
  wire: WireServices,
  job: IngestJob,
  call: ApiCall,
): ApiAnswer {
  const { state } = call.body.object();
  if (state === 'Aborted') {
    if (['JobComplete', 'Failed', 'Aborted'].includes(job.state)) {
      throw invalidJobState(`Aborting already ${job.state} Job not allowed`);
    }
    wire.bulkJobs.transition(job, 'Aborted');
  } else if (state === 'UploadComplete') {
    if (job.state !== 'Open') {
      throw invalidJobState(`Closing already ${job.state} Job not allowed`);
    }
    wire.bulkJobs.transition(job, 'UploadComplete');
    start(wire, job);
  } else {
    throw invalidJobState(`Unknown state: ${String(state)}`);
  }
  return jsonAnswer(jobInfo(job));
}

/** UploadComplete now, InProgress as soon as anybody looks, then the rest. */
function start(wire: WireServices, job: IngestJob): void {
  const { clock, switches } = wire.org;
  clock.schedule(0, () => {
    if (job.state !== 'UploadComplete') {
      return;
    }
    wire.bulkJobs.transition(job, 'InProgress');
    clock.schedule(switches.bulkProcessingMs, () =>
      processIngestJob(wire, job),
    );
  });
}

/** What was uploaded to a job that failed or was aborted: none of it was processed. */
function unprocessed(job: IngestJob): ApiAnswer {
  const isLost = job.state === 'Failed' || job.state === 'Aborted';
  const [columns = [], ...rows] = isLost ? linesOf(job) : [job.columns];
  return csv({ ...job, columns }, [], rows);
}

function csv(
  job: IngestJob,
  added: readonly string[],
  rows: readonly (readonly string[])[],
): ApiAnswer {
  return {
    status: 200,
    text: {
      type: 'text/csv',
      content: stringify([[...added, ...job.columns], ...rows], {
        quoted: true,
        quoted_empty: true,
        delimiter: columnDelimiters[job.columnDelimiter],
        record_delimiter: lineEndings[job.lineEnding],
      }),
    },
  };
}
