import type { ObjectDefinition } from '../../schema/definitions';
import type { AccessModel } from './AccessModel';
import type { CallContext } from './CallContext';
import type { ObjectRules, OrgServices } from './ObjectRules';
import type { QueryRecord, QueryResult } from './queries';

/** A field of `explain`'s plans and notes as the API shows them. */
export interface QueryPlan {
  cardinality: number;
  fields: string[];
  leadingOperationType: 'TableScan' | 'Index' | 'Other' | 'Sharing';
  notes: { description: string; fields: string[]; tableEnumOrId: string }[];
  relativeCost: number;
  sobjectCardinality: number;
  sobjectType: string;
}

/** How a module takes part in an org: given once, when the org is made. */
export interface OrgFeature {
  /** Objects and fields beyond the standard ones. */
  readonly schema?: readonly unknown[];
  rules?(org: OrgServices): readonly ObjectRules[];
  /** The last feature that brings one wins; without any, all is allowed. */
  access?(org: OrgServices): AccessModel;
  /** Loads the first data; runs when the org is made and on `reset`. */
  load?(org: OrgServices): void;
}

/**
 * What the HTTP layer calls. All of it throws SalesforceError. Object names
 * come in any casing, ids with 15 or 18 characters.
 */
export interface OrgOperations extends OrgServices {
  query(
    ctx: CallContext,
    soql: string,
    /** `all`: deleted rows too (queryAll). */
    options?: { all?: boolean },
  ): QueryResult;
  explain(
    ctx: CallContext,
    soql: string,
  ): { plans: QueryPlan[]; sourceQuery: string };
  /** `sobjects` of the answer of `/sobjects`. */
  describeGlobal(ctx: CallContext): Record<string, unknown>[];
  /** Throws 404 NOT_FOUND for unknown and hidden objects. */
  describe(ctx: CallContext, object: string): Record<string, unknown>;
  /**
   * One record with `attributes`. Without `fields` all readable fields, nulls
   * included. `key` reads by external id instead of Id.
   */
  retrieve(
    ctx: CallContext,
    object: string,
    id: string,
    options?: { fields?: readonly string[]; key?: string },
  ): QueryRecord;
  /**
   * Resolves `/sobjects/X/{id}/{relationship}`: the parent's object and id, or
   * the rows of the children as a query result.
   */
  related(
    ctx: CallContext,
    object: string,
    id: string,
    relationship: string,
    options?: { fields?: readonly string[] },
  ): { parent: QueryRecord } | { children: QueryResult };
  /** Ids changed between two datetimes (`/sobjects/X/updated`). */
  updated(
    ctx: CallContext,
    object: string,
    period: { start: string; end: string },
  ): { ids: string[]; latestDateCovered: string };
  /** `/sobjects/X/deleted`. */
  deleted(
    ctx: CallContext,
    object: string,
    period: { start: string; end: string },
  ): {
    deletedRecords: { id: string; deletedDate: string }[];
    earliestDateAvailable: string;
    latestDateCovered: string;
  };
  /** The schema of an object, or 404 NOT_FOUND when it is hidden or unknown. */
  requireVisibleObject(ctx: CallContext, object: string): ObjectDefinition;
  /** Adds objects and fields at run time (JSON of the schema format). */
  addSchema(definitions: unknown): void;
  /** As at the start: data of the features, switches at their defaults. */
  reset(): void;
}
