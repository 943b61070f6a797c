import {
  changeProfile as declaration,
  type Blocker,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  soql,
  type ActionContext,
  type PlannedChange,
  type ResolvedRecord,
  type ResolvedUser,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { chunksForUrl } from '../gateway';
import {
  administratorFields,
  lastAdministrator,
  ownUserWarning,
  withoutProtected,
} from './lockout';
import { field, roleChange, updateOfUser } from './planParts';
import { readUserLicenses, takeSeats } from './userLicenses';
import { count, namesOf } from './words';

/** The profile, then the role: a user has exactly one of each. */
export const changeProfile = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver, reader } = context;
    const [named, profile, from, role, licenses] = await Promise.all([
      resolver.users({
        path: 'users',
        references: input.users,
        alsoRead: administratorFields,
      }),
      resolver.record({
        path: 'profile',
        picker: 'profile',
        reference: input.profile,
      }),
      input.from === undefined
        ? undefined
        : resolver.record({
            path: 'from',
            picker: 'profile',
            reference: input.from,
          }),
      input.role === undefined
        ? undefined
        : resolver.record({
            path: 'role',
            picker: 'role',
            reference: input.role,
          }),
      readUserLicenses(reader),
    ]);
    const { users, leftOut } = withoutProtected({
      users: named,
      context,
      path: 'users',
    });
    if (from) refuseOtherProfiles({ users, from, profile, context });

    const moving = users.filter(({ profileId }) => profileId !== profile.id);
    const changes = [
      ...moving.map(user => profileChange(user, profile)),
      ...users
        .filter(({ roleId }) => role && roleId !== role.id)
        .map(user => roleChange(user, role as ResolvedRecord)),
    ];
    const changed = new Set(changes.map(({ recordId }) => recordId));
    for (const { id, target } of users) {
      if (!changed.has(id)) {
        leftOut.push({
          target,
          reason: role
            ? 'Has this profile and this role already'
            : 'Has this profile already',
        });
      }
    }

    const license = licenses.find(
      ({ id }) => id === profile.fields.UserLicenseId,
    );
    const relicensed = moving.filter(
      ({ licenseName }) => license && licenseName !== license.name,
    );
    const seats = license
      ? takeSeats({
          license,
          // an inactive user takes no seat
          seats: relicensed.filter(({ isActive }) => isActive).length,
          kind: 'user licence',
        })
      : {};
    const [administrators, sets] = await Promise.all([
      lastAdministrator({ users: moving, context }),
      assignedSets({ users: relicensed, context }),
    ]);
    return {
      title: titleOf({
        users: users.filter(({ id }) => changed.has(id)),
        profile,
        role,
      }),
      changes,
      leftOut,
      targets: named.map(({ target }) => target),
      warnings: [
        ...(seats.warning ? [seats.warning] : []),
        ...(license && sets
          ? [
              `The licence changes to ${license.name}. Salesforce takes away or refuses permission sets that it does not allow; they have ${sets}`,
            ]
          : []),
        ...ownUserWarning({
          users: moving,
          context,
          warning: 'You are among them: your own permissions change',
        }),
      ],
      blockers: [
        ...(seats.blocker ? [seats.blocker] : []),
        ...otherUserType(moving, profile),
        ...administrators,
      ],
    };
  },
  undo: {
    kind: 'inverse',
    note: 'Undoing gives the former profile and role back; permission sets that Salesforce took away stay away',
  },
  examples: [
    {
      words:
        'Change ari@acme.com’s profile from "Standard User" to "Sales Manager" and add him to the RevOps role',
      input: {
        users: ['ari@acme.com'],
        profile: 'Sales Manager',
        from: 'Standard User',
        role: 'RevOps',
      },
    },
  ],
});

function titleOf(options: {
  users: ResolvedUser[];
  profile: ResolvedRecord;
  role: ResolvedRecord | undefined;
}): string {
  const { users, profile, role } = options;
  return `Change the profile of ${namesOf(users)} to "${profile.label}"${
    role ? ` and the role to "${role.label}"` : ''
  }`;
}

function refuseOtherProfiles(options: {
  users: ResolvedUser[];
  from: ResolvedRecord;
  profile: ResolvedRecord;
  context: ActionContext;
}): void {
  const { users, from, profile, context } = options;
  // who has the new profile already needs no change, whatever was said
  const others = users.filter(
    ({ profileId }) => profileId !== from.id && profileId !== profile.id,
  );
  if (others.length === 0) return;
  const [first] = others;
  context.resolver.refuse([
    {
      path: 'from',
      code: 'invalid_input',
      message:
        others.length === 1
          ? `${first.name} has the profile "${first.profileName}", not "${from.label}"`
          : `${namesOf(others)} have other profiles than "${from.label}"; ${
              first.name
            } has "${first.profileName}"`,
    },
  ]);
}

function profileChange(
  user: ResolvedUser,
  profile: ResolvedRecord,
): PlannedChange {
  return updateOfUser({
    user,
    fields: [
      field({
        name: 'ProfileId',
        label: 'Profile',
        before: user.profileId,
        after: profile.id,
        beforeLabel: user.profileName,
        afterLabel: profile.label,
      }),
    ],
    summary: `Change the profile of ${user.name} from "${user.profileName}" to "${profile.label}"`,
  });
}

/** A user of one type never becomes one of another. */
function otherUserType(
  users: ResolvedUser[],
  profile: ResolvedRecord,
): Blocker[] {
  const { UserType: type } = profile.fields;
  const other = users.filter(
    ({ userType }) => typeof type === 'string' && userType !== type,
  );
  return other.length === 0
    ? []
    : [
        {
          code: 'profile_mismatch',
          message: `The profile "${
            profile.label
          }" is for users of another type than ${namesOf(other)}`,
          remedy: 'Choose a profile of the same type',
          target: other[0].target,
        },
      ];
}

/** What users whose licence changes hold, in words; undefined for nothing. */
async function assignedSets(options: {
  users: ResolvedUser[];
  context: ActionContext;
}): Promise<string | undefined> {
  const { users, context } = options;
  const pages = await Promise.all(
    chunksForUrl(users.map(({ id }) => id)).map(ids =>
      context.reader.queryAll<SalesforceRecord>(
        soql.select({
          from: 'PermissionSetAssignment',
          fields: ['PermissionSet.Label', 'PermissionSetGroup.MasterLabel'],
          where: soql.and(
            soql.inList('AssigneeId', ids),
            soql.eq('PermissionSet.IsOwnedByProfile', false),
          ),
        }),
      ),
    ),
  );
  const labels = new Set(
    pages
      .flat()
      .map(
        ({ PermissionSet, PermissionSetGroup }) =>
          labelOf(PermissionSetGroup, 'MasterLabel') ??
          labelOf(PermissionSet, 'Label'),
      )
      .filter(label => label !== undefined),
  );
  if (labels.size === 0) return undefined;
  return labels.size > 5
    ? count(labels.size, 'permission set')
    : [...labels].map(label => `"${label}"`).join(', ');
}

function labelOf(parent: unknown, name: string): string | undefined {
  if (typeof parent !== 'object' || parent === null) return undefined;
  const value = Object.entries(parent).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}
