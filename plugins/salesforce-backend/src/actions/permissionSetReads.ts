import {
  soql,
  type ResolvedUser,
  type SoqlChildren,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { isRecordId } from '../gateway';

/** An assignment that a user has. */
export interface Assignment {
  Id: string;
  PermissionSetId: string;
  PermissionSetGroupId?: string | null;
  ExpirationDate: string | null;
}

/**
 * A user's own assignments of the permission set that a reference names, read
 * with the user: by the reference itself, because the set's id is only known
 * when the same call has been answered. A set held by way of a group is
 * another matter.
 */
export function assignmentsOf(reference: string): SoqlChildren {
  const prefixed = /^\w+?__(\w+)$/.exec(reference);
  return {
    relationship: 'PermissionSetAssignments',
    fields: ['Id', 'PermissionSetId', 'ExpirationDate'],
    where: soql.and(
      soql.eq('PermissionSetGroupId', null),
      soql.eq('PermissionSet.IsOwnedByProfile', false),
      soql.or(
        soql.eq('PermissionSet.Label', reference),
        soql.eq('PermissionSet.Name', reference),
        ...(prefixed ? [soql.eq('PermissionSet.Name', prefixed[1])] : []),
        ...(isRecordId(reference)
          ? [soql.eq('PermissionSetId', reference)]
          : []),
      ),
    ),
  };
}

/** The same for a permission set group. */
export function groupAssignmentsOf(reference: string): SoqlChildren {
  return {
    relationship: 'PermissionSetAssignments',
    fields: ['Id', 'PermissionSetId', 'PermissionSetGroupId', 'ExpirationDate'],
    where: soql.or(
      soql.eq('PermissionSetGroup.MasterLabel', reference),
      soql.eq('PermissionSetGroup.DeveloperName', reference),
      ...(isRecordId(reference)
        ? [soql.eq('PermissionSetGroupId', reference)]
        : []),
    ),
  };
}

/** The permission set licences that a user holds. */
export const licenseAssignments: SoqlChildren = {
  relationship: 'PermissionSetLicenseAssignments',
  fields: ['PermissionSetLicenseId'],
};

export function childrenOf(
  user: ResolvedUser,
  relationship: string,
): unknown[] {
  const children: unknown = user.fields[relationship];
  return typeof children === 'object' &&
    children !== null &&
    'records' in children &&
    Array.isArray(children.records)
    ? children.records
    : [];
}

/** The user's assignment of this set, as read by {@link assignmentsOf}. */
export function assignmentOf(
  user: ResolvedUser,
  permissionSetId: string,
): Assignment | undefined {
  return (childrenOf(user, 'PermissionSetAssignments') as Assignment[]).find(
    ({ PermissionSetId }) => PermissionSetId === permissionSetId,
  );
}

/** The user's assignment of this group, as read by {@link groupAssignmentsOf}. */
export function groupAssignmentOf(
  user: ResolvedUser,
  permissionSetGroupId: string,
): Assignment | undefined {
  return (childrenOf(user, 'PermissionSetAssignments') as Assignment[]).find(
    held => held.PermissionSetGroupId === permissionSetGroupId,
  );
}

/** The name of the licence in a field `License`, where there is one. */
export function nameOfLicense(license: unknown): string | undefined {
  return typeof license === 'object' && license !== null && 'Name' in license
    ? String(license.Name)
    : undefined;
}

/** Whether the user holds a licence, as read by {@link licenseAssignments}. */
export function holdsLicense(user: ResolvedUser, licenseId: string): boolean {
  const held = childrenOf(user, 'PermissionSetLicenseAssignments') as Array<{
    PermissionSetLicenseId: string;
  }>;
  return held.some(
    ({ PermissionSetLicenseId }) => PermissionSetLicenseId === licenseId,
  );
}
