/**
 * A change may stand for many records that are altered alike, such as 10,000
 * that get another owner. Their ids are a part of the plan and of its digest.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('salesforce_changes', table => {
    table
      .text('record_ids', 'longtext')
      .comment('Ids of the records that the change stands for, as JSON');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('salesforce_changes', table => {
    table.dropColumn('record_ids');
  });
};
