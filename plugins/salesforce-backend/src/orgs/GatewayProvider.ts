import type { SalesforceGateway } from '@salesdesk/backstage-plugin-salesforce-node';
import type { BatchSource, BulkSource, ToolingSource } from '../gateway';

/** An org that can be worked with. */
export interface OrgConnection {
  org: { id: string; title: string; apiVersion: string; instanceUrl: string };
  gateway: SalesforceGateway & BatchSource & BulkSource & ToolingSource;
  /** The Salesforce user that the connection runs as. */
  integrationUserId: string;
  /**
   * Whether it still is how the org is connected: false when somebody changed the
   * connection since. Throws as `forOrg` when the org may not be worked with now.
   */
  isCurrent(): Promise<boolean>;
}

/**
 * Opens the door to an org. One gateway per org and process: its session, its
 * limits and its descriptions are shared by everyone who asks.
 */
export interface GatewayProvider {
  /**
   * Throws NotFoundError `org_not_found`, ConflictError `org_not_connected` or
   * `org_paused`. Connects nothing yet.
   */
  forOrg(
    orgId: string,
  ): Promise<SalesforceGateway & BatchSource & BulkSource & ToolingSource>;

  /** Like `forOrg`, and logged in; throws GatewayError when that fails. */
  connect(orgId: string): Promise<OrgConnection>;
}
