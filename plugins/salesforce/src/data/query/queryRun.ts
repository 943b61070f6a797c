import type { QueryStart } from '@salesdesk/backstage-plugin-salesforce-common';
import type { QueryProblem } from '../editor/placeOfError';

export type Row = Record<string, unknown>;

/** A query that was run, and how far it came. */
export interface QueryRun {
  /** As it was typed, and where it was asked. */
  query: string;
  org: string | undefined;
  status: 'running' | 'done' | 'stopped' | 'failed';
  start?: QueryStart;
  /** All rows so far; grows in place. `version` changes when it has. */
  rows: Row[];
  version: number;
  /** False where there are more rows than are loaded. */
  complete?: boolean;
  notes: string[];
  startedAt: number;
  /** Milliseconds from the start to the last row. */
  took: number;
  error?: unknown;
  problem?: QueryProblem;
}

/** Rows that are loaded at most; an export has no such limit. */
export const mostRows = 50_000;
