import type { OrgServices, RuleEvent } from '../../core/types';
import { textOf } from '../textOf';
import { aggregateGroup } from './aggregateGroup';

/*
 * A permission set group does not notice at once that its contents changed:
 * it is Outdated, then Updating, then Updated, each for as long as the switch
 * `permissionSetGroupRecalculationMs` says by the org's clock. Until then its
 * members keep the permissions of before.
 */

/** How often each group was made outdated; only the last time counts. */
const changesByOrg = new WeakMap<OrgServices, Map<string, number>>();

/** Sends a group on its way through Outdated and Updating to Updated. */
export function markGroupOutdated(
  event: Pick<RuleEvent, 'tx' | 'org'>,
  permissionSetGroupId: string,
): void {
  const { tx, org } = event;
  tx.update('PermissionSetGroup', permissionSetGroupId, {
    Status: 'Outdated',
  });
  const changes = changesByOrg.get(org) ?? new Map<string, number>();
  changesByOrg.set(org, changes);
  const change = (changes.get(permissionSetGroupId) ?? 0) + 1;
  changes.set(permissionSetGroupId, change);
  const later = (delay: number, run: () => void) =>
    org.clock.schedule(delay, () => {
      if (changes.get(permissionSetGroupId) === change) {
        run();
      }
    });
  const delay = org.switches.permissionSetGroupRecalculationMs;
  if (delay > 0) {
    later(delay, () => beginUpdating(org, permissionSetGroupId));
  }
  later(delay * 2, () => recalculate(org, permissionSetGroupId));
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

function beginUpdating(org: OrgServices, permissionSetGroupId: string): void {
  if (statusOf(org, permissionSetGroupId) === 'Outdated') {
    org.dml.transaction(org.systemContext(), tx => {
      tx.update('PermissionSetGroup', permissionSetGroupId, {
        Status: 'Updating',
      });
    });
  }
}

function statusOf(
  org: OrgServices,
  permissionSetGroupId: string,
): string | undefined {
  const group = org.store.get('PermissionSetGroup', permissionSetGroupId);
  return group && group.IsDeleted !== true ? textOf(group.Status) : undefined;
}
