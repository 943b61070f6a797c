import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { soakCaller } from '../../../__testUtils__/soak/soakCaller';
import { SoakOrg } from '../../../__testUtils__/soak/SoakOrg';
import { wireSoakProcess } from '../../../__testUtils__/soak/wireSoakProcess';
import type { ChangeRow, RequestRow } from '../../../database/tables';
import type { Checkpoint } from '../../../executor';
import type { Caller } from '../../../permissions/Caller';

const start = new Date('2026-11-23T09:00:00Z');
/** Longer than a lease and than the longest back-off. */
const sweepMilliseconds = 20 * 60_000;
const leaving = 'dan@acme.com';
const staying = 'ari@acme.com';

/** Ends a process as a crash would: nothing after it is written. */
export class ProcessEndedError extends Error {
  constructor() {
    super('The process ended here');
    this.name = 'WorkerEndedError';
  }
}

/** One backend of several on the same database. */
export type Replica = ReturnType<typeof wireSoakProcess>;

/**
 * Somebody with more records than a collection takes, who is to leave: the
 * plugin as `plugin.ts` wires it, over a real database and a local org.
 */
export class OffboardingBed {
  readonly #putBack: () => void;
  #time = start.getTime();
  /** Reached by every replica; a test throws there, or stands still. */
  checkpoint: Checkpoint = () => {};

  static async create(options: { knex: Knex; records: number }) {
    const org = await SoakOrg.start('acme', start);
    const { store } = org.server.org;
    const [{ Id: ownerId }] = store.findBy('User', 'Username', leaving);
    store.load(
      'Account',
      Array.from({ length: options.records }, (_, index) => ({
        Name: `Customer ${index}`,
        OwnerId: ownerId,
      })),
    );
    const bed = new OffboardingBed(
      options.knex,
      org,
      await soakCaller('user:default/sam.okafor'),
    );
    await bed.replica.start();
    await bed.replica.executor.stop();
    return bed;
  }

  readonly replica: Replica;

  private constructor(
    readonly knex: Knex,
    readonly org: SoakOrg,
    readonly caller: Caller,
  ) {
    this.#putBack = org.server.org.store.remember();
    this.replica = this.createReplica();
  }

  createReplica(options: { callTimeout?: number } = {}): Replica {
    return wireSoakProcess({
      settings: {
        orgs: { acme: this.org.server.url },
        callTimeout: options.callTimeout ?? 10_000,
        concurrency: 4,
      },
      knex: this.knex,
      clock: { now: () => new Date(this.#time) },
      checkpoint: (name, of) => this.checkpoint(name, of),
      logger: mockServices.logger.mock(),
      // A pause is over at once, here and in Salesforce.
      wait: async milliseconds => this.advance(milliseconds),
    });
  }

  /** The org as it was, and nothing that ever goes wrong. */
  reset(): void {
    this.checkpoint = () => {};
    this.org.server.switches.bulkProcessingMs = 0;
    this.advance(sweepMilliseconds);
    this.org.reset();
    this.#putBack();
  }

  advance(milliseconds: number): void {
    this.#time += milliseconds;
    this.org.server.org.clock.set(new Date(this.#time));
    this.org.server.org.clock.settle();
  }

  /** Asks for the offboarding, which runs without approval; answers its id. */
  async submit(
    wish: { action: string; input: Record<string, unknown> } = {
      action: 'salesforce_offboard_user',
      input: { users: [leaving], transferTo: staying },
    },
  ): Promise<string> {
    const { request } = await this.replica.services.requests.submit(
      {
        org: 'acme',
        ...wish,
        reason: 'Leaves',
      },
      { caller: this.caller },
    );
    this.org.server.requestLog.clear();
    return request.id;
  }

  /** Runs what is due, and what becomes due as time passes. */
  async run(sweeps = 1): Promise<void> {
    for (let sweep = 0; sweep < sweeps; sweep += 1) {
      await runDue(this.replica);
      this.advance(sweepMilliseconds);
    }
  }

  /** Runs what is due a moment later, as a back-off ends. */
  async runSoon(): Promise<void> {
    this.advance(5_000);
    await runDue(this.replica);
  }

  async retry(requestId: string): Promise<void> {
    await this.replica.services.requests.retry(
      { requestId, repeatUnknown: false },
      { caller: this.caller },
    );
  }

  async request(requestId: string): Promise<RequestRow> {
    const row = await this.knex<RequestRow>('salesforce_requests')
      .where({ id: requestId })
      .first();
    if (!row) throw new Error(`There is no request '${requestId}'`);
    return row;
  }

  async changes(requestId: string): Promise<ChangeRow[]> {
    return this.knex<ChangeRow>('salesforce_changes')
      .where({ request_id: requestId })
      .orderBy('position');
  }

  get leaver() {
    const { store } = this.org.server.org;
    const [user] = store.findBy('User', 'Username', leaving);
    const [login] = store.findBy('UserLogin', 'UserId', user.Id);
    return {
      id: user.Id,
      isActive: user.IsActive === true,
      isFrozen: login?.IsFrozen === true,
      accounts: store.findBy('Account', 'OwnerId', user.Id).length,
    };
  }

  async stop(): Promise<void> {
    await this.replica.stop();
    await this.org.server.stop();
  }
}

/** Runs what is due in one replica, and lets go of its executor again. */
export async function runDue(replica: Replica): Promise<void> {
  await replica.executor.start();
  await replica.executor.runUntilIdle();
  await replica.executor.stop();
}
