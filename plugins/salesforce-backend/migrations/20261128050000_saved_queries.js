// @ts-check

/**
 * Queries that people keep, and may share. The text is kept as it was written;
 * what rows it returns is decided anew for everybody who runs it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('salesforce_saved_queries', table => {
    table.comment('Queries that people keep');
    table.string('id', 36).primary();
    table.string('owner_ref', 255).notNullable();
    table.string('org_id', 63).notNullable();
    table.string('title', 200).notNullable();
    table.text('query').notNullable();
    table.boolean('shared').notNullable();
    table.string('updated_at', 24).notNullable();
    table.index(['org_id', 'owner_ref'], 'salesforce_saved_queries_of');
    table.index(['org_id', 'shared'], 'salesforce_saved_queries_shared');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('salesforce_saved_queries');
};
