import type { Picker } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  soql,
  type SalesforceRecord,
  type SoqlCondition,
  type SoqlQuery,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { isRecordId } from '../gateway';

/** Pickers whose choices are records. */
export type RecordPicker = Extract<
  Picker,
  | 'profile'
  | 'permission-set'
  | 'permission-set-group'
  | 'role'
  | 'group'
  | 'license'
  | 'permission-set-license'
  | 'package-license'
>;

/** A row of a picker's query; which fields it has depends on the picker. */
export type PickerRow = SalesforceRecord & { Id: string };

/** How the records of a picker are read, named and told apart. */
export interface RecordPickerDefinition {
  /** What people call such a record. */
  title: string;
  from: string;
  fields: string[];
  /** Records that can be chosen at all. */
  choosable?: SoqlCondition;
  /** Fields that people may name a record by; the first is its label. */
  names: string[];
  /** The field whose value is unique and stands in an input. */
  valueField: string;
  detail(row: PickerRow): string | undefined;
  status?(row: PickerRow): string | undefined;
}

const seats = (row: unknown): { free: number; total: number } | undefined => {
  if (typeof row !== 'object' || row === null) return undefined;
  if (!('TotalLicenses' in row) || !('UsedLicenses' in row)) return undefined;
  const total = Number(row.TotalLicenses);
  return { free: Math.max(0, total - Number(row.UsedLicenses)), total };
};

const seatsText = (name: unknown, row: unknown): string | undefined => {
  const count = seats(row);
  return count && `${name}: ${count.free} of ${count.total} free`;
};

const nameOf = (parent: unknown): string | undefined =>
  typeof parent === 'object' && parent !== null && 'Name' in parent
    ? String(parent.Name)
    : undefined;

const fullStatus = (row: unknown): string | undefined =>
  seats(row)?.free === 0 ? 'full' : undefined;

export const recordPickers: Record<RecordPicker, RecordPickerDefinition> = {
  profile: {
    title: 'profile',
    from: 'Profile',
    fields: [
      'Id',
      'Name',
      'UserType',
      'UserLicenseId',
      'UserLicense.Name',
      'UserLicense.TotalLicenses',
      'UserLicense.UsedLicenses',
    ],
    names: ['Name'],
    valueField: 'Name',
    detail: row => seatsText(nameOf(row.UserLicense), row.UserLicense),
    status: row => fullStatus(row.UserLicense),
  },
  'permission-set': {
    title: 'permission set',
    from: 'PermissionSet',
    fields: [
      'Id',
      'Label',
      'Name',
      'NamespacePrefix',
      'Type',
      'LicenseId',
      'License.Name',
    ],
    // every profile and every group owns a set that nobody assigns
    choosable: soql.and(
      soql.eq('IsOwnedByProfile', false),
      soql.notEq('Type', 'Group'),
    ),
    names: ['Label', 'Name'],
    valueField: 'Name',
    detail: row => {
      const license = nameOf(row.License);
      return license ? `${row.Name} · needs ${license}` : String(row.Name);
    },
  },
  'permission-set-group': {
    title: 'permission set group',
    from: 'PermissionSetGroup',
    fields: ['Id', 'MasterLabel', 'DeveloperName', 'Status'],
    names: ['MasterLabel', 'DeveloperName'],
    valueField: 'DeveloperName',
    detail: row =>
      row.Status === 'Updated'
        ? String(row.DeveloperName)
        : `${row.DeveloperName} · ${String(row.Status).toLowerCase()}`,
  },
  role: {
    title: 'role',
    from: 'UserRole',
    fields: ['Id', 'Name', 'DeveloperName', 'ParentRoleId', 'ParentRole.Name'],
    names: ['Name', 'DeveloperName'],
    valueField: 'DeveloperName',
    detail: row => {
      const parent = nameOf(row.ParentRole);
      return parent && `under ${parent}`;
    },
  },
  group: {
    title: 'public group or queue',
    from: 'Group',
    fields: ['Id', 'Name', 'DeveloperName', 'Type'],
    choosable: soql.inList('Type', ['Regular', 'Queue']),
    names: ['Name', 'DeveloperName'],
    valueField: 'DeveloperName',
    detail: row => (row.Type === 'Queue' ? 'Queue' : 'Public group'),
  },
  license: {
    title: 'user licence',
    from: 'UserLicense',
    fields: [
      'Id',
      'Name',
      'LicenseDefinitionKey',
      'TotalLicenses',
      'UsedLicenses',
    ],
    choosable: soql.eq('Status', 'Active'),
    names: ['Name', 'LicenseDefinitionKey'],
    valueField: 'Name',
    detail: row => {
      const count = seats(row);
      return count && `${count.free} of ${count.total} free`;
    },
    status: fullStatus,
  },
  'permission-set-license': {
    title: 'permission set licence',
    from: 'PermissionSetLicense',
    fields: [
      'Id',
      'MasterLabel',
      'DeveloperName',
      'TotalLicenses',
      'UsedLicenses',
      'Status',
    ],
    names: ['MasterLabel', 'DeveloperName'],
    valueField: 'DeveloperName',
    detail: row => {
      const count = seats(row);
      return count && `${count.free} of ${count.total} free`;
    },
    status: fullStatus,
  },
  'package-license': {
    title: 'package licence',
    from: 'PackageLicense',
    fields: [
      'Id',
      'NamespacePrefix',
      'AllowedLicenses',
      'UsedLicenses',
      'Status',
    ],
    names: ['NamespacePrefix'],
    valueField: 'NamespacePrefix',
    detail: row =>
      Number(row.AllowedLicenses) < 0
        ? 'for everybody'
        : `${Math.max(
            0,
            Number(row.AllowedLicenses) - Number(row.UsedLicenses),
          )} of ${row.AllowedLicenses} free`,
  },
};

/** Records that a reference names: by id, or by any of the picker's names. */
export function recordQuery(
  picker: RecordPicker,
  reference: string,
): SoqlQuery {
  const { from, fields, names, choosable } = recordPickers[picker];
  // managed packages put their prefix before the API name: ns__Name
  const [, prefix, name] = /^(\w+?)__(\w+)$/.exec(reference) ?? [];
  const wanted = soql.or(
    ...names.map(field => soql.eq(field, reference)),
    ...(isRecordId(reference) ? [soql.eq('Id', reference)] : []),
    ...(prefix && fields.includes('NamespacePrefix')
      ? [
          soql.and(
            soql.eq('NamespacePrefix', prefix),
            soql.eq(names[names.length - 1], name),
          ),
        ]
      : []),
  );
  return soql.select({
    from,
    fields,
    where: choosable ? soql.and(wanted, choosable) : wanted,
  });
}

/** Every record that can be chosen, by label. */
export function choicesQuery(picker: RecordPicker): SoqlQuery {
  const { from, fields, names, choosable } = recordPickers[picker];
  return soql.select({
    from,
    fields,
    where: choosable,
    orderBy: [{ field: names[0] }, { field: 'Id' }],
  });
}

/** What stands in an input for this record. */
export function valueOf(picker: RecordPicker, row: PickerRow): string {
  const { valueField, fields } = recordPickers[picker];
  const value = String(row[valueField]);
  // of a package licence the prefix is the name
  const isPrefixed =
    fields.includes('NamespacePrefix') && valueField === 'Name';
  return isPrefixed && row.NamespacePrefix
    ? `${row.NamespacePrefix}__${value}`
    : value;
}
