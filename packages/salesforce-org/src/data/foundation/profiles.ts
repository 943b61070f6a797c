import { loadByKey, idOfName, type LoadContext } from '../LoadContext';
import type { LicenseName } from './licenses';
import {
  fieldPermissionRows,
  objectPermissionRows,
  systemPermissionValues,
} from './permissionRows';
import type { ProfileSpec } from './profileSpecs';

/** A profile of the data and the hidden permission set that it owns. */
export interface LoadedProfile {
  readonly id: string;
  readonly permissionSetId: string;
  readonly license: LicenseName;
}

/** Loads profiles with their permission sets and all that these grant. */
export function loadProfiles(
  { org, time }: LoadContext,
  options: {
    specs: readonly ProfileSpec[];
    licenseIds: Readonly<Record<LicenseName, string>>;
  },
): Map<string, LoadedProfile> {
  const { specs, licenseIds } = options;
  const created = { CreatedDate: time.datetime(-2200) };
  const profileIds = loadByKey({
    org,
    object: 'Profile',
    key: 'Name',
    rows: specs.map(({ name, license, description, permissions }) => ({
      Name: name,
      UserLicenseId: licenseIds[license],
      UserType: 'Standard',
      Description: description,
      ...systemPermissionValues(permissions),
      ...created,
    })),
  });
  const setIds = org.store.load(
    'PermissionSet',
    specs.map(({ name, license, permissions }) => {
      const profileId = idOfName(profileIds, name);
      return {
        Name: `X${profileId.slice(0, 15)}`,
        Label: name,
        Type: 'Profile',
        IsOwnedByProfile: true,
        IsCustom: false,
        ProfileId: profileId,
        LicenseId: licenseIds[license],
        ...systemPermissionValues(permissions),
        ...created,
      };
    }),
  );
  specs.forEach(({ permissions: spec }, index) => {
    const parentId = setIds[index];
    org.store.load(
      'ObjectPermissions',
      objectPermissionRows({ org, parentId, spec }),
    );
    org.store.load(
      'FieldPermissions',
      fieldPermissionRows({ org, parentId, spec }),
    );
  });
  return new Map(
    specs.map(({ name, license }, index) => [
      name,
      {
        id: idOfName(profileIds, name),
        permissionSetId: setIds[index],
        license,
      },
    ]),
  );
}
