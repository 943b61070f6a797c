import type { LinkTable } from './LinkTable';
import type { Person } from '@salesdesk/backstage-plugin-salesforce-common';

/** A User of the catalog, with what matching and policies need. */
export interface CatalogPerson extends Person {
  /** Name of the entity, and its namespace. */
  name: string;
  namespace: string;
  annotations: Record<string, string>;
  /** Groups the person is directly in. */
  directGroups: string[];
  /** Who was settled to be who; none where nothing was read. */
  links?: LinkTable;
}

/** The part of a Salesforce user by which a person is recognised. */
export interface MatchableUser {
  id: string;
  username: string;
  email: string;
  federationId: string | null;
}

/**
 * People and groups of the host's catalog. All refs are entity refs in lower
 * case, such as `user:default/erin.walsh`.
 */
export interface PersonService {
  /** Undefined when the catalog has no such User. */
  find(ref: string): Promise<CatalogPerson | undefined>;

  /**
   * People and groups as they are shown, in the order of the refs. Whoever the
   * catalog does not know is shown by the name in their ref.
   */
  describe(refs: string[]): Promise<Person[]>;

  /** Every group of a person, those above their groups included. */
  groupsOf(ref: string): Promise<string[]>;

  /** The person's manager, where the catalog knows one. */
  managerOf(ref: string): Promise<string | undefined>;

  /** Everyone in a group and in the groups below it; empty for an unknown group. */
  membersOf(groupRef: string): Promise<CatalogPerson[]>;

  /** Undefined when the catalog has no such Group. */
  findGroup(groupRef: string): Promise<Person | undefined>;

  /**
   * People of the catalog by name, a page at a time.
   */
  listPeople(options: {
    search?: string;
    offset: number;
    limit: number;
  }): Promise<{ people: CatalogPerson[]; hasMore: boolean }>;

  /**
   * Which people these Salesforce users are, by user id. Users of nobody whom
   * the catalog knows are left out, and those who might as well be two people's.
   * Costs no call to Salesforce.
   */
  personsOfUsers(options: {
    orgId: string;
    users: MatchableUser[];
  }): Promise<Map<string, string>>;
}
