import type {
  FieldDefinition,
  ObjectDefinition,
  Schema,
} from '../schema/definitions';
import type { Switches } from './switches';

export type {
  ChildRelationship,
  FieldDefinition,
  FieldType,
  ObjectCapabilities,
  ObjectDefinition,
  ObjectSystemPermissions,
  PicklistValue,
  Schema,
  SharingModel,
} from '../schema/definitions';
export type { Switches } from './switches';

/*
 * The seams of the local org. One `Org` holds one of each; nothing is global,
 * so any number of orgs live in one process. The engine is synchronous from
 * end to end: a transaction begins and ends within one turn of the event
 * loop, which is what makes it isolated.
 */

// ---------------------------------------------------------------- values

/**
 * A stored value. Dates are `YYYY-MM-DD`, datetimes `YYYY-MM-DDThh:mm:ss.SSS+0000`
 * (always UTC), times `hh:mm:ss.SSSZ`, multi-select picklists `a;b`, ids 18
 * characters long. Compound values (addresses) are not stored, only their parts.
 */
export type FieldValue = string | number | boolean | null;

/**
 * A stored row by canonical field names. An absent key means null. Rows are
 * never changed in place: an update puts a new row in the place of the old,
 * so whoever holds a row holds what it was.
 */
export interface Row {
  readonly Id: string;
  readonly [field: string]: FieldValue | undefined;
}

/** Values of a row that is about to be stored. Rules may change them. */
export type DraftRow = Record<string, FieldValue | undefined>;

/** JSON as it arrives in a body. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [key: string]: JsonValue };

/** Fields of a body: names in any casing, parents by external id as objects. */
export type FieldInput = Record<string, JsonValue | undefined>;

// ---------------------------------------------------------------- callers

/** Who calls, and how. Every operation of the engine takes one. */
export interface CallContext {
  /** The running user, 18 characters. */
  readonly userId: string;
  /** As in the path: `63.0`. It shapes URLs in answers and some statuses. */
  readonly apiVersion: string;
  /** `client=` of the header Sforce-Call-Options, or the connected app. */
  readonly clientName?: string;
  /** Objects and envelope of the tooling API. */
  readonly tooling?: boolean;
  /** Id of the AuthSession the call came through, for `IsCurrent`. */
  readonly sessionId?: string;
  /** Sforce-Auto-Assign; assignment rules apply unless false. */
  readonly autoAssign?: boolean;
  /** Sforce-Duplicate-Rule-Header: allowSave=true. */
  readonly allowDuplicates?: boolean;
  /**
   * The org itself acts (seeding, cascades, the control API): the access
   * model is not asked and read-only fields may be written.
   */
  readonly systemMode?: boolean;
}

// ---------------------------------------------------------------- store

/** Reading. Ids must be 18 characters here; the edge has normalised them. */
export interface RecordReader {
  /** Also finds deleted rows (`IsDeleted` true). */
  get(object: string, id: string): Row | undefined;
  /** Rows in order of creation, without deleted ones unless asked for. */
  all(object: string, options?: { deleted?: boolean }): Iterable<Row>;
  /**
   * Rows whose field has this value, without deleted ones unless asked for.
   * References, ids, unique, external-id and name fields are indexed; any
   * other field is indexed at its first use. Texts compare without regard to
   * case unless the field is case-sensitive; null finds nothing.
   */
  findBy(
    object: string,
    field: string,
    value: FieldValue,
    options?: { deleted?: boolean },
  ): readonly Row[];
  /** Number of rows that are not deleted. */
  count(object: string): number;
}

/** Writing without rules or validation. Every write can be undone. */
export interface Transaction extends RecordReader {
  /** Stores a row; the id and the system fields are filled in if absent. */
  insert(object: string, values: DraftRow): Row;
  /** Replaces the fields given, and LastModified* unless they are given. */
  update(object: string, id: string, values: DraftRow): Row;
  /** Marks the row as deleted and puts it into the recycle bin. */
  delete(object: string, id: string): void;
  /** Takes the row out of the recycle bin. */
  undelete(object: string, id: string): void;
  /** Removes the row for good; used for objects without a recycle bin. */
  purge(object: string, id: string): void;
}

/** All rows of one org, in memory. */
export interface RecordStore extends RecordReader {
  /**
   * Adds rows in bulk: no rules, no validation, no journal. Ids and system
   * fields are filled in if absent. For seeding; 500,000 rows in a second or
   * two. Returns the ids.
   */
  load(object: string, rows: readonly DraftRow[]): string[];
  /**
   * Grows with every write to the object, also with those that are rolled
   * back: whoever keeps something computed from its rows compares it.
   */
  revision(object: string): number;
}

// ---------------------------------------------------------------- rules

/** What rules may use. Implemented by `Org`. */
export interface OrgServices {
  readonly schema: Schema;
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly journal: Journal;
  /** Read at the time of use: tests flip them while the org runs. */
  readonly switches: Switches;
  /** The access model in force. */
  readonly access: AccessModel;
  readonly dml: Dml;
  readonly rules: RulesRegistry;
  readonly ids: IdFactory;
  /** 18 characters. */
  readonly organizationId: string;
  /** The context in which the org itself acts. */
  systemContext(overrides?: Partial<CallContext>): CallContext;
}

/** What every rule gets. */
export interface RuleEvent {
  readonly ctx: CallContext;
  readonly object: ObjectDefinition;
  /** Reads see what the transaction has written so far. */
  readonly tx: Transaction;
  readonly org: OrgServices;
}

export interface BeforeInsertEvent extends RuleEvent {
  /** Complete with defaults; the rule may change it. */
  readonly row: DraftRow;
  /** Canonical names of the fields that the caller gave. */
  readonly given: ReadonlySet<string>;
}
export interface BeforeUpdateEvent extends RuleEvent {
  readonly before: Row;
  /** The whole row as it will be; the rule may change it. */
  readonly row: DraftRow;
  /** Canonical names of the fields that the caller gave. */
  readonly given: ReadonlySet<string>;
  /** Whether the value of a field differs from before. */
  changed(field: string): boolean;
}
export interface AfterInsertEvent extends RuleEvent {
  readonly row: Row;
}
export interface AfterUpdateEvent extends RuleEvent {
  readonly before: Row;
  readonly row: Row;
  changed(field: string): boolean;
}
export interface DeleteEvent extends RuleEvent {
  readonly row: Row;
}

/** What a query wants from a virtual object: the equalities it filters by. */
export interface VirtualRowsRequest {
  readonly ctx: CallContext;
  readonly org: OrgServices;
  /**
   * Values that a field must have by `=` or `IN` joined by AND at the top of
   * WHERE (canonical names, dotted for fields of parents; ids 18 characters). An upper bound of the answer:
   * the engine applies WHERE to what comes back anyway.
   */
  readonly equalities: ReadonlyMap<string, readonly FieldValue[]>;
  /** Lower-case names of fields that the query selects. */
  readonly selected: ReadonlySet<string>;
}

/**
 * What an object does beyond its metadata. Several may be registered for one
 * object; they run in the order of registration. A rule refuses by throwing
 * SalesforceError.
 */
export interface ObjectRules {
  readonly object: string;
  /** Values for fields that the caller did not give. */
  defaults?(event: BeforeInsertEvent): DraftRow;
  /**
   * Fields without which an insert is refused, when that differs from the
   * metadata (for User, describe over-reports). Canonical names.
   */
  readonly requiredOnInsert?: readonly string[];
  /** Runs after defaults and before validation of the metadata. */
  beforeInsert?(event: BeforeInsertEvent): void;
  beforeUpdate?(event: BeforeUpdateEvent): void;
  beforeDelete?(event: DeleteEvent): void;
  /** Runs after validation, as the last word before the row is stored. */
  validate?(event: BeforeInsertEvent | BeforeUpdateEvent): void;
  afterInsert?(event: AfterInsertEvent): void;
  afterUpdate?(event: AfterUpdateEvent): void;
  afterDelete?(event: DeleteEvent): void;
  afterUndelete?(event: DeleteEvent): void;
  /**
   * Fields computed from the row itself whenever it is stored, also by
   * `load`: User.Name, Opportunity.IsClosed. They can be indexed.
   */
  readonly stored?: Readonly<
    Record<string, (row: DraftRow, reader: RecordReader) => FieldValue>
  >;
  /** Fields computed whenever they are read: UserLicense.UsedLicenses. */
  readonly derived?: Readonly<
    Record<string, (row: Row, org: OrgServices, ctx: CallContext) => FieldValue>
  >;
  /** Rows of an object whose definition says `virtual`. */
  virtualRows?(request: VirtualRowsRequest): Iterable<Row>;
}

export interface RulesRegistry {
  register(rules: ObjectRules): void;
  for(object: string): readonly ObjectRules[];
}

// ---------------------------------------------------------------- access

/**
 * Who may see and do what. `systemMode` contexts are never asked about. All
 * objects, fields and rows arrive resolved; answers must be fast, because
 * they are asked for every row of a query (see `rowFilter`).
 */
export interface AccessModel {
  /** False makes the object invisible: INVALID_TYPE, or 404 in /sobjects. */
  canSeeObject(ctx: CallContext, object: ObjectDefinition): boolean;
  canCreate(ctx: CallContext, object: ObjectDefinition): boolean;
  canEdit(ctx: CallContext, object: ObjectDefinition): boolean;
  canDelete(ctx: CallContext, object: ObjectDefinition): boolean;
  /** False makes the field invisible: 'No such column'. */
  canReadField(
    ctx: CallContext,
    object: ObjectDefinition,
    field: FieldDefinition,
  ): boolean;
  canEditField(
    ctx: CallContext,
    object: ObjectDefinition,
    field: FieldDefinition,
  ): boolean;
  canReadRow(ctx: CallContext, object: ObjectDefinition, row: Row): boolean;
  canEditRow(ctx: CallContext, object: ObjectDefinition, row: Row): boolean;
  canDeleteRow(ctx: CallContext, object: ObjectDefinition, row: Row): boolean;
  /** May the caller give the record to another owner? */
  canTransferRow(ctx: CallContext, object: ObjectDefinition, row: Row): boolean;
  /**
   * Made once per query and asked per row; undefined when the caller may read
   * every row, which spares the question.
   */
  rowFilter(
    ctx: CallContext,
    object: ObjectDefinition,
  ): ((row: Row) => boolean) | undefined;
  /** Name without the prefix `Permissions`: `ManageUsers`. */
  hasSystemPermission(ctx: CallContext, permission: string): boolean;
}

// ---------------------------------------------------------------- DML

export interface UpsertOutcome {
  readonly id: string;
  readonly created: boolean;
}

/**
 * Writing as a caller: validation from the metadata, rules, access, journal.
 * Every call is atomic by itself. Inside `transaction` the calls share one
 * transaction, in which setup and other objects may not mix; a call that
 * throws undoes itself alone, so the caller decides whether to go on
 * (allOrNone false) or to rethrow (allOrNone true).
 *
 * Ids may be 15 or 18 characters long; answers are always 18.
 */
export interface Dml {
  insert(ctx: CallContext, object: string, fields: FieldInput): string;
  update(
    ctx: CallContext,
    object: string,
    id: string,
    fields: FieldInput,
  ): void;
  upsert(
    ctx: CallContext,
    object: string,
    key: { field: string; value: string },
    fields: FieldInput,
  ): UpsertOutcome;
  delete(ctx: CallContext, object: string, id: string): void;
  undelete(ctx: CallContext, object: string, id: string): void;
  /** Nested calls become savepoints of the outer transaction. */
  transaction<T>(ctx: CallContext, run: (tx: Transaction) => T): T;
}

// ---------------------------------------------------------------- effects

/** Something that happened for good. Nothing rolled back is ever listed. */
export interface Effect {
  /** 1, 2, 3 ... over the life of the org, also across `reset`. */
  readonly sequence: number;
  /** ISO, by the org's clock. */
  readonly time: string;
  readonly userId: string;
  readonly clientName: string | null;
  readonly kind:
    | 'insert'
    | 'update'
    | 'delete'
    | 'undelete'
    | 'email'
    | 'passwordSet'
    | 'passwordReset'
    | 'login'
    | 'loginFailed'
    | 'sessionEnded'
    | 'tokenIssued'
    | 'tokenRevoked';
  readonly object: string | null;
  readonly id: string | null;
  /** For updates only the fields that changed. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** Append-only. Entries made in a transaction appear when it commits. */
export interface Journal {
  append(
    ctx: Pick<CallContext, 'userId' | 'clientName'>,
    effect: Pick<Effect, 'kind'> &
      Partial<Pick<Effect, 'object' | 'id' | 'before' | 'after'>>,
  ): void;
  entries(options?: { after?: number }): readonly Effect[];
  clear(): void;
}

/** The org's own time, which tests set and advance. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** In the format of stored datetimes. */
  timestamp(): string;
  /** From now on the clock stands still, at this time, until `resume`. */
  set(time: Date | string | number): void;
  advance(milliseconds: number): void;
  /** The clock follows the machine's time again. */
  resume(): void;
  /**
   * Runs a task as soon as the clock has passed the delay: on `advance`, or
   * before the next operation of the org. No timers are involved.
   */
  schedule(delayMilliseconds: number, task: () => void): void;
  /** Runs what is due. The org calls it before each operation. */
  settle(): void;
}

export interface IdFactory {
  /** The next id of the object, 18 characters, deterministic per org. */
  next(object: string): string;
}

// ---------------------------------------------------------------- queries

/** A record of a query's answer, in the order of the select list. */
export interface QueryRecord {
  attributes: { type: string; url?: string };
  [key: string]: unknown;
}

/** A child subquery's answer inside a record; null when there are none. */
export interface ChildRecords {
  totalSize: number;
  done: true;
  /** All of them. The HTTP layer may cut it into pages. */
  records: QueryRecord[];
}

/** An entry of `columnMetadata`, in answer to `columns=true`. */
export interface ColumnMetadata {
  aggregate: boolean;
  apexType: string;
  booleanType: boolean;
  columnName: string;
  custom: boolean;
  displayName: string;
  foreignKeyName: string | null;
  insertable: boolean;
  joinColumns: ColumnMetadata[];
  numberType: boolean;
  textType: boolean;
  updatable: boolean;
}

export interface ColumnsDescription {
  columnMetadata: ColumnMetadata[];
  entityName: string;
  groupBy: boolean;
  idSelected: boolean;
  keyPrefix: string | null;
}

export interface QueryResult {
  /** Rows that match, after LIMIT and OFFSET. */
  readonly totalSize: number;
  /** Canonical name of the object after FROM. */
  readonly entityName: string;
  /** Answers of aggregates cannot be continued by a locator. */
  readonly aggregate: boolean;
  /**
   * Records `from` (inclusive) to `to` (exclusive; default: all), built at the
   * time of the call from the rows as they were when the query ran. Building
   * only the page asked for is what keeps large queries cheap.
   */
  records(from?: number, to?: number): QueryRecord[];
  columns(): ColumnsDescription;
}

// ---------------------------------------------------------------- facade

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
