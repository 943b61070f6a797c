import {
  changeProfile as declaration,
  type Blocker,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  type ActionContext,
  type PlannedChange,
  type ResolvedRecord,
  type ResolvedUser,
} from '@salesdesk/backstage-plugin-salesforce-node';
import {
  administratorFields,
  lastAdministrator,
  ownUserWarning,
  withoutProtected,
} from './lockout';
import { field, roleChange, updateOfUser } from './planParts';
import { holdingChildren } from './offboarding/readHoldings';
import { relicensing } from './relicensing';
import {
  readPermissionSetLicenses,
  readUserLicenses,
  takeSeats,
} from './userLicenses';
import { count, namesOf } from './words';

/** The profile, then the role: a user has exactly one of each. */
export const changeProfile = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver, reader } = context;
    const [named, profile, from, role, licenses, setLicenses] =
      await Promise.all([
        resolver.users({
          path: 'users',
          references: input.users,
          alsoRead: [...administratorFields, ...holdingChildren],
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
        readPermissionSetLicenses(reader),
      ]);
    const { users, leftOut } = withoutProtected({
      users: named,
      context,
      path: 'users',
    });
    if (from) refuseOtherProfiles({ users, from, profile, context });

    const moving = users.filter(({ profileId }) => profileId !== profile.id);
    const license = licenses.find(
      ({ id }) => id === profile.fields.UserLicenseId,
    );
    const relicensed = moving.filter(
      ({ licenseName }) => license && licenseName !== license.name,
    );
    const changes: PlannedChange[] = [];
    const lost = new Set<string>();
    for (const user of moving) {
      if (!license || !relicensed.includes(user)) {
        changes.push(profileChange(user, profile));
        continue;
      }
      const steps = relicensing({
        user,
        profileChange: profileChange(user, profile),
        permissionSetLicenseIds: new Set(setLicenses.map(({ id }) => id)),
        userLicenseId: license.id,
        start: changes.length,
      });
      changes.push(...steps.changes);
      steps.lost.forEach(label => lost.add(label));
    }
    changes.push(
      ...users
        .filter(({ roleId }) => role && roleId !== role.id)
        .map(user => roleChange(user, role as ResolvedRecord)),
    );
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

    const seats = license
      ? takeSeats({
          license,
          // an inactive user takes no seat
          seats: relicensed.filter(({ isActive }) => isActive).length,
          kind: 'user licence',
        })
      : {};
    const administrators = await lastAdministrator({ users: moving, context });
    const taken = labelsTaken(changes);
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
        ...(license && taken
          ? [
              `The licence changes to ${license.name}: ${taken} are taken off before and given back after; Salesforce may refuse to give back what the new licence does not allow`,
            ]
          : []),
        ...(lost.size > 0
          ? [
              `The licence ${license?.name} does not allow ${[...lost]
                .map(label => `"${label}"`)
                .join(', ')}: they go`,
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
    note: 'Undoing gives the former profile and role back; permission sets come back the same way',
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

/** The permission sets that are taken off, in words; undefined for none. */
function labelsTaken(changes: PlannedChange[]): string | undefined {
  const labels = new Set(
    changes
      .filter(
        ({ object, operation }) =>
          object === 'PermissionSetAssignment' && operation === 'delete',
      )
      .flatMap(({ fields }) => fields[1].beforeLabel ?? []),
  );
  if (labels.size === 0) return undefined;
  return labels.size > 5
    ? count(labels.size, 'permission set')
    : [...labels].map(label => `"${label}"`).join(', ');
}
