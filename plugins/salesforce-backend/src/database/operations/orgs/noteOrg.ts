import type { Knex } from 'knex';
import type { OrgRow } from '../../tables';

/** What is observed of an org, as opposed to what somebody decides. */
export type OrgNote = Partial<
  Pick<
    OrgRow,
    | 'status'
    | 'status_reason'
    | 'instance_url'
    | 'organization_id'
    | 'edition'
    | 'is_sandbox'
    | 'limits'
    | 'checked_at'
  >
>;

/**
 * Writes an observation down, whoever observed last. It changes no revision:
 * gateways stay, and nobody's update conflicts with it. Only at the revision
 * that was observed: what is known of old credentials says nothing of new ones.
 */
export async function noteOrg(options: {
  knex: Knex;
  orgId: string;
  revision: number;
  note: OrgNote;
}): Promise<void> {
  await options
    .knex<OrgRow>('salesforce_orgs')
    .where({ id: options.orgId, revision: options.revision })
    .update(options.note);
}
