// @ts-check

/**
 * Logins through a browser: those that are under way, what they brought for
 * people, and who is who in Salesforce.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // A login that somebody began and that Salesforce has not sent back yet. The
  // state that travels through the browser is stored as its hash only.
  await knex.schema.createTable('salesforce_oauth_flows', table => {
    table.comment('Logins through a browser that are under way');
    table.string('state_hash', 64).primary().comment('SHA-256, hex');
    table.string('purpose', 10).notNullable().comment('personal or org');
    table.string('person_ref', 255).notNullable();
    table.string('org_id', 63).notNullable();
    table.text('sealed').notNullable().comment('JWE: verifier and app');
    table.string('created_at', 24).notNullable();
    table.string('expires_at', 24).notNullable();
    table.index(['person_ref', 'org_id'], 'salesforce_oauth_flows_person');
    table.index(['expires_at'], 'salesforce_oauth_flows_expiry');
  });

  // "Connect my Salesforce". One Salesforce user is connected to one person.
  await knex.schema.createTable('salesforce_personal_connections', table => {
    table.comment('People who connected their own Salesforce user');
    table.string('org_id', 63).notNullable();
    table.string('person_ref', 255).notNullable();
    table.string('user_id', 18).notNullable();
    table.string('username', 255).notNullable();
    table.string('status', 20).notNullable().comment('connected or expired');
    table.text('status_reason');
    table.text('sealed').comment('JWE: app and refresh token; null: expired');
    table.string('connected_at', 24).notNullable();
    table.string('used_at', 24);
    table.integer('revision').notNullable();
    table.primary(['org_id', 'person_ref']);
    table.unique(['org_id', 'user_id'], {
      indexName: 'salesforce_personal_connections_user',
    });
  });

  // Who is who, where somebody proved or settled it. Both ways unique.
  await knex.schema.createTable('salesforce_user_links', table => {
    table.comment('People and their Salesforce users, as settled');
    table.string('org_id', 63).notNullable();
    table.string('person_ref', 255).notNullable();
    table.string('user_id', 18).notNullable();
    table.string('username', 255).notNullable();
    table.string('source', 10).notNullable().comment('login or admin');
    table.string('settled_by', 255).notNullable();
    table.string('settled_at', 24).notNullable();
    table.primary(['org_id', 'person_ref']);
    table.unique(['org_id', 'user_id'], {
      indexName: 'salesforce_user_links_user',
    });
  });

  // What a person has to settle, and what was settled with "no".
  await knex.schema.createTable('salesforce_link_conflicts', table => {
    table.comment('Claims to a Salesforce user that contradict what is known');
    table.string('org_id', 63).notNullable();
    table.string('person_ref', 255).notNullable();
    table.string('user_id', 18).notNullable();
    table.string('username', 255).notNullable();
    table.string('kind', 40).notNullable();
    table.text('message').notNullable();
    table.string('state', 10).notNullable().comment('open or refused');
    table.string('noticed_at', 24).notNullable();
    table.string('settled_by', 255);
    table.string('settled_at', 24);
    table.primary(['org_id', 'person_ref', 'user_id']);
  });

  await knex.schema.alterTable('salesforce_orgs', table => {
    table.text('sealed_login_app').comment('JWE: app for people’s own logins');
    table.string('login_app_client_id', 1000);
    table.boolean('usernames_are_emails').notNullable().defaultTo(false);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('salesforce_orgs', table => {
    table.dropColumn('usernames_are_emails');
    table.dropColumn('login_app_client_id');
    table.dropColumn('sealed_login_app');
  });
  await knex.schema.dropTable('salesforce_link_conflicts');
  await knex.schema.dropTable('salesforce_user_links');
  await knex.schema.dropTable('salesforce_personal_connections');
  await knex.schema.dropTable('salesforce_oauth_flows');
};
