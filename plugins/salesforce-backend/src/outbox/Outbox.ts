import type { Knex } from 'knex';
import type { RequestState } from '@salesdesk/backstage-plugin-salesforce-common';

/** Something that must leave after the transaction commits, and only then. */
export type OutboxMessage =
  /**
   * A request changed: pages that show it look again. Of several changes in
   * a moment only the latest is told.
   */
  | { kind: 'request_changed'; requestId: string; state: RequestState }
  /** Tell people through the host's notifications. */
  | {
      kind: 'notification';
      /** Left out for what is about no request. */
      requestId?: string;
      /** Users and groups; empty is refused. */
      recipients: string[];
      /** Whether those who stand for the recipients now are told as well. */
      delegates?: boolean;
      /** People who must not be told although a group names them. */
      except?: string[];
      title: string;
      description?: string;
      /** Path in the portal, e.g. /salesforce/approvals/ID. */
      link: string;
      severity: 'low' | 'normal' | 'high' | 'critical';
      topic: string;
      /** Replaces an earlier notification of this scope. */
      scope?: string;
    };

/**
 * Messages are stored with the change they tell of and delivered after commit,
 * at least once, in order for each request.
 */
export interface Outbox {
  enqueue(
    transaction: Knex.Transaction,
    messages: OutboxMessage[],
  ): Promise<void>;
}
