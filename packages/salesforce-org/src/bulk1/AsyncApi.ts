import type { ApiAnswer, ApiCall } from '../http/ApiCall';
import { RouteTable, type Route } from '../http/RouteTable';
import type { WireServices } from '../http/WireServices';
import { isQueryJob, type AsyncBatch, type AsyncJob } from './AsyncJob';
import { formatAsked, infoAnswer, type AsyncFormat } from './asyncFormat';
import { asyncBatchInfo, asyncJobInfo } from './asyncInfo';
import { asyncError } from './AsyncJobStore';
import { batchResults, queryResults } from './batchResults';
import { processBatch } from './processBatch';
import { readJob, readJobInfo } from './readJob';

/**
 * The first Bulk API below `/services/async/XX.0`, which `conn.bulk` of
 * jsforce and `sf.bulk` of simple-salesforce speak: jobs of batches in CSV,
 * XML or JSON.
 */
export class AsyncApi {
  readonly #wire: WireServices;
  readonly #routes: RouteTable;

  constructor(wire: WireServices) {
    this.#wire = wire;
    this.#routes = new RouteTable(this.#routesOf());
  }

  /** @throws SalesforceError */
  handle(call: ApiCall): ApiAnswer {
    return this.#routes.dispatch(call);
  }

  #routesOf(): Route[] {
    const { asyncJobs } = this.#wire;
    const jobOf = (call: ApiCall, id: string) => asyncJobs.job(call.ctx, id);
    const batchOf = (call: ApiCall, id: string, batch: string) => {
      const job = jobOf(call, id);
      return { job, batch: asyncJobs.batch(job, batch) };
    };
    return [
      {
        method: 'POST',
        pattern: '/job',
        handle: call => {
          const job = readJob(this.#wire, call);
          asyncJobs.add(job);
          return jobAnswer(call, job, 201);
        },
      },
      {
        method: 'GET',
        pattern: '/job/:id',
        handle: (call, { id }) => jobAnswer(call, jobOf(call, id)),
      },
      {
        method: 'POST',
        pattern: '/job/:id',
        handle: (call, { id }) => this.#change(call, jobOf(call, id)),
      },
      {
        method: 'POST',
        pattern: '/job/:id/batch',
        handle: (call, { id }) => this.#addBatch(call, jobOf(call, id)),
      },
      {
        method: 'GET',
        pattern: '/job/:id/batch',
        handle: (call, { id }) => batchList(call, jobOf(call, id)),
      },
      {
        method: 'GET',
        pattern: '/job/:id/batch/:batch',
        handle: (call, { id, batch }) =>
          batchAnswer(call, batchOf(call, id, batch)),
      },
      {
        method: 'GET',
        pattern: '/job/:id/batch/:batch/request',
        handle: (call, parameters) => {
          const { job, batch } = batchOf(call, parameters.id, parameters.batch);
          return {
            status: 200,
            text: { type: mediaTypeOf(job), content: batch.data },
          };
        },
      },
      {
        method: 'GET',
        pattern: '/job/:id/batch/:batch/result',
        handle: (call, parameters) => {
          const { job, batch } = batchOf(call, parameters.id, parameters.batch);
          return batchResults(job, batch);
        },
      },
      {
        method: 'GET',
        pattern: '/job/:id/batch/:batch/result/:result',
        handle: (call, parameters) => {
          const { job, batch } = batchOf(call, parameters.id, parameters.batch);
          return queryResults(job, batch, parameters.result);
        },
      },
    ];
  }

  #change(call: ApiCall, job: AsyncJob): ApiAnswer {
    const { state } = readJobInfo(call);
    if (state !== 'Closed' && state !== 'Aborted') {
      throw asyncError(
        'InvalidJobState',
        `Invalid job state: ${String(state)}`,
      );
    }
    if (
      job.state === 'Aborted' ||
      (job.state === 'Closed' && state === 'Closed')
    ) {
      throw asyncError(
        'InvalidJobState',
        `${state === 'Closed' ? 'Closing' : 'Aborting'} already ${
          job.state
        } Job not allowed`,
      );
    }
    job.state = state;
    job.systemModstamp = this.#wire.org.clock.timestamp();
    if (state === 'Aborted') {
      job.batches
        .filter(batch => ['Queued', 'InProgress'].includes(batch.state))
        .forEach(batch => {
          batch.state = 'NotProcessed';
        });
    }
    return jobAnswer(call, job);
  }

  #addBatch(call: ApiCall, job: AsyncJob): ApiAnswer {
    if (job.state !== 'Open') {
      throw asyncError('InvalidJobState', `Job is ${job.state}, not Open`);
    }
    if (isQueryJob(job) && job.batches.length > 0) {
      throw asyncError('InvalidBatch', 'A query job has one batch only');
    }
    const data = call.body.text();
    if (data.trim() === '') {
      throw asyncError('InvalidBatch', 'Batch is empty');
    }
    const { clock, switches } = this.#wire.org;
    const now = clock.timestamp();
    const batch: AsyncBatch = {
      id: this.#wire.asyncJobs.nextId('751'),
      createdDate: now,
      systemModstamp: now,
      data,
      state: 'Queued',
      stateMessage: null,
      recordsProcessed: 0,
      results: [],
      found: null,
    };
    job.batches.push(batch);
    clock.schedule(0, () => {
      if (batch.state === 'Queued') {
        batch.state = 'InProgress';
        clock.schedule(switches.bulkProcessingMs, () =>
          processBatch(this.#wire, job, batch),
        );
      }
    });
    return batchAnswer(call, { job, batch }, 201);
  }
}

function formatOf(call: ApiCall, job: AsyncJob): AsyncFormat {
  return (
    formatAsked(call.headers) ?? (job.contentType === 'JSON' ? 'json' : 'xml')
  );
}

function jobAnswer(call: ApiCall, job: AsyncJob, status = 200): ApiAnswer {
  const format = formatOf(call, job);
  const value = asyncJobInfo(job, format);
  return infoAnswer(format, { name: 'jobInfo', value, status });
}

function batchAnswer(
  call: ApiCall,
  { job, batch }: { job: AsyncJob; batch: AsyncBatch },
  status = 200,
): ApiAnswer {
  const format = formatOf(call, job);
  const value = asyncBatchInfo(job, batch, format);
  return infoAnswer(format, { name: 'batchInfo', value, status });
}

function batchList(call: ApiCall, job: AsyncJob): ApiAnswer {
  const format = formatOf(call, job);
  const batchInfo = job.batches.map(batch =>
    asyncBatchInfo(job, batch, format),
  );
  return infoAnswer(format, { name: 'batchInfoList', value: { batchInfo } });
}

function mediaTypeOf(job: AsyncJob): string {
  switch (job.contentType) {
    case 'CSV':
      return 'text/csv';
    case 'JSON':
      return 'application/json';
    default:
      return 'application/xml';
  }
}
