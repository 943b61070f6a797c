import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { Delegations } from '../approvals/Delegations';
import {
  claimMessages,
  deleteSentBefore,
  markSent,
  postponeMessage,
} from '../database/operations/outbox/outboxMessages';
import type { OutboxRow } from '../database/tables';
import { backOff } from '../executor/backOff';
import type { OutboxMessage } from './Outbox';

/** How long a message may wait for others to leave with it. */
const gatherMilliseconds = 150;
const leaseMilliseconds = 60_000;
const messagesPerClaim = 50;
const keepSentMilliseconds = 7 * 24 * 3_600_000;

/** The signal channel on which pages hear that a request changed. */
export const requestChannel = 'salesforce:request';
/** The host's event topic for the same. */
export const requestTopic = 'salesforce.request';

/**
 * Delivers what stands in the outbox: to the host's notifications, signals and
 * events. At least once: a crash between delivery and the mark repeats it,
 * which these three take well (a notification with a scope replaces its twin).
 * Several replicas may deliver side by side.
 *
 * What is committed within a moment leaves together, and what changed several
 * times in it is told once: every message is a call to the host, and a request
 * that nobody has to wait for changes four times in that moment.
 */
export class OutboxDelivery {
  readonly #options: OutboxDeliveryOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isWanted = false;
  #isStopped = false;

  static create(options: OutboxDeliveryOptions): OutboxDelivery {
    return new OutboxDelivery(options);
  }

  private constructor(options: OutboxDeliveryOptions) {
    this.#options = options;
  }

  /** Delivers soon; many calls make one run. */
  wake(): void {
    if (this.#isStopped) return;
    this.#timer ??= setTimeout(() => this.#begin(), gatherMilliseconds).unref();
  }

  /** Delivers everything that is due, and returns when that is done. */
  async deliverDue(): Promise<void> {
    this.#begin();
    while (this.#running) await this.#running;
  }

  /** Removes messages that were delivered a week ago. */
  async cleanUp(): Promise<void> {
    const { knex, now } = this.#options;
    await deleteSentBefore({
      knex,
      before: new Date(now().getTime() - keepSentMilliseconds).toISOString(),
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#isWanted = false;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #begin(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isStopped) return;
    this.#isWanted = true;
    this.#running ??= this.#drain().finally(() => {
      this.#running = undefined;
      if (this.#isWanted) this.#begin();
    });
  }

  async #drain(): Promise<void> {
    const { knex, now, logger } = this.#options;
    try {
      do {
        this.#isWanted = false;
        for (;;) {
          const lease = randomUUID();
          const at = now();
          const messages = await claimMessages({
            knex,
            lease,
            now: at.toISOString(),
            leaseUntil: new Date(
              at.getTime() + leaseMilliseconds,
            ).toISOString(),
            limit: messagesPerClaim,
          });
          if (messages.length === 0) break;
          await this.#deliverClaimed(messages, lease);
          if (this.#isStopped) return;
        }
      } while (this.#isWanted);
    } catch (error) {
      // The scheduler wakes us again; what is due stays due.
      logger.warn(`Messages could not be delivered: ${error}`);
    }
  }

  async #deliverClaimed(messages: OutboxRow[], lease: string): Promise<void> {
    const { knex, now, logger } = this.#options;
    const read = messages.map(row => ({
      row,
      message: { kind: row.kind, ...JSON.parse(row.payload) } as OutboxMessage,
    }));
    const latest = new Map(
      read.map(({ row, message }) => [matterOf(message, row), row.id]),
    );
    const sent: number[] = [];
    for (const { row, message } of read) {
      try {
        const isLatest = latest.get(matterOf(message, row)) === row.id;
        if (isLatest) await this.#deliver(message);
        sent.push(row.id);
      } catch (error) {
        logger.warn(
          `A ${row.kind} message could not be delivered and will be tried again: ${error}`,
        );
        await postponeMessage({
          knex,
          id: row.id,
          lease,
          availableAt: new Date(
            now().getTime() + backOff({ attempt: row.attempts, jitter: 0.5 }),
          ).toISOString(),
          error: String(error),
        });
      }
    }
    if (sent.length > 0) {
      await markSent({ knex, ids: sent, lease, now: now().toISOString() });
    }
  }

  async #deliver(message: OutboxMessage): Promise<void> {
    const { notifications, signals, events, delegations } = this.#options;
    if (message.kind === 'request_changed') {
      const { requestId, state } = message;
      // Everybody hears that something changed, nobody hears what: pages ask,
      // and the answer is what their viewer may see.
      await signals.publish({
        recipients: { type: 'broadcast' },
        channel: requestChannel,
        message: { requestId },
      });
      await events.publish({
        topic: requestTopic,
        eventPayload: { requestId, state },
      });
      return;
    }
    // Looked up when the message leaves: who stands in may have changed since.
    const delegates = message.delegates
      ? await delegations.delegatesOf(message.recipients, message.except ?? [])
      : [];
    await notifications.send({
      recipients: {
        type: 'entity',
        entityRef: [...new Set([...message.recipients, ...delegates])],
        ...(message.except?.length ? { excludeEntityRef: message.except } : {}),
      },
      payload: {
        title: message.title,
        link: message.link,
        severity: message.severity,
        topic: message.topic,
        ...(message.description ? { description: message.description } : {}),
        ...(message.scope ? { scope: message.scope } : {}),
      },
    });
  }
}

/** Of messages about one matter, the later says all that the earlier said. */
function matterOf(message: OutboxMessage, row: OutboxRow): string {
  if (message.kind === 'request_changed') return message.requestId;
  const { scope, recipients, except, delegates } = message;
  return scope
    ? JSON.stringify([scope, recipients, except, delegates])
    : `message ${row.id}`;
}

/** What {@link OutboxDelivery} needs. */
export interface OutboxDeliveryOptions {
  knex: Knex;
  now: () => Date;
  logger: LoggerService;
  notifications: NotificationService;
  signals: SignalsService;
  events: EventsService;
  delegations: Pick<Delegations, 'delegatesOf'>;
}
