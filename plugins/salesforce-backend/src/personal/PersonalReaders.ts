import type { BatchSource } from '../gateway';

/** Reads in Salesforce as a person, where they have connected. */
export interface PersonalReaders {
  /**
   * A reader whose every answer is what Salesforce shows to that person, or
   * undefined when they have not connected, or their token is taken no longer:
   * then the integration user reads, and Salesdesk enforces. Throws
   * GatewayError when Salesforce cannot be reached.
   */
  find(options: {
    personRef: string;
    orgId: string;
  }): Promise<BatchSource | undefined>;
}
