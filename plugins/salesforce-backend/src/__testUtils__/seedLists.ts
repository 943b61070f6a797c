import type { Knex } from 'knex';

const at = (number: string) =>
  `to_char(timestamp '2026-01-01' + (${number}) * interval '30 seconds', 'YYYY-MM-DD"T"HH24:MI:SS.000"Z"')`;
const idOf = (number: string) =>
  `'00000000-0000-4000-8000-' || lpad((${number})::text, 12, '0')`;

/**
 * Fills the lists of an empty PostgreSQL as years of use would: requests of five
 * hundred people, most of them over, one in fifty waiting for approval, each about
 * one user; and an audit log that is read and not verified. In the database
 * itself, so that a million rows take seconds.
 */
export async function seedLists(
  knex: Knex,
  options: { requests: number; auditEntries: number },
): Promise<void> {
  await knex.transaction(async transaction => {
    // References are whole by how they are made; looking each up takes longer
    // than writing it.
    await transaction.raw("set local session_replication_role = 'replica'");
    await fill(transaction, options);
  });
  // Autovacuum would come around to it.
  for (const table of [
    'requests',
    'plans',
    'request_targets',
    'request_target_groups',
    'request_reviewers',
    'request_words',
    'reviews',
    'audit_entries',
    'audit_subjects',
  ]) {
    await knex.raw(`vacuum (analyze) salesforce_${table}`);
  }
}

async function fill(
  transaction: Knex.Transaction,
  { requests, auditEntries }: { requests: number; auditEntries: number },
): Promise<void> {
  await transaction.raw(
    `insert into salesforce_requests (
       id, org_id, action_id, kind, risk, state, revision, title, input,
       raw_input, reason, requester_ref, manager_ref, is_own_user, size,
       change_count, change_summary, plan_version, plan_digest, policy_version,
       decision, verdict, distinct_reviewers, waiting_for, blockers, source,
       expires_at, created_at, updated_at, finished_at)
     select ${idOf('n')}, 'acme',
       (array['salesforce_update_user', 'salesforce_freeze_user',
              'salesforce_reset_password', 'salesforce_assign_permission_set'])[1 + n % 4],
       'write', n % 3, case when n % 50 = 0 then 'awaiting_approval' else 'succeeded' end,
       3, 'Title of somebody ' || n, '{}', '{}', 'Because of ' || n,
       'user:default/person-' || n % 500, 'user:default/manager-' || n % 20,
       n % 2 = 0, 1, 1, 'Title: A → B', 1, repeat('a', 64), 0,
       '{"action":"salesforce_update_user","verdict":"needs_approval","code":"needs_approval","policyVersion":0,"sentence":"Two people","reasons":[],"stages":[]}',
       'needs_approval', true,
       case when n % 50 = 0 then 'Approvers' end, '[]', 'api',
       case when n % 50 = 0 then '2031-' || substr(${at('n')}, 6) end, ${at(
      'n',
    )}, ${at('n')},
       case when n % 50 = 0 then null else ${at('n')} end
     from generate_series(1, ${requests}) n`,
  );
  await transaction.raw(
    `insert into salesforce_plans (request_id, version, digest, body, change_count, created_at)
     select id, 1, plan_digest, '{}', 1, created_at from salesforce_requests`,
  );
  await transaction.raw(
    `insert into salesforce_request_targets
       (request_id, position, request_number, object, record_id, label, person_ref)
     select id, 0, number, 'User', '005' || lpad((number % 20000)::text, 12, '0') || 'AAA',
       'Somebody', 'user:default/person-' || number % 700
     from salesforce_requests`,
  );
  await transaction.raw(
    `insert into salesforce_request_target_groups (request_id, group_ref, request_number)
     select id, 'group:default/team-' || number % 400, number from salesforce_requests`,
  );
  await transaction.raw(
    `insert into salesforce_request_reviewers (request_id, stage, source, request_number, is_open)
     select id, 0, reviewer, number, state = 'awaiting_approval'
     from salesforce_requests,
       unnest(array['permission', 'group:default/revops-approvers']) reviewer`,
  );
  await transaction.raw(
    `insert into salesforce_reviews (
       id, request_id, plan_version, stage, reviewer_ref, decision, sources,
       plan_digest, policy_version, at)
     select id, id, 1, 0, 'user:default/person-' || (number + 1) % 500, 'approve',
       '["permission"]', plan_digest, 0, updated_at
     from salesforce_requests where state = 'succeeded'`,
  );
  await transaction.raw(
    `insert into salesforce_request_words (request_id, word, request_number)
     select id, word, number from salesforce_requests,
       unnest(array['somebody', 'word' || number % 1000]) as found(word)`,
  );
  await transaction.raw(
    `insert into salesforce_audit_entries (
       sequence, at, type, actor, org_id, action_id, request_id, summary, body,
       previous_hash, hash)
     select n, ${at('n / 10')},
       (array['request.submitted', 'review.approved', 'call.intended', 'call.applied'])[1 + n % 4],
       'user:default/person-' || n % 500, 'acme',
       (array['salesforce_update_user', 'salesforce_freeze_user'])[1 + n % 2],
       ${idOf('1 + n / 10')}, 'Something happened',
       '{"action":"salesforce_update_user","actor":"user:default/person-' || n % 500
         || '","at":"2026-01-01T00:00:00.000Z","data":{"n":' || n
         || '},"format":"salesdesk-audit/1","log":"seed","org":"acme","previousHash":"' || repeat('0', 64)
         || '","request":null,"sequence":' || n || ',"summary":"Something happened","type":"call.applied"}',
       repeat('0', 64), repeat('0', 64)
     from generate_series(1, ${auditEntries}) n`,
  );
  await transaction.raw(
    `insert into salesforce_audit_subjects (sequence, subject)
     select sequence, '005' || lpad((sequence % 20000)::text, 12, '0') || 'AAA'
     from salesforce_audit_entries`,
  );
  await transaction('salesforce_audit_head').update({ sequence: auditEntries });
}
