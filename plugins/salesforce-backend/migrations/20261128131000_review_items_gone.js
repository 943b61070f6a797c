/**
 * What somebody took away before an access review could: there is nothing left
 * to ask for, which is no problem.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('salesforce_access_review_items', table => {
    table
      .string('gone_at', 24)
      .comment('When it was to be revoked and was gone already');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('salesforce_access_review_items', table => {
    table.dropColumn('gone_at');
  });
};
