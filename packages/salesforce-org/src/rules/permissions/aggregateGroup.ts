import type { DraftRow, RecordReader, Transaction } from '../../core/types';
import type { Schema } from '../../schema/definitions';
import { idOf, textOf } from '../textOf';
import { permissionSetOfGroup } from './ownedPermissionSets';
import { withoutMutedFlags } from './permissionDependencies';
import {
  objectFlags,
  permissionField,
  systemPermissionsOf,
  type ObjectFlag,
} from './permissionNames';

/**
 * Writes what a permission set group grants into the permission set that
 * the group owns: the union of its permission sets, without what its muting
 * set takes away. Effective permissions and queries read the result there.
 */
export function aggregateGroup(options: {
  tx: Transaction;
  schema: Schema;
  permissionSetGroupId: string;
}): void {
  const { tx, permissionSetGroupId } = options;
  const owned = permissionSetOfGroup(tx, permissionSetGroupId);
  if (!owned) {
    return;
  }
  const contents = contentsOfGroup({ ...options, reader: tx });
  tx.update('PermissionSet', owned.Id, contents.permissionSet);
  for (const [object, rows] of Object.entries(contents.children)) {
    tx.findBy(object, 'ParentId', owned.Id).forEach(row =>
      tx.purge(object, row.Id),
    );
    rows.forEach(row => tx.insert(object, { ...row, ParentId: owned.Id }));
  }
}

/** What the permission set of a group should contain, as plain rows. */
export function contentsOfGroup(options: {
  reader: RecordReader;
  schema: Schema;
  permissionSetGroupId: string;
}): { permissionSet: DraftRow; children: Record<string, DraftRow[]> } {
  const { reader, schema, permissionSetGroupId } = options;
  const componentIds = reader
    .findBy(
      'PermissionSetGroupComponent',
      'PermissionSetGroupId',
      permissionSetGroupId,
    )
    .flatMap(component => idOf(component.PermissionSetId) ?? []);
  const setIds = componentIds.filter(id => reader.get('PermissionSet', id));
  const mutingIds = componentIds.filter(id =>
    reader.get('MutingPermissionSet', id),
  );
  return {
    permissionSet: systemPermissions({ reader, schema, setIds, mutingIds }),
    children: {
      ObjectPermissions: objectPermissions(reader, setIds, mutingIds),
      FieldPermissions: fieldPermissions(reader, setIds, mutingIds),
      SetupEntityAccess: setupEntityAccess(reader, setIds),
    },
  };
}

function systemPermissions(options: {
  reader: RecordReader;
  schema: Schema;
  setIds: readonly string[];
  mutingIds: readonly string[];
}): DraftRow {
  const { reader, schema, setIds, mutingIds } = options;
  const sets = setIds.map(id => reader.get('PermissionSet', id));
  const muting = mutingIds.map(id => reader.get('MutingPermissionSet', id));
  return Object.fromEntries(
    systemPermissionsOf(schema)
      .map(permissionField)
      .map(field => [
        field,
        sets.some(set => set?.[field] === true) &&
          !muting.some(set => set?.[field] === true),
      ]),
  );
}

function objectPermissions(
  reader: RecordReader,
  setIds: readonly string[],
  mutingIds: readonly string[],
): DraftRow[] {
  const granted = flagsByObject(reader, setIds);
  const muted = flagsByObject(reader, mutingIds);
  return [...granted]
    .map(([object, flags]) => ({
      object,
      flags: withoutMutedFlags(flags, muted.get(object) ?? new Set()),
    }))
    .filter(({ flags }) => flags.size > 0)
    .map(({ object, flags }) => ({
      SobjectType: object,
      ...Object.fromEntries(
        objectFlags.map(({ field }) => [field, flags.has(field)]),
      ),
    }));
}

function flagsByObject(
  reader: RecordReader,
  parentIds: readonly string[],
): Map<string, Set<ObjectFlag>> {
  const byObject = new Map<string, Set<ObjectFlag>>();
  for (const parentId of parentIds) {
    for (const row of reader.findBy(
      'ObjectPermissions',
      'ParentId',
      parentId,
    )) {
      const object = textOf(row.SobjectType);
      const flags = byObject.get(object) ?? new Set();
      objectFlags
        .filter(({ field }) => row[field] === true)
        .forEach(({ field }) => flags.add(field));
      byObject.set(object, flags);
    }
  }
  return byObject;
}

function fieldPermissions(
  reader: RecordReader,
  setIds: readonly string[],
  mutingIds: readonly string[],
): DraftRow[] {
  const fields = new Map<
    string,
    { object: string; read: boolean; edit: boolean }
  >();
  for (const setId of setIds) {
    for (const row of reader.findBy('FieldPermissions', 'ParentId', setId)) {
      const name = textOf(row.Field);
      const known = fields.get(name);
      fields.set(name, {
        object: textOf(row.SobjectType),
        read: known?.read || row.PermissionsRead === true,
        edit: known?.edit || row.PermissionsEdit === true,
      });
    }
  }
  for (const mutingId of mutingIds) {
    for (const row of reader.findBy('FieldPermissions', 'ParentId', mutingId)) {
      const field = fields.get(textOf(row.Field));
      if (field) {
        field.read &&= row.PermissionsRead !== true;
        field.edit &&= field.read && row.PermissionsEdit !== true;
      }
    }
  }
  return [...fields]
    .filter(([, { read }]) => read)
    .map(([Field, { object, read, edit }]) => ({
      SobjectType: object,
      Field,
      PermissionsRead: read,
      PermissionsEdit: edit,
    }));
}

function setupEntityAccess(
  reader: RecordReader,
  setIds: readonly string[],
): DraftRow[] {
  const types = new Map<string, string>();
  for (const setId of setIds) {
    for (const row of reader.findBy('SetupEntityAccess', 'ParentId', setId)) {
      types.set(textOf(row.SetupEntityId), textOf(row.SetupEntityType));
    }
  }
  return [...types].map(([SetupEntityId, SetupEntityType]) => ({
    SetupEntityId,
    SetupEntityType,
  }));
}
