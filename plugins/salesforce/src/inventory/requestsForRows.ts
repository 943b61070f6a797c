import type { ActionDescription } from '@salesdesk/backstage-plugin-salesforce-common';
import { textOf, type InventoryRow } from './inventoryRow';

/** A request that may be asked for concerning rows, with the form filled in. */
export interface OfferedRequest {
  action: ActionDescription;
  input: Record<string, unknown>;
}

/** The users of rows, each once, as the input of an action names them. */
export function usersOf(rows: InventoryRow[]): string[] {
  return [...new Set(rows.flatMap(({ target }) => target ?? []))];
}

// What else a request for rows is about, where it is the same for all of them.
const inputs: Record<
  string,
  { name: string; field: string; prefix?: string }[]
> = {
  salesforce_assign_permission_set: [
    { name: 'permissionSet', field: 'permissionSet.label' },
  ],
  salesforce_remove_permission_set: [
    { name: 'permissionSet', field: 'permissionSet.label' },
  ],
  salesforce_assign_permission_set_group: [
    { name: 'permissionSetGroup', field: 'group.label' },
  ],
  salesforce_remove_permission_set_group: [
    { name: 'permissionSetGroup', field: 'group.label' },
  ],
  salesforce_revoke_oauth_token: [{ name: 'app', field: 'app' }],
  salesforce_add_group_member: [{ name: 'group', field: 'group.name' }],
  salesforce_remove_group_member: [{ name: 'group', field: 'group.name' }],
  salesforce_remove_license: [
    {
      name: 'license',
      field: 'license.label',
      prefix: 'permission-set-license:',
    },
    {
      name: 'license',
      field: 'license.namespace',
      prefix: 'package-license:',
    },
  ],
};

// Actions that concern one record that is no user: the field that names it.
const ofOneRecord: Record<
  string,
  { object: string; name: string; field: string }
> = {
  salesforce_delete_permission_set: {
    object: 'PermissionSet',
    name: 'permissionSet',
    field: 'label',
  },
};

/**
 * What may be asked for concerning the rows that were picked: what the board
 * suggests first. The backend decides again when the form is opened and sent.
 */
export function requestsForRows(options: {
  actions: ActionDescription[];
  object: string;
  rows: InventoryRow[];
  /** Ids of actions, in the order in which they are offered. */
  suggested?: string[];
}): OfferedRequest[] {
  const { actions, object, rows, suggested = [] } = options;
  const users = usersOf(rows);
  const offered = actions
    .filter(
      ({ kind, permitted, selfService }) =>
        kind === 'write' && permitted !== 'no' && selfService !== 'only',
    )
    .flatMap((action): OfferedRequest[] => {
      const record = ofOneRecord[action.id];
      if (record) {
        const named = rows.length === 1 && textOf(rows[0], record.field);
        return record.object === object && named
          ? [{ action, input: { [record.name]: named } }]
          : [];
      }
      // What creates a role may name users too, but is not about them.
      const isAboutUsers = takesUsers(action) && action.family !== 'setup';
      if (users.length === 0 || !isAboutUsers) return [];
      return [{ action, input: { users, ...sharedInput(action.id, rows) } }];
    });
  const place = ({ action }: OfferedRequest) => {
    const index = suggested.indexOf(action.id);
    return index < 0 ? suggested.length : index;
  };
  return offered.sort((one, other) => place(one) - place(other));
}

function sharedInput(
  actionId: string,
  rows: InventoryRow[],
): Record<string, unknown> {
  const shared: Record<string, unknown> = {};
  for (const { name, field, prefix = '' } of inputs[actionId] ?? []) {
    const values = new Set(rows.map(row => textOf(row, field)));
    const [value] = values;
    // What a profile gives cannot be taken away from one user.
    const isProfile =
      field === 'permissionSet.label' &&
      rows.some(row => row.get('permissionSet.isOwnedByProfile') === true);
    if (values.size === 1 && value && !isProfile) {
      shared[name] = `${prefix}${value}`;
    }
  }
  return shared;
}

export function takesUsers({ inputSchema }: ActionDescription): boolean {
  const { properties } = inputSchema;
  return (
    typeof properties === 'object' &&
    properties !== null &&
    'users' in properties
  );
}
