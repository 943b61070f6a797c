import { stringify } from 'csv-stringify/sync';
import { queryCsv } from '../bulk/queryCsv';
import { normalizeId } from '../core/ids';
import type { QueryRecord } from '../core/types';
import type { ApiAnswer } from '../http/ApiCall';
import type { RowResult } from '../rest/writeRows';
import type { SoapValue } from '../soap/SoapFault';
import { isQueryJob, type AsyncBatch, type AsyncJob } from './AsyncJob';
import { xmlContent } from './asyncFormat';
import { asyncError } from './AsyncJobStore';

/** A result of a query has the id of its batch, with a prefix of its own. */
function resultIdOf(batch: AsyncBatch): string {
  return `752${batch.id.slice(3, 15)}`;
}

/** `/result`: of every row, or the ids of what a query found. */
export function batchResults(job: AsyncJob, batch: AsyncBatch): ApiAnswer {
  if (batch.state !== 'Completed') {
    throw asyncError(
      'InvalidBatch',
      batch.state === 'Failed'
        ? batch.stateMessage ?? 'Batch failed'
        : 'Batch not completed',
    );
  }
  if (isQueryJob(job)) {
    const ids = [resultIdOf(batch)];
    return job.contentType === 'JSON'
      ? { status: 200, json: ids }
      : { status: 200, ...xmlContent('result-list', { result: ids }) };
  }
  switch (job.contentType) {
    case 'CSV':
      return {
        status: 200,
        text: {
          type: 'text/csv',
          content: stringify(
            [
              ['Id', 'Success', 'Created', 'Error'],
              ...batch.results.map(result => [
                result.id ?? '',
                String(result.success),
                String(isCreated(job, result)),
                errorText(result),
              ]),
            ],
            { quoted: true, quoted_empty: true },
          ),
        },
      };
    case 'JSON':
      return {
        status: 200,
        json: batch.results.map(result => ({
          success: result.success,
          created: isCreated(job, result),
          id: result.id ?? null,
          errors: result.errors.map(({ message, fields, statusCode }) => ({
            message,
            fields,
            statusCode,
            extendedErrorDetails: null,
          })),
        })),
      };
    default:
      return {
        status: 200,
        ...xmlContent('results', {
          result: batch.results.map(result => xmlResult(job, result)),
        }),
      };
  }
}

/** `/result/752...`: the records that a query found. */
export function queryResults(
  job: AsyncJob,
  batch: AsyncBatch,
  resultId: string,
): ApiAnswer {
  const { found } = batch;
  if (!found || normalizeId(resultId) !== normalizeId(resultIdOf(batch))) {
    throw asyncError('InvalidBatch', `Unable to find result: ${resultId}`);
  }
  const records = found.records();
  switch (job.contentType) {
    case 'CSV':
      return {
        status: 200,
        text: {
          type: 'text/csv',
          content: queryCsv(found, records, {
            delimiter: ',',
            lineEnding: '\n',
          }),
        },
      };
    case 'JSON':
      return { status: 200, json: records.map(withEpochTimes) };
    default:
      return {
        status: 200,
        ...xmlContent('queryResult', {
          records: records.map(xmlRecord),
        }),
      };
  }
}

function isCreated(job: AsyncJob, result: RowResult): boolean {
  return (
    result.success && (job.operation === 'insert' || result.created === true)
  );
}

/** `CODE:message:fields--`. */
function errorText({ errors }: RowResult): string {
  return errors
    .map(({ statusCode, message, fields }) => {
      const names = Array.isArray(fields) ? fields.join(', ') : '';
      return `${String(statusCode)}:${String(message)}:${names}--`;
    })
    .join(';');
}

function xmlResult(job: AsyncJob, result: RowResult): SoapValue {
  const errors = result.errors.map(({ message, fields, statusCode }) => ({
    fields: Array.isArray(fields) ? fields.map(String) : [],
    message: String(message),
    statusCode: String(statusCode),
  }));
  return {
    ...(errors.length > 0 ? { errors } : {}),
    ...(result.id === undefined ? {} : { id: result.id }),
    success: result.success,
    created: isCreated(job, result),
  };
}

const DATETIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

/** JSON results of this API have dates and times as milliseconds. */
function withEpochTimes(value: unknown): unknown {
  if (typeof value === 'string' && (DATETIME.test(value) || DATE.test(value))) {
    return Date.parse(value.replace('+0000', 'Z'));
  }
  if (Array.isArray(value)) {
    return value.map(withEpochTimes);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([name, entry]) => [
          name,
          withEpochTimes(entry),
        ]),
      )
    : value;
}

function xmlRecord(record: QueryRecord): SoapValue {
  const { attributes, ...fields } = record;
  return {
    type: attributes.type,
    ...Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, xmlValue(value)]),
    ),
  };
}

function xmlValue(value: unknown): SoapValue {
  if (value === null || value === undefined) {
    return null;
  }
  return isRecord(value) ? xmlRecord(value) : String(value);
}

function isRecord(value: unknown): value is QueryRecord {
  return typeof value === 'object' && value !== null && 'attributes' in value;
}
