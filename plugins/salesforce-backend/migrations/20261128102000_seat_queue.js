// @ts-check

/**
 * Requests that wait for a free seat of a licence, in the order in which they
 * came.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('salesforce_seat_queue', table => {
    table.comment('Requests that wait for a free seat');
    table.increments('number').comment('The place in the queue');
    table.string('request_id', 36).notNullable();
    table.string('org_id', 63).notNullable();
    table.text('pools').notNullable().comment('JSON: kind, id, name, seats');
    table.string('state', 10).notNullable().comment('waiting or started');
    table.string('queued_by', 255).notNullable();
    table.string('queued_at', 24).notNullable();
    table.string('checked_at', 24).comment('When seats were counted last');
    table.unique(['request_id'], {
      indexName: 'salesforce_seat_queue_request',
    });
    table.index(['org_id', 'state'], 'salesforce_seat_queue_org');
    table
      .foreign('request_id', 'salesforce_seat_queue_of')
      .references('salesforce_requests.id')
      .onDelete('CASCADE');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('salesforce_seat_queue');
};
