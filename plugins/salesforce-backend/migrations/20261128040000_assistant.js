// @ts-check

/**
 * Conversations with the assistant, and their turns. They belong to the person
 * who had them and can be deleted; what became a request stands in the audit
 * log with its words.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('salesforce_conversations', table => {
    table.comment('Conversations with the assistant');
    table.string('id', 36).primary();
    table.string('person_ref', 255).notNullable();
    table.string('org_id', 63);
    table.string('title', 200).notNullable();
    table.integer('turn_count').notNullable();
    table.string('created_at', 24).notNullable();
    table.string('updated_at', 24).notNullable();
    table.index(
      ['person_ref', 'updated_at', 'id'],
      'salesforce_conversations_of',
    );
  });

  await knex.schema.createTable('salesforce_turns', table => {
    table.comment('What was said, and what was answered');
    table.string('id', 36).primary();
    table
      .string('conversation_id', 36)
      .notNullable()
      .references('id')
      .inTable('salesforce_conversations')
      .onDelete('CASCADE');
    table.integer('position').notNullable();
    table.text('words').notNullable();
    table.text('page').comment('JSON');
    table.string('org_id', 63).notNullable();
    table.string('interpreter', 20).notNullable();
    table.string('state', 20).notNullable();
    table.string('at', 24).notNullable();
    table.integer('duration_ms');
    table.text('notice');
    table.text('progress').notNullable().comment('JSON');
    table.text('left_the_house').notNullable().comment('JSON');
    table.text('problem').comment('JSON');
    table.text('blocks').notNullable().comment('JSON');
    table.text('memory').comment('JSON, of the interpreter');
    table.unique(['conversation_id', 'position'], {
      indexName: 'salesforce_turns_order',
    });
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('salesforce_turns');
  await knex.schema.dropTable('salesforce_conversations');
};
