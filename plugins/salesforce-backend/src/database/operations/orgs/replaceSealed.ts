import type { Knex } from 'knex';
import type { OrgRow } from '../../tables';

/**
 * Stores what Salesforce replaced by itself, where nobody has changed the
 * credentials meanwhile. It changes no revision: gateways stay as they are.
 */
export async function replaceSealed(options: {
  knex: Knex;
  orgId: string;
  from: string;
  to: string;
}): Promise<void> {
  const { knex, orgId, from, to } = options;
  await knex<OrgRow>('salesforce_orgs')
    .where({ id: orgId, sealed_credentials: from })
    .update({ sealed_credentials: to });
}
