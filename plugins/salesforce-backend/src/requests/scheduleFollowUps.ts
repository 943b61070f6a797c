import type { PlannedFollowUp } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import type { NewAuditEntry } from '../audit/AuditLog';
import { readChanges } from '../database/operations/changes/recordChanges';
import { readPlan } from '../database/operations/plans/readPlan';
import { findFollowUps } from '../database/operations/requests/findFollowUps';
import { insertRequest } from '../database/operations/requests/insertRequest';
import {
  readTargetGroups,
  readTargets,
  replaceTargetGroups,
  replaceTargets,
} from '../database/operations/requests/targets';
import { replaceWords } from '../database/operations/requests/words';
import type { RequestRow } from '../database/tables';
import { targetKey } from '../domain/narrowPlan';
import { riskRank } from '../domain/risk';
import { salesdeskActor } from '../people/salesdeskActor';
import type { JobQueue } from '../executor/Executor';
import type { OutboxMessage } from '../outbox/Outbox';
import type { ActionCatalog } from './ActionCatalog';
import {
  followUpKey,
  targetView,
  toStoredTime,
  type StoredPlanBody,
} from './changeViews';
import { freshApproval } from './freshApproval';
import { parseInput } from './parseInput';
import { aboutRequest } from './requestEntries';
import { searchWords } from './searchWords';
import { storedDecision, type StoredDecision } from './storedDecision';
import type { TransitionRecord } from './transitionRequest';

/**
 * Makes the follow-ups of a request that has run, as `scheduled` requests with
 * their jobs; those that were made before are not made again. They need no
 * approval of their own: their action, input and time are part of the digest
 * that was approved. What they change is planned when their time has come.
 */
export async function scheduleFollowUps(options: {
  transaction: Knex.Transaction;
  request: RequestRow;
  actions: ActionCatalog;
  jobs: JobQueue;
  newId: () => string;
  at: Date;
}): Promise<TransitionRecord> {
  const { transaction, request } = options;
  const plan = await readPlan({
    knex: transaction,
    requestId: request.id,
    version: request.plan_version,
  });
  const { followUps }: StoredPlanBody = plan
    ? JSON.parse(plan.body)
    : { followUps: [] };
  if (followUps.length === 0) return { entries: [] };

  const made = await findFollowUps({
    knex: transaction,
    requestId: request.id,
    relation: 'follow_up_of',
  });
  const known = new Set(
    made.flatMap(row =>
      row.not_before ? followUpKey(row.action_id, row.not_before) : [],
    ),
  );
  const entries: NewAuditEntry[] = [];
  const messages: OutboxMessage[] = [];
  for (const followUp of followUps) {
    if (known.has(followUpKey(followUp.action, followUp.at))) continue;
    const row = await insertFollowUp({ ...options, followUp });
    messages.push({
      kind: 'request_changed',
      requestId: row.id,
      state: row.state,
    });
    entries.push({
      ...aboutRequest(row),
      type: 'request.scheduled',
      actor: salesdeskActor,
      summary: `Scheduled for ${followUp.at}: ${row.title}`,
      subjects: [row.requester_ref],
      data: {
        number: row.number,
        followUpOf: request.id,
        at: followUp.at,
        input: followUp.input,
      },
    });
  }
  return { entries, messages };
}

async function insertFollowUp(options: {
  transaction: Knex.Transaction;
  request: RequestRow;
  followUp: PlannedFollowUp;
  actions: ActionCatalog;
  jobs: JobQueue;
  newId: () => string;
  at: Date;
}): Promise<RequestRow> {
  const { transaction, request, followUp, jobs } = options;
  const row = followUpRow(options);
  const number = await insertRequest({ transaction, row });
  const stored = { ...row, number };
  const targets = await readTargets({
    knex: transaction,
    requestId: request.id,
  });
  const changes = await readChanges({
    knex: transaction,
    requestId: request.id,
    planVersion: request.plan_version,
  });
  // Who was left out has nothing to be taken back.
  const changed = new Set(
    changes.map(({ target }) => targetKey(JSON.parse(target))),
  );
  const groups = await readTargetGroups({
    knex: transaction,
    requestIds: [request.id],
  });
  await replaceTargets({
    transaction,
    request: stored,
    targets: targets
      .map(targetView)
      .filter(target => changed.has(targetKey(target))),
  });
  await replaceTargetGroups({
    transaction,
    request: stored,
    groupRefs: groups.get(request.id) ?? [],
  });
  await replaceWords({
    transaction,
    request: stored,
    words: searchWords(String(number), stored.title, stored.reason),
  });
  await jobs.enqueue(transaction, {
    requestId: stored.id,
    orgId: stored.org_id,
    runAt: toStoredTime(followUp.at),
  });
  return stored;
}

function followUpRow(options: {
  request: RequestRow;
  followUp: PlannedFollowUp;
  actions: ActionCatalog;
  newId: () => string;
  at: Date;
}): Omit<RequestRow, 'number'> {
  const { request, followUp, at } = options;
  const { number: _number, ...parent } = request;
  const action = options.actions.find(followUp.action);
  // An input that is wrong must not undo what has succeeded: it comes up when
  // its time has come, and goes to an admin.
  const parsed = action && parseInput(action, followUp.input);
  const decision: StoredDecision = {
    ...storedDecision(request),
    verdict: 'runs_without_approval',
    code: 'part_of_another',
    reasons: [`It is part of request ${request.number}.`],
    stages: [],
  };
  return {
    ...parent,
    id: options.newId(),
    action_id: followUp.action,
    risk: action ? riskRank(action.risk) : request.risk,
    state: 'scheduled',
    revision: 1,
    title: followUp.summary,
    input: JSON.stringify(parsed?.ok ? parsed.input : followUp.input),
    raw_input: JSON.stringify(followUp.input),
    change_count: 0,
    change_summary: followUp.summary,
    plan_version: 0,
    plan_digest: '',
    decision: JSON.stringify(decision),
    verdict: 'runs_without_approval',
    waiting_for: null,
    blockers: '[]',
    source: 'follow_up',
    undo_of: null,
    undone_by: null,
    follow_up_of: request.id,
    not_before: toStoredTime(followUp.at),
    expires_at: null,
    reminded_at: null,
    // What was taken off the plan stays off what follows from it.
    ...freshApproval({ decision, at }),
    removed_targets: request.removed_targets,
    requester_user_id: request.requester_user_id,
    created_at: at.toISOString(),
    updated_at: at.toISOString(),
    finished_at: null,
  };
}
