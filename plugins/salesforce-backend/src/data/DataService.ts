import type {
  ActionAnswer,
  DataObject,
  DataObjectSummary,
  DataRecord,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { SalesforceRecord } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Caller } from '../permissions/Caller';

/** Which org; the default one where none is named. */
interface InOrg {
  orgId?: string;
  caller: Caller;
}

/** A query that has begun, and its rows as they come. */
export interface RunningQuery {
  columns: NonNullable<ActionAnswer['columns']>;
  total: number;
  /** The SOQL that was sent. */
  query: string;
  /** No more rows than this come. */
  maximum: number;
  object?: string;
  recordUrl?: string;
  restrictedTo?: string;
  /** Pages; ends after `maximum` rows. Stopping to read ends the query. */
  pages: AsyncIterable<SalesforceRecord[]>;
  /** After the last page. */
  notes(): string[];
}

/**
 * Data of an org for the Data page, as a person may see it: see `RunQueryAs`.
 * What is read is recorded in the audit log.
 */
export interface DataService {
  listObjects(options: InOrg): Promise<DataObjectSummary[]>;
  /** Throws NotFoundError for an object that the person may not see. */
  object(options: InOrg & { object: string }): Promise<DataObject>;
  /** Throws NotFoundError for a record that the person may not see. */
  record(
    options: InOrg & { object: string; recordId: string },
  ): Promise<DataRecord>;
  query(
    options: InOrg & { query: string; maximum: number },
  ): Promise<RunningQuery>;
  /** CSV, part by part; the first part is there when this answers. */
  export(
    options: InOrg & { query: string },
  ): Promise<AsyncIterable<string | Uint8Array>>;
}
