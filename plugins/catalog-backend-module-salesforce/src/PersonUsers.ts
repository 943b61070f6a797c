import type {
  CatalogFact,
  CatalogOrg,
} from '@salesdesk/backstage-plugin-salesforce-common';

/** A Salesforce user of a person. */
export interface PersonUser {
  org: Pick<CatalogOrg, 'id' | 'title'>;
  recordId: string;
  username: string;
  url?: string;
}

/** Which Salesforce users the people of the catalog are, by org. */
export class PersonUsers {
  readonly #byOrg = new Map<string, Map<string, PersonUser>>();

  replace(org: CatalogOrg, facts: CatalogFact[]): void {
    this.#byOrg.set(
      org.id,
      new Map(
        facts.flatMap(({ person, recordId, name, url }) =>
          person && name
            ? [[person, { org, recordId, username: name, url }]]
            : [],
        ),
      ),
    );
  }

  /** Forgets orgs that are gone. */
  keepOnly(orgs: Array<Pick<CatalogOrg, 'id'>>): void {
    const ids = new Set(orgs.map(({ id }) => id));
    for (const id of this.#byOrg.keys()) {
      if (!ids.has(id)) this.#byOrg.delete(id);
    }
  }

  /** @param person - an entity ref, complete and lower case */
  of(person: string): PersonUser[] {
    return [...this.#byOrg.values()].flatMap(users => users.get(person) ?? []);
  }
}
