import { isSalesforceError } from '../core/SalesforceError';
import type { WireServices } from '../http/WireServices';
import { purgeRaw } from '../oauth/writeRaw';
import { writeRows } from '../rest/writeRows';
import { isQueryJob, type AsyncBatch, type AsyncJob } from './AsyncJob';
import { readBatch } from './readBatch';

const CHUNK = 200;

/** Does the work of one batch: each row stands or falls by itself. */
export function processBatch(
  wire: WireServices,
  job: AsyncJob,
  batch: AsyncBatch,
): void {
  if (batch.state !== 'InProgress') {
    return;
  }
  if (isQueryJob(job)) {
    runQuery(wire, job, batch);
  } else {
    writeBatch(wire, job, batch);
  }
  batch.systemModstamp = wire.org.clock.timestamp();
}

function writeBatch(
  wire: WireServices,
  job: AsyncJob,
  batch: AsyncBatch,
): void {
  const read = readBatch(job, batch, wire.org.schema.require(job.object));
  if (!read.ok) {
    fail(batch, read.message);
    return;
  }
  const results = [];
  for (let start = 0; start < read.writes.length; start += CHUNK) {
    results.push(
      ...writeRows(wire, job.ctx, {
        writes: read.writes.slice(start, start + CHUNK),
        allOrNone: false,
      }),
    );
  }
  if (job.operation === 'hardDelete') {
    results.forEach(({ id, success }) => {
      if (success && id !== undefined) {
        purgeRaw(wire.org, job.object, id);
      }
    });
  }
  batch.results = results;
  batch.recordsProcessed = results.length;
  batch.state = 'Completed';
}

function runQuery(wire: WireServices, job: AsyncJob, batch: AsyncBatch): void {
  try {
    const found = wire.org.query(job.ctx, batch.data, {
      all: job.operation === 'queryAll',
    });
    if (found.aggregate) {
      fail(
        batch,
        'FeatureNotEnabled : Aggregate Relationships not supported in Bulk Query',
      );
      return;
    }
    batch.found = found;
    batch.recordsProcessed = found.totalSize;
    batch.state = 'Completed';
  } catch (error) {
    if (!isSalesforceError(error)) {
      throw error;
    }
    fail(
      batch,
      `InvalidBatch : Failed to process query: ${error.errorCode}: ${error.message}`,
    );
  }
}

function fail(batch: AsyncBatch, message: string): void {
  batch.state = 'Failed';
  batch.stateMessage = message;
}
