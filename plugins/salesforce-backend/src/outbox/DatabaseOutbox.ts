import type { Knex } from 'knex';
import { insertMessages } from '../database/operations/outbox/outboxMessages';
import type { Outbox, OutboxMessage } from './Outbox';

/** Stores messages in the host's database, and wakes the one who delivers them. */
export class DatabaseOutbox implements Outbox {
  readonly #now: () => Date;
  readonly #onCommitted: () => void;

  static create(options: {
    now: () => Date;
    /** Called after a transaction with messages committed. */
    onCommitted(): void;
  }): DatabaseOutbox {
    return new DatabaseOutbox(options);
  }

  private constructor(options: { now: () => Date; onCommitted(): void }) {
    this.#now = options.now;
    this.#onCommitted = options.onCommitted;
  }

  async enqueue(
    transaction: Knex.Transaction,
    messages: OutboxMessage[],
  ): Promise<void> {
    if (messages.length === 0) return;
    for (const message of messages) {
      if (message.kind === 'notification' && message.recipients.length === 0) {
        throw new Error(`Nobody is named to be told of '${message.title}'`);
      }
    }
    await insertMessages({
      transaction,
      messages: messages.map(({ kind, ...payload }) => ({
        kind,
        payload: JSON.stringify(payload),
      })),
      now: this.#now().toISOString(),
    });
    transaction.executionPromise.then(this.#onCommitted, () => {});
  }
}
