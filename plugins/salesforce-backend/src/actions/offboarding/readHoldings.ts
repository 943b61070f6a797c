import {
  soql,
  type ActionContext,
  type PlannedChange,
  type ResolvedUser,
  type SalesforceRecord,
  type SoqlChildren,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { chunksForUrl } from '../../gateway';
import { removalChange, type Assignable } from '../assignments';
import { leaving, type Membership } from '../groupMembers';
import { holdingChange } from '../licenseHoldings';
import { childrenOf, type Assignment } from '../permissionSetReads';
import { ifVisible } from './ifVisible';

/** Permission sets, groups of them and their licences, read with the user. */
export const holdingChildren: SoqlChildren[] = [
  {
    relationship: 'PermissionSetAssignments',
    fields: [
      'Id',
      'PermissionSetId',
      'PermissionSet.Label',
      'PermissionSet.LicenseId',
      'PermissionSetGroupId',
      'PermissionSetGroup.MasterLabel',
      'ExpirationDate',
    ],
    where: soql.eq('PermissionSet.IsOwnedByProfile', false),
    orderBy: [{ field: 'Id' }],
  },
  {
    relationship: 'PermissionSetLicenseAssignments',
    fields: [
      'Id',
      'PermissionSetLicenseId',
      'PermissionSetLicense.MasterLabel',
    ],
    orderBy: [{ field: 'Id' }],
  },
];

interface AssignmentRow extends Assignment {
  PermissionSet: { Label: string; LicenseId: string | null } | null;
  PermissionSetGroup: { MasterLabel: string } | null;
}

interface LicenseRow {
  Id: string;
  PermissionSetLicenseId: string;
  PermissionSetLicense: { MasterLabel: string } | null;
}

interface PackageRow extends SalesforceRecord {
  Id: string;
  UserId: string;
  PackageLicenseId: string;
  PackageLicense: { NamespacePrefix: string } | null;
}

type MembershipRow = Membership & { Group: { Name: string | null } | null };

/** What users have beyond their profile, and that is not read with them. */
export interface OtherHoldings {
  memberships: MembershipRow[];
  packages: PackageRow[];
}

/** Memberships of groups and queues, and licences of packages. */
export async function readOtherHoldings(
  context: ActionContext,
  users: ResolvedUser[],
): Promise<OtherHoldings> {
  const { reader } = context;
  const ids = chunksForUrl(users.map(({ id }) => id));
  const [memberships, packages] = await Promise.all([
    Promise.all(
      ids.map(chunk =>
        reader.queryAll<MembershipRow>(
          soql.select({
            from: 'GroupMember',
            fields: ['Id', 'GroupId', 'UserOrGroupId', 'Group.Name'],
            where: soql.and(
              soql.inList('UserOrGroupId', chunk),
              soql.inList('Group.Type', ['Regular', 'Queue']),
            ),
            orderBy: [{ field: 'Id' }],
          }),
        ),
      ),
    ),
    Promise.all(
      ids.map(chunk =>
        ifVisible(
          reader.queryAll<PackageRow>(
            soql.select({
              from: 'UserPackageLicense',
              fields: [
                'Id',
                'UserId',
                'PackageLicenseId',
                'PackageLicense.NamespacePrefix',
              ],
              where: soql.inList('UserId', chunk),
              orderBy: [{ field: 'Id' }],
            }),
          ),
        ),
      ),
    ),
  ]);
  return {
    memberships: memberships.flat(),
    packages: packages.flatMap(page => page ?? []),
  };
}

/** Permission sets, groups of them and licences that a user has. */
export function holdingsOf(user: ResolvedUser): {
  assignments: Array<{
    held: Assignment;
    what: Assignable;
    /** The licence that the set is for. */
    licenseId: string | null;
    until: string | null;
  }>;
  licenses: Array<{ id: string; name: string; heldBy: string }>;
} {
  const assignments = childrenOf(
    user,
    'PermissionSetAssignments',
  ) as AssignmentRow[];
  const licenses = childrenOf(
    user,
    'PermissionSetLicenseAssignments',
  ) as LicenseRow[];
  return {
    assignments: assignments.map(held => ({
      held,
      what: held.PermissionSetGroupId
        ? {
            id: held.PermissionSetGroupId,
            label: held.PermissionSetGroup?.MasterLabel ?? '',
            fieldName: 'PermissionSetGroupId',
            fieldLabel: 'Permission set group',
          }
        : {
            id: held.PermissionSetId,
            label: held.PermissionSet?.Label ?? '',
            fieldName: 'PermissionSetId',
            fieldLabel: 'Permission set',
          },
      licenseId: held.PermissionSet?.LicenseId ?? null,
      until: held.ExpirationDate,
    })),
    licenses: licenses.map(
      ({ Id, PermissionSetLicenseId, PermissionSetLicense }) => ({
        id: PermissionSetLicenseId,
        name: PermissionSetLicense?.MasterLabel ?? '',
        heldBy: Id,
      }),
    ),
  };
}

/**
 * Takes away what one user has: permission sets and their groups first, then
 * the licences that these needed. `start` is the position of the first change.
 */
export function removalsOf(options: {
  user: ResolvedUser;
  others: OtherHoldings;
  start: number;
}): PlannedChange[] {
  const { user, others, start } = options;
  const { assignments, licenses } = holdingsOf(user);
  const sets = assignments.map(({ held, what }) =>
    removalChange({ user, held, what }),
  );
  const positions = sets.map((_, position) => start + position);
  return [
    ...sets,
    ...licenses.map(license =>
      holdingChange({
        user,
        holding: {
          object: 'PermissionSetLicenseAssign',
          userField: 'AssigneeId',
          licenseField: 'PermissionSetLicenseId',
          label: 'Permission set licence',
        },
        license: { id: license.id, label: license.name },
        heldBy: license.heldBy,
        after: positions,
      }),
    ),
    ...others.packages
      .filter(({ UserId }) => UserId === user.id)
      .map(row =>
        holdingChange({
          user,
          holding: {
            object: 'UserPackageLicense',
            userField: 'UserId',
            licenseField: 'PackageLicenseId',
            label: 'Package licence',
          },
          license: {
            id: row.PackageLicenseId,
            label: row.PackageLicense?.NamespacePrefix ?? '',
          },
          heldBy: row.Id,
        }),
      ),
    ...others.memberships
      .filter(({ UserOrGroupId }) => UserOrGroupId === user.id)
      .map(membership =>
        leaving({
          membership,
          group: {
            id: membership.GroupId,
            label: membership.Group?.Name ?? '',
          },
          member: user,
        }),
      ),
  ];
}
