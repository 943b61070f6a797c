import type { Knex } from 'knex';
import type { OrgRow } from '../../tables';

/** Where secrets of an org are sealed. */
export type SealedColumn =
  | 'sealed_credentials'
  | 'sealed_login_app'
  | 'sealed_key_pair';

/**
 * Stores a sealed text in place of another: what Salesforce replaced by itself,
 * or the same sealed with another key. Answers false where something else is
 * stored meanwhile. It changes no revision: gateways stay as they are.
 */
export async function replaceSealed(options: {
  knex: Knex;
  orgId: string;
  column: SealedColumn;
  from: string;
  to: string;
  /** What is shown of credentials, where that changes too. */
  view?: Pick<OrgRow, 'credentials_view'>;
}): Promise<boolean> {
  const { knex, orgId, column, from, to, view } = options;
  const replaced = await knex<OrgRow>('salesforce_orgs')
    .where({ id: orgId, [column]: from })
    .update({ ...view, [column]: to });
  return replaced === 1;
}
