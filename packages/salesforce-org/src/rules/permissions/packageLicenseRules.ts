import type { ObjectRules, RecordReader } from '../../core/types';
import type { LicenseCounts } from '../LicenseCounts';
import {
  hiddenDuplicateRefusal,
  integrityRefusal,
  licenseLimitRefusal,
} from '../refusals';
import { numberOf, textOf } from '../textOf';
import { writeAuditTrail } from '../writeAuditTrail';

/** `AllowedLicenses` of a package that everybody may use. */
const SITE_LICENSE = -1;

/** Seats of a managed package that are taken, by active users or not. */
export function usedPackageLicenses(
  reader: RecordReader,
  packageLicenseId: string,
): number {
  return reader.findBy(
    'UserPackageLicense',
    'PackageLicenseId',
    packageLicenseId,
  ).length;
}

/** Seats of managed packages; a site licence is not assigned to anybody. */
export function userPackageLicenseRules(options: {
  counts: LicenseCounts;
}): ObjectRules {
  const { counts } = options;
  const note = (reader: RecordReader, id: string) =>
    counts.noteBeforeChange(id, () => usedPackageLicenses(reader, id));
  return {
    object: 'UserPackageLicense',

    beforeInsert({ row, tx }) {
      const license = tx.get('PackageLicense', textOf(row.PackageLicenseId));
      if (!license) {
        return;
      }
      const allowed = numberOf(license.AllowedLicenses) ?? 0;
      if (allowed === SITE_LICENSE) {
        throw integrityRefusal(
          'A package with a site license cannot be assigned to users',
          ['PackageLicenseId'],
        );
      }
      const has = tx
        .findBy('UserPackageLicense', 'UserId', textOf(row.UserId))
        .some(assign => assign.PackageLicenseId === license.Id);
      if (has) {
        throw hiddenDuplicateRefusal();
      }
      if (
        license.Status === 'Expired' ||
        usedPackageLicenses(tx, license.Id) >= allowed
      ) {
        throw licenseLimitRefusal(textOf(license.NamespacePrefix));
      }
      note(tx, license.Id);
    },

    afterInsert(event) {
      writeAuditTrail(event, {
        action: 'AssignedPackageLicense',
        section: 'Installed Packages',
        display: `Assigned a package license to user ${textOf(
          event.tx.get('User', textOf(event.row.UserId))?.Username,
        )}`,
      });
    },

    beforeDelete({ row, tx }) {
      note(tx, textOf(row.PackageLicenseId));
    },

    afterDelete(event) {
      writeAuditTrail(event, {
        action: 'RevokedPackageLicense',
        section: 'Installed Packages',
        display: `Revoked a package license from user ${textOf(
          event.tx.get('User', textOf(event.row.UserId))?.Username,
        )}`,
      });
    },
  };
}
