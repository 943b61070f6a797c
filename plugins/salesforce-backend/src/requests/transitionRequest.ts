import {
  SalesdeskError,
  type RequestState,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog, NewAuditEntry } from '../audit/AuditLog';
import type { RequestRow } from '../database/tables';
import {
  updateRequest,
  type RequestPatch,
} from '../database/operations/requests/updateRequest';
import { canTransition } from '../domain/requestState';
import type { Outbox, OutboxMessage } from '../outbox/Outbox';

/** What is told of a transition, in the same transaction. */
export interface TransitionRecord {
  entries: NewAuditEntry[];
  messages?: OutboxMessage[];
}

/**
 * Moves a request that is still in the state and at the revision that the
 * caller read. Throws `ConflictError` (`wrong_state`) otherwise, upon which the
 * caller's transaction must end. Whoever calls this instead of
 * {@link transitionRequest} hands its record on to one who does.
 */
export async function moveRequest(options: {
  transaction: Knex.Transaction;
  /** The request as the caller read it. */
  request: Pick<RequestRow, 'id' | 'number' | 'state' | 'revision'>;
  /** The new state; the same state for a change that keeps it. */
  to: RequestState;
  patch?: RequestPatch;
  at: Date;
}): Promise<{ state: RequestState; revision: number }> {
  const { transaction, request, to } = options;
  const from = { state: request.state, revision: request.revision };
  if (from.state !== to && !canTransition(from.state, to)) {
    throw new SalesdeskError(
      'ConflictError',
      `Request ${request.number} is ${describe(
        from.state,
      )} and cannot become ${describe(to)}`,
      { code: 'wrong_state' },
    );
  }
  const result = await updateRequest({
    transaction,
    id: request.id,
    from,
    to,
    patch: options.patch ?? {},
    at: options.at.toISOString(),
  });
  if (result === 'conflict') {
    throw new SalesdeskError(
      'ConflictError',
      `Request ${request.number} was changed by somebody else meanwhile; look at it again`,
      { code: 'wrong_state' },
    );
  }
  return { state: to, revision: from.revision + 1 };
}

/**
 * The one way in which a stored request changes. In the caller's transaction:
 *
 * 1. the row is moved, on condition: see {@link moveRequest};
 * 2. `alongside` writes what belongs to the change: a review, a job, a plan;
 * 3. the audit log is appended to, and last the outbox.
 *
 * The order matters: rows are locked before the head of the audit log, in
 * every transaction, so that two of them never wait for each other.
 */
export async function transitionRequest(
  options: Parameters<typeof moveRequest>[0] & {
    auditLog: AuditLog;
    outbox: Outbox;
    /** At least one entry: nothing changes unrecorded. */
    record: TransitionRecord & { entries: [NewAuditEntry, ...NewAuditEntry[]] };
    /** Further writes of the same transaction; what it answers is recorded too. */
    alongside?(): Promise<TransitionRecord | void>;
  },
): Promise<{ state: RequestState; revision: number }> {
  const { transaction, request, to } = options;
  const moved = await moveRequest(options);
  const more = await options.alongside?.();
  await options.auditLog.append(transaction, [
    ...options.record.entries,
    ...(more?.entries ?? []),
  ]);
  await options.outbox.enqueue(transaction, [
    { kind: 'request_changed', requestId: request.id, state: to },
    ...(options.record.messages ?? []),
    ...(more?.messages ?? []),
  ]);
  return moved;
}

function describe(state: RequestState): string {
  return state.replace(/_/g, ' ');
}
