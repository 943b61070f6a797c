import type {
  ActionAnswer,
  ActionDeclaration,
  ActionExample,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { SalesforceReader } from '../gateway/SalesforceGateway';
import type { ActionPhrases } from './ActionPhrases';
import type { PlannedChange, PlanProposal } from './plan';
import type { NameResolver } from './NameResolver';

/** What an action may use. It reads; it never writes. @public */
export interface ActionContext {
  org: { id: string; title: string; apiVersion: string; instanceUrl: string };
  reader: SalesforceReader;
  /** Turns what people wrote into records; ambiguous names become field errors. */
  resolver: NameResolver;
  /** The person who asks. */
  requester: { ref: string; salesforceUserId?: string };
  now: Date;
  /** Link to a record's page in Salesforce. */
  recordUrl(object: string, id: string): string;
  /** The Salesforce users that integrations run as; never locked out by ourselves. */
  protectedUserIds: string[];
  /** Turns the way to a further page into a cursor and back. */
  cursors: PageCursors;
}

/**
 * Cursors for further pages. The pages of a query belong to the integration
 * user: a cursor works for the person, the org and the action that it was
 * given to, and for nobody else.
 *
 * @public
 */
export interface PageCursors {
  seal(options: { actionId: string; next: string }): Promise<string>;
  /** Throws InputError for a cursor that is not theirs. */
  open(options: { actionId: string; cursor: string }): Promise<string>;
}

/** What is known of a wanted change by reading the org. @public */
export type Observation =
  /** The wanted state is there; for a create, `recordId` is the record found. */
  | { state: 'applied'; recordId?: string }
  /** The state before is still there: the change may be made. */
  | { state: 'not_applied' }
  /** Neither: somebody else changed it. */
  | { state: 'drifted'; found: Record<string, unknown> | null }
  /** Reading cannot tell, e.g. whether an e-mail went out. */
  | { state: 'unobservable' };

/** Whether and how a request can be undone. @public */
export type UndoSupport<TInput> =
  /** Write the fields back as they were, in reverse order. */
  | { kind: 'inverse'; note?: string }
  /** Not at all; the note is shown before approval. */
  | { kind: 'none'; note: string }
  /** Another plan, computed from what was applied. */
  | {
      kind: 'plan';
      note?: string;
      plan(options: {
        input: TInput;
        applied: PlannedChange[];
        context: ActionContext;
      }): Promise<PlanProposal>;
    };

/**
 * A write action. The executor applies its planned changes by itself (record
 * writes and password resets) and observes them by reading; an action replaces
 * `observe` only where reading the changed fields is not enough.
 *
 * @public
 */
export interface SalesforceWriteAction<TInput = unknown>
  extends ActionDeclaration<TInput> {
  kind: 'write';
  /** Resolve names, read the state now, and say what would change. No effect. */
  preview(options: {
    input: TInput;
    context: ActionContext;
  }): Promise<PlanProposal>;
  observe?(options: {
    changes: PlannedChange[];
    context: ActionContext;
  }): Promise<Observation[]>;
  undo: UndoSupport<TInput>;
  /**
   * The plan for many `users` is the plans for each of them side by side, and
   * every change names its user as target. Follow-ups that are due at the same
   * time are then planned and written together.
   */
  isPerUser?: true;
  examples: ActionExample[];
  /** How people ask for it, where id, title and examples do not say it. */
  phrases?: ActionPhrases;
}

/** A read action: it answers at once. @public */
export interface SalesforceReadAction<TInput = unknown>
  extends ActionDeclaration<TInput> {
  kind: 'read';
  run(options: {
    input: TInput;
    context: ActionContext;
    cursor?: string;
  }): Promise<ActionAnswer>;
  examples: ActionExample[];
  /** How people ask for it, where id, title and examples do not say it. */
  phrases?: ActionPhrases;
}

/** @public */
export type SalesforceAction<TInput = unknown> =
  | SalesforceWriteAction<TInput>
  | SalesforceReadAction<TInput>;
