import type { ObjectDefinition, Schema } from '../../schema/definitions';
import type { Switches } from '../switches';
import type { AccessModel } from './AccessModel';
import type { CallContext } from './CallContext';
import type { Dml } from './Dml';
import type { Clock, IdFactory, Journal } from './effects';
import type { RecordReader, RecordStore, Transaction } from './storage';
import type { DraftRow, FieldValue, Row } from './values';

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
