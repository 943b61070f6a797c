import type { Knex } from 'knex';

/**
 * Finds out what no single record says of a user: the licence (that of the
 * profile), whether one may log in, and whether a person or a program is
 * behind it. Only rows of which something is different are written.
 */
export async function deriveUserFacts(options: {
  knex: Knex;
  orgId: string;
}): Promise<void> {
  const { knex, orgId } = options;
  await knex.raw(
    `update salesforce_inventory_users set
       license_id = found.license_id, state = found.state, kind = found.kind
     from (
       select users.id as user_id,
         profiles.license_id as license_id,
         case when users.is_active = false then 'inactive'
           when logins.is_frozen = true then 'frozen'
           else 'active' end as state,
         case when users.user_type in ('AutomatedProcess', 'CloudIntegrationUser', 'Guest')
             or licenses.name like '%Integration%'
             or own.permissions like '% ApiUserOnly %'
             or exists (
               select 1 from salesforce_inventory_permission_set_assignments assigned
               where assigned.org_id = users.org_id
                 and assigned.user_id = users.id
                 and assigned.permission_set_id in (
                   select id from salesforce_inventory_permission_sets
                   where org_id = ? and permissions like '% ApiUserOnly %'))
           then 'service' else 'human' end as kind
       from salesforce_inventory_users users
       left join salesforce_inventory_profiles profiles
         on profiles.org_id = users.org_id and profiles.id = users.profile_id
       left join salesforce_inventory_user_licenses licenses
         on licenses.org_id = users.org_id and licenses.id = profiles.license_id
       left join salesforce_inventory_permission_sets own
         on own.org_id = users.org_id and own.profile_id = users.profile_id
       left join salesforce_inventory_user_logins logins
         on logins.org_id = users.org_id and logins.user_id = users.id
       where users.org_id = ?
     ) as found
     where salesforce_inventory_users.org_id = ?
       and salesforce_inventory_users.id = found.user_id
       and (salesforce_inventory_users.license_id is distinct from found.license_id
         or salesforce_inventory_users.state is distinct from found.state
         or salesforce_inventory_users.kind is distinct from found.kind)`,
    [orgId, orgId, orgId],
  );
}
