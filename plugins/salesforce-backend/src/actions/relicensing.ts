import type {
  PlannedChange,
  ResolvedUser,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { assignmentChange, licenseChange } from './assignments';
import { holdingsOf, removalsOf } from './offboarding/readHoldings';

/** How a profile of another licence is given, and what does not survive it. */
export interface Relicensing {
  changes: PlannedChange[];
  /** Labels of permission sets that the new licence does not allow. */
  lost: string[];
}

/**
 * The one order in which Salesforce gives a user another licence: assignments
 * off, permission set licences off, the profile, licences on, assignments on.
 * What is made for another user licence stays off. Each change waits for those
 * before it, so a run that ends in between goes on from there, and undoing
 * takes the same way back. Pure.
 */
export function relicensing(options: {
  user: ResolvedUser;
  profileChange: PlannedChange;
  /** Ids of permission set licences, which a set may need. */
  permissionSetLicenseIds: ReadonlySet<string>;
  /** The user licence of the new profile. */
  userLicenseId: string;
  /** Position of the first change. */
  start: number;
}): Relicensing {
  const { user, profileChange, permissionSetLicenseIds, userLicenseId, start } =
    options;
  const off = removalsOf({
    user,
    others: { memberships: [], packages: [] },
    start,
  });
  const profileAt = start + off.length;
  const { assignments, licenses } = holdingsOf(user);
  const lost: string[] = [];
  const on: PlannedChange[] = [];
  const licensedAt = new Map<string, number>();
  for (const { id, name } of licenses) {
    licensedAt.set(id, profileAt + 1 + on.length);
    on.push({ ...licenseChange(user, { id, name }), after: [profileAt] });
  }
  for (const { what, licenseId, until } of assignments) {
    const isOfUserLicense =
      licenseId !== null && !permissionSetLicenseIds.has(licenseId);
    if (isOfUserLicense && licenseId !== userLicenseId) {
      lost.push(what.label);
      continue;
    }
    const licensed = licenseId === null ? undefined : licensedAt.get(licenseId);
    on.push(
      assignmentChange({
        user,
        what,
        ...(until ? { until } : {}),
        after: [profileAt, ...(licensed === undefined ? [] : [licensed])],
      }),
    );
  }
  const after = off.map((_, position) => start + position);
  return {
    changes: [
      ...off,
      { ...profileChange, ...(after.length > 0 ? { after } : {}) },
      ...on,
    ],
    lost,
  };
}
