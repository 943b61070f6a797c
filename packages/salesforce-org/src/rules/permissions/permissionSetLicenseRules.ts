import type { ObjectRules, RecordReader, Row } from '../../core/types';
import type { LicenseCounts } from '../LicenseCounts';
import {
  hiddenDuplicateRefusal,
  inUseRefusal,
  integrityRefusal,
  licenseLimitRefusal,
} from '../refusals';
import { idOf, numberOf, textOf } from '../textOf';
import { licenseOfProfile } from '../users/userSeats';
import { writeAuditTrail } from '../writeAuditTrail';
import { permissionSetLicenseFits } from './licensePolicies';

/** Seats of a permission set licence that are taken, by active users or not. */
export function usedPermissionSetLicenses(
  reader: RecordReader,
  licenseId: string,
): number {
  return reader.findBy(
    'PermissionSetLicenseAssign',
    'PermissionSetLicenseId',
    licenseId,
  ).length;
}

/**
 * Permission set licences: a seat per assignment, kept by inactive users too,
 * and not given back while a permission set that needs it is assigned.
 */
export function permissionSetLicenseAssignRules(options: {
  counts: LicenseCounts;
}): ObjectRules {
  const { counts } = options;
  const note = (reader: RecordReader, licenseId: string) =>
    counts.noteBeforeChange(licenseId, () =>
      usedPermissionSetLicenses(reader, licenseId),
    );
  return {
    object: 'PermissionSetLicenseAssign',

    beforeInsert({ row, tx, org }) {
      const license = tx.get(
        'PermissionSetLicense',
        textOf(row.PermissionSetLicenseId),
      );
      const user = tx.get('User', textOf(row.AssigneeId));
      if (!license || !user) {
        return;
      }
      const has = tx
        .findBy('PermissionSetLicenseAssign', 'AssigneeId', user.Id)
        .some(assign => assign.PermissionSetLicenseId === license.Id);
      if (has) {
        throw hiddenDuplicateRefusal();
      }
      if (user.IsActive !== true) {
        throw integrityRefusal(
          'Permission set licenses cannot be assigned to an inactive user',
          ['AssigneeId'],
        );
      }
      const licenseKey = textOf(
        licenseOfProfile(tx, idOf(user.ProfileId))?.LicenseDefinitionKey,
      );
      const developerName = textOf(license.DeveloperName);
      if (!permissionSetLicenseFits({ developerName, licenseKey })) {
        throw integrityRefusal(
          `The user license doesn't allow the permission set license: ${developerName}`,
          ['PermissionSetLicenseId'],
        );
      }
      const today = org.clock.timestamp().slice(0, 10);
      const expiry = textOf(license.ExpirationDate);
      if (license.Status !== 'Active' || (expiry && expiry < today)) {
        throw integrityRefusal(
          `The permission set license ${developerName} is not active`,
          ['PermissionSetLicenseId'],
        );
      }
      const total = numberOf(license.TotalLicenses) ?? 0;
      if (usedPermissionSetLicenses(tx, license.Id) >= total) {
        throw licenseLimitRefusal(textOf(license.MasterLabel));
      }
      note(tx, license.Id);
    },

    afterInsert(event) {
      audit(event, 'PermSetLicenseAssign', 'assigned to');
    },

    beforeDelete({ row, tx }) {
      const license = tx.get(
        'PermissionSetLicense',
        textOf(row.PermissionSetLicenseId),
      );
      const needing = setsNeeding(tx, row);
      if (needing.length > 0) {
        throw inUseRefusal({
          name: textOf(license?.MasterLabel),
          by: `Permission Sets: ${needing.join(', ')}`,
        });
      }
      note(tx, textOf(row.PermissionSetLicenseId));
    },

    afterDelete(event) {
      audit(event, 'PermSetLicenseUnassign', 'unassigned from');
    },
  };
}

/** Labels of the sets that the user holds by virtue of the licence. */
function setsNeeding(reader: RecordReader, assign: Row): string[] {
  const held = reader
    .findBy('PermissionSetAssignment', 'AssigneeId', textOf(assign.AssigneeId))
    .flatMap(assignment => {
      const groupId = idOf(assignment.PermissionSetGroupId);
      return groupId
        ? reader
            .findBy(
              'PermissionSetGroupComponent',
              'PermissionSetGroupId',
              groupId,
            )
            .map(component => textOf(component.PermissionSetId))
        : [textOf(assignment.PermissionSetId)];
    });
  return held
    .flatMap(id => reader.get('PermissionSet', id) ?? [])
    .filter(set => set.LicenseId === assign.PermissionSetLicenseId)
    .map(set => textOf(set.Label));
}

function audit(
  event: Parameters<NonNullable<ObjectRules['afterInsert']>>[0],
  action: string,
  words: string,
): void {
  const { row, tx } = event;
  const license = tx.get(
    'PermissionSetLicense',
    textOf(row.PermissionSetLicenseId),
  );
  const user = tx.get('User', textOf(row.AssigneeId));
  writeAuditTrail(event, {
    action,
    section: 'Manage Users',
    display: `Permission set license ${textOf(
      license?.MasterLabel,
    )}: ${words} user ${textOf(user?.Name)}`,
  });
}
