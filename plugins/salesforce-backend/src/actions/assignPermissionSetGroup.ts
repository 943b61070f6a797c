import { assignPermissionSetGroup as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  soql,
  type PlannedChange,
  type ResolvedUser,
  type SalesforceReader,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
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
  groupAssignmentOf,
  groupAssignmentsOf,
  holdsLicense,
  licenseAssignments,
  nameOfLicense,
} from './permissionSetReads';
import { isRecordId } from '../gateway';
import {
  readPermissionSetLicenses,
  takeSeats,
  type License,
} from './userLicenses';
import { dayOf, namesOf } from './words';

/** Assigns a group of permission sets, with every licence that its sets need. */
export const assignPermissionSetGroup = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver, reader, now } = context;
    const until =
      input.until === undefined
        ? undefined
        : futureMoment({ path: 'until', value: input.until, now, resolver });
    const [users, group, sets, licenses, expires] = await Promise.all([
      resolver.users({
        path: 'users',
        references: input.users,
        alsoRead: [
          groupAssignmentsOf(input.permissionSetGroup),
          licenseAssignments,
        ],
      }),
      resolver.record({
        path: 'permissionSetGroup',
        picker: 'permission-set-group',
        reference: input.permissionSetGroup,
      }),
      readSets(reader, input.permissionSetGroup),
      readPermissionSetLicenses(reader),
      until ? canExpire(reader) : false,
    ]);
    const what: Assignable = {
      id: group.id,
      label: group.label,
      fieldName: 'PermissionSetGroupId',
      fieldLabel: 'Permission set group',
    };
    const sorted = sortTargets({
      users,
      heldBy: user => groupAssignmentOf(user, group.id),
      until,
      expires,
    });
    const needed = licenses.filter(({ id }) =>
      sets.some(({ licenseId }) => licenseId === id),
    );
    const { changes, licensedBy } = licensing(sorted.toAssign, needed);
    const seats = needed.map(license =>
      takeSeats({
        license,
        seats: sorted.toAssign.filter(user => !holdsLicense(user, license.id))
          .length,
        kind: 'permission set licence',
      }),
    );
    for (const user of sorted.toAssign) {
      changes.push(
        assignmentChange({
          user,
          what,
          ...(until && expires ? { until } : {}),
          after: licensedBy.get(user.id),
        }),
      );
    }
    for (const user of sorted.toExtend) {
      const held = groupAssignmentOf(user, group.id);
      changes.push(extensionChange({ user, what, held, until }));
    }
    const userLicenses = new Set(
      sets
        .filter(({ licenseId }) => !licenses.some(({ id }) => id === licenseId))
        .flatMap(({ licenseName }) => licenseName ?? []),
    );
    return {
      title: `Assign "${group.label}" to ${namesOf([
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
        ...seats.flatMap(({ warning }) => warning ?? []),
        ...statusWarning(group.label, group.fields.Status),
        ...(until && licensedBy.size > 0
          ? [`Licences that they get stay with them after ${dayOf(until)}`]
          : []),
      ],
      blockers: [
        ...seats.flatMap(({ blocker }) => blocker ?? []),
        ...[...userLicenses].flatMap(name =>
          wrongLicense({
            users: sorted.toAssign,
            label: group.label,
            needed: name,
          }),
        ),
      ],
    };
  },
  undo: {
    kind: 'inverse',
    note: 'Undoing takes the permission set group away again, with the licences that came with it; where only its end was changed, it gives the former end back',
  },
  examples: [
    {
      words:
        'Give Foo Bar and Ann Lee the Marketing Analytics permission set group until next Friday',
      input: {
        users: ['foo.bar@acme.com', 'ann.lee@acme.com'],
        permissionSetGroup: 'Marketing Analytics',
        until: '2026-12-04',
      },
    },
    {
      words:
        'Add everyone in the RevOps role to the Sales Operations group of permission sets',
      input: {
        users: ['role:RevOps'],
        permissionSetGroup: 'Sales Operations',
      },
    },
  ],
});

/** Each user's missing licences, and at which positions they are given. */
function licensing(
  users: ResolvedUser[],
  needed: License[],
): { changes: PlannedChange[]; licensedBy: Map<string, number[]> } {
  const changes: PlannedChange[] = [];
  const licensedBy = new Map<string, number[]>();
  for (const license of needed) {
    for (const user of users) {
      if (holdsLicense(user, license.id)) continue;
      const positions = licensedBy.get(user.id) ?? [];
      licensedBy.set(user.id, [...positions, changes.length]);
      changes.push(licenseChange(user, license));
    }
  }
  return { changes, licensedBy };
}

/** The sets of the group that a reference names, with the licence of each. */
async function readSets(
  reader: SalesforceReader,
  reference: string,
): Promise<Array<{ licenseId: unknown; licenseName: string | undefined }>> {
  const records = await reader.queryAll<SalesforceRecord>(
    soql.select({
      from: 'PermissionSetGroupComponent',
      fields: ['PermissionSet.LicenseId', 'PermissionSet.License.Name'],
      where: soql.or(
        soql.eq('PermissionSetGroup.MasterLabel', reference),
        soql.eq('PermissionSetGroup.DeveloperName', reference),
        ...(isRecordId(reference)
          ? [soql.eq('PermissionSetGroupId', reference)]
          : []),
      ),
    }),
  );
  return records.flatMap(({ PermissionSet: set }) =>
    typeof set === 'object' && set !== null && 'LicenseId' in set
      ? [
          {
            licenseId: set.LicenseId,
            licenseName: nameOfLicense('License' in set ? set.License : null),
          },
        ]
      : [],
  );
}

function statusWarning(label: string, status: unknown): string[] {
  return status === 'Updated'
    ? []
    : [
        `Salesforce has not recalculated "${label}" yet (${String(
          status,
        ).toLowerCase()}): what its sets give may come later`,
      ];
}
