import { contentsOfGroup } from '../../rules/permissions/aggregateGroup';
import { developerNameFrom } from '../../rules/developerName';
import { permissionField } from '../../rules/permissions/permissionNames';
import { idOfName, type LoadContext } from '../LoadContext';
import {
  fieldPermissionRows,
  objectPermissionRows,
  systemPermissionValues,
} from './permissionRows';
import type { PermissionSpec } from './PermissionSpec';

/** A permission set as a person writes it down. */
export interface PermissionSetSpec {
  readonly label: string;
  readonly description?: string;
  /** Developer name of the permission set licence that it needs. */
  readonly license?: string;
  readonly permissions: PermissionSpec;
}

/** Loads permission sets with their contents; returns the ids by label. */
export function loadPermissionSets(
  { org, time }: LoadContext,
  options: {
    specs: readonly PermissionSetSpec[];
    permissionSetLicenseIds?: ReadonlyMap<string, string>;
  },
): Map<string, string> {
  const { specs, permissionSetLicenseIds = new Map() } = options;
  const ids = org.store.load(
    'PermissionSet',
    specs.map(({ label, description, license, permissions }, index) => ({
      Name: developerNameFrom(label),
      Label: label,
      Description: description,
      Type: 'Regular',
      IsOwnedByProfile: false,
      IsCustom: true,
      LicenseId: license ? idOfName(permissionSetLicenseIds, license) : null,
      ...systemPermissionValues(permissions),
      CreatedDate: time.datetime(-900 + index * 13),
    })),
  );
  specs.forEach(({ permissions }, index) => {
    const spec = { fields: 'none' as const, ...permissions };
    const parentId = ids[index];
    org.store.load(
      'ObjectPermissions',
      objectPermissionRows({ org, parentId, spec }),
    );
    org.store.load(
      'FieldPermissions',
      fieldPermissionRows({ org, parentId, spec }),
    );
  });
  return new Map(specs.map(({ label }, index) => [label, ids[index]]));
}

/** A group of permission sets as a person writes it down. */
export interface PermissionSetGroupSpec {
  readonly label: string;
  readonly description?: string;
  /** Labels of permission sets. */
  readonly contains: readonly string[];
  readonly muting?: { label: string; permissions: PermissionSpec };
  /**
   * Labels of sets that were added since the group was last brought up to
   * date: it is Outdated, and grants nothing of them yet.
   */
  readonly addedSince?: readonly string[];
}

/** A group of the data and the hidden permission set that it owns. */
export interface LoadedPermissionSetGroup {
  readonly id: string;
  readonly permissionSetId: string;
}

/** Loads permission set groups and what they grant; returns them by label. */
export function loadPermissionSetGroups(
  context: LoadContext,
  options: {
    specs: readonly PermissionSetGroupSpec[];
    permissionSetIds: ReadonlyMap<string, string>;
  },
): Map<string, LoadedPermissionSetGroup> {
  const { specs, permissionSetIds } = options;
  return new Map(
    specs.map(spec => [spec.label, loadGroup(context, spec, permissionSetIds)]),
  );
}

function loadGroup(
  { org, time }: LoadContext,
  spec: PermissionSetGroupSpec,
  permissionSetIds: ReadonlyMap<string, string>,
): LoadedPermissionSetGroup {
  const { label, description, contains, muting, addedSince = [] } = spec;
  const created = { CreatedDate: time.datetime(-300) };
  const [id] = org.store.load('PermissionSetGroup', [
    {
      DeveloperName: developerNameFrom(label),
      MasterLabel: label,
      Language: 'en_US',
      Description: description,
      Status: addedSince.length > 0 ? 'Outdated' : 'Updated',
      ...created,
    },
  ]);
  const addComponents = (setIds: readonly string[]) =>
    org.store.load(
      'PermissionSetGroupComponent',
      setIds.map(setId => ({
        PermissionSetGroupId: id,
        PermissionSetId: setId,
        ...created,
      })),
    );
  addComponents(contains.map(name => idOfName(permissionSetIds, name)));
  if (muting) {
    const [mutingId] = org.store.load('MutingPermissionSet', [
      {
        DeveloperName: developerNameFrom(muting.label),
        MasterLabel: muting.label,
        Language: 'en_US',
        ...Object.fromEntries(
          muting.permissions.system.map(name => [permissionField(name), true]),
        ),
        ...created,
      },
    ]);
    org.store.load(
      'ObjectPermissions',
      objectPermissionRows({
        org,
        parentId: mutingId,
        spec: muting.permissions,
      }),
    );
    addComponents([mutingId]);
  }
  const { permissionSet, children } = contentsOfGroup({
    reader: org.store,
    schema: org.schema,
    permissionSetGroupId: id,
  });
  const [permissionSetId] = org.store.load('PermissionSet', [
    {
      ...permissionSet,
      Name: `X${id.slice(0, 15)}`,
      Label: label,
      Type: 'Group',
      IsOwnedByProfile: false,
      IsCustom: true,
      PermissionSetGroupId: id,
      ...created,
    },
  ]);
  for (const [object, rows] of Object.entries(children)) {
    org.store.load(
      object,
      rows.map(row => ({ ...row, ParentId: permissionSetId })),
    );
  }
  addComponents(addedSince.map(name => idOfName(permissionSetIds, name)));
  return { id, permissionSetId };
}
