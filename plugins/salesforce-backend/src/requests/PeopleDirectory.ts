import type { Person } from '@salesdesk/backstage-plugin-salesforce-common';

/**
 * What requests ask of the catalog about people and groups. Entity refs are
 * complete and lower case. Throws when the catalog cannot be read: nobody is
 * let through because the catalog was down.
 */
export interface PeopleDirectory {
  /**
   * People and groups as they are shown. A ref that the catalog does not know
   * is answered with a name made from it.
   */
  describe(refs: readonly string[]): Promise<Map<string, Person>>;

  managerOf(userRef: string): Promise<string | undefined>;

  /** The people of each group; a person is answered with themselves. */
  membersOf(refs: readonly string[]): Promise<Map<string, string[]>>;

  /** The groups that each person belongs to. */
  groupsOf(userRefs: readonly string[]): Promise<Map<string, string[]>>;
}
