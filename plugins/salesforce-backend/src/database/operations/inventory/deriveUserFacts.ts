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
    `with api_only as materialized (
       select id, profile_id from salesforce_inventory_permission_sets
       where org_id = ? and permissions like '% ApiUserOnly %'
     ), programs as materialized (
       select user_id from salesforce_inventory_permission_set_assignments
       where org_id = ? and permission_set_id in (select id from api_only)
     ), access as materialized (
       select profiles.id as profile_id, profiles.license_id as license_id,
         case when licenses.name like '%Integration%'
             or profiles.id in (
               select profile_id from api_only where profile_id is not null)
           then 'service' else 'human' end as kind
       from salesforce_inventory_profiles profiles
       left join salesforce_inventory_user_licenses licenses
         on licenses.org_id = profiles.org_id and licenses.id = profiles.license_id
       where profiles.org_id = ?
     ), found as (
       select users.id as user_id,
         access.license_id as license_id,
         case when users.is_active = false then 'inactive'
           when logins.is_frozen = true then 'frozen'
           else 'active' end as state,
         case when users.user_type in ('AutomatedProcess', 'CloudIntegrationUser', 'Guest')
             or access.kind = 'service'
             or users.id in (select user_id from programs)
           then 'service' else 'human' end as kind,
         users.license_id as old_license_id,
         users.state as old_state,
         users.kind as old_kind
       from salesforce_inventory_users users
       left join access on access.profile_id = users.profile_id
       left join salesforce_inventory_user_logins logins
         on logins.org_id = users.org_id and logins.user_id = users.id
       where users.org_id = ?
     )
     update salesforce_inventory_users set
       license_id = found.license_id, state = found.state, kind = found.kind
     from found
     where salesforce_inventory_users.org_id = ?
       and salesforce_inventory_users.id = found.user_id
       and (found.old_license_id is distinct from found.license_id
         or found.old_state is distinct from found.state
         or found.old_kind is distinct from found.kind)`,
    [orgId, orgId, orgId, orgId, orgId],
  );
}
