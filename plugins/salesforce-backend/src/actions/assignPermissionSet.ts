import { assignPermissionSet as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import { createSalesforceAction } from '@salesdesk/backstage-plugin-salesforce-node';
import {
  assignmentChange,
  canExpire,
  endingFollowUps,
  extensionChange,
  licenseChange,
  sortTargets,
  wrongLicense,
  type Assignable,
} from './assignments';
import { futureMoment } from './moments';
import {
  assignmentOf,
  assignmentsOf,
  holdsLicense,
  licenseAssignments,
  nameOfLicense,
} from './permissionSetReads';
import { readPermissionSetLicenses, takeSeats } from './userLicenses';
import { dayOf, namesOf } from './words';

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
    const what: Assignable = {
      id: set.id,
      label: set.label,
      fieldName: 'PermissionSetId',
      fieldLabel: 'Permission set',
    };
    const sorted = sortTargets({
      users,
      heldBy: user => assignmentOf(user, set.id),
      until,
      expires,
    });
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
    const changes = license
      ? unlicensed.map(user => licenseChange(user, license))
      : [];
    const licensedBy = new Map(
      unlicensed.map((user, position) => [user.id, position]),
    );
    for (const user of sorted.toAssign) {
      const licensed = licensedBy.get(user.id);
      changes.push(
        assignmentChange({
          user,
          what,
          ...(until && expires ? { until } : {}),
          after: licensed === undefined ? [] : [licensed],
        }),
      );
    }
    for (const user of sorted.toExtend) {
      const held = assignmentOf(user, set.id);
      changes.push(extensionChange({ user, what, held, until }));
    }
    const userLicense = license ? undefined : nameOfLicense(set.fields.License);
    return {
      title: `Assign "${set.label}" to ${namesOf([
        ...sorted.toAssign,
        ...sorted.toExtend,
      ])}${until ? ` until ${dayOf(until)}` : ''}`,
      changes,
      followUps: endingFollowUps({
        until,
        expires,
        what,
        users: sorted.toAssign,
      }),
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
        ...(userLicense
          ? wrongLicense({
              users: sorted.toAssign,
              label: set.label,
              needed: userLicense,
            })
          : []),
      ],
    };
  },
  undo: {
    kind: 'inverse',
    note: 'Undoing takes the permission set away again, with the licences that came with it; where only its end was changed, it gives the former end back',
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
