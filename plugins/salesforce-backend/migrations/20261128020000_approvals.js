// @ts-check

/**
 * What approvals need besides reviews.
 *
 * - A person names a delegate for a period. Delegations are ended, never
 *   deleted: a review that was given in somebody's name stays explained.
 * - A review can be taken back, or lapse; it stays as history. One that counts
 *   is still one per person, stage and plan.
 * - A request remembers the Salesforce user of its requester (two catalog
 *   entities may be one person), the targets that were taken off its plan, when
 *   its open stage is to be reminded of and escalated, and whether it ran by
 *   breaking the glass and was looked at afterwards.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('salesforce_delegations', table => {
    table.comment('Who reviews in whose name, and when');
    table.string('id', 36).primary();
    table.string('person_ref', 255).notNullable().comment('In whose name');
    table.string('delegate_ref', 255).notNullable().comment('Who reviews');
    table.string('starts_at', 24).notNullable();
    table.string('ends_at', 24).notNullable();
    table.text('note');
    table.string('created_at', 24).notNullable();
    table.string('ended_at', 24).comment('Taken back before its end');
    table.index(['person_ref', 'ends_at'], 'salesforce_delegations_person');
    table.index(['delegate_ref', 'ends_at'], 'salesforce_delegations_delegate');
  });

  await knex.schema.createTable('salesforce_after_reviews', table => {
    table.comment('What was said afterwards of requests that broke the glass');
    table.string('request_id', 36).primary();
    table.string('reviewer_ref', 255).notNullable();
    table.string('verdict', 20).notNullable().comment('justified or not');
    table.text('comment');
    table.string('at', 24).notNullable();
    table
      .foreign('request_id')
      .references('salesforce_requests.id')
      .onDelete('CASCADE');
  });

  await knex.schema.alterTable('salesforce_requests', table => {
    table.string('requester_user_id', 18);
    table.text('removed_targets').comment('JSON array, null for none');
    table.string('remind_at', 24);
    table.string('escalate_at', 24);
    table.text('escalated_stages').comment('JSON array, null for none');
    table.boolean('break_glass').notNullable().defaultTo(false);
    table.string('after_reviewed_at', 24);
    table.text('stale_reasons').comment('JSON array, null for none');
    table.index(['remind_at'], 'salesforce_requests_remind');
    table.index(['escalate_at'], 'salesforce_requests_escalate');
    table.index(
      ['break_glass', 'after_reviewed_at', 'number'],
      'salesforce_requests_break_glass',
    );
  });

  await knex.schema.alterTable('salesforce_reviews', table => {
    table.string('on_behalf_of', 255);
    table.text('aliases').comment('JSON array: Salesforce users of both');
    table
      .text('catalog_sources')
      .comment('JSON array: sources that the catalog confirmed');
    table.string('withdrawn_at', 24);
    table.text('withdrawn_reason');
    table.dropUnique(
      ['request_id', 'plan_version', 'stage', 'reviewer_ref'],
      'salesforce_reviews_once',
    );
  });
  await knex.raw(
    'create unique index salesforce_reviews_once on salesforce_reviews (request_id, plan_version, stage, reviewer_ref) where withdrawn_at is null',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index salesforce_reviews_once');
  await knex('salesforce_reviews').whereNotNull('withdrawn_at').delete();
  await knex.schema.alterTable('salesforce_reviews', table => {
    table.dropColumn('on_behalf_of');
    table.dropColumn('aliases');
    table.dropColumn('catalog_sources');
    table.dropColumn('withdrawn_at');
    table.dropColumn('withdrawn_reason');
  });
  await knex.schema.alterTable('salesforce_reviews', table => {
    table.unique(['request_id', 'plan_version', 'stage', 'reviewer_ref'], {
      indexName: 'salesforce_reviews_once',
    });
  });
  await knex.schema.alterTable('salesforce_requests', table => {
    table.dropIndex(['remind_at'], 'salesforce_requests_remind');
    table.dropIndex(['escalate_at'], 'salesforce_requests_escalate');
    table.dropIndex(
      ['break_glass', 'after_reviewed_at', 'number'],
      'salesforce_requests_break_glass',
    );
  });
  await knex.schema.alterTable('salesforce_requests', table => {
    table.dropColumn('requester_user_id');
    table.dropColumn('removed_targets');
    table.dropColumn('remind_at');
    table.dropColumn('escalate_at');
    table.dropColumn('escalated_stages');
    table.dropColumn('break_glass');
    table.dropColumn('after_reviewed_at');
    table.dropColumn('stale_reasons');
  });
  await knex.schema.dropTable('salesforce_after_reviews');
  await knex.schema.dropTable('salesforce_delegations');
};
