import type { SalesforceUserList } from '@salesdesk/backstage-plugin-salesforce-common';

/** The Salesforce users of people. */
export interface SalesforceUserService {
  /**
   * The Salesforce users of a person, one per connected org, in the order of
   * the orgs. An org without one, or one that cannot be asked, is listed too.
   * Costs one API call per org. Throws NotFoundError for an unknown person.
   */
  ofPerson(options: { personRef: string }): Promise<SalesforceUserList>;

  /**
   * Id of a person's Salesforce user, or undefined when they have none. Kept
   * for some minutes: an id never changes, but who somebody is may.
   */
  userIdOf(options: {
    personRef: string;
    orgId: string;
  }): Promise<string | undefined>;

  /** Username of a person's Salesforce user, kept in the same way. */
  usernameOf(options: {
    personRef: string;
    orgId: string;
  }): Promise<string | undefined>;
}
