import { parse } from 'csv-parse/sync';
import type {
  FieldDefinition,
  FieldInput,
  JsonValue,
  ObjectDefinition,
} from '../core/types';
import type { RowWrite } from '../rest/writeRows';
import { columnDelimiters, type IngestJob } from './BulkJob';

/** What a job's upload turned out to be. */
export type ParsedUpload =
  | {
      readonly ok: true;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly ok: false; readonly message: string };

/** Takes the CSV apart; a header that does not fit fails the whole job. */
export function parseUpload(
  job: Pick<IngestJob, 'data' | 'lineEnding' | 'columnDelimiter'>,
  definition: ObjectDefinition,
): ParsedUpload {
  const data = (job.data ?? '').replace(/^\uFEFF/, '');
  const [firstLine] = data.split('\n', 1);
  if (firstLine.endsWith('\r') !== (job.lineEnding === 'CRLF')) {
    return {
      ok: false,
      message: `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${job.lineEnding}`,
    };
  }
  let records: string[][];
  try {
    records = parse(data, {
      delimiter: columnDelimiters[job.columnDelimiter],
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    return {
      ok: false,
      message: `InvalidBatch : Failed to parse CSV: ${
        error instanceof Error ? error.message : String(error)
      }`,
    };
  }
  const [columns = [], ...rows] = records;
  const unknown = columns.find(column => !isKnown(definition, column));
  if (unknown !== undefined || columns.length === 0) {
    return {
      ok: false,
      message: `InvalidBatch : Field name not found : ${unknown ?? ''}`,
    };
  }
  const wrong = rows.find(row => row.length !== columns.length);
  if (wrong) {
    return {
      ok: false,
      message: `InvalidBatch : The number of columns in a row (${wrong.length}) does not match the header (${columns.length})`,
    };
  }
  return { ok: true, columns, rows };
}

/** The lines of an upload as they came, whatever is wrong with them. */
export function linesOf(
  job: Pick<IngestJob, 'data' | 'columnDelimiter'>,
): string[][] {
  try {
    return parse((job.data ?? '').replace(/^\uFEFF/, ''), {
      delimiter: columnDelimiters[job.columnDelimiter],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch {
    return [];
  }
}

/** What a line of the CSV asks for. */
export function writeOfRow(
  job: RowTarget,
  definition: ObjectDefinition,
  columns: readonly string[],
  values: readonly string[],
): RowWrite {
  const { id, fields } = readFields(definition, columns, values);
  return writeOfFields(job, id, fields);
}

/** The part of a job that says what is to become of its rows. */
export type RowTarget = Pick<
  IngestJob,
  'object' | 'operation' | 'externalIdFieldName'
>;

/** What a row asks for once its id is told from its fields. */
export function writeOfFields(
  job: RowTarget,
  id: string | undefined,
  fields: FieldInput,
): RowWrite {
  switch (job.operation) {
    case 'insert':
      return { kind: 'insert', object: job.object, fields };
    case 'update':
      return { kind: 'update', object: job.object, id, fields };
    case 'upsert':
      return upsertOf(job, id, fields);
    default:
      return { kind: 'delete', id: id ?? '', expectedObject: job.object };
  }
}

function upsertOf(
  job: RowTarget,
  id: string | undefined,
  fields: FieldInput,
): RowWrite {
  const { object } = job;
  const field = job.externalIdFieldName ?? 'Id';
  if (field.toLowerCase() !== 'id') {
    return { kind: 'upsert', object, expectedObject: object, field, fields };
  }
  return id
    ? { kind: 'upsertById', object, id, fields }
    : { kind: 'upsertNew', object, fields };
}

function readFields(
  definition: ObjectDefinition,
  columns: readonly string[],
  values: readonly string[],
): { id: string | undefined; fields: FieldInput } {
  const fields: FieldInput = {};
  let id: string | undefined;
  columns.forEach((column, index) => {
    const value = values[index];
    if (column.toLowerCase() === 'id') {
      id = value;
    } else if (value !== '') {
      assign(fields, definition, column, value);
    }
  });
  return { id, fields };
}

/** Empty means "leave it"; null is written `#N/A`. */
function assign(
  fields: FieldInput,
  definition: ObjectDefinition,
  column: string,
  value: string,
): void {
  const [relationship, parentField] = column.split('.');
  if (parentField === undefined) {
    const field = definition.field(column);
    fields[column] = value === '#N/A' ? null : typed(field, value);
    return;
  }
  const [name, type] = relationship.split(':');
  fields[name] =
    value === '#N/A'
      ? null
      : {
          ...(type === undefined ? {} : { attributes: { type } }),
          [parentField]: value,
        };
}

const booleans = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** CSV knows texts only; what is no number stays a text and is refused. */
function typed(field: FieldDefinition | undefined, value: string): JsonValue {
  switch (field?.type) {
    case 'boolean':
      return booleans.get(value.toLowerCase()) ?? value;
    case 'int':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent': {
      const number = Number(value);
      return Number.isFinite(number) ? number : value;
    }
    default:
      return value;
  }
}

function isKnown(definition: ObjectDefinition, column: string): boolean {
  const [relationship, parentField] = column.split('.');
  return parentField === undefined
    ? definition.field(column) !== undefined
    : definition.parentRelationship(relationship.split(':')[0]) !== undefined;
}
