import type { Knex } from 'knex';
import type { OutboxRow } from '../../tables';

/** Stores messages; they leave after the transaction commits. */
export async function insertMessages(options: {
  transaction: Knex.Transaction;
  messages: Array<{ kind: string; payload: string }>;
  now: string;
}): Promise<void> {
  await options.transaction<OutboxRow>('salesforce_outbox').insert(
    options.messages.map(message => ({
      ...message,
      created_at: options.now,
      available_at: options.now,
      lease_owner: null,
      lease_until: null,
      attempts: 0,
      sent_at: null,
      last_error: null,
    })),
  );
}

/**
 * Takes the lease of messages that are due, oldest first. `lease` is unique to
 * this call: what carries it afterwards was won by it and by nobody else.
 */
export async function claimMessages(options: {
  knex: Knex;
  lease: string;
  now: string;
  leaseUntil: string;
  limit: number;
}): Promise<OutboxRow[]> {
  const { knex, lease, now, leaseUntil, limit } = options;
  const isFree = (query: Knex.QueryBuilder) =>
    query.whereNull('lease_until').orWhere('lease_until', '<', now);
  const due = await knex<OutboxRow>('salesforce_outbox')
    .whereNull('sent_at')
    .where('available_at', '<=', now)
    .where(isFree)
    .orderBy('id')
    .limit(limit)
    .select('id');
  if (due.length === 0) return [];
  const ids = due.map(row => row.id);
  await knex<OutboxRow>('salesforce_outbox')
    .whereIn('id', ids)
    .whereNull('sent_at')
    .where(isFree)
    .update({
      lease_owner: lease,
      lease_until: leaseUntil,
      attempts: knex.raw('attempts + 1'),
    });
  return knex<OutboxRow>('salesforce_outbox')
    .whereIn('id', ids)
    .where('lease_owner', lease)
    .orderBy('id');
}

/** Marks messages as sent, by whoever holds their lease. */
export async function markSent(options: {
  knex: Knex;
  ids: number[];
  lease: string;
  now: string;
}): Promise<void> {
  await options
    .knex<OutboxRow>('salesforce_outbox')
    .whereIn('id', options.ids)
    .where('lease_owner', options.lease)
    .update({ sent_at: options.now, lease_owner: null, lease_until: null });
}

/** Gives a message back after a failed delivery. */
export async function postponeMessage(options: {
  knex: Knex;
  id: number;
  lease: string;
  availableAt: string;
  error: string;
}): Promise<void> {
  await options
    .knex<OutboxRow>('salesforce_outbox')
    .where({ id: options.id, lease_owner: options.lease })
    .update({
      available_at: options.availableAt,
      lease_owner: null,
      lease_until: null,
      last_error: options.error.slice(0, 2_000),
    });
}

/** Removes what was sent before a moment. */
export async function deleteSentBefore(options: {
  knex: Knex;
  before: string;
}): Promise<number> {
  return options
    .knex<OutboxRow>('salesforce_outbox')
    .where('sent_at', '<', options.before)
    .delete();
}
