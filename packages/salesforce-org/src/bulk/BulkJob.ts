import type { CallContext, QueryResult } from '../core/types';

/** Operations of ingest jobs. */
export const ingestOperations = [
  'insert',
  'update',
  'upsert',
  'delete',
  'hardDelete',
] as const;

export type IngestOperation = (typeof ingestOperations)[number];

export type JobState =
  | 'Open'
  | 'UploadComplete'
  | 'InProgress'
  | 'JobComplete'
  | 'Failed'
  | 'Aborted';

/** Characters by the names that jobs use. */
export const columnDelimiters: Readonly<Record<string, string>> = {
  COMMA: ',',
  SEMICOLON: ';',
  TAB: '\t',
  PIPE: '|',
  CARET: '^',
  BACKQUOTE: '`',
};

export const lineEndings: Readonly<Record<string, string>> = {
  LF: '\n',
  CRLF: '\r\n',
};

interface JobBase {
  readonly id: string;
  readonly object: string;
  readonly ctx: CallContext;
  readonly createdDate: string;
  readonly columnDelimiter: string;
  readonly lineEnding: string;
  systemModstamp: string;
  state: JobState;
  errorMessage: string | null;
  recordsProcessed: number;
  recordsFailed: number;
}

/** Rows that come in. */
export interface IngestJob extends JobBase {
  readonly kind: 'ingest';
  readonly operation: IngestOperation;
  readonly externalIdFieldName: string | null;
  /** The CSV; null until it was uploaded, which can be done once. */
  data: string | null;
  columns: readonly string[];
  succeeded: { id: string; created: boolean; values: readonly string[] }[];
  failed: { id: string; error: string; values: readonly string[] }[];
}

/** Rows that go out. */
export interface QueryJob extends JobBase {
  readonly kind: 'query';
  readonly operation: 'query' | 'queryAll';
  readonly query: string;
  result: QueryResult | null;
}

export type BulkJob = IngestJob | QueryJob;
