import { createHash, randomUUID } from 'node:crypto';

/**
 * What a one-change request cannot do without, written down as plainly as it
 * goes: the Salesforce calls, and the statements that store a request, a
 * review, a job and their audit entries in as few transactions as keep the
 * promises (submit; review; claim; intent before the call; outcome after it).
 * No HTTP of our own, no permissions, no validation, no second look.
 */
export async function bareLifecycle({ knex, connection, username, title }) {
  const id = randomUUID();
  const at = new Date().toISOString();
  const sha = text => createHash('sha256').update(text).digest('hex');

  const read = () =>
    connection.query(
      `SELECT Id, Name, Username, Email, Title, IsActive, Profile.Name, UserRole.Name FROM User WHERE Username = '${username}'`,
    );
  const append = async (transaction, type) => {
    const head = await lockedHead(transaction);
    const sequence = Number(head.sequence) + 1;
    const body = JSON.stringify({
      type,
      id,
      title,
      at,
      previousHash: head.hash,
    });
    const hash = sha(body);
    await transaction('salesforce_audit_entries').insert({
      sequence,
      at,
      type,
      actor: 'user:default/erin.walsh',
      org_id: 'acme',
      action_id: 'salesforce_update_user',
      request_id: id,
      summary: title,
      body,
      previous_hash: head.hash,
      hash,
    });
    await transaction('salesforce_audit_subjects').insert({
      sequence,
      subject: 'user:default/erin.walsh',
    });
    await transaction('salesforce_audit_head').update({ sequence, hash });
  };
  const tell = transaction =>
    transaction('salesforce_outbox').insert({
      kind: 'request_changed',
      payload: JSON.stringify({ id }),
      created_at: at,
      available_at: at,
      attempts: 0,
    });
  const move = (transaction, state) =>
    transaction('salesforce_requests')
      .where({ id })
      .update({ state, updated_at: at });

  // submit: read, plan, store
  const { records } = await read();
  const user = records[0];
  const fields = JSON.stringify([
    { name: 'Title', before: user.Title, after: title },
  ]);
  const digest = sha(fields);
  await knex.transaction(async transaction => {
    const [{ number }] = await transaction('salesforce_requests').insert(
      {
        id,
        org_id: 'acme',
        action_id: 'salesforce_update_user',
        kind: 'write',
        risk: 0,
        state: 'awaiting_approval',
        revision: 0,
        title,
        input: '{}',
        raw_input: '{}',
        requester_ref: 'user:default/erin.walsh',
        is_own_user: true,
        size: 1,
        change_count: 1,
        change_summary: title,
        plan_version: 1,
        plan_digest: digest,
        policy_version: 0,
        decision: '{}',
        verdict: 'needs_approval',
        blockers: '[]',
        distinct_reviewers: true,
        source: 'api',
        created_at: at,
        updated_at: at,
      },
      ['number'],
    );
    await transaction('salesforce_plans').insert({
      request_id: id,
      version: 1,
      digest,
      body: '{}',
      change_count: 1,
      created_at: at,
    });
    await transaction('salesforce_changes').insert({
      request_id: id,
      plan_version: 1,
      position: 0,
      object: 'User',
      record_id: user.Id,
      operation: 'update',
      summary: title,
      target: '{}',
      fields,
      outcome: 'pending',
      attempts: 0,
    });
    await transaction('salesforce_request_targets').insert({
      request_id: id,
      position: 0,
      request_number: number,
      object: 'User',
      record_id: user.Id,
      label: user.Name,
    });
    await transaction('salesforce_request_reviewers').insert({
      request_id: id,
      stage: 0,
      source: 'group:default/revops-approvers',
      request_number: number,
      is_open: true,
    });
    await append(transaction, 'request.submitted');
    await tell(transaction);
  });

  // review
  await knex('salesforce_requests').where({ id }).first();
  await knex.transaction(async transaction => {
    await move(transaction, 'approved');
    await transaction('salesforce_reviews').insert({
      id: randomUUID(),
      request_id: id,
      plan_version: 1,
      stage: 0,
      reviewer_ref: 'user:default/tom.becker',
      decision: 'approve',
      sources: '[]',
      plan_digest: digest,
      policy_version: 0,
      at,
    });
    await transaction('salesforce_jobs').insert({
      request_id: id,
      org_id: 'acme',
      state: 'queued',
      run_at: at,
      ticket: 0,
      attempts: 0,
      repeat_unknown: false,
      created_at: at,
      updated_at: at,
    });
    await append(transaction, 'review.approved');
    await tell(transaction);
  });

  // run: claim, plan again, intent, call, outcome
  await knex('salesforce_jobs').where({ request_id: id }).first();
  await knex('salesforce_jobs')
    .where({ request_id: id })
    .update({ state: 'leased', ticket: 1, lease_until: at });
  await knex('salesforce_changes').where({ request_id: id });
  await read();
  await knex.transaction(async transaction => {
    await move(transaction, 'running');
    await transaction('salesforce_jobs')
      .where({ request_id: id, ticket: 1 })
      .update({ lease_until: at });
    await transaction('salesforce_changes')
      .where({ request_id: id })
      .update({ intended_at: at, call_ticket: 1 });
    await append(transaction, 'call.intended');
    await tell(transaction);
  });
  const saved = await connection
    .sobject('User')
    .update({ Id: user.Id, Title: title });
  if (!saved.success) throw new Error(JSON.stringify(saved));
  await knex.transaction(async transaction => {
    await move(transaction, 'succeeded');
    await transaction('salesforce_jobs')
      .where({ request_id: id })
      .update({ state: 'done' });
    await transaction('salesforce_changes')
      .where({ request_id: id })
      .update({ outcome: 'applied', finished_at: at });
    await append(transaction, 'call.applied');
    await tell(transaction);
  });
}

/** Nobody else appends meanwhile: on SQLite there is one writer, PostgreSQL is asked to. */
function lockedHead(transaction) {
  const query = transaction('salesforce_audit_head').first();
  return transaction.client.config.client === 'pg' ? query.forUpdate() : query;
}
