import type { Knex } from 'knex';
import type { OrgRow } from '../../tables';

/** Orgs that were being checked when a process ended. */
export async function endInterruptedChecks(options: {
  knex: Knex;
  reason: string;
}): Promise<void> {
  await options
    .knex<OrgRow>('salesforce_orgs')
    .where({ status: 'validating' })
    .update({ status: 'not_connected', status_reason: options.reason });
}
