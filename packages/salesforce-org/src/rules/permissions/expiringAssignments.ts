import type { OrgServices, Row } from '../../core/types';
import { idOf } from '../textOf';

/** How long an expired assignment is still shown, inactive, before it goes. */
const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

/** When an assignment expires, in milliseconds; undefined for never. */
export function expiryOf(assignment: Row): number | undefined {
  const date = idOf(assignment.ExpirationDate);
  return date ? Date.parse(date) : undefined;
}

/** Whether an assignment is in force at this time. */
export function isInForce(assignment: Row, now: number): boolean {
  const expiry = expiryOf(assignment);
  return (
    (expiry === undefined || expiry > now) && assignment.IsRevoked !== true
  );
}

/**
 * Removes an assignment some time after it has expired. Access ends at the
 * very moment of expiry in any case; only the row stays a little longer.
 */
export function scheduleRemoval(org: OrgServices, assignment: Row): void {
  const expiry = expiryOf(assignment);
  if (expiry === undefined) {
    return;
  }
  const delay = Math.max(0, expiry + KEPT_FOR_MS - org.clock.now());
  org.clock.schedule(delay, () => {
    const current = org.store.get('PermissionSetAssignment', assignment.Id);
    if (!current || current.IsDeleted === true) {
      return;
    }
    const until = expiryOf(current);
    if (until !== undefined && until + KEPT_FOR_MS <= org.clock.now()) {
      org.dml.transaction(org.systemContext(), tx =>
        tx.purge('PermissionSetAssignment', current.Id),
      );
    }
  });
}

/** The same for all assignments, after rows were loaded past the rules. */
export function scheduleRemovals(org: OrgServices): void {
  for (const assignment of org.store.all('PermissionSetAssignment')) {
    scheduleRemoval(org, assignment);
  }
}
