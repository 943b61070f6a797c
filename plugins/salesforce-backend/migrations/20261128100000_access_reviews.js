// @ts-check

/**
 * Access reviews: rows of the inventory, each with somebody who says whether it
 * is kept or revoked.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('salesforce_access_reviews', table => {
    table.comment('Access reviews');
    table.string('id', 36).primary();
    table.string('org_id', 63).notNullable();
    table.string('title', 100).notNullable();
    table.string('source', 255).notNullable().comment('Of what, in words');
    table.text('columns').notNullable().comment('JSON: labels of the values');
    table.string('revoke_action', 100).notNullable();
    table.string('undecided', 10).notNullable().comment('At the due date');
    table.string('created_by', 255).notNullable();
    table.string('state', 10).notNullable().comment('open or closed');
    table.integer('revision').notNullable();
    table.string('due_at', 24).notNullable();
    table.string('reminded_at', 24);
    table.string('created_at', 24).notNullable();
    table.string('closed_at', 24);
    table.string('closed_by', 255);
    table.index(['state', 'due_at'], 'salesforce_access_reviews_due');
    table.index(['created_by'], 'salesforce_access_reviews_created_by');
  });

  await knex.schema.createTable('salesforce_access_review_items', table => {
    table.comment('Rows of access reviews');
    table.string('review_id', 36).notNullable();
    table.integer('position').notNullable();
    table.string('record_id', 40).notNullable();
    table
      .string('user_id', 18)
      .comment('The Salesforce user whose access it is');
    table.string('target', 255).comment('That user, as an input names it');
    table.string('person_ref', 255).comment('Who that is in the catalog');
    table.string('access_kind', 30).comment('What would be taken');
    table.string('access', 255).comment('Its name, as an input names it');
    table.text('shown').notNullable().comment('JSON: values of the columns');
    table.string('reviewer_ref', 255).notNullable();
    table.string('decision', 10).notNullable();
    table.text('comment');
    table.string('decided_by', 255);
    table.string('decided_at', 24);
    table.string('request_id', 36).comment('The request that revokes it');
    table.text('problem').comment('Why no request could be made');
    table.primary(
      ['review_id', 'position'],
      'salesforce_access_review_items_pk',
    );
    table
      .foreign('review_id', 'salesforce_access_review_items_review')
      .references('salesforce_access_reviews.id')
      .onDelete('CASCADE');
    table.index(
      ['reviewer_ref', 'decision'],
      'salesforce_access_review_items_reviewer',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('salesforce_access_review_items');
  await knex.schema.dropTable('salesforce_access_reviews');
};
