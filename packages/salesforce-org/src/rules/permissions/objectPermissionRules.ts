import type {
  BeforeInsertEvent,
  BeforeUpdateEvent,
  ObjectRules,
  RuleEvent,
} from '../../core/types';
import { duplicateValueRefusal, integrityRefusal, refusal } from '../refusals';
import { idOf, textOf } from '../textOf';
import { writeAuditTrail } from '../writeAuditTrail';
import { licensePolicy } from './licensePolicies';
import { notAllowed } from './licenseRefusals';
import { requireObjectDependencies } from './permissionDependencies';
import { markGroupsOutdated } from './permissionSetGroupStatus';
import { objectFlags, objectPermissionLabel } from './permissionNames';

/** Object permissions: one row per set and object, with what they depend on. */
export const objectPermissionRules: ObjectRules = {
  object: 'ObjectPermissions',

  beforeInsert(event) {
    const { row, tx, org } = event;
    const object = org.schema.get(textOf(row.SobjectType));
    if (!object?.permissionable) {
      throw refusal(
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        `Sobject Type Name: bad value for restricted picklist field: ${textOf(
          row.SobjectType,
        )}`,
        ['SobjectType'],
      );
    }
    row.SobjectType = object.name;
    const twin = tx
      .findBy('ObjectPermissions', 'ParentId', textOf(row.ParentId))
      .find(other => other.SobjectType === object.name);
    if (twin) {
      throw duplicateValueRefusal({ field: 'ParentId', existingId: twin.Id });
    }
  },

  validate(event) {
    const { row, org } = event;
    const object = textOf(row.SobjectType);
    if (row.PermissionsRead !== true) {
      throw integrityRefusal(
        `${objectPermissionLabel(
          org.schema,
          object,
          'PermissionsRead',
        )} is required for any other permission on the object`,
        ['PermissionsRead'],
      );
    }
    requireObjectDependencies({ schema: org.schema, object, row });
    requireLicense(event, object);
  },

  afterInsert: permissionsTouched,
  afterUpdate: permissionsTouched,
  afterDelete: permissionsTouched,
};

/** A set that is tied to a user licence can hold only what that one allows. */
function requireLicense(
  { row, tx, org }: BeforeInsertEvent | BeforeUpdateEvent,
  object: string,
): void {
  const set = tx.get('PermissionSet', textOf(row.ParentId));
  const profile = tx.get('Profile', textOf(set?.ProfileId));
  const license = tx.get(
    'UserLicense',
    textOf(profile?.UserLicenseId) || textOf(set?.LicenseId),
  );
  const policy = licensePolicy(textOf(license?.LicenseDefinitionKey));
  const flag = objectFlags.find(({ field }) => row[field] === true);
  if (license && flag && policy.forbidsObject(object)) {
    throw notAllowed(objectPermissionLabel(org.schema, object, flag.field));
  }
}

/** A set whose contents change makes the groups that contain it outdated. */
export function permissionsTouched(
  event: RuleEvent & { row: { readonly [field: string]: unknown } },
): void {
  const parentId = event.row.ParentId;
  if (typeof parentId !== 'string') {
    return;
  }
  markGroupsOutdated(event, parentId);
  const set = event.tx.get('PermissionSet', parentId);
  if (set && idOf(set.Label)) {
    writeAuditTrail(event, {
      action: 'PermSetEntityPermChanged',
      section: 'Manage Users',
      display: `Changed permission set ${textOf(
        set.Label,
      )}: object or field permissions were changed`,
    });
  }
}
