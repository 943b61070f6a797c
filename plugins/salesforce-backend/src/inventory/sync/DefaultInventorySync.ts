import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { deriveUserFacts } from '../../database/operations/inventory/deriveUserFacts';
import { readState } from '../../database/operations/inventory/state';
import {
  claimSync,
  findOpenSync,
  insertSteps,
  insertSync,
  listSyncs,
  readSteps,
  updateHeldSync,
} from '../../database/operations/inventory/syncs';
import { noteInstanceUrl } from '../../database/operations/orgs/noteInstanceUrl';
import { noteSyncing } from '../../database/operations/orgs/noteSyncing';
import type { InventorySyncRow } from '../../database/tables';
import type { GatewayProvider } from '../../orgs/GatewayProvider';
import { inventoryObjects } from '../model';
import { BudgetedReader } from './BudgetedReader';
import { dueMode } from './dueMode';
import { explainSetupChanges } from './explainSetupChanges';
import { forgetOldEvents } from './forgetOldEvents';
import type { InventorySync, SyncWithSteps } from './InventorySync';
import type { InventorySettings } from './inventorySettings';
import type { PeopleSync } from './PeopleSync';
import { planSteps } from './planSteps';
import { StepWriter, SyncLostError } from './StepWriter';
import { SyncRun } from './SyncRun';
import { whatFollows } from './whatFollows';
import { salesdeskActor } from '../../people/salesdeskActor';

/** @see DefaultInventorySync */
export interface DefaultInventorySyncOptions {
  knex: Knex;
  gateways: Pick<GatewayProvider, 'connect'>;
  /** What this process knows of an org's API calls of the day. */
  limitOf(orgId: string): Promise<{ level: string } | undefined>;
  /** Ids of the orgs that can be worked with. */
  connectedOrgs(): Promise<string[]>;
  people: Pick<PeopleSync, 'run'>;
  settings: InventorySettings;
  logger: LoggerService;
  now: () => Date;
  newId: () => string;
  /** This process, for people who look at the table. */
  owner: string;
  leaseMilliseconds: number;
  /** Told when a sync is over and the facts of its org are new. */
  onFinished?: (orgId: string) => void;
}

/**
 * Syncs wait in a table, and any number of replicas look there. One of them
 * takes a sync with a lease and a ticket; every transaction renews the lease,
 * and writes only as long as nobody else took the sync over. A replica that
 * dies leaves a lease that runs out, and whoever takes over goes on behind the
 * last page that was stored: nothing twice, nothing left out.
 */
export class DefaultInventorySync implements InventorySync {
  readonly #options: DefaultInventorySyncOptions;
  #working: Promise<void> | undefined;
  #wanted = false;
  #stopping = false;

  static create(options: DefaultInventorySyncOptions): DefaultInventorySync {
    return new DefaultInventorySync(options);
  }

  private constructor(options: DefaultInventorySyncOptions) {
    this.#options = options;
  }

  async start(options: {
    orgId: string;
    mode: InventorySyncRow['mode'];
    requestedBy: string;
  }): Promise<SyncWithSteps> {
    const { knex, settings, now, newId } = this.#options;
    const { orgId, requestedBy } = options;
    const known = await readState({ knex, orgId });
    const at = now().toISOString();
    const id = newId();
    await insertSync({
      knex,
      row: {
        id,
        org_id: orgId,
        open_key: orgId,
        mode: known.length === 0 ? 'full' : options.mode,
        state: 'queued',
        requested_by: requestedBy,
        ticket: 0,
        lease_owner: null,
        lease_until: null,
        run_at: at,
        attempts: 0,
        api_calls: 0,
        api_call_budget: settings.apiCallBudget,
        problem: null,
        created_at: at,
        started_at: null,
        finished_at: null,
        updated_at: at,
      },
    });
    const [latest] = await listSyncs({ knex, orgId, limit: 1 });
    const sync = (await findOpenSync({ knex, orgId })) ?? latest;
    this.wake();
    return { sync, steps: await readSteps({ knex, syncIds: [sync.id] }) };
  }

  async plan(): Promise<void> {
    const { settings, logger } = this.#options;
    if (!settings.scheduled) return;
    for (const orgId of await this.#options.connectedOrgs()) {
      const mode = await dueMode({ ...this.#options, orgId });
      if (!mode) continue;
      await this.start({
        orgId,
        mode,
        requestedBy: salesdeskActor,
      }).catch(error =>
        logger.warn(`No sync of org '${orgId}' could be asked for`, error),
      );
    }
  }

  wake(): void {
    if (this.#stopping) return;
    this.#wanted = true;
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
      if (this.#wanted) this.wake();
    });
  }

  async runDue(): Promise<void> {
    await this.#working;
    while (await this.#runOne());
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wanted = false;
    await this.#working;
  }

  async #work(): Promise<void> {
    while (this.#wanted) {
      this.#wanted = false;
      try {
        while (await this.#runOne());
      } catch (error) {
        this.#options.logger.warn('A look for syncs failed', error as Error);
      }
    }
  }

  async #runOne(): Promise<boolean> {
    if (this.#stopping) return false;
    const { knex, now, owner, leaseMilliseconds } = this.#options;
    const at = now();
    const sync = await claimSync({
      knex,
      owner,
      now: at.toISOString(),
      leaseUntil: new Date(at.getTime() + leaseMilliseconds).toISOString(),
    });
    if (!sync) return false;
    const reader = { used: sync.api_calls };
    const orgId = sync.org_id;
    await noteSyncing({ knex, orgId, isSyncing: true });
    try {
      await this.#run(sync, reader);
    } catch (error) {
      await this.#afterFailure(sync, error, reader.used);
    } finally {
      await noteSyncing({ knex, orgId, isSyncing: false });
    }
    return true;
  }

  async #run(sync: InventorySyncRow, spent: { used: number }): Promise<void> {
    const { knex, gateways, now, leaseMilliseconds, people } = this.#options;
    const orgId = sync.org_id;
    const level = (await this.#options.limitOf(orgId))?.level;
    const {
      gateway: source,
      integrationUserId,
      org: { instanceUrl },
    } = await gateways.connect(orgId);
    await noteInstanceUrl({ knex, orgId, instanceUrl });
    const reader = new BudgetedReader({
      source,
      budget:
        level === 'critical' || level === 'exhausted'
          ? 0
          : sync.api_call_budget,
      used: sync.api_calls,
    });
    const state = new Map(
      (await readState({ knex, orgId })).map(row => [row.object, row]),
    );
    let steps = await readSteps({ knex, syncIds: [sync.id] });
    if (steps.length === 0) {
      steps = planSteps({ sync, state });
      await knex.transaction(transaction =>
        insertSteps({ transaction, steps }),
      );
    }
    const writer = new StepWriter({
      knex,
      sync,
      now,
      leaseMilliseconds,
      apiCalls: () => {
        spent.used = reader.used;
        return reader.used;
      },
      known: new Set(
        inventoryObjects
          .filter(
            ({ name, detection }) =>
              detection.by !== 'appended' && state.get(name)?.read_from,
          )
          .map(({ name }) => name),
      ),
      isStopping: () => this.#stopping,
    });
    const run = new SyncRun({
      knex,
      orgId,
      steps,
      state,
      reader,
      writer,
      withoutPackages: sync.mode === 'incremental',
      now,
    });
    try {
      await run.run();
    } finally {
      spent.used = reader.used;
    }
    await deriveUserFacts({ knex, orgId });
    await people.run(orgId);
    await explainSetupChanges({ knex, orgId, integrationUserId });
    await forgetOldEvents({ knex, orgId, now: now() });
    const at = now().toISOString();
    const finished = await updateHeldSync({
      transaction: knex,
      syncId: sync.id,
      ticket: sync.ticket,
      changes: {
        state: 'succeeded',
        open_key: null,
        lease_owner: null,
        lease_until: null,
        api_calls: reader.used,
        problem: null,
        finished_at: at,
        updated_at: at,
      },
    });
    if (finished) this.#options.onFinished?.(orgId);
  }

  async #afterFailure(
    sync: InventorySyncRow,
    error: unknown,
    apiCalls: number,
  ): Promise<void> {
    const { knex, now, logger, settings } = this.#options;
    if (error instanceof SyncLostError) {
      logger.info(error.message);
      return;
    }
    const at = now();
    const follows = whatFollows({ error, attempts: sync.attempts });
    const isOver = follows.state === 'failed';
    await updateHeldSync({
      transaction: knex,
      syncId: sync.id,
      ticket: sync.ticket,
      changes: {
        state: follows.state,
        open_key: isOver ? null : sync.org_id,
        lease_owner: null,
        lease_until: null,
        api_calls: apiCalls,
        api_call_budget:
          sync.api_call_budget +
          (follows.renewBudget ? settings.apiCallBudget : 0),
        problem: follows.problem,
        run_at: new Date(at.getTime() + follows.waitMilliseconds).toISOString(),
        finished_at: isOver ? at.toISOString() : null,
        updated_at: at.toISOString(),
      },
    });
    logger.warn(`Sync of org '${sync.org_id}': ${follows.problem}`);
  }
}
