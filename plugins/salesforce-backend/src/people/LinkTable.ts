import type { Knex } from 'knex';
import { listLinks } from '../database/operations/userLinks/listLinks';
import type { UserLinkRow } from '../database/tables';
import { TimedCache } from './TimedCache';

/** Who is who by proof or by decision: it outweighs every resemblance. */
export class LinkTable {
  readonly #persons = new Map<string, string>();
  readonly #users = new Map<string, string>();

  constructor(
    rows: Iterable<Pick<UserLinkRow, 'org_id' | 'person_ref' | 'user_id'>>,
  ) {
    for (const { org_id, person_ref, user_id } of rows) {
      this.#persons.set(keyOf(org_id, user_id), person_ref);
      this.#users.set(`${org_id} ${person_ref}`, user_id);
    }
  }

  /** The person to whom a user is linked. */
  personOf(orgId: string, userId: string): string | undefined {
    return this.#persons.get(keyOf(orgId, userId));
  }

  /** The user to whom a person is linked. */
  userOf(orgId: string, personRef: string): string | undefined {
    return this.#users.get(`${orgId} ${personRef}`);
  }
}

/** Links as they were a few seconds ago at most, for all who ask. */
export function readLinkTable(options: {
  knex: Knex;
  now: () => Date;
}): () => Promise<LinkTable> {
  const { knex, now } = options;
  const cache = new TimedCache<LinkTable>({
    now,
    lifetime: 5_000,
    maximum: 1,
  });
  return () =>
    cache.get('', async () => new LinkTable(await listLinks({ knex })));
}

// ids differ in their first fifteen characters, upper and lower case
function keyOf(orgId: string, userId: string): string {
  return `${orgId} ${userId.slice(0, 15)}`;
}
