import type { OrgServices, RuleEvent } from '../../core/types';
import { textOf } from '../textOf';
import { aggregateGroup } from './aggregateGroup';

/*
 * A permission set group does not notice at once that its contents changed:
 * it is Outdated, then Updating, then Updated, each for as long as the switch
 * `permissionSetGroupRecalculationMs` says by the org's clock. Until then its
 * members keep the permissions of before.
 */

/** Sends a group on its way through Outdated and Updating to Updated. */
export function markGroupOutdated(
  event: Pick<RuleEvent, 'tx' | 'org'>,
  permissionSetGroupId: string,
): void {
  const { tx, org } = event;
  tx.update('PermissionSetGroup', permissionSetGroupId, {
    Status: 'Outdated',
  });
  const delay = org.switches.permissionSetGroupRecalculationMs;
  if (delay === 0) {
    org.clock.schedule(0, () => recalculate(org, permissionSetGroupId));
    return;
  }
  org.clock.schedule(delay, () => {
    const begun = advance(org, permissionSetGroupId, 'Outdated', 'Updating');
    if (begun) {
      org.clock.schedule(delay, () => {
        if (statusOf(org, permissionSetGroupId) === 'Updating') {
          recalculate(org, permissionSetGroupId);
        }
      });
    }
  });
}

/** The same for every group that a permission set is a part of. */
export function markGroupsOutdated(
  event: Pick<RuleEvent, 'tx' | 'org'>,
  permissionSetId: string,
): void {
  for (const component of event.tx.findBy(
    'PermissionSetGroupComponent',
    'PermissionSetId',
    permissionSetId,
  )) {
    markGroupOutdated(event, textOf(component.PermissionSetGroupId));
  }
}

/** Brings the permissions of a group up to date and marks it Updated. */
export function recalculate(
  org: OrgServices,
  permissionSetGroupId: string,
): void {
  const status = statusOf(org, permissionSetGroupId);
  if (status === undefined || status === 'Updated') {
    return;
  }
  org.dml.transaction(org.systemContext(), tx => {
    aggregateGroup({ tx, schema: org.schema, permissionSetGroupId });
    tx.update('PermissionSetGroup', permissionSetGroupId, {
      Status: 'Updated',
    });
  });
}

/** False when the group is gone or is not where it was expected to be. */
function advance(
  org: OrgServices,
  permissionSetGroupId: string,
  from: string,
  to: string,
): boolean {
  if (statusOf(org, permissionSetGroupId) !== from) {
    return false;
  }
  org.dml.transaction(org.systemContext(), tx => {
    tx.update('PermissionSetGroup', permissionSetGroupId, { Status: to });
  });
  return true;
}

function statusOf(
  org: OrgServices,
  permissionSetGroupId: string,
): string | undefined {
  const group = org.store.get('PermissionSetGroup', permissionSetGroupId);
  return group && group.IsDeleted !== true ? textOf(group.Status) : undefined;
}
