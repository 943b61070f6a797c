// @ts-check

/**
 * Where entries of the audit log wait for their place in the chain.
 *
 * An entry is written here in the transaction of what it records, without a
 * lock; soon after, all that wait move behind the head together. So one lock is
 * taken for a batch of entries, and not one for each transaction.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('salesforce_audit_waiting', table => {
    table.comment('Entries of the audit log that have no place yet');
    table.bigIncrements('id');
    table.text('entries').notNullable().comment('JSON array, without secrets');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Nothing that was recorded is dropped.
  const [{ count }] = await knex('salesforce_audit_waiting').count({
    count: '*',
  });
  if (Number(count) > 0) {
    throw new Error(
      'Entries of the audit log wait for their place: start the backend once more before going back',
    );
  }
  await knex.schema.dropTable('salesforce_audit_waiting');
};
