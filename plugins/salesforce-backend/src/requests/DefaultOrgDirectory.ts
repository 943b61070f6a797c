import type { Knex } from 'knex';
import { listOrgs } from '../database/operations/orgs/listOrgs';
import type { OrgService } from '../orgs';
import type { OrgDirectory } from './OrgDirectory';

/** Answers from the orgs as they are stored. */
export class DefaultOrgDirectory implements OrgDirectory {
  readonly #knex: Knex;
  readonly #orgs: OrgService;

  static create(options: {
    knex: Knex;
    orgs: OrgService;
  }): DefaultOrgDirectory {
    return new DefaultOrgDirectory(options);
  }

  private constructor(options: { knex: Knex; orgs: OrgService }) {
    this.#knex = options.knex;
    this.#orgs = options.orgs;
  }

  defaultOrgId(): Promise<string> {
    return this.#orgs.defaultOrgId();
  }

  ownersOf(orgId: string): Promise<string[]> {
    return this.#orgs.ownersOf(orgId);
  }

  async titles(): Promise<Map<string, string>> {
    const rows = await listOrgs({ knex: this.#knex });
    return new Map(rows.map(({ id, title }) => [id, title]));
  }
}
