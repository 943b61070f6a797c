// @ts-check

/**
 * What an access review revokes is asked for once, by whichever replica, and
 * goes on after a crash: each revoked row belongs to one revocation before it is
 * asked for, one process asks at a time, and a review knows when all was asked.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('salesforce_access_reviews', table => {
    table
      .string('asking_until', 24)
      .comment('Somebody asks for the revocations; until then nobody else');
    table.string('asked_at', 24).comment('When all of them were asked for');
  });
  await knex.schema.alterTable('salesforce_access_review_items', table => {
    table
      .string('revocation', 36)
      .comment('Rows that one request revokes have the same');
  });
  // Who started them was told to ask, and may have reasons not to.
  await knex('salesforce_access_reviews')
    .where({ state: 'closed' })
    .update({ asked_at: knex.ref('closed_at') });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('salesforce_access_review_items', table => {
    table.dropColumn('revocation');
  });
  await knex.schema.alterTable('salesforce_access_reviews', table => {
    table.dropColumn('asked_at');
    table.dropColumn('asking_until');
  });
};
