import { jsonAnswer, type ApiAnswer } from '../http/ApiCall';
import { invalidJob } from './BulkJobStore';
import type { BulkJob } from './BulkJob';

/** A job as the API shows it. */
export function jobInfo(job: BulkJob): Record<string, unknown> {
  const { ctx } = job;
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: ctx.userId,
    createdDate: job.createdDate,
    systemModstamp: job.systemModstamp,
    state: job.state,
    ...(job.kind === 'ingest' && job.externalIdFieldName
      ? { externalIdFieldName: job.externalIdFieldName }
      : {}),
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(ctx.apiVersion),
    ...(job.kind === 'ingest'
      ? {
          contentUrl: `services/data/v${ctx.apiVersion}/jobs/ingest/${job.id}/batches`,
          jobType: 'V2Ingest',
        }
      : { jobType: 'V2Query' }),
    lineEnding: job.lineEnding,
    columnDelimiter: job.columnDelimiter,
    retries: 0,
    totalProcessingTime: 0,
    apiActiveProcessingTime: 0,
    apexProcessingTime: 0,
    numberRecordsProcessed: job.recordsProcessed,
    ...(job.kind === 'ingest'
      ? { numberRecordsFailed: job.recordsFailed }
      : {}),
    ...(job.errorMessage === null ? {} : { errorMessage: job.errorMessage }),
  };
}

export function listJobs(jobs: readonly BulkJob[]): ApiAnswer {
  return jsonAnswer({
    done: true,
    records: jobs.map(jobInfo),
    nextRecordsUrl: null,
  });
}

/** @throws 400 INVALIDJOB for a name that is not on the list */
export function choose(
  what: string,
  known: Readonly<Record<string, string>>,
  given: unknown,
  fallback: string,
): string {
  if (given === undefined || given === null) {
    return fallback;
  }
  if (typeof given === 'string' && Object.hasOwn(known, given)) {
    return given;
  }
  throw invalidJob(`Unsupported ${what}: ${String(given)}`);
}
