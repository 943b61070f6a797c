import type { Schema } from '../../schema/definitions';

/** Prefix of the fields that stand for system permissions. */
const PREFIX = 'Permissions';

/** The flags of ObjectPermissions, weakest first, with their words. */
export const objectFlags = [
  { field: 'PermissionsRead', label: 'Read' },
  { field: 'PermissionsCreate', label: 'Create' },
  { field: 'PermissionsEdit', label: 'Edit' },
  { field: 'PermissionsDelete', label: 'Delete' },
  { field: 'PermissionsViewAllRecords', label: 'View All' },
  { field: 'PermissionsModifyAllRecords', label: 'Modify All' },
] as const;

export type ObjectFlag = (typeof objectFlags)[number]['field'];

const systemPermissionsBySchema = new WeakMap<Schema, readonly string[]>();

/** `ApiEnabled`, `ManageUsers` ...: the system permissions of an org. */
export function systemPermissionsOf(schema: Schema): readonly string[] {
  let names = systemPermissionsBySchema.get(schema);
  if (!names) {
    names = (schema.get('PermissionSet')?.fields ?? [])
      .filter(field => field.type === 'boolean')
      .filter(field => field.name.startsWith(PREFIX))
      .map(field => field.name.slice(PREFIX.length));
    systemPermissionsBySchema.set(schema, names);
  }
  return names;
}

/** The field of PermissionSet and Profile that stands for a permission. */
export function permissionField(permission: string): string {
  return `${PREFIX}${permission}`;
}

/** `Manage Users`: how Salesforce names a system permission in messages. */
export function systemPermissionLabel(
  schema: Schema,
  permission: string,
): string {
  return (
    schema.get('PermissionSet')?.field(permissionField(permission))?.label ??
    permission
  );
}

/** `Read Account`: how Salesforce names an object permission in messages. */
export function objectPermissionLabel(
  schema: Schema,
  object: string,
  flag: ObjectFlag,
): string {
  const words = objectFlags.find(({ field }) => field === flag)?.label ?? flag;
  return `${words} ${schema.get(object)?.label ?? object}`;
}
