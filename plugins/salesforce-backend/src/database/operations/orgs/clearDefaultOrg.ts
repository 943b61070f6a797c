import type { Knex } from 'knex';
import type { OrgRow } from '../../tables';

/** Takes the mark of the default from every org but one. */
export async function clearDefaultOrg(options: {
  knex: Knex;
  exceptOrgId: string;
}): Promise<void> {
  await options
    .knex<OrgRow>('salesforce_orgs')
    .whereNot({ id: options.exceptOrgId })
    .where({ is_default: true })
    .update({ is_default: false });
}
