import type { RecordReader } from '../core/types';
import type { Schema } from '../schema/definitions';
import { withDependencies } from '../rules/permissions/permissionDependencies';
import {
  permissionField,
  systemPermissionsOf,
} from '../rules/permissions/permissionNames';
import { textOf } from '../rules/textOf';

/** What may be done with an object: bits, so that unions are cheap. */
export const ObjectRight = {
  read: 1,
  create: 2,
  edit: 4,
  delete: 8,
  viewAll: 16,
  modifyAll: 32,
} as const;

export const ALL_OBJECT_RIGHTS = 63;

const bitsOfFlags = [
  ['PermissionsRead', ObjectRight.read],
  ['PermissionsCreate', ObjectRight.create],
  ['PermissionsEdit', ObjectRight.edit],
  ['PermissionsDelete', ObjectRight.delete],
  ['PermissionsViewAllRecords', ObjectRight.viewAll],
  ['PermissionsModifyAllRecords', ObjectRight.modifyAll],
] as const;

/** What may be done with a field. */
export const FieldRight = { read: 1, edit: 2 } as const;

/** Everything that a permission set, or a user through several, may do. */
export interface Grants {
  /** Names without the prefix `Permissions`. */
  readonly system: ReadonlySet<string>;
  /** Bits of ObjectRight by the name of the object. */
  readonly objects: ReadonlyMap<string, number>;
  /** Bits of FieldRight by `Account.Phone`. */
  readonly fields: ReadonlyMap<string, number>;
}

/** Reads what one permission set grants. */
export function grantsOfPermissionSet(options: {
  reader: RecordReader;
  schema: Schema;
  permissionSetId: string;
}): Grants {
  const { reader, schema, permissionSetId } = options;
  const set = reader.get('PermissionSet', permissionSetId);
  const objects = new Map<string, number>();
  for (const row of reader.findBy(
    'ObjectPermissions',
    'ParentId',
    permissionSetId,
  )) {
    let bits = 0;
    for (const [field, bit] of bitsOfFlags) {
      bits |= row[field] === true ? bit : 0;
    }
    objects.set(textOf(row.SobjectType), bits);
  }
  const fields = new Map<string, number>();
  for (const row of reader.findBy(
    'FieldPermissions',
    'ParentId',
    permissionSetId,
  )) {
    fields.set(
      textOf(row.Field),
      (row.PermissionsRead === true ? FieldRight.read : 0) |
        (row.PermissionsEdit === true ? FieldRight.edit : 0),
    );
  }
  return {
    system: withDependencies(
      systemPermissionsOf(schema).filter(
        permission => set?.[permissionField(permission)] === true,
      ),
    ),
    objects,
    fields,
  };
}

/** The union of what several permission sets grant. */
export function mergeGrants(all: readonly Grants[]): Grants {
  const system = new Set<string>();
  const objects = new Map<string, number>();
  const fields = new Map<string, number>();
  for (const grants of all) {
    grants.system.forEach(permission => system.add(permission));
    addBits(objects, grants.objects);
    addBits(fields, grants.fields);
  }
  return { system, objects, fields };
}

function addBits(
  into: Map<string, number>,
  from: ReadonlyMap<string, number>,
): void {
  for (const [key, bits] of from) {
    into.set(key, (into.get(key) ?? 0) | bits);
  }
}
