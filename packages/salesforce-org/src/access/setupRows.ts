import type { CallContext, Row } from '../core/types';

/**
 * Rows of setup objects that people may see of themselves, and of others
 * with a permission: the field that names the user, and the permissions of
 * which any one opens the rows of everybody.
 */
export const rowsOfOneself: Readonly<
  Record<string, { userField: string; permissions: readonly string[] }>
> = {
  AuthSession: { userField: 'UsersId', permissions: ['ManageUsers'] },
  LoginHistory: {
    userField: 'UserId',
    permissions: ['ManageUsers', 'MonitorLoginHistory'],
  },
  OauthToken: { userField: 'UserId', permissions: ['CustomizeApplication'] },
};

/** Permissions of which any one makes a user an administrator of users. */
export const userManagers: readonly string[] = [
  'ManageUsers',
  'ManageInternalUsers',
];

/** What people may change of their own user record. */
export const personalFields: ReadonlySet<string> = new Set([
  'AboutMe',
  'Alias',
  'City',
  'CommunityNickname',
  'CompanyName',
  'Country',
  'Department',
  'DigestFrequency',
  'Division',
  'Email',
  'EmailEncodingKey',
  'Extension',
  'Fax',
  'FirstName',
  'LanguageLocaleKey',
  'LastName',
  'LocaleSidKey',
  'MobilePhone',
  'Phone',
  'PostalCode',
  'SenderEmail',
  'SenderName',
  'Signature',
  'State',
  'Street',
  'TimeZoneSidKey',
  'Title',
]);

/** Whether a row is about the caller. */
export function isOwnRow(ctx: CallContext, object: string, row: Row): boolean {
  const own = rowsOfOneself[object];
  return own !== undefined && row[own.userField] === ctx.userId;
}
