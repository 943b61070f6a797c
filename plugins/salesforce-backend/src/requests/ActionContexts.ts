import type { ActionContext } from '@salesdesk/backstage-plugin-salesforce-node';

/** Lets actions read an org for a person. */
export interface ActionContexts {
  /**
   * Throws SalesdeskError `org_not_found`, `org_not_connected` or `org_paused`,
   * and GatewayError when the org cannot be reached.
   */
  open(options: {
    orgId: string;
    /** The person who asks. */
    requesterRef: string;
  }): Promise<ActionContext>;

  /**
   * For a read: what the action can read is what the person may see, whatever
   * the action asks for. Throws as `open`, and `not_permitted`.
   */
  openForRead(options: {
    orgId: string;
    requesterRef: string;
    /** Whether the host's roles let them read beyond their own data. */
    mayReadAll: boolean;
  }): Promise<{
    context: ActionContext;
    /** What was left out, in words, once the action has run. */
    notes(): string[];
    /** To what rows were restricted, in words. */
    restrictedTo(): string | undefined;
  }>;
}
