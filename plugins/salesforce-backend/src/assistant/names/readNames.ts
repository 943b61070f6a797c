import {
  soql,
  type SalesforceReader,
} from '@salesdesk/backstage-plugin-salesforce-node';
import {
  recordPickers,
  choicesQuery,
  valueOf,
} from '../../inventory/recordPickers';
import type { PickerRow, RecordPicker } from '../../inventory/recordPickers';
import { userFields, type UserRow } from '../../inventory/userRows';
import type { IndexedThing } from './NameIndex';

/** More users than this are found by username and full name alone, by the resolver. */
const mostUsers = 200_000;

const pickers: Array<{ picker: RecordPicker; kind: IndexedThing['kind'] }> = [
  { picker: 'profile', kind: 'profile' },
  { picker: 'permission-set', kind: 'permission-set' },
  { picker: 'permission-set-group', kind: 'permission-set-group' },
  { picker: 'role', kind: 'role' },
  { picker: 'license', kind: 'license' },
];

/** The names that people speak of, read from an org. */
export async function readNames(
  reader: SalesforceReader,
): Promise<IndexedThing[]> {
  const [users, groups, seats, ...lists] = await Promise.all([
    reader.queryAll<UserRow>(
      soql.select({
        from: 'User',
        fields: [...userFields],
        where: soql.eq('UserType', 'Standard'),
        orderBy: [{ field: 'Id' }],
      }),
      { maximum: mostUsers },
    ),
    reader.queryAll<PickerRow>(choicesQuery('group')),
    reader.queryAll<PickerRow>(
      soql.select({
        from: 'PermissionSetLicense',
        fields: ['Id', 'MasterLabel', 'DeveloperName'],
      }),
    ),
    ...pickers.map(({ picker }) =>
      reader.queryAll<PickerRow>(choicesQuery(picker)),
    ),
  ]);
  return [
    ...users.map(userThing),
    ...groups.map(groupThing),
    ...seats.map(row => ({
      kind: 'permission-set-license' as const,
      id: row.Id,
      value: String(row.DeveloperName),
      label: String(row.MasterLabel),
      otherNames: [String(row.DeveloperName)],
    })),
    ...lists.flatMap((rows, index) => {
      const { picker, kind } = pickers[index];
      return rows.map(row => recordThing(picker, kind, row));
    }),
  ];
}

function userThing(row: UserRow): IndexedThing {
  const detail = [row.Username, row.UserRole?.Name ?? row.Profile?.Name]
    .filter(Boolean)
    .join(' · ');
  return {
    kind: 'user',
    id: row.Id,
    value: row.Username,
    label: row.Name,
    detail,
    status: row.IsActive ? 'active' : 'inactive',
    otherNames: [
      row.Username,
      ...(row.Email && row.Email !== row.Username ? [row.Email] : []),
    ],
  };
}

function groupThing(row: PickerRow): IndexedThing {
  return {
    kind: row.Type === 'Queue' ? 'queue' : 'public-group',
    id: row.Id,
    value: valueOf('group', row),
    label: String(row.Name),
    detail: recordPickers.group.detail(row),
    otherNames: [String(row.DeveloperName)],
  };
}

function recordThing(
  picker: RecordPicker,
  kind: IndexedThing['kind'],
  row: PickerRow,
): IndexedThing {
  const { names, detail } = recordPickers[picker];
  const [label, ...others] = names.map(name => String(row[name]));
  return {
    kind,
    id: row.Id,
    value: valueOf(picker, row),
    label,
    detail: detail(row),
    otherNames: others,
  };
}
