import { textOf, type InventoryRow } from './inventoryRow';
import { sections } from './sections';

/** Where a cell leads: a page of the directory, or a person of the catalog. */
export type CellLink =
  | { to: 'record'; section: string; id: string }
  | { to: 'person'; ref: string };

// What a step of a field leads to. Where it depends on the object, by object.
const objectOfStep: Record<string, string | Record<string, string>> = {
  user: 'User',
  manager: 'User',
  profile: 'Profile',
  role: 'UserRole',
  permissionSet: 'PermissionSet',
  memberGroup: 'Group',
  queue: 'Group',
  territory: 'Territory2',
  group: { GroupMember: 'Group', otherwise: 'PermissionSetGroup' },
  parent: { Territory2: 'Territory2', otherwise: 'UserRole' },
  license: {
    PermissionSet: 'PermissionSetLicense',
    PermissionSetLicenseAssign: 'PermissionSetLicense',
    UserPackageLicense: 'PackageLicense',
    otherwise: 'UserLicense',
  },
};

const ownName: Record<string, string> = {
  User: 'name',
  PermissionSet: 'label',
  PermissionSetGroup: 'label',
  Profile: 'name',
  UserRole: 'name',
  UserLicense: 'name',
  PermissionSetLicense: 'label',
  PackageLicense: 'namespace',
  Group: 'name',
  Territory2: 'name',
};

// What requests for rows of an object are filled in with.
const requestFields: Record<string, string[]> = {
  PermissionSetAssignment: [
    'permissionSet.label',
    'permissionSet.isOwnedByProfile',
    'group.label',
  ],
  PermissionSetLicenseAssign: ['license.label'],
  UserPackageLicense: ['license.namespace'],
  GroupMember: ['group.name'],
  OauthToken: ['app'],
  PermissionSet: ['label'],
};

/** The field that holds the id of what a field names, if it names a record. */
function idFieldOf(
  object: string,
  field: string,
): { idField: string; section: string } | undefined {
  const steps = field.split('.');
  const last = steps.pop() ?? '';
  if (steps.length === 0) {
    const section = sectionOf(object);
    return ownName[object] === field && section
      ? { idField: 'id', section }
      : undefined;
  }
  if (!['name', 'label', 'namespace'].includes(last)) return undefined;
  const step = objectOfStep[steps[steps.length - 1]];
  const named =
    typeof step === 'object' ? step[object] ?? step.otherwise : step;
  const section = named && sectionOf(named);
  return section ? { idField: [...steps, 'id'].join('.'), section } : undefined;
}

function sectionOf(object: string): string | undefined {
  return sections.find(section => section.object === object && section.hasPages)
    ?.slug;
}

function personFieldOf(field: string): string | undefined {
  return field.endsWith('person.displayName')
    ? field.replace(/person\.displayName$/, 'personRef')
    : undefined;
}

/** Fields that must be asked for besides the columns, so that they can lead on. */
export function linkFieldsOf(object: string, columns: string[]): string[] {
  return [
    ...columns.flatMap(
      column =>
        personFieldOf(column) ?? idFieldOf(object, column)?.idField ?? [],
    ),
    ...(requestFields[object] ?? []),
  ].filter(field => field !== 'id');
}

/** Where a cell leads, if anywhere. */
export function linkOf(
  object: string,
  field: string,
  row: InventoryRow,
): CellLink | undefined {
  const person = personFieldOf(field);
  const ref = person && textOf(row, person);
  if (ref) return { to: 'person', ref };
  const named = idFieldOf(object, field);
  const id = named && textOf(row, named.idField);
  return named && id ? { to: 'record', section: named.section, id } : undefined;
}
