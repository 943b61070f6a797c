// @ts-check

/**
 * A key pair that was made here for an org's JWT bearer flow. The private key
 * never leaves; the certificate is uploaded to the app in Salesforce.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('salesforce_orgs', table => {
    table.text('sealed_key_pair').comment('JWE: private key, PEM');
    table.text('certificate').comment('PEM, public');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('salesforce_orgs', table => {
    table.dropColumn('certificate');
    table.dropColumn('sealed_key_pair');
  });
};
