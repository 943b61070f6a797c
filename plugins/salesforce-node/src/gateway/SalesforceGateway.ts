import type { SoqlQuery } from './soql';

/** A record as the API answers it; `attributes` is emptied. @public */
export type SalesforceRecord = { Id?: string } & Record<string, unknown>;

/** One page of a query. @public */
export interface QueryPage<TRecord = SalesforceRecord> {
  records: TRecord[];
  /** Rows that match, not rows of this page. */
  totalSize: number;
  /** Hand it to `queryMore`; absent on the last page. */
  next?: string;
  /** The text that was sent, where the query was narrowed to what a person may see. */
  sent?: string;
}

/** What became of one record of a write. @public */
export type WriteResult =
  | { outcome: 'applied'; id: string }
  /** Nothing was left to do, e.g. the record to delete was gone before. */
  | { outcome: 'already_there'; id: string }
  | {
      outcome: 'refused';
      /** Salesforce's statusCode, e.g. LICENSE_LIMIT_EXCEEDED. */
      code: string;
      /** Salesforce's words, for display only. */
      message: string;
      fields?: string[];
    };

/**
 * Reads from one org. Every method throws a {@link GatewayError}.
 *
 * @public
 */
export interface SalesforceReader {
  query<TRecord = SalesforceRecord>(
    query: SoqlQuery,
  ): Promise<QueryPage<TRecord>>;
  queryMore<TRecord = SalesforceRecord>(
    next: string,
  ): Promise<QueryPage<TRecord>>;
  /**
   * First pages of several queries, in their order. Up to five queries are one
   * API call; one that fails throws for all.
   */
  batch(queries: SoqlQuery[]): Promise<QueryPage[]>;
  /** Every row, page after page; refuses with `invalid_query` past `maximum` (default 50,000). */
  queryAll<TRecord = SalesforceRecord>(
    query: SoqlQuery,
    options?: { maximum?: number },
  ): Promise<TRecord[]>;
  /** Records in the order of `ids`, `null` where there is none. */
  retrieve<TRecord = SalesforceRecord>(options: {
    object: string;
    ids: string[];
    fields: string[];
  }): Promise<Array<TRecord | null>>;
  describe(object: string): Promise<ObjectDescription>;
  limits(): Promise<{ used: number; max: number }>;
}

/** How a lead is converted. Ids of 15 or 18 characters. @public */
export interface LeadConversion {
  leadId: string;
  /** A status that counts as converted, by its label. */
  convertedStatus: string;
  /** Merges into this account; default: a new one. */
  accountId?: string;
  /** Merges into this contact of the account; default: a new one. */
  contactId?: string;
  withoutOpportunity: boolean;
  /** Default: the company of the lead. */
  opportunityName?: string;
  /** Who owns what is created; default: the owner of the lead. */
  ownerId?: string;
}

/** The part of a describe answer that actions use. @public */
export interface ObjectDescription {
  name: string;
  label: string;
  keyPrefix: string | null;
  custom: boolean;
  fields: FieldDescription[];
  childRelationships: Array<{
    relationshipName: string | null;
    childSObject: string;
    field: string;
  }>;
}

/** @public */
export interface FieldDescription {
  name: string;
  label: string;
  type: string;
  length: number;
  nillable: boolean;
  createable: boolean;
  updateable: boolean;
  filterable: boolean;
  sortable: boolean;
  custom: boolean;
  /** False for what Salesforce cannot group by, such as long texts. */
  groupable: boolean;
  /** The field that names the record, e.g. `Name` or `CaseNumber`. */
  nameField: boolean;
  /** Salesforce fills it when nothing is given. */
  defaultedOnCreate: boolean;
  restrictedPicklist: boolean;
  /** A formula or roll-up. */
  calculated: boolean;
  /** Digits before and behind the point, and behind it, of numbers. */
  precision: number;
  scale: number;
  /** Digits of whole numbers. */
  digits: number;
  /** Of a part such as BillingCity: the whole, BillingAddress. */
  compoundFieldName: string | null;
  referenceTo: string[];
  relationshipName: string | null;
  picklistValues: Array<{ value: string; label: string; active: boolean }>;
}

/**
 * Writes to one org. Only the executor holds one. Each call is one API call
 * for at most 1,000 records, except where it says otherwise; results stand in the order of the records. A lost
 * reply throws a {@link GatewayError} with `certainty: 'unknown'`; nothing is
 * ever repeated by the gateway.
 *
 * @public
 */
export interface SalesforceWriter {
  create(options: {
    object: string;
    records: Array<Record<string, unknown>>;
  }): Promise<WriteResult[]>;
  update(options: {
    object: string;
    records: Array<{ Id: string } & Record<string, unknown>>;
  }): Promise<WriteResult[]>;
  delete(options: { object: string; ids: string[] }): Promise<WriteResult[]>;
  /** Salesforce mails a reset link; the secret in the reply is dropped unread. */
  resetPassword(options: { userId: string }): Promise<WriteResult>;
  /**
   * Revokes what apps may do in the name of a user: of one app, or of all.
   * Tokens are read and used inside and never leave. What has gone meanwhile
   * counts as revoked, so repeating it is harmless.
   */
  revokeOauthTokens(options: {
    userId: string;
    appName?: string;
  }): Promise<WriteResult>;
  /** Ends all sessions of a user; repeating it is harmless. */
  endSessions(options: { userId: string }): Promise<WriteResult>;
  /**
   * Gives those of the records that `from` still owns to `to`, by the bulk API.
   * `already_there` where none is left; repeating it goes on where it ended.
   */
  transferRecords(options: {
    object: string;
    field: string;
    from: string;
    to: string;
    ids: string[];
  }): Promise<WriteResult>;
  /**
   * Asks whether Salesforce would deactivate a user, without an effect; the
   * refusal says why not.
   */
  rehearseDeactivation(options: { userId: string }): Promise<WriteResult>;
  /** Converts a lead; Salesforce refuses one that is converted already. */
  convertLead(options: LeadConversion): Promise<WriteResult>;
}

/** The only door to one org. @public */
export interface SalesforceGateway extends SalesforceReader, SalesforceWriter {}
