// @ts-check

/**
 * The first set of tables.
 *
 * Times are ISO 8601 text in UTC with milliseconds ("2026-11-23T09:00:00.000Z"),
 * always of the same length: they sort and compare the same on every database.
 * JSON is text: it is written and read whole, never queried inside.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client === 'pg';

  // One connected Salesforce org. Rows of source 'config' are rewritten from
  // the configuration at start; secrets stand only in sealed_credentials.
  await knex.schema.createTable('salesforce_orgs', table => {
    table.comment('Connected Salesforce orgs');
    table.string('id', 63).primary();
    table.string('title', 100).notNullable();
    table.string('source', 10).notNullable().comment('config or database');
    table.string('entity_ref', 255).comment('The catalog Resource of this org');
    table.text('owners').notNullable().comment('JSON array of entity refs');
    table.boolean('is_default').notNullable();
    table.string('status', 20).notNullable();
    table.text('status_reason');
    table.string('api_version', 10).notNullable();
    table.string('instance_url', 500);
    table.string('organization_id', 18);
    table.string('edition', 100);
    table.boolean('is_sandbox');
    table.text('sealed_credentials').comment('JWE; null once disconnected');
    table.text('credentials_view').comment('JSON, without secrets');
    table.boolean('paused').notNullable();
    table.text('limits').comment('JSON: used, max, at');
    table.string('checked_at', 24);
    table.integer('revision').notNullable();
    table.string('created_at', 24).notNullable();
    table.string('updated_at', 24).notNullable();
  });

  await knex.schema.createTable('salesforce_org_log', table => {
    table.comment('What happened to the connection of an org');
    table.increments('id');
    table.string('org_id', 63).notNullable();
    table.string('at', 24).notNullable();
    table.string('level', 10).notNullable();
    table.text('message').notNullable();
    table.text('details');
    table.index(['org_id', 'id'], 'salesforce_org_log_org_idx');
  });

  // Every override of a policy, one row per version; the highest version
  // counts. A reset is a version too, so that numbers are never used twice.
  await knex.schema.createTable('salesforce_policies', table => {
    table.comment('Versions of policy overrides');
    table.string('action', 100).notNullable();
    table.integer('version').notNullable();
    table.text('policy').comment('JSON; null for a reset');
    table.boolean('reset').notNullable();
    table.string('changed_by', 255).notNullable();
    table.string('changed_at', 24).notNullable();
    table.text('comment');
    table.primary(['action', 'version']);
  });

  // `number` is what people say and what lists are ordered by; `id` is what
  // links carry. `revision` grows with every change of the row: all changes
  // are conditional on it.
  await knex.schema.createTable('salesforce_requests', table => {
    table.comment('Requests');
    table.increments('number');
    table.string('id', 36).notNullable().unique();
    table.string('org_id', 63).notNullable();
    table.string('action_id', 100).notNullable();
    table.string('kind', 10).notNullable();
    table.integer('risk').notNullable().comment('0 low to 3 critical');
    table.string('state', 20).notNullable();
    table.integer('revision').notNullable();
    table.text('title').notNullable();
    table.text('input').notNullable().comment('JSON after parsing');
    table.text('raw_input').notNullable().comment('JSON as it was sent');
    table.text('reason');
    table.text('words').comment('The words that led to it');
    table.string('requester_ref', 255).notNullable();
    table.string('manager_ref', 255);
    table.boolean('is_own_user').notNullable();
    table.integer('size').notNullable().comment('Number of targets');
    table.integer('change_count').notNullable();
    table.text('change_summary').notNullable();
    table
      .integer('plan_version')
      .notNullable()
      .comment('0 for a follow-up that is planned when it runs');
    table.string('plan_digest', 64).notNullable();
    table.integer('policy_version').notNullable();
    table.text('decision').notNullable().comment('JSON, as evaluated');
    table.string('verdict', 30).notNullable();
    table
      .boolean('distinct_reviewers')
      .notNullable()
      .comment('One person counts in one stage only');
    table.text('waiting_for').comment('Who must act next, in words');
    table.text('blockers').notNullable().comment('JSON array');
    table.string('source', 20).notNullable();
    table.string('undo_of', 36);
    table.string('undone_by', 36);
    table.string('follow_up_of', 36);
    table.string('not_before', 24);
    table.string('expires_at', 24);
    table.string('reminded_at', 24);
    table.string('created_at', 24).notNullable();
    table.string('updated_at', 24).notNullable();
    table.string('finished_at', 24);

    // One keyset index for each order of the list, and for each filter that
    // narrows it on its own.
    table.index(['requester_ref', 'number'], 'salesforce_requests_requester');
    table.index(['manager_ref', 'number'], 'salesforce_requests_manager');
    table.index(['state', 'number'], 'salesforce_requests_state');
    table.index(['action_id', 'number'], 'salesforce_requests_action');
    table.index(['org_id', 'number'], 'salesforce_requests_org');
    table.index(['updated_at', 'number'], 'salesforce_requests_updated');
    table.index(['expires_at', 'number'], 'salesforce_requests_expires');
    table.index(['follow_up_of'], 'salesforce_requests_follow_up');
    table.index(['undo_of'], 'salesforce_requests_undo');
  });

  // The tables below hang on a request and carry its number where lists are
  // filtered by them, so that a page is read in the order of one index.
  await knex.schema.createTable('salesforce_request_targets', table => {
    table.comment('The records a request acts on');
    table.string('request_id', 36).notNullable();
    table.integer('position').notNullable();
    table.integer('request_number').notNullable();
    table.string('object', 80).notNullable();
    table.string('record_id', 18);
    table.text('label').notNullable();
    table.text('detail');
    table.string('person_ref', 255);
    table.text('url');
    table.primary(['request_id', 'position']);
    table
      .foreign('request_id')
      .references('salesforce_requests.id')
      .onDelete('CASCADE');
    table.index(
      ['record_id', 'request_number'],
      'salesforce_request_targets_record',
    );
    table.index(
      ['person_ref', 'request_number'],
      'salesforce_request_targets_person',
    );
  });

  await knex.schema.createTable('salesforce_request_target_groups', table => {
    table.comment('Catalog groups that hold every target of a request');
    table.string('request_id', 36).notNullable();
    table.string('group_ref', 255).notNullable();
    table.integer('request_number').notNullable();
    table.primary(['request_id', 'group_ref']);
    table
      .foreign('request_id')
      .references('salesforce_requests.id')
      .onDelete('CASCADE');
    table.index(
      ['group_ref', 'request_number'],
      'salesforce_request_target_groups_group',
    );
  });

  // Who may review which stage, by key: 'permission', or the entity ref of a
  // group or a person. `is_open` is true while reviews of the stage count, so
  // "waiting for my review" is one query over an index.
  await knex.schema.createTable('salesforce_request_reviewers', table => {
    table.comment('From whom a stage of a request takes reviews');
    table.string('request_id', 36).notNullable();
    table.integer('stage').notNullable();
    table.string('source', 255).notNullable();
    table.integer('request_number').notNullable();
    table.boolean('is_open').notNullable();
    table.primary(['request_id', 'stage', 'source']);
    table
      .foreign('request_id')
      .references('salesforce_requests.id')
      .onDelete('CASCADE');
    table.index(
      ['source', 'is_open', 'request_number'],
      'salesforce_request_reviewers_source',
    );
  });

  // The words by which a request is found, lower case. Compared by bytes, so
  // that a prefix is a range of the index on every database.
  await knex.schema.createTable('salesforce_request_words', table => {
    table.comment('Words of title, reason and targets, for search');
    table.string('request_id', 36).notNullable();
    table
      .specificType(
        'word',
        isPostgres ? 'varchar(64) collate "C"' : 'varchar(64)',
      )
      .notNullable();
    table.integer('request_number').notNullable();
    table.primary(['request_id', 'word']);
    table
      .foreign('request_id')
      .references('salesforce_requests.id')
      .onDelete('CASCADE');
    table.index(['word', 'request_number'], 'salesforce_request_words_word');
  });

  // Every plan a request ever had; the request names the current version.
  await knex.schema.createTable('salesforce_plans', table => {
    table.comment('Plans by version');
    table.string('request_id', 36).notNullable();
    table.integer('version').notNullable();
    table.string('digest', 64).notNullable();
    table
      .text('body')
      .notNullable()
      .comment('JSON: title, followUps, warnings, blockers, leftOut');
    table.integer('change_count').notNullable();
    table.string('created_at', 24).notNullable();
    table.primary(['request_id', 'version']);
    table
      .foreign('request_id')
      .references('salesforce_requests.id')
      .onDelete('CASCADE');
  });

  // One row per record that a plan alters. `call_ticket` and `intended_at` are
  // written before the call leaves, the outcome only by the same ticket.
  await knex.schema.createTable('salesforce_changes', table => {
    table.comment('Changes of a plan with their outcomes');
    table.string('request_id', 36).notNullable();
    table.integer('plan_version').notNullable();
    table.integer('position').notNullable();
    table.string('object', 80).notNullable();
    table.string('record_id', 18);
    table.string('operation', 10).notNullable();
    table.string('method', 50);
    table.text('summary').notNullable();
    table.text('target').notNullable().comment('JSON');
    table.text('fields').notNullable().comment('JSON array');
    table.text('natural_key').comment('JSON array of field names');
    table.integer('record_from');
    table.text('after').comment('JSON array of positions');
    table.string('outcome', 20).notNullable();
    table.text('outcome_detail').comment('JSON: code, message, details');
    table.string('applied_record_id', 18);
    table.integer('call_ticket');
    table.integer('attempts').notNullable();
    table.string('intended_at', 24);
    table.string('finished_at', 24);
    table.primary(['request_id', 'plan_version', 'position']);
    table
      .foreign('request_id')
      .references('salesforce_requests.id')
      .onDelete('CASCADE');
  });

  // One decision of one person in one stage about one plan.
  await knex.schema.createTable('salesforce_reviews', table => {
    table.comment('Reviews');
    table.string('id', 36).primary();
    table.string('request_id', 36).notNullable();
    table.integer('plan_version').notNullable();
    table.integer('stage').notNullable();
    table.string('reviewer_ref', 255).notNullable();
    table.string('decision', 10).notNullable();
    table
      .text('sources')
      .notNullable()
      .comment('JSON array: the reviewer sources the person counted for');
    table.text('comment');
    table.string('plan_digest', 64).notNullable();
    table.integer('policy_version').notNullable();
    table.string('at', 24).notNullable();
    table.unique(['request_id', 'plan_version', 'stage', 'reviewer_ref'], {
      indexName: 'salesforce_reviews_once',
    });
    table
      .foreign('request_id')
      .references('salesforce_requests.id')
      .onDelete('CASCADE');
    table.index(['reviewer_ref', 'at'], 'salesforce_reviews_reviewer');
  });

  // The durable execution of a request: at most one row per request, so any
  // number of approvals make one job. `ticket` grows with every lease.
  await knex.schema.createTable('salesforce_jobs', table => {
    table.comment('Jobs');
    table.string('request_id', 36).primary();
    table.string('org_id', 63).notNullable();
    table.string('state', 10).notNullable();
    table.string('run_at', 24).notNullable();
    table.string('lease_owner', 100);
    table.string('lease_until', 24);
    table.integer('ticket').notNullable();
    table.integer('attempts').notNullable();
    table
      .boolean('repeat_unknown')
      .notNullable()
      .comment('An admin allowed calls of unknown outcome to be repeated');
    table.text('last_problem').comment('JSON');
    table.string('created_at', 24).notNullable();
    table.string('updated_at', 24).notNullable();
    table
      .foreign('request_id')
      .references('salesforce_requests.id')
      .onDelete('CASCADE');
    table.index(['state', 'run_at'], 'salesforce_jobs_due');
    table.index(['state', 'lease_until'], 'salesforce_jobs_lease');
    table.index(['org_id', 'state'], 'salesforce_jobs_org');
  });

  // The audit log. Nothing is ever updated or deleted here. The body holds the
  // canonical JSON that the hash covers; the other columns repeat what is
  // searched for.
  await knex.schema.createTable('salesforce_audit_entries', table => {
    table.comment('Append-only, hash-chained record');
    table.bigInteger('sequence').primary();
    table.string('at', 24).notNullable();
    table.string('type', 50).notNullable();
    table.string('actor', 255).notNullable();
    table.string('org_id', 63);
    table.string('action_id', 100);
    table.string('request_id', 36);
    table.text('summary').notNullable();
    table.text('body').notNullable();
    table.string('previous_hash', 64).notNullable();
    table.string('hash', 64).notNullable();
    table.index(['request_id', 'sequence'], 'salesforce_audit_request');
    table.index(['actor', 'sequence'], 'salesforce_audit_actor');
    table.index(['action_id', 'sequence'], 'salesforce_audit_action');
    table.index(['type', 'sequence'], 'salesforce_audit_type');
    table.index(['org_id', 'sequence'], 'salesforce_audit_org');
    table.index(['at', 'sequence'], 'salesforce_audit_at');
  });

  await knex.schema.createTable('salesforce_audit_subjects', table => {
    table.comment('Record ids and entity refs that an entry is about');
    table.bigInteger('sequence').notNullable();
    table.string('subject', 255).notNullable();
    table.primary(['subject', 'sequence']);
  });

  // One row: the end of the chain. Appending locks it, so two replicas cannot
  // fork the chain.
  await knex.schema.createTable('salesforce_audit_head', table => {
    table.comment('The end of the chain; one row');
    table.integer('id').primary();
    table.string('log_id', 36).notNullable().comment('Identity of this log');
    table.bigInteger('sequence').notNullable();
    table.string('hash', 64).notNullable();
  });

  await knex.schema.createTable('salesforce_audit_checks', table => {
    table.comment('How far the chain was verified; one row');
    table.integer('id').primary();
    table.bigInteger('verified_up_to').notNullable();
    table.string('verified_hash', 64).notNullable();
    table.string('verified_at', 24).notNullable();
    table.bigInteger('first_bad_sequence');
    table.text('first_bad_reason');
  });

  // What is to leave after commit: notifications, signals, events.
  await knex.schema.createTable('salesforce_outbox', table => {
    table.comment('Messages that leave after commit');
    table.increments('id');
    table.string('kind', 50).notNullable();
    table.text('payload').notNullable().comment('JSON');
    table.string('created_at', 24).notNullable();
    table.string('available_at', 24).notNullable();
    table.string('lease_owner', 100);
    table.string('lease_until', 24);
    table.integer('attempts').notNullable();
    table.string('sent_at', 24);
    table.text('last_error');
    table.index(['sent_at', 'available_at', 'id'], 'salesforce_outbox_due');
  });

  await knex.schema.createTable('salesforce_idempotency_keys', table => {
    table.comment('Keys that make a repeated submit answer with the first one');
    table.string('person_ref', 255).notNullable();
    table.string('key', 200).notNullable();
    table.string('body_hash', 64).notNullable();
    table.string('request_id', 36).notNullable();
    table.string('created_at', 24).notNullable();
    table.primary(['person_ref', 'key']);
    table.index(['created_at'], 'salesforce_idempotency_keys_age');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'salesforce_idempotency_keys',
    'salesforce_outbox',
    'salesforce_audit_checks',
    'salesforce_audit_head',
    'salesforce_audit_subjects',
    'salesforce_audit_entries',
    'salesforce_jobs',
    'salesforce_reviews',
    'salesforce_changes',
    'salesforce_plans',
    'salesforce_request_words',
    'salesforce_request_reviewers',
    'salesforce_request_target_groups',
    'salesforce_request_targets',
    'salesforce_requests',
    'salesforce_policies',
    'salesforce_org_log',
    'salesforce_orgs',
  ]) {
    await knex.schema.dropTable(table);
  }
};
