import type {
  Blocker,
  LeftOut,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  soql,
  type ActionContext,
  type ResolvedUser,
  type SoqlField,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { namesOf } from './words';

/** To be read of users before anybody is locked out. */
export const administratorFields: SoqlField[] = [
  'Profile.PermissionsManageUsers',
  'Profile.PermissionsModifyAllData',
];

/** Whether the profile lets a user repair what went wrong in the org. */
function isAdministrator(user: ResolvedUser): boolean {
  const profile: unknown = user.fields.Profile;
  return (
    typeof profile === 'object' &&
    profile !== null &&
    'PermissionsManageUsers' in profile &&
    profile.PermissionsManageUsers === true &&
    'PermissionsModifyAllData' in profile &&
    profile.PermissionsModifyAllData === true
  );
}

/** Types of the users that every org comes with, and that nobody can end. */
const builtInTypes: ReadonlySet<string> = new Set([
  'AutomatedProcess',
  'CloudIntegrationUser',
]);

/**
 * Takes the users that integrations run as out of the targets: without them
 * nobody could undo anything. When nobody else is left, that is an error. With
 * `builtIn`, so does it with those that Salesforce itself works as.
 */
export function withoutProtected(options: {
  users: ResolvedUser[];
  context: ActionContext;
  path: string;
  builtIn?: boolean;
}): { users: ResolvedUser[]; leftOut: LeftOut[] } {
  const { users, context, path, builtIn } = options;
  const isOurs = (user: ResolvedUser) =>
    context.protectedUserIds.includes(user.id);
  const isTheirs = (user: ResolvedUser) =>
    builtIn === true && builtInTypes.has(user.userType);
  const leftOut = users
    .filter(user => isOurs(user) || isTheirs(user))
    .map(user => ({
      target: user.target,
      reason: isOurs(user)
        ? 'Salesdesk itself works as this user'
        : 'Salesforce itself works as this user, and lets nobody end it',
    }));
  if (users.length > 0 && leftOut.length === users.length) {
    context.resolver.refuse([
      {
        path,
        code: 'invalid_input',
        message: users.some(isOurs)
          ? 'Salesdesk itself works as this user: it would lock itself out of the org'
          : 'Salesforce itself works as this user, and lets nobody end it',
      },
    ]);
  }
  return {
    users: users.filter(user => !isOurs(user) && !isTheirs(user)),
    leftOut,
  };
}

/**
 * A blocker when these users are the last administrators who can log in. Asks
 * Salesforce only when there is an administrator among them.
 */
export async function lastAdministrator(options: {
  users: ResolvedUser[];
  context: ActionContext;
}): Promise<Blocker[]> {
  const { users, context } = options;
  const administrators = users.filter(
    user => user.isActive && isAdministrator(user),
  );
  if (administrators.length === 0) return [];
  const going = new Set(users.map(({ id }) => id));
  const { records } = await context.reader.query(
    soql.select({
      from: 'User',
      fields: ['Id'],
      where: soql.and(
        soql.eq('IsActive', true),
        soql.eq('Profile.PermissionsManageUsers', true),
        soql.eq('Profile.PermissionsModifyAllData', true),
        soql.notInQuery(
          'Id',
          soql.select({
            from: 'UserLogin',
            fields: ['UserId'],
            where: soql.eq('IsFrozen', true),
          }),
        ),
      ),
    }),
  );
  const isSomebodyLeft = records.some(
    ({ Id }) =>
      Id !== undefined &&
      !going.has(Id) &&
      !context.protectedUserIds.includes(Id),
  );
  return isSomebodyLeft
    ? []
    : [
        {
          code: 'last_administrator',
          message: `${namesOf(
            administrators,
          )} would leave the org without an administrator who can log in`,
          remedy: 'Make somebody else an administrator first; then retry',
          target: administrators[0].target,
        },
      ];
}

/** What the person who asks should know when they are among the targets. */
export function ownUserWarning(options: {
  users: ResolvedUser[];
  context: ActionContext;
  warning: string;
}): string[] {
  const { users, context, warning } = options;
  return users.some(user => user.personRef === context.requester.ref)
    ? [warning]
    : [];
}
