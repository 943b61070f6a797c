import type { Policy } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { readCurrentPolicies } from '../database/operations/policies/readCurrentPolicies';
import type { PolicyRow } from '../database/tables';
import { defaultPolicies, layerPolicies } from '../policy/defaultPolicies';
import type { PolicyConfig } from './readPolicyConfig';

/** The policy of an action that is in force, and where it comes from. */
export interface CurrentPolicy {
  policy: Policy;
  /** 0 is the configuration's default. */
  version: number;
  source: 'default' | 'config' | 'database';
  /** The newest version in the database, where there is one. */
  row?: PolicyRow;
}

/** Which policy is in force for each action. */
export class PolicyBook {
  readonly #knex: Knex;
  readonly #config: PolicyConfig;

  static create(options: { knex: Knex; config: PolicyConfig }): PolicyBook {
    return new PolicyBook(options);
  }

  private constructor(options: { knex: Knex; config: PolicyConfig }) {
    this.#knex = options.knex;
    this.#config = options.config;
  }

  async current(
    actionId: string,
    transaction?: Knex.Transaction,
  ): Promise<CurrentPolicy> {
    const [row] = await readCurrentPolicies({
      knex: transaction ?? this.#knex,
      actions: [actionId],
    });
    return this.ofRow(actionId, row);
  }

  async currentOf(
    actionIds: readonly string[],
  ): Promise<Map<string, CurrentPolicy>> {
    const rows = await readCurrentPolicies({
      knex: this.#knex,
      actions: actionIds,
    });
    const byAction = new Map(rows.map(row => [row.action, row]));
    return new Map(actionIds.map(id => [id, this.ofRow(id, byAction.get(id))]));
  }

  /** Those of the actions that are switched on. */
  async enabledOf(actionIds: readonly string[]): Promise<string[]> {
    const current = await this.currentOf(actionIds);
    return actionIds.filter(id => current.get(id)?.policy.enabled);
  }

  /** What a version of the database stands for. */
  ofRow(actionId: string, row: PolicyRow | undefined): CurrentPolicy {
    if (row?.policy) {
      return {
        // Members that a later release added have their defaults.
        policy: layerPolicies(JSON.parse(row.policy)),
        version: row.version,
        source: 'database',
        row,
      };
    }
    const ofAction = this.#config.byAction.get(actionId);
    return {
      policy: layerPolicies(
        defaultPolicies[actionId],
        this.#config.base,
        ofAction,
      ),
      version: row?.version ?? 0,
      source: this.#config.base || ofAction ? 'config' : 'default',
      ...(row ? { row } : {}),
    };
  }
}
