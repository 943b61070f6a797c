import type { SalesforceReader } from '@salesdesk/backstage-plugin-salesforce-node';

/** People who have connected their own Salesforce. */
export interface PersonalReaders {
  /**
   * A reader with the person's own session, in which Salesforce enforces what
   * they may see; undefined when they have not connected.
   */
  find(options: {
    /** Entity ref of the person. */
    personRef: string;
    orgId: string;
  }): Promise<SalesforceReader | undefined>;
}

/** Where nobody can connect their own Salesforce. */
export const noPersonalReaders: PersonalReaders = {
  find: async () => undefined,
};
