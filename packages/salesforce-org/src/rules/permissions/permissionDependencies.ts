import { integrityRefusal } from '../refusals';
import type { DraftRow } from '../../core/types';
import type { Schema } from '../../schema/definitions';
import {
  objectFlags,
  objectPermissionLabel,
  permissionField,
  systemPermissionLabel,
  type ObjectFlag,
} from './permissionNames';

/**
 * System permissions that cannot be had without others. Setup ticks the
 * others by itself; the API refuses. Manage Users carries the most.
 */
const systemDependencies: Readonly<Record<string, readonly string[]>> = {
  AssignPermissionSets: ['ViewSetup'],
  AuthorApex: ['ViewSetup'],
  CustomizeApplication: ['ViewSetup'],
  ManageInternalUsers: ['ViewSetup'],
  ManageProfilesPermissionsets: ['ViewSetup'],
  ManageRoles: ['ViewSetup'],
  ManageUsers: [
    'AssignPermissionSets',
    'FreezeUsers',
    'ManageInternalUsers',
    'ManageIpAddresses',
    'ManageLoginAccessPolicies',
    'ManagePasswordPolicies',
    'ManageProfilesPermissionsets',
    'ManageRoles',
    'ManageSharing',
    'ResetPasswords',
    'ViewAllUsers',
    'ViewSetup',
  ],
  ModifyAllData: ['TransferAnyEntity', 'ViewAllData'],
};

/** A set of permissions together with all that they carry. */
export function withDependencies(permissions: Iterable<string>): Set<string> {
  const all = new Set(permissions);
  // A set may be added to while it is walked; the walk sees what is added.
  for (const permission of all) {
    (systemDependencies[permission] ?? []).forEach(other => all.add(other));
  }
  return all;
}

/** Refuses system permissions without those that they depend on. */
export function requireSystemDependencies(options: {
  schema: Schema;
  row: DraftRow;
}): void {
  const { schema, row } = options;
  const has = (permission: string) => row[permissionField(permission)] === true;
  for (const [permission, others] of Object.entries(systemDependencies)) {
    const missing = has(permission) ? others.filter(name => !has(name)) : [];
    if (missing.length > 0) {
      throw dependencyRefusal(
        systemPermissionLabel(schema, permission),
        missing.map(name => systemPermissionLabel(schema, name)),
      );
    }
  }
}

/** What each flag of ObjectPermissions needs beside it. */
const flagDependencies: Readonly<Record<ObjectFlag, readonly ObjectFlag[]>> = {
  PermissionsRead: [],
  PermissionsCreate: ['PermissionsRead'],
  PermissionsEdit: ['PermissionsRead'],
  PermissionsDelete: ['PermissionsRead', 'PermissionsEdit'],
  PermissionsViewAllRecords: ['PermissionsRead'],
  PermissionsModifyAllRecords: [
    'PermissionsRead',
    'PermissionsEdit',
    'PermissionsDelete',
    'PermissionsViewAllRecords',
  ],
};

/** Refuses object permissions without those that they depend on. */
export function requireObjectDependencies(options: {
  schema: Schema;
  object: string;
  row: DraftRow;
}): void {
  const { schema, object, row } = options;
  for (const { field } of objectFlags) {
    const missing =
      row[field] === true
        ? flagDependencies[field].filter(other => row[other] !== true)
        : [];
    if (missing.length > 0) {
      throw dependencyRefusal(
        objectPermissionLabel(schema, object, field),
        missing.map(other => objectPermissionLabel(schema, object, other)),
      );
    }
  }
}

/** The flags that are left when some are muted, and with them their heirs. */
export function withoutMutedFlags(
  flags: ReadonlySet<ObjectFlag>,
  muted: ReadonlySet<ObjectFlag>,
): Set<ObjectFlag> {
  return new Set(
    [...flags].filter(
      flag =>
        !muted.has(flag) &&
        flagDependencies[flag].every(other => !muted.has(other)),
    ),
  );
}

function dependencyRefusal(permission: string, others: readonly string[]) {
  return integrityRefusal(
    `Permission ${permission} depends on permission(s): ${others.join(', ')}`,
  );
}
