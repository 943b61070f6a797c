import type { DraftRow } from '../../core/types';
import { idOfName, type LoadContext } from '../LoadContext';
import type { LoadedProfile } from '../foundation/profiles';
import { addressPart } from './inventPeople';
import { UniqueNames } from './UniqueNames';
import { usernameOf, type UserSpec } from './UserSpec';

/**
 * Loads users with all that Salesforce keeps beside each: the UserLogin row
 * and the assignment of the permission set that the profile owns. Returns
 * the ids by username.
 */
export function loadUsers(
  { org }: LoadContext,
  options: {
    specs: readonly UserSpec[];
    profiles: ReadonlyMap<string, LoadedProfile>;
    roleIds: ReadonlyMap<string, string>;
    company: string;
  },
): Map<string, string> {
  const { specs, profiles, roleIds, company } = options;
  const ids = new Map(
    specs.map(spec => [usernameOf(spec), org.ids.next('User')]),
  );
  const nicknames = new UniqueNames();
  const profileOf = ({ profile }: UserSpec) => {
    const found = profiles.get(profile);
    if (!found) {
      throw new Error(`The data has no profile '${profile}'`);
    }
    return found;
  };
  org.store.load(
    'User',
    specs.map((spec): DraftRow => {
      const username = usernameOf(spec);
      return {
        Id: idOfName(ids, username),
        Username: username,
        FirstName: spec.firstName,
        LastName: spec.lastName,
        Email: spec.email,
        Alias: aliasOf(spec),
        CommunityNickname: nicknameOf(username, nicknames),
        ProfileId: profileOf(spec).id,
        UserRoleId: spec.role ? idOfName(roleIds, spec.role) : null,
        ManagerId: spec.manager ? idOfName(ids, spec.manager) : null,
        Title: spec.title,
        Department: spec.department,
        CompanyName: company,
        Country: spec.country,
        EmployeeNumber: spec.employeeNumber,
        IsActive: spec.isActive,
        UserType: 'Standard',
        TimeZoneSidKey: spec.timeZone,
        LocaleSidKey: spec.locale,
        LanguageLocaleKey: spec.language,
        EmailEncodingKey: 'UTF-8',
        LastLoginDate: spec.lastLogin,
        LastPasswordChangeDate: spec.lastLogin ? spec.created : null,
        DigestFrequency: 'N',
        DefaultGroupNotificationFrequency: 'N',
        UserPreferencesLightningExperiencePreferred: true,
        CreatedDate: spec.created,
      };
    }),
  );
  org.store.load(
    'UserLogin',
    specs.map(spec => ({
      UserId: idOfName(ids, usernameOf(spec)),
      IsFrozen: spec.isFrozen ?? false,
      IsPasswordLocked: false,
      LastModifiedDate: spec.created,
    })),
  );
  org.store.load(
    'PermissionSetAssignment',
    specs.map(spec => ({
      AssigneeId: idOfName(ids, usernameOf(spec)),
      PermissionSetId: profileOf(spec).permissionSetId,
      SystemModstamp: spec.created,
    })),
  );
  return ids;
}

function aliasOf({ firstName, lastName, email }: UserSpec): string {
  const alias = `${addressPart(firstName ?? '').slice(0, 1)}${addressPart(
    lastName,
  )}`.slice(0, 8);
  return alias || email.split('@')[0].slice(0, 8);
}

function nicknameOf(username: string, nicknames: UniqueNames): string {
  const base = username.split('@')[0].slice(0, 32);
  return nicknames.take(base, number =>
    number === 1 ? base : `${base}-${number}`,
  );
}
