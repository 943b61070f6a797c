import {
  assignPermissionSet as declaration,
  type Blocker,
  type LeftOut,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  type PlannedChange,
  type PlannedFollowUp,
  type ResolvedRecord,
  type ResolvedUser,
  type SalesforceReader,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { futureMoment } from './moments';
import {
  assignmentOf,
  assignmentsOf,
  holdsLicense,
  licenseAssignments,
} from './permissionSetReads';
import { field } from './planParts';
import {
  readPermissionSetLicenses,
  takeSeats,
  type License,
} from './userLicenses';
import { dayOf, namesOf } from './words';

/** More blockers of one kind than this are told as one. */
const mostBlockers = 20;

/**
 * Assigns a permission set. All it needs to know is asked in one API call:
 * the users with what they hold, the set, and the licences.
 */
export const assignPermissionSet = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver, reader, now } = context;
    const until =
      input.until === undefined
        ? undefined
        : futureMoment({ path: 'until', value: input.until, now, resolver });
    const [users, set, licenses, expires] = await Promise.all([
      resolver.users({
        path: 'users',
        references: input.users,
        alsoRead: [assignmentsOf(input.permissionSet), licenseAssignments],
      }),
      resolver.record({
        path: 'permissionSet',
        picker: 'permission-set',
        reference: input.permissionSet,
      }),
      readPermissionSetLicenses(reader),
      until ? canExpire(reader) : false,
    ]);
    const sorted = sortTargets({ users, set, until, expires });
    const license = licenses.find(({ id }) => id === set.fields.LicenseId);
    const unlicensed = license
      ? sorted.toAssign.filter(user => !holdsLicense(user, license.id))
      : [];
    const seats = license
      ? takeSeats({
          license,
          seats: unlicensed.length,
          kind: 'permission set licence',
        })
      : {};
    const changes = [
      ...(license ? unlicensed.map(user => licenseChange(user, license)) : []),
    ];
    const licensedBy = new Map(
      unlicensed.map((user, position) => [user.id, position]),
    );
    for (const user of sorted.toAssign) {
      changes.push(
        assignment({
          user,
          set,
          ...(until && expires ? { until } : {}),
          after: licensedBy.get(user.id),
        }),
      );
    }
    for (const user of sorted.toExtend) {
      changes.push(extension({ user, set, until }));
    }
    return {
      title: `Assign "${set.label}" to ${namesOf([
        ...sorted.toAssign,
        ...sorted.toExtend,
      ])}${until ? ` until ${dayOf(until)}` : ''}`,
      changes,
      followUps: followUpsFor({ until, expires, set, users: sorted.toAssign }),
      leftOut: sorted.leftOut,
      targets: users.map(({ target }) => target),
      warnings: [
        ...(seats.warning ? [seats.warning] : []),
        ...(until && unlicensed.length > 0
          ? [
              `The licence "${license?.name}" stays with them after ${dayOf(
                until,
              )}`,
            ]
          : []),
      ],
      blockers: [
        ...(seats.blocker ? [seats.blocker] : []),
        ...(license ? [] : wrongLicense({ users: sorted.toAssign, set })),
      ],
    };
  },
  undo: {
    kind: 'inverse',
    note: 'Undoing takes the permission set away again, with the licences that came with it',
  },
  examples: [
    {
      words:
        'Assign the "Sales Cloud Einstein" permission set to everyone on the North America sales team',
      input: {
        users: ['public-group:North America Sales Team'],
        permissionSet: 'Sales Cloud Einstein',
      },
    },
    {
      words: 'Give Ann Lee Contract Approver until next Friday',
      input: {
        users: ['ann.lee@acme.com'],
        permissionSet: 'Contract Approver',
        until: '2026-12-04',
      },
    },
  ],
});

/** Whether assignments of this org can end by themselves. */
async function canExpire(reader: SalesforceReader): Promise<boolean> {
  const { fields } = await reader.describe('PermissionSetAssignment');
  return fields.some(
    ({ name, createable }) => name === 'ExpirationDate' && createable,
  );
}

/** Who gets it, whose time is changed, and who needs nothing. */
function sortTargets(options: {
  users: ResolvedUser[];
  set: ResolvedRecord;
  until: string | undefined;
  expires: boolean;
}): {
  toAssign: ResolvedUser[];
  toExtend: ResolvedUser[];
  leftOut: LeftOut[];
} {
  const { users, set, until, expires } = options;
  const toAssign: ResolvedUser[] = [];
  const toExtend: ResolvedUser[] = [];
  const leftOut: LeftOut[] = [];
  for (const user of users) {
    const held = assignmentOf(user, set.id);
    const { target } = user;
    if (!user.isActive) {
      leftOut.push({ target, reason: 'Is inactive' });
    } else if (!held) {
      toAssign.push(user);
    } else if (!held.ExpirationDate) {
      leftOut.push({
        target,
        reason: until ? 'Has it already, without end' : 'Has it already',
      });
    } else if (until && !expires) {
      leftOut.push({ target, reason: 'Has it already' });
    } else if (until && Date.parse(held.ExpirationDate) === Date.parse(until)) {
      leftOut.push({ target, reason: `Has it until ${dayOf(until)} already` });
    } else {
      toExtend.push(user);
    }
  }
  return { toAssign, toExtend, leftOut };
}

function licenseChange(user: ResolvedUser, license: License): PlannedChange {
  return {
    object: 'PermissionSetLicenseAssign',
    recordId: null,
    operation: 'create',
    fields: [
      field({
        name: 'AssigneeId',
        label: 'User',
        before: null,
        after: user.id,
        afterLabel: user.name,
      }),
      field({
        name: 'PermissionSetLicenseId',
        label: 'Permission set licence',
        before: null,
        after: license.id,
        afterLabel: license.name,
      }),
    ],
    summary: `Give ${user.name} the licence "${license.name}"`,
    target: user.target,
    naturalKey: ['AssigneeId', 'PermissionSetLicenseId'],
  };
}

function assignment(options: {
  user: ResolvedUser;
  set: ResolvedRecord;
  until?: string;
  after?: number;
}): PlannedChange {
  const { user, set, until, after } = options;
  return {
    object: 'PermissionSetAssignment',
    recordId: null,
    operation: 'create',
    fields: [
      field({
        name: 'AssigneeId',
        label: 'User',
        before: null,
        after: user.id,
        afterLabel: user.name,
      }),
      field({
        name: 'PermissionSetId',
        label: 'Permission set',
        before: null,
        after: set.id,
        afterLabel: set.label,
      }),
      ...(until
        ? [
            field({
              name: 'ExpirationDate',
              label: 'Until',
              before: null,
              after: until,
              afterLabel: dayOf(until),
            }),
          ]
        : []),
    ],
    summary: `Assign "${set.label}" to ${user.name}${
      until ? ` until ${dayOf(until)}` : ''
    }`,
    target: user.target,
    naturalKey: ['AssigneeId', 'PermissionSetId'],
    ...(after === undefined ? {} : { after: [after] }),
  };
}

/** The assignment is there and ends at another time. */
function extension(options: {
  user: ResolvedUser;
  set: ResolvedRecord;
  until: string | undefined;
}): PlannedChange {
  const { user, set, until } = options;
  const held = assignmentOf(user, set.id);
  const before = held?.ExpirationDate ?? null;
  return {
    object: 'PermissionSetAssignment',
    recordId: held?.Id ?? null,
    operation: 'update',
    fields: [
      field({
        name: 'ExpirationDate',
        label: 'Until',
        before,
        after: until ?? null,
        beforeLabel: before ? dayOf(before) : 'for good',
        afterLabel: until ? dayOf(until) : 'for good',
      }),
    ],
    summary: `Let ${user.name} have "${set.label}" ${
      until ? `until ${dayOf(until)}` : 'for good'
    }`,
    target: user.target,
  };
}

/** Where Salesforce cannot end it, a request of our own does. */
function followUpsFor(options: {
  until: string | undefined;
  expires: boolean;
  set: ResolvedRecord;
  users: ResolvedUser[];
}): PlannedFollowUp[] {
  const { until, expires, set, users } = options;
  if (!until || expires || users.length === 0) return [];
  return [
    {
      action: 'salesforce_remove_permission_set',
      input: { users: users.map(({ id }) => id), permissionSet: set.id },
      at: until,
      summary: `Remove "${set.label}" from ${namesOf(users)}`,
    },
  ];
}

/** A set made for one user licence cannot be given to users of another. */
function wrongLicense(options: {
  users: ResolvedUser[];
  set: ResolvedRecord;
}): Blocker[] {
  const { users, set } = options;
  const license: unknown = set.fields.License;
  if (typeof license !== 'object' || license === null) return [];
  const needed = 'Name' in license ? String(license.Name) : undefined;
  if (!needed) return [];
  const wrong = users.filter(({ licenseName }) => licenseName !== needed);
  const remedy = `Leave them out, or give them a profile with the licence ${needed} first`;
  if (wrong.length > mostBlockers) {
    return [
      {
        code: 'license_mismatch',
        message: `"${set.label}" needs the licence ${needed}, which ${namesOf(
          wrong,
        )} do not have`,
        remedy,
      },
    ];
  }
  return wrong.map(({ name, licenseName, target }) => ({
    code: 'license_mismatch',
    message: `"${set.label}" needs the licence ${needed}; ${name} has ${
      licenseName || 'none'
    }`,
    remedy,
    target,
  }));
}
