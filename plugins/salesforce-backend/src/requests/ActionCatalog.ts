import type { SalesforceAction } from '@salesdesk/backstage-plugin-salesforce-node';

/** The installed actions: the built-in ones and those of other modules. */
export interface ActionCatalog {
  /** In the order in which they were added. */
  list(): SalesforceAction[];
  find(actionId: string): SalesforceAction | undefined;
}
