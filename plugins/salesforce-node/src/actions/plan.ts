import type {
  Blocker,
  FieldValue,
  LeftOut,
  Target,
} from '@salesdesk/backstage-plugin-salesforce-common';

/** One field of a planned change. @public */
export interface PlannedField {
  /** API name, e.g. `IsFrozen`. */
  name: string;
  /** What people call it. */
  label: string;
  before: FieldValue;
  after: FieldValue;
  /** Readable form where the value is an id or a code. */
  beforeLabel?: string;
  afterLabel?: string;
  /** The value is the id of the record that the change at this position creates. */
  afterFrom?: number;
}

/**
 * What can be done that is not the writing of one record:
 *
 * - `reset_password`: the record is the user.
 * - `revoke_oauth_tokens`: the record is the user; a field `AppName` may name
 *   the one app. The tokens never leave the gateway.
 * - `end_sessions`: the record is the user.
 * - `transfer_records`: every record of `recordIds` that has the owner before
 *   gets the owner after, both in the one field of the change; the record is
 *   the owner before.
 * - `rehearse_deactivation`: asks Salesforce whether it would deactivate the
 *   user, without an effect.
 * - `convert_lead`: the record is the lead; the fields say into what.
 *
 * @public
 */
export type InvokeMethod =
  | 'reset_password'
  | 'revoke_oauth_tokens'
  | 'end_sessions'
  | 'transfer_records'
  | 'rehearse_deactivation'
  | 'convert_lead';

/**
 * One record that a request will alter. The executor writes exactly these
 * fields and nothing else; this is what reviewers see and what the digest
 * covers.
 *
 * @public
 */
export interface PlannedChange {
  object: string;
  /** `null` for a create, and for a change of a record that the plan itself creates. */
  recordId: string | null;
  /** The record is the one that the change at this position creates. */
  recordFrom?: number;
  operation: 'create' | 'update' | 'delete' | 'invoke';
  /** For `invoke`: what is called. */
  method?: InvokeMethod;
  fields: PlannedField[];
  /** One plain sentence, e.g. "Freeze Marco Bianchi". */
  summary: string;
  target: Target;
  /**
   * For a create: the fields that make the record unique, by which it is found
   * again after a lost reply, e.g. AssigneeId and PermissionSetId.
   */
  naturalKey?: string[];
  /**
   * The records that the change stands for, where it is one call for many that
   * are altered alike. Their ids are covered by the digest; plans show how many
   * there are.
   */
  recordIds?: string[];
  /** This change waits for the success of these; they are skipped with it. */
  after?: number[];
}

/** A request that the executor makes when this one has succeeded. @public */
export interface PlannedFollowUp {
  action: string;
  input: Record<string, unknown>;
  /** ISO 8601 date-time in UTC. */
  at: string;
  summary: string;
}

/** What an action proposes for an input: the plan before it has a digest. @public */
export interface PlanProposal {
  /** A sentence for the request's title, e.g. "Freeze Marco Bianchi until 22 Feb 2027". */
  title: string;
  changes: PlannedChange[];
  followUps?: PlannedFollowUp[];
  /** True statements a reviewer should know, e.g. the seats left. */
  warnings?: string[];
  /** What Salesforce would refuse today; a request with blockers ends as `needs_admin`. */
  blockers?: Blocker[];
  /** Targets that already are as wanted. */
  leftOut?: LeftOut[];
  /** Every target, also those that are left out; for self-service and target rules. */
  targets: Target[];
}
