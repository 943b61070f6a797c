import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Observation } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { setTimeout as wait } from 'node:timers/promises';
import { readChanges } from '../database/operations/changes/recordChanges';
import type { RequestRow } from '../database/tables';
import { lookAtChanges } from '../executor/lookAtChanges';
import { lookTwice } from '../executor/lookTwice';
import { toPlannedWork, type PlannedWork } from '../executor/PlannedWork';
import type { ActionCatalog } from './ActionCatalog';
import type { ActionContexts } from './ActionContexts';

/** Calls that left and whose reply nobody has seen, with what is there now. */
export interface SeenChanges {
  work: PlannedWork[];
  /** Empty where the org could not be read. */
  observations: ReadonlyMap<number, Observation>;
}

/**
 * Looks what became of calls whose reply was lost, for a request that stands
 * still: nobody takes up its job and looks by themselves.
 */
export class UnseenChanges {
  readonly #options: UnseenChangesOptions;

  constructor(options: UnseenChangesOptions) {
    this.#options = options;
  }

  async look(request: RequestRow): Promise<SeenChanges> {
    const { knex, logger } = this.#options;
    const changes = await readChanges({
      knex,
      requestId: request.id,
      planVersion: request.plan_version,
    });
    const all = changes.map(toPlannedWork);
    const work = all.filter(({ isIntended }) => isIntended);
    if (work.length === 0) return { work, observations: new Map() };
    try {
      return { work, observations: await this.#observe(request, work, all) };
    } catch (error) {
      logger.warn(
        `What became of request ${request.number} could not be read: ${error}`,
      );
      return { work, observations: new Map() };
    }
  }

  async #observe(
    request: RequestRow,
    work: PlannedWork[],
    all: PlannedWork[],
  ): Promise<Map<number, Observation>> {
    const { knex, actions, contexts } = this.#options;
    const context = await contexts.open({
      orgId: request.org_id,
      requesterRef: request.requester_ref,
    });
    const action = actions.find(request.action_id);
    return lookTwice({
      work,
      wait,
      look: some =>
        lookAtChanges({
          knex,
          orgId: request.org_id,
          action: action?.kind === 'write' ? action : undefined,
          context,
          work: some,
          all,
        }),
    });
  }
}

/** What {@link UnseenChanges} needs. */
export interface UnseenChangesOptions {
  knex: Knex;
  actions: ActionCatalog;
  contexts: Pick<ActionContexts, 'open'>;
  logger: LoggerService;
}
