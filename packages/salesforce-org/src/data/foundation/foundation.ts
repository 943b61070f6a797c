import type { LoadContext } from '../LoadContext';
import {
  loadUserLicenses,
  type LicenseName,
  type LicenseTotals,
} from './licenses';
import { loadOrganization } from './organization';
import { loadPicklistRows } from './picklistRows';
import { loadProfiles, type LoadedProfile } from './profiles';
import { profileSpecs, type ProfileSpec } from './profileSpecs';
import { loadRoles, type RoleSpec } from './roles';
import type { DraftRow } from '../../core/types';

/** What every org has, by name, for the rest of a data set to build on. */
export interface Foundation {
  readonly licenseIds: Readonly<Record<LicenseName, string>>;
  readonly profiles: ReadonlyMap<string, LoadedProfile>;
  readonly roleIds: ReadonlyMap<string, string>;
}

/** Loads what every org has: itself, stages, licences, profiles, roles. */
export function loadFoundation(
  context: LoadContext,
  options: {
    company: { name: string; values?: DraftRow };
    licenses: LicenseTotals;
    profiles?: readonly ProfileSpec[];
    roles: readonly RoleSpec[];
  },
): Foundation {
  loadOrganization(context, options.company);
  loadPicklistRows(context);
  const licenseIds = loadUserLicenses(context, options.licenses);
  const profiles = loadProfiles(context, {
    specs: options.profiles ?? profileSpecs,
    licenseIds,
  });
  const roleIds = loadRoles(context, options.roles);
  context.org.store.load('Group', [
    {
      Type: 'Organization',
      DeveloperName: 'AllInternalUsers',
      RelatedId: null,
      DoesIncludeBosses: false,
      DoesSendEmailToMembers: false,
    },
  ]);
  return { licenseIds, profiles, roleIds };
}
