import type { DraftRow, OrgServices } from '../../core/types';
import type { ObjectDefinition } from '../../schema/definitions';
import { permissionField } from '../../rules/permissions/permissionNames';
import { withDependencies } from '../../rules/permissions/permissionDependencies';
import type { PermissionSpec } from './PermissionSpec';

/** The checkboxes of a Profile or PermissionSet row. */
export function systemPermissionValues(spec: PermissionSpec): DraftRow {
  return Object.fromEntries(
    [...withDependencies(spec.system)].map(name => [
      permissionField(name),
      true,
    ]),
  );
}

/** ObjectPermissions rows of a set. Objects the org does not have are left out. */
export function objectPermissionRows(options: {
  org: OrgServices;
  parentId: string;
  spec: PermissionSpec;
}): DraftRow[] {
  const { org, parentId, spec } = options;
  return Object.entries(spec.objects)
    .filter(([object]) => org.schema.get(object)?.permissionable)
    .map(([object, letters]) => ({
      ParentId: parentId,
      SobjectType: object,
      PermissionsRead: letters.includes('R'),
      PermissionsCreate: letters.includes('C'),
      PermissionsEdit: letters.includes('E'),
      PermissionsDelete: letters.includes('D'),
      PermissionsViewAllRecords: letters.includes('V'),
      PermissionsModifyAllRecords: letters.includes('M'),
    }));
}

/** FieldPermissions rows of a set: one for each field that it opens. */
export function fieldPermissionRows(options: {
  org: OrgServices;
  parentId: string;
  spec: PermissionSpec;
}): DraftRow[] {
  const { org, parentId, spec } = options;
  const { fields = 'all' } = spec;
  if (fields === 'none') {
    return [];
  }
  const hidden = new Set(spec.hidden);
  const readOnly = new Set(spec.readOnly);
  const wanted = fields === 'all' ? undefined : new Set(fields);
  return Object.entries(spec.objects).flatMap(([name, letters]) => {
    const object = org.schema.get(name);
    return object?.permissionable
      ? governedFields(object)
          .filter(({ path }) => !hidden.has(path))
          .filter(({ path }) => !wanted || wanted.has(path))
          .map(({ path, writable }) => ({
            ParentId: parentId,
            SobjectType: object.name,
            Field: path,
            PermissionsRead: true,
            PermissionsEdit:
              writable && letters.includes('E') && !readOnly.has(path),
          }))
      : [];
  });
}

function governedFields(object: ObjectDefinition) {
  return object.fields
    .filter(field => field.permissionable)
    .map(field => ({
      path: `${object.name}.${field.name}`,
      writable: field.createable || field.updateable,
    }));
}
