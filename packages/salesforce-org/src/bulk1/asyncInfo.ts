import type { JsonObject } from '../http/RequestBody';
import {
  failedRows,
  type AsyncBatch,
  type AsyncBatchState,
  type AsyncJob,
} from './AsyncJob';
import type { AsyncFormat } from './asyncFormat';

/** A job as the API shows it. */
export function asyncJobInfo(job: AsyncJob, format: AsyncFormat): JsonObject {
  const count = (...states: AsyncBatchState[]) =>
    job.batches.filter(batch => states.includes(batch.state)).length;
  const total = (of: (batch: AsyncBatch) => number) =>
    job.batches.reduce((sum, batch) => sum + of(batch), 0);
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.ctx.userId,
    createdDate: stamp(job.createdDate, format),
    systemModstamp: stamp(job.systemModstamp, format),
    state: job.state,
    externalIdFieldName: job.externalIdFieldName,
    concurrencyMode: job.concurrencyMode,
    contentType: job.contentType,
    numberBatchesQueued: count('Queued'),
    numberBatchesInProgress: count('InProgress'),
    numberBatchesCompleted: count('Completed'),
    numberBatchesFailed: count('Failed', 'NotProcessed'),
    numberBatchesTotal: job.batches.length,
    numberRecordsProcessed: total(batch => batch.recordsProcessed),
    numberRetries: 0,
    apiVersion:
      format === 'json' ? Number(job.ctx.apiVersion) : job.ctx.apiVersion,
    numberRecordsFailed: total(failedRows),
    totalProcessingTime: 0,
    apiActiveProcessingTime: 0,
    apexProcessingTime: 0,
  };
}

/** A batch as the API shows it. */
export function asyncBatchInfo(
  job: AsyncJob,
  batch: AsyncBatch,
  format: AsyncFormat,
): JsonObject {
  return {
    id: batch.id,
    jobId: job.id,
    state: batch.state,
    stateMessage: batch.stateMessage,
    createdDate: stamp(batch.createdDate, format),
    systemModstamp: stamp(batch.systemModstamp, format),
    numberRecordsProcessed: batch.recordsProcessed,
    numberRecordsFailed: failedRows(batch),
    totalProcessingTime: 0,
    apiActiveProcessingTime: 0,
    apexProcessingTime: 0,
  };
}

/** XML has `Z` where JSON has `+0000`. */
function stamp(time: string, format: AsyncFormat): string {
  return format === 'json' ? time : time.replace('+0000', 'Z');
}
