import {
  inventoryObject,
  type ColumnType,
  type InventoryObject,
} from '../model';

/** What a field holds. */
export type FieldType = Exclude<ColumnType, 'id'>;

/** A field that can be shown, filtered and sorted by. */
export interface QueryField {
  /** E.g. `profile.license.name`, `assignments.count`. */
  id: string;
  label: string;
  type: FieldType;
}

/** Columns that are computed when records are stored. */
export const derived: Record<string, Array<QueryField & { column: string }>> = {
  User: [
    { id: 'state', column: 'state', label: 'State', type: 'text' },
    { id: 'kind', column: 'kind', label: 'Human or service', type: 'text' },
    {
      id: 'licenseId',
      column: 'license_id',
      label: 'Licence id',
      type: 'text',
    },
    {
      id: 'personRef',
      column: 'person_ref',
      label: 'Person of the catalog',
      type: 'text',
    },
  ],
  SetupAuditTrail: [
    {
      id: 'outside',
      column: 'outside',
      label: 'Made outside Salesdesk',
      type: 'boolean',
    },
  ],
  PermissionSet: [
    {
      id: 'permissions',
      column: 'permissions',
      label: 'System permissions',
      type: 'text',
    },
  ],
};

/** Facts of the person whom a user is. */
export const personColumns: Array<QueryField & { column: string }> = [
  { id: 'displayName', column: 'display_name', label: 'Name', type: 'text' },
  { id: 'email', column: 'email', label: 'E-mail', type: 'text' },
  { id: 'managerRef', column: 'manager_ref', label: 'Manager', type: 'text' },
  { id: 'groups', column: 'groups', label: 'Groups', type: 'text' },
];

export function camelCase(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

/** "Profile" says it for what a profile is called; other facts are named. */
export function labelOf(
  labels: string[],
  field: Pick<QueryField, 'id' | 'label'>,
): string {
  const isName = ['name', 'label', 'displayName'].includes(field.id);
  return labels.length > 0 && isName
    ? labels.join(': ')
    : [...labels, field.label].join(': ');
}

function typeOf(type: ColumnType): FieldType {
  return type === 'id' ? 'text' : type;
}

/** Fields of the object itself, without those of others. */
export function ownFields(object: InventoryObject): QueryField[] {
  return [
    { id: 'id', label: 'Id', type: 'text' as const },
    ...object.columns.map(({ column, label, type }) => ({
      id: camelCase(column),
      label,
      type: typeOf(type),
    })),
    ...(derived[object.name] ?? []).map(({ id, label, type }) => ({
      id,
      label,
      type,
    })),
    ...(object.name === 'User' || object.name === 'UserLicense'
      ? [
          {
            id: 'cost',
            label: 'Cost of a seat a month',
            type: 'number' as const,
          },
        ]
      : []),
    ...(object.name === 'User'
      ? [
          {
            id: 'daysSinceLogin',
            label: 'Days since the last login',
            type: 'number' as const,
          },
        ]
      : []),
    ...object.relations
      .filter(({ many }) => many)
      .map(({ name, label }) => ({
        id: `${name}.count`,
        label,
        type: 'number' as const,
      })),
  ];
}

/** Fields of an object and, to a depth, of what it leads to. */
export function allFields(object: InventoryObject, depth = 1): QueryField[] {
  const parents = object.relations.filter(({ many }) => !many);
  return [
    ...ownFields(object),
    ...(object.name === 'User'
      ? personColumns.map(({ id, label, type }) => ({
          id: `person.${id}`,
          label: labelOf(['Person'], { id, label }),
          type,
        }))
      : []),
    ...(depth === 0
      ? []
      : parents.flatMap(relation =>
          allFields(inventoryObject(relation.object), depth - 1).map(field => ({
            ...field,
            id: `${relation.name}.${field.id}`,
            label: labelOf([relation.label], field),
          })),
        )),
  ];
}
