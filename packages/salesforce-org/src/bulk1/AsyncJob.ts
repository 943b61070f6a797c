import type { IngestOperation } from '../bulk/BulkJob';
import type { CallContext, QueryResult } from '../core/types';
import type { RowResult } from '../rest/writeRows';

export const asyncContentTypes = ['CSV', 'XML', 'JSON'] as const;

/** What batches and their results are written in. */
export type AsyncContentType = (typeof asyncContentTypes)[number];

export type AsyncOperation = IngestOperation | 'query' | 'queryAll';

export type AsyncBatchState =
  | 'Queued'
  | 'InProgress'
  | 'Completed'
  | 'Failed'
  | 'NotProcessed';

/** A part of a job: rows, or the query, and what became of them. */
export interface AsyncBatch {
  readonly id: string;
  readonly createdDate: string;
  readonly data: string;
  systemModstamp: string;
  state: AsyncBatchState;
  stateMessage: string | null;
  recordsProcessed: number;
  /** Of rows, in their order. */
  results: readonly RowResult[];
  /** Of a query. */
  found: QueryResult | null;
}

/** A job of the first Bulk API. */
export interface AsyncJob {
  readonly id: string;
  readonly object: string;
  readonly operation: AsyncOperation;
  readonly externalIdFieldName: string | null;
  readonly concurrencyMode: 'Parallel' | 'Serial';
  readonly contentType: AsyncContentType;
  readonly ctx: CallContext;
  readonly createdDate: string;
  readonly batches: AsyncBatch[];
  systemModstamp: string;
  state: 'Open' | 'Closed' | 'Aborted';
}

/** Whether the batches of a job hold a query rather than rows. */
export function isQueryJob({ operation }: AsyncJob): boolean {
  return operation === 'query' || operation === 'queryAll';
}

/** Rows of a batch that were refused. */
export function failedRows({ results }: AsyncBatch): number {
  return results.filter(result => !result.success).length;
}
