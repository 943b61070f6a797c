// @ts-check

/**
 * The inventory: what each org holds of users and access, one table per
 * object. Columns: `i` an id of Salesforce, `t` text, `b` boolean, `n` number,
 * `m` a moment (ISO 8601 text in UTC).
 *
 * Ids sort by their bytes, as Salesforce sorts them: what a sync did not find
 * between two ids is gone.
 *
 * @type {Record<string, { columns: string, derived?: string, indexes?: string, named?: boolean }>}
 */
const objects = {
  users: {
    columns:
      't name, t username, t email, t federation_identifier, t employee_number, b is_active, t user_type, i profile_id, i role_id, i manager_id, t title, t department, t division, m created_at, m last_login_at, n failed_logins',
    // found out at the end of a sync
    derived: 'i license_id, t state, t kind, t person_ref',
    indexes: 'profile_id role_id manager_id license_id person_ref username',
    named: true,
  },
  user_logins: {
    columns: 'i user_id, b is_frozen, b is_password_locked',
    indexes: 'user_id',
  },
  profiles: {
    columns: 't name, i license_id, t user_type, x description',
    indexes: 'license_id',
    named: true,
  },
  roles: {
    columns: 't name, t developer_name, i parent_id',
    indexes: 'parent_id',
    named: true,
  },
  login_history: {
    columns:
      'i user_id, m at, t login_type, t status, t application, t source_ip, t browser, t api_type',
    indexes: 'user_id at',
  },
  permission_sets: {
    columns:
      't label, t name, t type, b is_owned_by_profile, b is_custom, i profile_id, i group_id, i license_id, t namespace, x description',
    derived: 'x permissions',
    indexes: 'profile_id group_id license_id',
    named: true,
  },
  permission_set_groups: {
    columns: 't label, t developer_name, t status, x description',
    named: true,
  },
  permission_set_group_components: {
    columns: 'i group_id, i permission_set_id',
    indexes: 'group_id permission_set_id',
  },
  muting_permission_sets: {
    columns: 't label, t developer_name',
    derived: 'x permissions',
    named: true,
  },
  permission_set_assignments: {
    columns:
      'i user_id, i permission_set_id, i group_id, m expires_at, b is_active',
    indexes: 'user_id permission_set_id group_id expires_at',
  },
  object_permissions: {
    columns:
      'i permission_set_id, t object, b may_read, b may_create, b may_edit, b may_delete, b may_view_all, b may_modify_all',
    indexes: 'permission_set_id object',
    named: true,
  },
  field_permissions: {
    columns: 'i permission_set_id, t object, t field, b may_read, b may_edit',
    indexes: 'permission_set_id field',
    named: true,
  },
  groups: {
    columns: 't name, t developer_name, t type, i related_id, t email',
    indexes: 'related_id',
    named: true,
  },
  group_members: {
    columns: 'i group_id, i member_id',
    indexes: 'group_id member_id',
  },
  queue_objects: {
    columns: 'i queue_id, t object',
    indexes: 'queue_id',
    named: true,
  },
  territories: {
    columns: 't name, t developer_name, i parent_id, i model_id',
    indexes: 'parent_id',
    named: true,
  },
  territory_users: {
    columns: 'i user_id, i territory_id, t role, b is_active',
    indexes: 'user_id territory_id',
  },
  user_licenses: {
    columns: 't name, t definition_key, n total, n used, t status',
    named: true,
  },
  permission_set_licenses: {
    columns:
      't label, t developer_name, n total, n used, t status, m expires_at',
    named: true,
  },
  permission_set_license_assignments: {
    columns: 'i user_id, i license_id',
    indexes: 'user_id license_id',
  },
  package_licenses: {
    columns: 't namespace, t status, n total, n used, m expires_at',
    named: true,
  },
  user_package_licenses: {
    columns: 'i user_id, i license_id',
    indexes: 'user_id license_id',
  },
  packages: { columns: 't name, t namespace, t version', named: true },
  connected_apps: {
    columns: 't name, b approved_users_only, m created_at',
    named: true,
  },
  oauth_tokens: {
    columns: 'i user_id, t app, m created_at, m last_used_at, n use_count',
    indexes: 'user_id',
    named: true,
  },
  sessions: {
    columns:
      'i user_id, m created_at, m last_used_at, n seconds_valid, t session_type, t login_type, t source_ip',
    indexes: 'user_id',
  },
  setup_changes: {
    columns: 't action, t section, x display, i user_id, m at, t delegate_user',
    indexes: 'user_id at',
    named: true,
  },
};

/** @type {Record<string, string>} */
const types = {
  i: 'varchar(18)',
  t: 'varchar(1300)',
  x: 'text',
  b: 'boolean',
  n: 'double precision',
  m: 'varchar(24)',
};

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const byBytes = knex.client.config.client === 'pg' ? ' collate "C"' : '';

  for (const [name, object] of Object.entries(objects)) {
    const columns = [object.columns, object.derived]
      .flatMap(list => list?.split(', ') ?? [])
      .map(column => column.split(' '));
    await knex.schema.createTable(`salesforce_inventory_${name}`, table => {
      table.string('org_id', 63).notNullable();
      table.specificType('id', `varchar(40)${byBytes} not null`);
      for (const [type, column] of columns) {
        const bytes = type === 'i' ? byBytes : '';
        table.specificType(column, types[type] + bytes);
      }
      if (object.named) {
        table.text('sort_name').comment('Without case and accents');
        table.text('search_text').comment('The words of all names');
      }
      table.primary(['org_id', 'id'], `salesforce_inventory_${name}_pk`);
      for (const column of object.indexes?.split(' ') ?? []) {
        table.index(['org_id', column], `sf_inv_${name}_${column}`);
      }
    });
  }

  // One sync of one org. `open_key` is the org while the sync is not over, so
  // that an org never has two of them; a ticket fences off who lost the lease.
  await knex.schema.createTable('salesforce_inventory_syncs', table => {
    table.comment('Syncs of the inventory');
    table.increments('number');
    table.string('id', 36).notNullable().unique();
    table.string('org_id', 63).notNullable();
    table.string('open_key', 63).unique();
    table.string('mode', 15).notNullable().comment('full or incremental');
    table.string('state', 15).notNullable();
    table.string('requested_by', 255).notNullable();
    table.integer('ticket').notNullable();
    table.string('lease_owner', 100);
    table.string('lease_until', 24);
    table.string('run_at', 24).notNullable();
    table.integer('attempts').notNullable();
    table.integer('api_calls').notNullable();
    table.integer('api_call_budget').notNullable();
    table.text('problem');
    table.string('created_at', 24).notNullable();
    table.string('started_at', 24);
    table.string('finished_at', 24);
    table.string('updated_at', 24).notNullable();
    table.index(['org_id', 'number'], 'salesforce_inventory_syncs_org');
    table.index(['state', 'run_at'], 'salesforce_inventory_syncs_due');
  });

  // How far a sync is with each object: what it read up to `after_id` is
  // stored, in the same transaction.
  await knex.schema.createTable('salesforce_inventory_sync_steps', table => {
    table.comment('Progress of syncs by object');
    table.string('sync_id', 36).notNullable();
    table.integer('position').notNullable();
    table.string('object', 80).notNullable();
    table.string('state', 15).notNullable();
    table.string('method', 15).notNullable();
    table.string('after_id', 40);
    table.string('read_from', 24).comment('When its reading began');
    table.string('newest', 24).comment('The latest change it read');
    table.integer('recent').notNullable().comment('Changed just before');
    table.integer('total');
    table.integer('rows').notNullable();
    table.integer('added').notNullable();
    table.integer('changed').notNullable();
    table.integer('removed').notNullable();
    table.text('problem');
    table.primary(['sync_id', 'object'], 'salesforce_inventory_sync_steps_pk');
  });

  // What is known of each object of an org.
  await knex.schema.createTable('salesforce_inventory_state', table => {
    table.comment('What the inventory knows of each object');
    table.string('org_id', 63).notNullable();
    table.string('object', 80).notNullable();
    table.boolean('available').notNullable();
    table.string('read_from', 24);
    table.string('newest', 24);
    table.integer('recent').notNullable();
    table.integer('rows').notNullable();
    table.text('problem');
    table.string('synced_at', 24).notNullable();
    table.primary(['org_id', 'object'], 'salesforce_inventory_state_pk');
  });

  await knex.schema.createTable('salesforce_inventory_changes', table => {
    table.comment('What syncs found changed');
    table.increments('number');
    table.string('org_id', 63).notNullable();
    table.string('sync_id', 36).notNullable();
    table.string('object', 80).notNullable();
    table.string('record_id', 40).notNullable();
    table.string('kind', 10).notNullable().comment('added, changed, removed');
    table.text('label');
    table.text('fields').comment('JSON: column, before, after');
    table.string('at', 24).notNullable();
    table.index(['sync_id', 'number'], 'salesforce_inventory_changes_sync');
    table.index(
      ['org_id', 'record_id', 'number'],
      'salesforce_inventory_changes_record',
    );
    table.index(['at'], 'salesforce_inventory_changes_at');
  });

  // People of the host's catalog, for boards.
  await knex.schema.createTable('salesforce_inventory_people', table => {
    table.comment('People of the catalog, as boards join them');
    table.string('person_ref', 255).primary();
    table.text('display_name').notNullable();
    table.text('sort_name').notNullable();
    table.string('email', 320);
    table.string('manager_ref', 255);
    table.text('groups').notNullable().comment('Entity refs, one a line');
    table.text('lifecycle');
    table.string('synced_at', 24).notNullable();
  });

  await knex.schema.createTable('salesforce_inventory_person_facts', table => {
    table.comment('Annotations of people of the catalog');
    table.string('person_ref', 255).notNullable();
    table.string('name', 255).notNullable();
    table.text('value').notNullable();
    table.primary(
      ['person_ref', 'name'],
      'salesforce_inventory_person_facts_pk',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'person_facts',
    'people',
    'changes',
    'state',
    'sync_steps',
    'syncs',
    ...Object.keys(objects).reverse(),
  ]) {
    await knex.schema.dropTable(`salesforce_inventory_${table}`);
  }
};
