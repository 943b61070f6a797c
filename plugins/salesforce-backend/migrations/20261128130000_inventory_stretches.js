/**
 * What tells at a glance that a whole page of records is still what it was when
 * it was stored: most pages of a full sync are.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const byBytes = knex.client.config.client === 'pg' ? ' collate "C"' : '';
  await knex.schema.createTable('salesforce_inventory_stretches', table => {
    table.comment('Records between two ids, as they were read and stored');
    table.string('org_id', 63).notNullable();
    table.string('object', 80).notNullable();
    table.specificType('after_id', `varchar(40)${byBytes} not null`);
    table.specificType('up_to_id', `varchar(40)${byBytes}`);
    table.string('fingerprint', 32).notNullable();
    table.string('newest', 24).comment('The latest change among them');
    table.primary(
      ['org_id', 'object', 'after_id'],
      'salesforce_inventory_stretches_pk',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('salesforce_inventory_stretches');
};
