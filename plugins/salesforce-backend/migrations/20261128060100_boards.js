// @ts-check

/**
 * Boards that people keep, and who runs the syncs of an org, so that changes of
 * its setup that others made can be told.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('salesforce_boards', table => {
    table.comment('Boards that people keep');
    table.string('id', 36).primary();
    table.string('owner_ref', 255).notNullable();
    table.string('title', 100).notNullable();
    table.text('description');
    table.text('definition').notNullable().comment('JSON');
    table.text('shared_with').notNullable().comment('JSON: entity refs, or *');
    table.integer('revision').notNullable();
    table.string('created_at', 24).notNullable();
    table.string('updated_at', 24).notNullable();
    table.index(['owner_ref'], 'salesforce_boards_owner');
  });
  await knex.schema.alterTable('salesforce_inventory_setup_changes', table => {
    table.boolean('outside').comment('Not made through Salesdesk');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('salesforce_inventory_setup_changes', table => {
    table.dropColumn('outside');
  });
  await knex.schema.dropTable('salesforce_boards');
};
