import type { SalesforceRequestResource } from '@salesdesk/backstage-plugin-salesforce-node';
import type { RequestRow } from '../database/tables';
import { riskOfRank } from '../domain/risk';

/** What permission rules see of a stored request. */
export function requestResource(
  row: RequestRow,
  targets: { personRefs: string[]; groupRefs: string[] },
): SalesforceRequestResource {
  return {
    id: row.id,
    state: row.state,
    orgId: row.org_id,
    actionId: row.action_id,
    kind: row.kind,
    risk: riskOfRank(row.risk),
    requesterRef: row.requester_ref,
    ...(row.manager_ref ? { managerRef: row.manager_ref } : {}),
    isOwnUser: Boolean(row.is_own_user),
    ownsTargets: Boolean(row.owns_targets),
    targetPersonRefs: targets.personRefs,
    targetGroupRefs: targets.groupRefs,
    size: row.size,
  };
}
