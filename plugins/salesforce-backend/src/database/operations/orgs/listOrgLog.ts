import type { Knex } from 'knex';
import type { OrgLogRow } from '../../tables';

/** Lines of an org's log, newest first, from before the line `beforeId`. */
export async function listOrgLog(options: {
  knex: Knex;
  orgId: string;
  beforeId?: number;
  limit: number;
}): Promise<OrgLogRow[]> {
  const { knex, orgId, beforeId, limit } = options;
  return knex<OrgLogRow>('salesforce_org_log')
    .where({ org_id: orgId })
    .modify(query => {
      if (beforeId !== undefined) query.where('id', '<', beforeId);
    })
    .orderBy('id', 'desc')
    .limit(limit)
    .select();
}
