import type { Knex } from 'knex';
import { inBatches } from '../../inBatches';
import type { InventoryPersonRow } from '../../tables';

/** What is known of one person of the catalog. */
export interface StoredPerson extends InventoryPersonRow {
  facts: Record<string, string>;
}

/** Stores people of the catalog with their annotations. */
export async function storePeople(options: {
  knex: Knex;
  people: StoredPerson[];
}): Promise<void> {
  await options.knex.transaction(async transaction => {
    await inBatches(options.people, async people => {
      const refs = people.map(({ person_ref }) => person_ref);
      await transaction<InventoryPersonRow>('salesforce_inventory_people')
        .insert(people.map(({ facts: _, ...row }) => row))
        .onConflict('person_ref')
        .merge();
      await transaction('salesforce_inventory_person_facts')
        .whereIn('person_ref', refs)
        .delete();
      await inBatches(
        people.flatMap(({ person_ref, facts }) =>
          Object.entries(facts).map(([name, value]) => ({
            person_ref,
            name,
            value,
          })),
        ),
        rows =>
          transaction('salesforce_inventory_person_facts')
            .insert(rows)
            .onConflict(['person_ref', 'name'])
            .merge(),
      );
    });
  });
}

/** Forgets people whom the catalog did not name since. */
export async function deletePeopleBefore(options: {
  knex: Knex;
  before: string;
}): Promise<void> {
  const { knex, before } = options;
  const gone = knex<InventoryPersonRow>('salesforce_inventory_people')
    .where('synced_at', '<', before)
    .select('person_ref');
  await knex('salesforce_inventory_person_facts')
    .whereIn('person_ref', gone.clone())
    .delete();
  await gone.clone().clearSelect().delete();
}

/** A user of an org as matching needs it. */
export interface MatchedUserRow {
  id: string;
  username: string | null;
  email: string | null;
  federation_identifier: string | null;
  person_ref: string | null;
}

/** Users of an org in the order of ids, a page of them. */
export async function readUsersToMatch(options: {
  knex: Knex;
  orgId: string;
  after: string | undefined;
  limit: number;
}): Promise<MatchedUserRow[]> {
  const { knex, orgId, after, limit } = options;
  return knex('salesforce_inventory_users')
    .where({ org_id: orgId })
    .modify(query => {
      if (after) query.where('id', '>', after);
    })
    .orderBy('id')
    .limit(limit)
    .select('id', 'username', 'email', 'federation_identifier', 'person_ref');
}

/** Writes which people users are. */
export async function writePersonsOfUsers(options: {
  knex: Knex;
  orgId: string;
  persons: Array<{ id: string; personRef: string | null }>;
}): Promise<void> {
  const { knex, orgId, persons } = options;
  const byRef = new Map<string | null, string[]>();
  for (const { id, personRef } of persons) {
    byRef.set(personRef, [...(byRef.get(personRef) ?? []), id]);
  }
  await knex.transaction(async transaction => {
    for (const [personRef, ids] of byRef) {
      await inBatches(ids, part =>
        transaction('salesforce_inventory_users')
          .where({ org_id: orgId })
          .whereIn('id', part)
          .update({ person_ref: personRef }),
      );
    }
  });
}
