import type { WireServices } from '../http/WireServices';
import { purgeRaw } from '../oauth/writeRaw';
import { writeRows } from '../rest/writeRows';
import type { IngestJob } from './BulkJob';
import { parseUpload, writeOfRow } from './ingestRows';

const CHUNK = 200;

/**
 * Does the work of a job whose upload is complete: chunks of 200 rows, each
 * row standing or falling by itself. A job that is complete may have failed
 * rows; a job that failed has none that were processed.
 */
export function processIngestJob(wire: WireServices, job: IngestJob): void {
  if (job.state !== 'InProgress') {
    return;
  }
  const definition = wire.org.schema.require(job.object);
  const upload = parseUpload(job, definition);
  if (!upload.ok) {
    job.errorMessage = upload.message;
    wire.bulkJobs.transition(job, 'Failed');
    return;
  }
  const { columns, rows } = upload;
  job.columns = columns;
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK);
    const results = writeRows(wire, job.ctx, {
      writes: chunk.map(values => writeOfRow(job, definition, columns, values)),
      allOrNone: false,
    });
    results.forEach((result, index) => {
      const values = chunk[index];
      if (result.success && result.id !== undefined) {
        const created = job.operation === 'insert' || result.created === true;
        job.succeeded.push({ id: result.id, created, values });
        if (job.operation === 'hardDelete') {
          purgeRaw(wire.org, job.object, result.id);
        }
      } else {
        job.failed.push({
          id: result.id ?? '',
          error: errorText(result),
          values,
        });
      }
    });
  }
  job.recordsProcessed = rows.length;
  job.recordsFailed = job.failed.length;
  wire.bulkJobs.transition(job, 'JobComplete');
}

/** `CODE:message:fields--`. */
function errorText(result: { errors: Record<string, unknown>[] }): string {
  return result.errors
    .map(({ statusCode, message, fields }) => {
      const names = Array.isArray(fields) ? fields.join(', ') : '';
      return `${String(statusCode)}:${String(message)}:${names}--`;
    })
    .join(';');
}
