import type { Knex } from 'knex';
import type { NewAuditEntry } from '../audit/AuditLog';
import { readChanges } from '../database/operations/changes/recordChanges';
import { findFollowUps } from '../database/operations/requests/findFollowUps';
import { lockRequest } from '../database/operations/requests/lockRequest';
import type { RequestRow } from '../database/tables';
import { salesdeskActor } from '../people/salesdeskActor';
import type { JobQueue } from '../executor/Executor';
import { succeeded } from '../executor/nextBatch';
import type { OutboxMessage } from '../outbox/Outbox';
import { aboutRequest } from './requestEntries';
import { moveRequest, type TransitionRecord } from './transitionRequest';

/**
 * For a request that undid another one: marks the other as undone and withdraws
 * what was scheduled to follow from it, in the same transaction. A freeze that
 * was taken back must not be unfrozen again in three months. Where it undid only
 * a part, the rest is not undone: what is scheduled still comes, for those whom
 * it still concerns, and the rest can be undone by another request.
 */
export async function settleUndo(options: {
  transaction: Knex.Transaction;
  /** The request that has run. */
  request: RequestRow;
  jobs: JobQueue;
  at: Date;
}): Promise<TransitionRecord> {
  const { transaction, request, jobs, at } = options;
  if (!request.undo_of) return { entries: [] };
  const changes = await readChanges({
    knex: transaction,
    requestId: request.id,
    planVersion: request.plan_version,
  });
  if (!changes.every(({ outcome }) => succeeded.has(outcome))) {
    return { entries: [] };
  }
  const original = await lockRequest({ transaction, id: request.undo_of });
  if (!original || original.undone_by) return { entries: [] };

  const entries: NewAuditEntry[] = [];
  const messages: OutboxMessage[] = [];
  await moveRequest({
    transaction,
    request: original,
    to: original.state,
    patch: { undone_by: request.id },
    at,
  });
  messages.push({
    kind: 'request_changed',
    requestId: original.id,
    state: original.state,
  });
  entries.push({
    ...aboutRequest(original),
    type: 'request.undone',
    actor: request.requester_ref,
    summary: `Undone: ${original.title}`,
    subjects: [original.requester_ref],
    data: { undoneBy: request.id, number: request.number },
  });

  const followUps = await findFollowUps({
    knex: transaction,
    requestId: original.id,
    relation: 'follow_up_of',
  });
  for (const { id } of followUps) {
    const followUp = await lockRequest({ transaction, id });
    if (followUp?.state !== 'scheduled') continue;
    const job = await jobs.cancel(transaction, { requestId: followUp.id });
    if (job === 'running') continue;
    await moveRequest({
      transaction,
      request: followUp,
      to: 'cancelled',
      patch: { finished_at: at.toISOString() },
      at,
    });
    messages.push({
      kind: 'request_changed',
      requestId: followUp.id,
      state: 'cancelled',
    });
    entries.push({
      ...aboutRequest(followUp),
      type: 'request.cancelled',
      actor: salesdeskActor,
      summary: `Withdrawn, because what it follows from was undone: ${followUp.title}`,
      subjects: [followUp.requester_ref],
      data: { undoneBy: request.id },
    });
  }
  return { entries, messages };
}
