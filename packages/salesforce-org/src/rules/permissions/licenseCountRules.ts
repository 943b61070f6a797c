import type { ObjectRules } from '../../core/types';
import type { LicenseCounts } from '../LicenseCounts';
import { usedSeats } from '../users/userSeats';
import { usedPackageLicenses } from './packageLicenseRules';
import { usedPermissionSetLicenses } from './permissionSetLicenseRules';

/** `UsedLicenses` of every kind of licence, counted when it is read. */
export function licenseCountRules(options: {
  counts: LicenseCounts;
}): ObjectRules[] {
  const { counts } = options;
  return [
    {
      object: 'UserLicense',
      derived: {
        UsedLicenses: (row, org) =>
          counts.shown(row.Id, () =>
            usedSeats({ reader: org.store, licenseId: row.Id }),
          ),
        UsedLicensesLastUpdated: (_row, org) => org.clock.timestamp(),
      },
    },
    {
      object: 'PermissionSetLicense',
      derived: {
        UsedLicenses: (row, org) =>
          counts.shown(row.Id, () =>
            usedPermissionSetLicenses(org.store, row.Id),
          ),
      },
    },
    {
      object: 'PackageLicense',
      derived: {
        UsedLicenses: (row, org) =>
          counts.shown(row.Id, () => usedPackageLicenses(org.store, row.Id)),
      },
    },
  ];
}
