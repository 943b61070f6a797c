import type {
  AccessSource,
  ObjectOperation,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  operationColumns,
  type ComponentRow,
  type HoldingRow,
  type PermissionRow,
} from '../../database/operations/inventory/access';
import { SourceMap } from './SourceMap';

/** System permissions that allow something with every object. */
export const impliedBy: Record<ObjectOperation, string[]> = {
  read: ['ViewAllData', 'ModifyAllData'],
  viewAll: ['ViewAllData', 'ModifyAllData'],
  create: [],
  edit: ['ModifyAllData'],
  delete: ['ModifyAllData'],
  modifyAll: ['ModifyAllData'],
};

const operations = Object.keys(operationColumns) as ObjectOperation[];

/** Names of a list of permissions as it is stored. */
export function permissionsOf(stored: string | null): string[] {
  return (stored ?? '').split(' ').filter(Boolean);
}

/** Where a holding comes from, as answers say it. Pure. */
export function sourceOf(
  holding: HoldingRow,
  options: { through?: string[]; because?: string } = {},
): AccessSource {
  const { through = [], because } = options;
  const more = {
    ...(through.length > 0 ? { through } : {}),
    ...(because ? { because } : {}),
    ...(holding.expires_at ? { expiresAt: holding.expires_at } : {}),
  };
  if (holding.group_id) {
    return {
      kind: 'permission_set_group',
      id: holding.group_id,
      label: holding.group_label ?? holding.set_label ?? holding.group_id,
      ...more,
    };
  }
  if (holding.is_owned_by_profile && holding.profile_id) {
    return {
      kind: 'profile',
      id: holding.profile_id,
      label: holding.profile_name ?? holding.set_label ?? holding.profile_id,
      ...more,
    };
  }
  return {
    kind: 'permission_set',
    id: holding.set_id,
    label: holding.set_label ?? holding.set_id,
    ...more,
  };
}

/**
 * Everything a user may do, each with all its sources. Pure. `permissions`
 * holds rows of the held sets and of the parts of their groups.
 */
export function explainAccess(options: {
  holdings: HoldingRow[];
  components: ComponentRow[];
  objectRows: PermissionRow[];
  fieldRows: PermissionRow[];
  /** Where given, system permissions that imply access to it count for it. */
  object?: string;
}) {
  const { holdings, components, objectRows, fieldRows, object } = options;
  const rowsOf = groupBy(objectRows, row => row.permission_set_id);
  const fieldsOf = groupBy(fieldRows, row => row.permission_set_id);
  const partsOf = groupBy(
    components.filter(({ is_muting }) => !is_muting),
    part => part.group_id,
  );
  const parts = (holding: HoldingRow, gives: (part: ComponentRow) => boolean) =>
    (partsOf.get(holding.group_id ?? '') ?? [])
      .filter(gives)
      .map(part => part.label ?? part.permission_set_id);

  const system = new SourceMap();
  const objects = new SourceMap();
  const fields = new SourceMap();
  for (const holding of holdings) {
    const granted = permissionsOf(holding.permissions);
    for (const permission of granted) {
      const through = parts(holding, part =>
        permissionsOf(part.permissions).includes(permission),
      );
      system.add(permission, sourceOf(holding, { through }));
    }
    for (const row of rowsOf.get(holding.set_id) ?? []) {
      for (const operation of operations) {
        if (!row[operationColumns[operation]]) continue;
        const through = parts(holding, part =>
          (rowsOf.get(part.permission_set_id) ?? []).some(
            own =>
              own.object === row.object && own[operationColumns[operation]],
          ),
        );
        objects.add(
          `${row.object}\n${operation}`,
          sourceOf(holding, { through }),
        );
      }
    }
    if (object) {
      for (const operation of operations) {
        const because = impliedBy[operation].find(name =>
          granted.includes(name),
        );
        if (because) {
          objects.add(
            `${object}\n${operation}`,
            sourceOf(holding, { because }),
          );
        }
      }
    }
    for (const row of fieldsOf.get(holding.set_id) ?? []) {
      for (const operation of ['read', 'edit'] as const) {
        if (!row[operationColumns[operation]] || !row.field) continue;
        fields.add(`${row.field}\n${operation}`, sourceOf(holding));
      }
    }
  }
  return {
    holdings: holdings.map(holding => sourceOf(holding)),
    system: system.list().map(([permission, sources]) => ({
      permission,
      sources,
    })),
    objects: objects.list().map(([key, sources]) => {
      const [name, operation] = key.split('\n');
      return { object: name, operation: operation as ObjectOperation, sources };
    }),
    fields: fields.list().map(([key, sources]) => {
      const [field, operation] = key.split('\n');
      return { field, operation: operation as 'read' | 'edit', sources };
    }),
    muted: mutedOf(holdings, components),
  };
}

/** What parts of a group would give, and the group mutes. */
function mutedOf(holdings: HoldingRow[], components: ComponentRow[]) {
  return holdings
    .filter(({ group_id }) => group_id)
    .flatMap(holding => {
      const parts = components.filter(
        ({ group_id }) => group_id === holding.group_id,
      );
      const muted = parts
        .filter(({ is_muting }) => is_muting)
        .flatMap(({ permissions }) => permissionsOf(permissions));
      const given = new Set(
        parts
          .filter(({ is_muting }) => !is_muting)
          .flatMap(({ permissions }) => permissionsOf(permissions)),
      );
      return muted
        .filter(permission => given.has(permission))
        .map(permission => ({
          group: holding.group_label ?? holding.group_id ?? '',
          permission,
        }));
    });
}

function groupBy<TItem>(
  items: TItem[],
  keyOf: (item: TItem) => string,
): Map<string, TItem[]> {
  const groups = new Map<string, TItem[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
