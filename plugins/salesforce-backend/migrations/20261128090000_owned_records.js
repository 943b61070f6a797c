/**
 * Whether everything that a request is about is a record that the requester
 * owns. Permission rules ask for it, in lists too. And an index by which records
 * are found that changes are known to have made.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('salesforce_requests', table => {
    table
      .boolean('owns_targets')
      .notNullable()
      .defaultTo(false)
      .comment('Every target is a record that the requester owns');
  });
  await knex.schema.alterTable('salesforce_changes', table => {
    table.index(['applied_record_id'], 'salesforce_changes_applied_record_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('salesforce_changes', table => {
    table.dropIndex(
      ['applied_record_id'],
      'salesforce_changes_applied_record_idx',
    );
  });
  await knex.schema.alterTable('salesforce_requests', table => {
    table.dropColumn('owns_targets');
  });
};
