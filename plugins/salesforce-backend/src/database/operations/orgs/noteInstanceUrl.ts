import type { Knex } from 'knex';
import type { OrgRow } from '../../tables';

/** Where an org lives, as its login said; orgs of the configuration learn it so. */
export async function noteInstanceUrl(options: {
  knex: Knex;
  orgId: string;
  instanceUrl: string;
}): Promise<void> {
  const { knex, orgId, instanceUrl } = options;
  await knex<OrgRow>('salesforce_orgs')
    .where({ id: orgId })
    .where(query =>
      query.whereNull('instance_url').orWhereNot('instance_url', instanceUrl),
    )
    .update({ instance_url: instanceUrl });
}
