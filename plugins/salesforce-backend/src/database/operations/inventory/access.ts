import type { Knex } from 'knex';
import { escapeLike } from '../../escapeLike';

/** A permission set in force for a user, and where it comes from. */
export interface HoldingRow {
  user_id: string;
  set_id: string;
  set_label: string | null;
  is_owned_by_profile: boolean | number | null;
  profile_id: string | null;
  profile_name: string | null;
  group_id: string | null;
  group_label: string | null;
  permissions: string | null;
  expires_at: string | null;
}

/**
 * What is in force for users: the permission set of the profile, those that
 * are assigned, and for a group the one in which Salesforce keeps what the
 * group gives after muting.
 */
export async function readHoldings(options: {
  knex: Knex;
  orgId: string;
  now: string;
  userIds: string[];
  /** Only these permission sets. */
  setIds?: string[];
}): Promise<HoldingRow[]> {
  const { knex, orgId, now, userIds, setIds } = options;
  return knex('salesforce_inventory_permission_set_assignments as held')
    .join('salesforce_inventory_permission_sets as sets', join =>
      join
        .on('sets.org_id', 'held.org_id')
        .on('sets.id', 'held.permission_set_id'),
    )
    .leftJoin('salesforce_inventory_profiles as profiles', join =>
      join
        .on('profiles.org_id', 'sets.org_id')
        .on('profiles.id', 'sets.profile_id'),
    )
    .leftJoin('salesforce_inventory_permission_set_groups as groups', join =>
      join.on('groups.org_id', 'held.org_id').on('groups.id', 'held.group_id'),
    )
    .where('held.org_id', orgId)
    .whereIn('held.user_id', userIds)
    .modify(query => {
      if (setIds) query.whereIn('held.permission_set_id', setIds);
      inForce(query, now);
    })
    .orderBy(['held.user_id', 'held.id'])
    .select({
      user_id: 'held.user_id',
      set_id: 'sets.id',
      set_label: 'sets.label',
      is_owned_by_profile: 'sets.is_owned_by_profile',
      profile_id: 'sets.profile_id',
      profile_name: 'profiles.name',
      group_id: 'held.group_id',
      group_label: 'groups.label',
      permissions: 'sets.permissions',
      expires_at: 'held.expires_at',
    });
}

function inForce(query: Knex.QueryBuilder, now: string): void {
  query
    .whereRaw('(held.is_active is null or held.is_active = true)')
    .where(current =>
      current.whereNull('held.expires_at').orWhere('held.expires_at', '>', now),
    );
}

/** Users who hold one of some permission sets, in the order of their names. */
export async function readHolders(options: {
  knex: Knex;
  orgId: string;
  now: string;
  setIds: string[];
  after?: { name: string; id: string };
  limit: number;
}): Promise<Array<{ id: string; sort_name: string }>> {
  const { knex, orgId, now, setIds, after, limit } = options;
  return holders({ knex, orgId, now, setIds })
    .modify(query => {
      if (!after) return;
      query.whereRaw(
        '(users.sort_name > ? or (users.sort_name = ? and users.id > ?))',
        [after.name, after.name, after.id],
      );
    })
    .orderBy(['users.sort_name', 'users.id'])
    .limit(limit)
    .select('users.id', 'users.sort_name');
}

export async function countHolders(options: {
  knex: Knex;
  orgId: string;
  now: string;
  setIds: string[];
}): Promise<number> {
  const row = await holders(options).count({ n: '*' }).first();
  return Number(row?.n ?? 0);
}

function holders(options: {
  knex: Knex;
  orgId: string;
  now: string;
  setIds: string[];
}) {
  const { knex, orgId, now, setIds } = options;
  return knex('salesforce_inventory_users as users')
    .where('users.org_id', orgId)
    .whereRaw('users.is_active = true')
    .whereIn(
      'users.id',
      knex('salesforce_inventory_permission_set_assignments as held')
        .where('held.org_id', orgId)
        .whereIn('held.permission_set_id', setIds)
        .modify(query => inForce(query, now))
        .select('held.user_id'),
    );
}

/** Permission sets that grant a system permission. */
export async function readSetsGranting(options: {
  knex: Knex;
  orgId: string;
  permission: string;
}): Promise<string[]> {
  const { knex, orgId, permission } = options;
  const rows: Array<{ id: string }> = await knex(
    'salesforce_inventory_permission_sets',
  )
    .where({ org_id: orgId })
    .whereRaw(`lower(permissions) like ? escape '!'`, [
      `% ${escapeLike(permission.toLowerCase())} %`,
    ])
    .select('id');
  return rows.map(({ id }) => id);
}

/** The columns of object permissions by operation. */
export const operationColumns = {
  read: 'may_read',
  create: 'may_create',
  edit: 'may_edit',
  delete: 'may_delete',
  viewAll: 'may_view_all',
  modifyAll: 'may_modify_all',
} as const;

/** Permission sets that let do something to an object. */
export async function readSetsAllowing(options: {
  knex: Knex;
  orgId: string;
  object: string;
  operation: keyof typeof operationColumns;
}): Promise<string[]> {
  const { knex, orgId, object, operation } = options;
  const rows: Array<{ id: string }> = await knex(
    'salesforce_inventory_object_permissions',
  )
    .where({ org_id: orgId })
    .whereRaw('lower(object) = ?', [object.toLowerCase()])
    .whereRaw(`${operationColumns[operation]} = true`)
    .select({ id: 'permission_set_id' });
  return rows.map(({ id }) => id);
}

/** Permission sets that open a field. */
export async function readSetsOpening(options: {
  knex: Knex;
  orgId: string;
  field: string;
  operation: 'read' | 'edit';
}): Promise<string[]> {
  const { knex, orgId, field, operation } = options;
  const rows: Array<{ id: string }> = await knex(
    'salesforce_inventory_field_permissions',
  )
    .where({ org_id: orgId })
    .whereRaw('lower(field) = ?', [field.toLowerCase()])
    .whereRaw(`${operationColumns[operation]} = true`)
    .select({ id: 'permission_set_id' });
  return rows.map(({ id }) => id);
}

/** Objects, or fields, that some permission set of the org says anything of. */
export async function readGoverned(options: {
  knex: Knex;
  orgId: string;
  of: 'object' | 'field';
}): Promise<string[]> {
  const { knex, orgId, of } = options;
  return knex(`salesforce_inventory_${of}_permissions`)
    .where({ org_id: orgId })
    .whereNotNull(of)
    .distinct(of)
    .orderBy(of)
    .pluck(of);
}

/** One row of object or field permissions. */
export interface PermissionRow {
  permission_set_id: string;
  object: string;
  field?: string;
  may_read: boolean | number;
  may_create?: boolean | number;
  may_edit: boolean | number;
  may_delete?: boolean | number;
  may_view_all?: boolean | number;
  may_modify_all?: boolean | number;
}

/** What permission sets allow with objects, or with the fields of one. */
export async function readPermissions(options: {
  knex: Knex;
  orgId: string;
  of: 'object' | 'field';
  setIds: string[];
  object?: string;
}): Promise<PermissionRow[]> {
  const { knex, orgId, of, setIds, object } = options;
  return knex(`salesforce_inventory_${of}_permissions`)
    .where({ org_id: orgId })
    .whereIn('permission_set_id', setIds)
    .modify(query => {
      if (object) query.whereRaw('lower(object) = ?', [object.toLowerCase()]);
    });
}

/** What permission set groups are made of. */
export interface ComponentRow {
  group_id: string;
  permission_set_id: string;
  label: string | null;
  permissions: string | null;
  is_muting: boolean | number;
}

export async function readComponents(options: {
  knex: Knex;
  orgId: string;
  groupIds: string[];
}): Promise<ComponentRow[]> {
  const { knex, orgId, groupIds } = options;
  const rows: Array<{
    group_id: string;
    permission_set_id: string;
    set_label: string | null;
    set_permissions: string | null;
    muting_id: string | null;
    muting_label: string | null;
    muting_permissions: string | null;
  }> = await knex(
    'salesforce_inventory_permission_set_group_components as parts',
  )
    .leftJoin('salesforce_inventory_permission_sets as sets', join =>
      join
        .on('sets.org_id', 'parts.org_id')
        .on('sets.id', 'parts.permission_set_id'),
    )
    .leftJoin('salesforce_inventory_muting_permission_sets as muting', join =>
      join
        .on('muting.org_id', 'parts.org_id')
        .on('muting.id', 'parts.permission_set_id'),
    )
    .where('parts.org_id', orgId)
    .whereIn('parts.group_id', groupIds)
    .select({
      group_id: 'parts.group_id',
      permission_set_id: 'parts.permission_set_id',
      set_label: 'sets.label',
      set_permissions: 'sets.permissions',
      muting_id: 'muting.id',
      muting_label: 'muting.label',
      muting_permissions: 'muting.permissions',
    });
  return rows.map(row => ({
    group_id: row.group_id,
    permission_set_id: row.permission_set_id,
    label: row.set_label ?? row.muting_label,
    permissions: row.set_permissions ?? row.muting_permissions,
    is_muting: row.muting_id !== null,
  }));
}

/** Users as answers show them, by id. */
export interface ShownUserRow {
  id: string;
  name: string | null;
  username: string | null;
  state: string | null;
  profile: string | null;
  role: string | null;
}

export async function readShownUsers(options: {
  knex: Knex;
  orgId: string;
  ids: string[];
}): Promise<ShownUserRow[]> {
  const { knex, orgId, ids } = options;
  return knex('salesforce_inventory_users as users')
    .leftJoin('salesforce_inventory_profiles as profiles', join =>
      join
        .on('profiles.org_id', 'users.org_id')
        .on('profiles.id', 'users.profile_id'),
    )
    .leftJoin('salesforce_inventory_roles as roles', join =>
      join.on('roles.org_id', 'users.org_id').on('roles.id', 'users.role_id'),
    )
    .where('users.org_id', orgId)
    .whereIn('users.id', ids)
    .select({
      id: 'users.id',
      name: 'users.name',
      username: 'users.username',
      state: 'users.state',
      profile: 'profiles.name',
      role: 'roles.name',
    });
}
