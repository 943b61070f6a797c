import type {
  Option,
  Target,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  ResolvedUser,
  SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';

/** What is read of every user that somebody refers to. */
export const userFields = [
  'Id',
  'Name',
  'Username',
  'Email',
  'FederationIdentifier',
  'IsActive',
  'UserType',
  'ProfileId',
  'Profile.Name',
  'Profile.UserLicense.Name',
  'UserRoleId',
  'UserRole.Name',
  'UserRole.DeveloperName',
] as const;

/** A row of a query with {@link userFields}. */
export interface UserRow extends SalesforceRecord {
  Id: string;
  Name: string;
  Username: string;
  Email: string | null;
  FederationIdentifier: string | null;
  IsActive: boolean;
  UserType: string;
  ProfileId: string;
  Profile: { Name: string; UserLicense: { Name: string } | null } | null;
  UserRoleId: string | null;
  UserRole: { Name: string; DeveloperName: string } | null;
}

/** A row of UserLogin. */
export interface UserLoginRow extends SalesforceRecord {
  Id: string;
  UserId: string;
  IsFrozen: boolean;
}

export function toResolvedUser(options: {
  row: UserRow;
  login: UserLoginRow | undefined;
  personRef: string | undefined;
  url: string;
}): ResolvedUser {
  const { row, login, personRef, url } = options;
  return {
    id: row.Id,
    name: row.Name,
    username: row.Username,
    email: row.Email ?? '',
    federationId: row.FederationIdentifier,
    isActive: row.IsActive,
    isFrozen: login?.IsFrozen ?? false,
    ...(login ? { userLoginId: login.Id } : {}),
    profileId: row.ProfileId,
    profileName: row.Profile?.Name ?? '',
    licenseName: row.Profile?.UserLicense?.Name ?? '',
    roleId: row.UserRoleId,
    roleName: row.UserRole?.Name ?? null,
    userType: row.UserType,
    ...(personRef ? { personRef } : {}),
    fields: row,
    target: toTarget({ row, personRef, url }),
  };
}

function toTarget(options: {
  row: UserRow;
  personRef: string | undefined;
  url: string;
}): Target {
  const { row, personRef, url } = options;
  return {
    object: 'User',
    id: row.Id,
    label: row.Name,
    detail: row.Username,
    ...(personRef ? { personRef } : {}),
    url,
  };
}

/** A user as a choice, with what tells them apart from others of that name. */
export function toUserOption(row: UserRow, isFrozen: boolean): Option {
  return {
    value: row.Username,
    label: row.Name,
    detail: [row.Username, row.UserRole?.Name ?? row.Profile?.Name]
      .filter(Boolean)
      .join(' · '),
    status: userStatus(row.IsActive, isFrozen),
  };
}

export function userStatus(
  isActive: boolean,
  isFrozen: boolean,
): 'active' | 'frozen' | 'inactive' {
  if (!isActive) return 'inactive';
  return isFrozen ? 'frozen' : 'active';
}
