import { parseUpload, writeOfFields, writeOfRow } from '../bulk/ingestRows';
import { ingestOperations, type IngestOperation } from '../bulk/BulkJob';
import type { FieldInput, JsonValue, ObjectDefinition } from '../core/types';
import { isJsonObject } from '../http/RequestBody';
import type { RowWrite } from '../rest/writeRows';
import type { AsyncBatch, AsyncJob } from './AsyncJob';
import { parseXml } from './asyncFormat';

const MAXIMUM_RECORDS = 10_000;

/** What the data of a batch comes to. */
export type ReadBatch =
  | { readonly ok: true; readonly writes: readonly RowWrite[] }
  | { readonly ok: false; readonly message: string };

/** The rows of a batch as writes, whatever they were written in. */
export function readBatch(
  job: AsyncJob,
  batch: AsyncBatch,
  definition: ObjectDefinition,
): ReadBatch {
  const operation = ingestOperations.find(name => name === job.operation);
  const read =
    operation === undefined
      ? invalid('Operation is not valid')
      : rowsOf({ ...job, operation }, batch.data, definition);
  return read.ok && read.writes.length > MAXIMUM_RECORDS
    ? invalid(`Records exceeded the limit of ${MAXIMUM_RECORDS}`)
    : read;
}

type IngestTarget = Omit<AsyncJob, 'operation'> & {
  readonly operation: IngestOperation;
};

function rowsOf(
  job: IngestTarget,
  data: string,
  definition: ObjectDefinition,
): ReadBatch {
  switch (job.contentType) {
    case 'CSV':
      return csvRows(job, data, definition);
    case 'JSON':
      return jsonRows(job, data);
    default:
      return xmlRows(job, data);
  }
}

/** Lines may end in either way here. */
function csvRows(
  job: IngestTarget,
  data: string,
  definition: ObjectDefinition,
): ReadBatch {
  const lineEnding = /^[^\n]*\r\n/.test(data) ? 'CRLF' : 'LF';
  const upload = parseUpload(
    { data, lineEnding, columnDelimiter: 'COMMA' },
    definition,
  );
  return upload.ok
    ? {
        ok: true,
        writes: upload.rows.map(row =>
          writeOfRow(job, definition, upload.columns, row),
        ),
      }
    : upload;
}

function jsonRows(job: IngestTarget, data: string): ReadBatch {
  let rows: unknown;
  try {
    rows = JSON.parse(data);
  } catch {
    return invalid('Failed to parse JSON');
  }
  if (!Array.isArray(rows) || !rows.every(isJsonObject)) {
    return invalid('Failed to parse JSON: an array of objects is expected');
  }
  return { ok: true, writes: rows.map(row => writeOfRecord(job, row)) };
}

/** `<sObjects><sObject><Name>Acme</Name></sObject></sObjects>`. */
function xmlRows(job: IngestTarget, data: string): ReadBatch {
  const root = parseXml(data, 'sObjects');
  if (!root) {
    return invalid('Failed to parse XML: sObjects is expected');
  }
  const rows = [root.sObject ?? []].flat().filter(isJsonObject);
  return {
    ok: true,
    writes: rows.map(row =>
      writeOfRecord(
        job,
        Object.fromEntries(
          Object.entries(row)
            .filter(([name]) => !/^[@#]/.test(name) && name !== 'type')
            .map(([name, value]) => [name, xmlValue(value)]),
        ),
      ),
    ),
  };
}

/** A text, null for `xsi:nil`, or a parent inside `sObject`. */
function xmlValue(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) {
    return value;
  }
  if (value['@nil'] === 'true') {
    return null;
  }
  const parent = isJsonObject(value.sObject) ? value.sObject : undefined;
  return parent ?? (typeof value['#text'] === 'string' ? value['#text'] : '');
}

function writeOfRecord(
  job: IngestTarget,
  record: { [name: string]: JsonValue },
): RowWrite {
  const fields: FieldInput = {};
  let id: string | undefined;
  for (const [name, value] of Object.entries(record)) {
    if (name.toLowerCase() === 'id') {
      id = typeof value === 'string' ? value : undefined;
    } else if (name !== 'attributes') {
      fields[name] = value;
    }
  }
  return writeOfFields(job, id, fields);
}

function invalid(message: string): ReadBatch {
  return { ok: false, message: `InvalidBatch : ${message}` };
}
