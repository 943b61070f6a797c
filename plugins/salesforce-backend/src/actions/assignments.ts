import type {
  Blocker,
  LeftOut,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  PlannedChange,
  PlannedFollowUp,
  ResolvedUser,
  SalesforceReader,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Assignment } from './permissionSetReads';
import { field } from './planParts';
import type { License } from './userLicenses';
import { dayOf, namesOf } from './words';

/** More blockers of one kind than this are told as one. */
const mostBlockers = 20;

/** What can be assigned: a permission set, or a group of them. */
export interface Assignable {
  id: string;
  label: string;
  /** The field of PermissionSetAssignment that names it. */
  fieldName: 'PermissionSetId' | 'PermissionSetGroupId';
  fieldLabel: string;
}

/** Whether assignments of this org can end by themselves. */
export async function canExpire(reader: SalesforceReader): Promise<boolean> {
  const { fields } = await reader.describe('PermissionSetAssignment');
  return fields.some(
    ({ name, createable }) => name === 'ExpirationDate' && createable,
  );
}

/** Who gets it, whose time is changed, and who needs nothing. */
export function sortTargets(options: {
  users: ResolvedUser[];
  heldBy: (user: ResolvedUser) => Assignment | undefined;
  until: string | undefined;
  expires: boolean;
}): {
  toAssign: ResolvedUser[];
  toExtend: ResolvedUser[];
  leftOut: LeftOut[];
} {
  const { users, heldBy, until, expires } = options;
  const toAssign: ResolvedUser[] = [];
  const toExtend: ResolvedUser[] = [];
  const leftOut: LeftOut[] = [];
  for (const user of users) {
    const held = heldBy(user);
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

/** Gives a user a permission set licence. */
export function licenseChange(
  user: ResolvedUser,
  license: Pick<License, 'id' | 'name'>,
): PlannedChange {
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

/** Assigns it to a user, after the changes that it waits for. */
export function assignmentChange(options: {
  user: ResolvedUser;
  what: Assignable;
  until?: string;
  after?: number[];
}): PlannedChange {
  const { user, what, until, after = [] } = options;
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
        name: what.fieldName,
        label: what.fieldLabel,
        before: null,
        after: what.id,
        afterLabel: what.label,
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
    summary: `Assign "${what.label}" to ${user.name}${
      until ? ` until ${dayOf(until)}` : ''
    }`,
    target: user.target,
    naturalKey: ['AssigneeId', what.fieldName],
    ...(after.length > 0 ? { after } : {}),
  };
}

/** The assignment is there and ends at another time. */
export function extensionChange(options: {
  user: ResolvedUser;
  what: Assignable;
  held: Assignment | undefined;
  until: string | undefined;
}): PlannedChange {
  const { user, what, held, until } = options;
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
    summary: `Let ${user.name} have "${what.label}" ${
      until ? `until ${dayOf(until)}` : 'for good'
    }`,
    target: user.target,
  };
}

/** Takes an assignment away; all fields are named, so that it can be undone. */
export function removalChange(options: {
  user: ResolvedUser;
  what: Assignable;
  held: Assignment;
}): PlannedChange {
  const { user, what, held } = options;
  return {
    object: 'PermissionSetAssignment',
    recordId: held.Id,
    operation: 'delete',
    fields: [
      field({
        name: 'AssigneeId',
        label: 'User',
        before: user.id,
        after: null,
        beforeLabel: user.name,
      }),
      field({
        name: what.fieldName,
        label: what.fieldLabel,
        before: what.id,
        after: null,
        beforeLabel: what.label,
      }),
      ...(held.ExpirationDate
        ? [
            field({
              name: 'ExpirationDate',
              label: 'Until',
              before: held.ExpirationDate,
              after: null,
              beforeLabel: dayOf(held.ExpirationDate),
            }),
          ]
        : []),
    ],
    summary: `Remove "${what.label}" from ${user.name}`,
    target: user.target,
    naturalKey: ['AssigneeId', what.fieldName],
  };
}

/** Where Salesforce cannot end it, a request of our own does. */
export function endingFollowUps(options: {
  until: string | undefined;
  expires: boolean;
  what: Assignable;
  users: ResolvedUser[];
}): PlannedFollowUp[] {
  const { until, expires, what, users } = options;
  if (!until || expires || users.length === 0) return [];
  const ids = users.map(({ id }) => id);
  const isGroup = what.fieldName === 'PermissionSetGroupId';
  return [
    {
      action: isGroup
        ? 'salesforce_remove_permission_set_group'
        : 'salesforce_remove_permission_set',
      input: isGroup
        ? { users: ids, permissionSetGroup: what.id }
        : { users: ids, permissionSet: what.id },
      at: until,
      summary: `Remove "${what.label}" from ${namesOf(users)}`,
    },
  ];
}

/** What is made for one user licence cannot be given to users of another. */
export function wrongLicense(options: {
  users: ResolvedUser[];
  label: string;
  /** Name of the user licence that is needed. */
  needed: string;
}): Blocker[] {
  const { users, label, needed } = options;
  const wrong = users.filter(({ licenseName }) => licenseName !== needed);
  const remedy = `Leave them out, or give them a profile with the licence ${needed} first`;
  if (wrong.length > mostBlockers) {
    return [
      {
        code: 'license_mismatch',
        message: `"${label}" needs the licence ${needed}, which ${namesOf(
          wrong,
        )} do not have`,
        remedy,
      },
    ];
  }
  return wrong.map(({ name, licenseName, target }) => ({
    code: 'license_mismatch',
    message: `"${label}" needs the licence ${needed}; ${name} has ${
      licenseName || 'none'
    }`,
    remedy,
    target,
  }));
}
