/**
 * What tells at a glance whether a record is still what it was when it was read.
 * Rows that are there get theirs with the next full sync.
 */

const tables = [
  'salesforce_inventory_connected_apps',
  'salesforce_inventory_field_permissions',
  'salesforce_inventory_group_members',
  'salesforce_inventory_groups',
  'salesforce_inventory_login_history',
  'salesforce_inventory_muting_permission_sets',
  'salesforce_inventory_oauth_tokens',
  'salesforce_inventory_object_permissions',
  'salesforce_inventory_package_licenses',
  'salesforce_inventory_packages',
  'salesforce_inventory_permission_set_assignments',
  'salesforce_inventory_permission_set_group_components',
  'salesforce_inventory_permission_set_groups',
  'salesforce_inventory_permission_set_license_assignments',
  'salesforce_inventory_permission_set_licenses',
  'salesforce_inventory_permission_sets',
  'salesforce_inventory_profiles',
  'salesforce_inventory_queue_objects',
  'salesforce_inventory_roles',
  'salesforce_inventory_sessions',
  'salesforce_inventory_setup_changes',
  'salesforce_inventory_territories',
  'salesforce_inventory_territory_users',
  'salesforce_inventory_user_licenses',
  'salesforce_inventory_user_logins',
  'salesforce_inventory_user_package_licenses',
  'salesforce_inventory_users',
];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  for (const name of tables) {
    await knex.schema.alterTable(name, table => {
      table.string('fingerprint', 32).nullable();
    });
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of tables) {
    await knex.schema.alterTable(name, table => {
      table.dropColumn('fingerprint');
    });
  }
};
