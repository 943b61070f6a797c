/** What requests ask about orgs. */
export interface OrgDirectory {
  /** Id of the org that is meant when none is named. Throws `org_not_found`. */
  defaultOrgId(): Promise<string>;

  /** Entity refs of the people and groups who own the org. */
  ownersOf(orgId: string): Promise<string[]>;

  /** Titles by id, also of orgs that are disconnected by now. */
  titles(): Promise<Map<string, string>>;
}
