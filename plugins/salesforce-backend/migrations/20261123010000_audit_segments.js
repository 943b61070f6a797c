// @ts-check

/**
 * Old entries of the audit log leave their table in sealed segments: the
 * entries of a stretch of the chain, as compressed lines of an export, with a
 * signed checkpoint of the last one. The chain goes on verifying across them,
 * also after the content of a segment was removed.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('salesforce_audit_segments', table => {
    table.comment('Sealed stretches of the audit log');
    table.bigInteger('first_sequence').primary();
    table.bigInteger('last_sequence').notNullable().unique();
    table.string('first_at', 24).notNullable();
    table.string('last_at', 24).notNullable();
    table.string('last_hash', 64).notNullable();
    table.text('checkpoint').notNullable().comment('JSON, signed');
    table
      .binary('content')
      .comment('gzip of JSON Lines; null once it was removed');
    table.string('sealed_at', 24).notNullable();
    table.string('removed_at', 24);
    table.index(['removed_at', 'last_at'], 'salesforce_audit_segments_age');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('salesforce_audit_segments');
};
