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
}
