// @ts-check

/**
 * Who stopped a request that runs, and when: its worker looks here before each
 * next call.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('salesforce_requests', table => {
    table.string('stop_requested_at', 24);
    table.string('stop_requested_by', 255);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('salesforce_requests', table => {
    table.dropColumn('stop_requested_at');
    table.dropColumn('stop_requested_by');
  });
};
