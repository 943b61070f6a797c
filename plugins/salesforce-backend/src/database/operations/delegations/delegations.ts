import type { Knex } from 'knex';
import type { DelegationRow } from '../../tables';

/** Stores a delegation. */
export async function insertDelegation(options: {
  transaction: Knex.Transaction;
  row: DelegationRow;
}): Promise<void> {
  await options
    .transaction<DelegationRow>('salesforce_delegations')
    .insert(options.row);
}

/** Takes a delegation back; tells by the number of rows whether it held until now. */
export async function endDelegation(options: {
  transaction: Knex.Transaction;
  id: string;
  personRef: string;
  at: string;
}): Promise<number> {
  return options
    .transaction<DelegationRow>('salesforce_delegations')
    .where({ id: options.id, person_ref: options.personRef, ended_at: null })
    .where('ends_at', '>', options.at)
    .update({ ended_at: options.at });
}

/** Delegations of a person, or to a person, that are not over yet. */
export async function listDelegations(options: {
  knex: Knex | Knex.Transaction;
  by: { person_ref: string } | { delegate_ref: string };
  now: string;
}): Promise<DelegationRow[]> {
  return options
    .knex<DelegationRow>('salesforce_delegations')
    .where(options.by)
    .where({ ended_at: null })
    .where('ends_at', '>', options.now)
    .orderBy(['starts_at', 'id'])
    .limit(200);
}

/** Every delegation that holds now, the oldest first. */
export async function listCurrentDelegations(options: {
  knex: Knex | Knex.Transaction;
  now: string;
}): Promise<DelegationRow[]> {
  return options
    .knex<DelegationRow>('salesforce_delegations')
    .where({ ended_at: null })
    .where('starts_at', '<=', options.now)
    .where('ends_at', '>', options.now)
    .orderBy(['created_at', 'id'])
    .limit(5_000);
}
