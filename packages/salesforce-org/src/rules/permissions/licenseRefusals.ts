import type { SalesforceError } from '../../core/SalesforceError';
import type { RecordReader, Row } from '../../core/types';
import type { Schema } from '../../schema/definitions';
import { integrityRefusal } from '../refusals';
import { idOf, textOf } from '../textOf';
import { licenseOfProfile } from '../users/userSeats';
import { licensePolicy } from './licensePolicies';
import {
  objectFlags,
  objectPermissionLabel,
  permissionField,
  systemPermissionLabel,
  systemPermissionsOf,
} from './permissionNames';

/** The user licence and the permission set licences that a user has. */
export interface HeldLicenses {
  readonly license: Row | undefined;
  /** Ids of permission set licences. */
  readonly permissionSetLicenseIds: ReadonlySet<string>;
}

/** What a user holds, with the profile that they have or are to have. */
export function heldLicenses(options: {
  reader: RecordReader;
  userId: string;
  profileId: string | undefined;
}): HeldLicenses {
  const { reader, userId, profileId } = options;
  return {
    license: licenseOfProfile(reader, profileId),
    permissionSetLicenseIds: new Set(
      reader
        .findBy('PermissionSetLicenseAssign', 'AssigneeId', userId)
        .map(assign => textOf(assign.PermissionSetLicenseId)),
    ),
  };
}

/**
 * Why the licences of a user do not allow a permission set; undefined when
 * they do. A set may be tied to a licence by its LicenseId, and whatever the
 * set contains must be allowed by the user licence.
 */
export function licenseRefusal(options: {
  reader: RecordReader;
  schema: Schema;
  held: HeldLicenses;
  permissionSet: Row;
}): SalesforceError | undefined {
  const { reader, schema, held, permissionSet } = options;
  const tiedTo = idOf(permissionSet.LicenseId);
  if (tiedTo) {
    const fits =
      tiedTo === held.license?.Id || held.permissionSetLicenseIds.has(tiedTo);
    if (!fits) {
      return notAllowed(textOf(permissionSet.Label));
    }
  }
  const forbidden = forbiddenPermission({
    reader,
    schema,
    held,
    permissionSetId: permissionSet.Id,
    permissionSet,
  });
  return forbidden ? notAllowed(forbidden) : undefined;
}

/** The refusal itself, in the one text that is known of it. */
export function notAllowed(permission: string): SalesforceError {
  return integrityRefusal(
    `The user license doesn't allow the permission: ${permission}`,
  );
}

/** The first permission of a set that a licence keeps out, in words. */
function forbiddenPermission(options: {
  reader: RecordReader;
  schema: Schema;
  held: HeldLicenses;
  permissionSetId: string;
  permissionSet: Row;
}): string | undefined {
  const { reader, schema, held, permissionSetId, permissionSet } = options;
  const policy = licensePolicy(textOf(held.license?.LicenseDefinitionKey));
  const unlocked = [...held.permissionSetLicenseIds].some(
    id =>
      reader.get('PermissionSetLicense', id)?.DeveloperName ===
      policy.unlockedBy,
  );
  for (const row of reader.findBy(
    'ObjectPermissions',
    'ParentId',
    permissionSetId,
  )) {
    const object = textOf(row.SobjectType);
    const flag = objectFlags.find(({ field }) => row[field] === true);
    if (flag && !unlocked && policy.forbidsObject(object)) {
      return objectPermissionLabel(schema, object, flag.field);
    }
  }
  const permission = systemPermissionsOf(schema).find(
    name =>
      permissionSet[permissionField(name)] === true &&
      policy.forbidsPermission(name),
  );
  return permission ? systemPermissionLabel(schema, permission) : undefined;
}
