import type {
  Blocker,
  Problem,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  ActionContext,
  PlannedChange,
  PlanProposal,
  SalesforceReader,
  SalesforceWriteAction,
  SalesforceWriter,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import type { RequestPatch } from '../database/operations/requests/updateRequest';
import type { RequestRow } from '../database/tables';
import type { TransitionRecord } from '../requests/transitionRequest';
import type { PlannedWork } from './PlannedWork';

/*
 * What the executor needs of the other parts. It knows them by these
 * interfaces only; `plugin.ts` hands the real ones in.
 */

/** Opens an org for the run of one job. */
export interface ExecutionContexts {
  /**
   * The reading context that the action previews with, and the writer. Throws
   * GatewayError, or SalesdeskError with `org_paused`, `org_not_connected` or
   * `org_not_found`.
   */
  open(options: { orgId: string; requesterRef: string }): Promise<OpenedOrg>;
}

/** An org as the run of a job works with it. */
export interface OpenedOrg {
  context: ActionContext;
  writer: SalesforceWriter;
  /**
   * Whether it still is how the org is connected; asked before each call. Throws
   * `org_paused`, and what `open` throws of an org that is not to be worked with.
   */
  isCurrent(): Promise<boolean>;
}

/** The write actions by id. */
export interface WriteActions {
  /** Undefined for an action that is not installed (any more). */
  find(actionId: string): SalesforceWriteAction | undefined;
}

/** What a refusal by Salesforce means. */
export interface RefusalExplanation {
  problem: Problem;
  /** An admin can clear it; says what stands in the way and what would clear it. */
  blocker?: Blocker;
  /** It passes by itself, e.g. a locked row. */
  isTransient?: boolean;
}

/** Puts a refusal of one record into plain words. */
export type ExplainRefusal = (options: {
  change: PlannedChange;
  /** Salesforce's statusCode. */
  code: string;
  /** Salesforce's words. */
  message: string;
}) => RefusalExplanation;

/**
 * Adds to what stands in the way what only the org tells. What cannot be read is
 * left as it is: it throws only what a reading throws, and that is passed over.
 */
export type CompleteBlockers = (options: {
  /** By position of the change that was refused. */
  blockers: ReadonlyMap<number, Blocker>;
  work: PlannedWork[];
  reader: SalesforceReader;
}) => Promise<ReadonlyMap<number, Blocker>>;

/** Stores plans, and the requests that follow from a finished one. */
export interface PlanStore {
  /**
   * Stores a plan as the given version and answers what the request's row is to
   * say of it (plan version, digest, counts, title, summary).
   */
  storePlan(options: {
    transaction: Knex.Transaction;
    request: RequestRow;
    version: number;
    proposal: PlanProposal;
    digest: string;
    at: Date;
  }): Promise<RequestPatch>;

  /**
   * For a request whose plan was replaced after its approval: opens the first
   * stage for reviews again, and answers who is to be told. The request is
   * `stale` from now on.
   */
  reopenReview(options: {
    transaction: Knex.Transaction;
    request: RequestRow;
    at: Date;
  }): Promise<{ patch: RequestPatch; record: TransitionRecord }>;

  /**
   * Makes the follow-ups of the current plan as `scheduled` requests with their
   * jobs; does nothing where they were made before. They need no new approval:
   * their action, input and time are part of the approved digest.
   */
  scheduleFollowUps(options: {
    transaction: Knex.Transaction;
    request: RequestRow;
    at: Date;
  }): Promise<TransitionRecord>;
}

/** Asked before the first effect of a request: does its approval still hold? */
export interface ApprovalCheck {
  check(options: {
    request: RequestRow;
    action: SalesforceWriteAction;
    proposal: PlanProposal;
    context: ActionContext;
  }): Promise<
    | { kind: 'holds' }
    | { kind: 'lapsed'; reasons: string[]; patch: RequestPatch }
    | { kind: 'refused'; blockers: Blocker[] }
  >;
}

/** Who the admins of an org are. */
export interface OrgAdmins {
  /** Entity refs of people and groups; empty when nobody is named. */
  adminsOf(orgId: string): Promise<string[]>;
}

/**
 * A moment at which tests end the process or throw. In production it does
 * nothing. The names say what was persisted last.
 */
export type Checkpoint = (
  name:
    | 'claimed'
    | 'planned'
    | 'intended'
    | 'called'
    | 'recorded'
    | 'observed'
    | 'finished',
  of: { requestId: string },
) => Promise<void> | void;
