import type { LoggerService } from '@backstage/backend-plugin-api';
import type { OrgStatus } from '@salesdesk/backstage-plugin-salesforce-common';
import type { GatewayError } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import { confirmConnected } from '../database/operations/orgs/confirmConnected';
import { insertOrgLog } from '../database/operations/orgs/insertOrgLog';
import { noteOrg } from '../database/operations/orgs/noteOrg';
import type { OrgLogRow, OrgRow } from '../database/tables';
import type { LimitLevel, LimitState } from '../gateway';
import { otherOrganizationReason, otherOrganizationRemedy } from './orgErrors';
import { statusAfter } from './statusAfter';

/** Told when an org comes near its daily limit, once per level. */
export type OnLimitWarning = (warning: {
  orgId: string;
  level: Exclude<LimitLevel, 'ok'>;
  used: number;
  max: number;
}) => void;

/** The org as it was when it was observed. */
export interface ObservedOrg {
  id: string;
  revision: number;
}

const severity: LimitLevel[] = ['ok', 'warning', 'critical', 'exhausted'];

/**
 * Writes down what the gateways notice, in words for people: the log of each
 * org, its status, its limits. Only changes are written, not every call.
 * Observing must not fail what is observed: its own failures are logged.
 */
export class OrgObserver {
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #onLimitWarning?: OnLimitWarning;
  /** The status that this process last wrote, by org and revision. */
  readonly #seen = new Map<string, OrgStatus>();
  /** Other Salesforce orgs that logins led to, which the log says already. */
  readonly #strangers = new Set<string>();
  readonly #pending = new Set<Promise<void>>();

  constructor(options: {
    knex: Knex;
    logger: LoggerService;
    now: () => Date;
    onLimitWarning?: OnLimitWarning;
  }) {
    this.#knex = options.knex;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#onLimitWarning = options.onLimitWarning;
  }

  /** The outcome of a call: undefined when Salesforce answered as it should. */
  noteOutcome(org: ObservedOrg, failure: GatewayError | undefined): void {
    const found = failure ? statusAfter(failure) : 'connected';
    if (!found) return;
    const key = `${org.id} ${org.revision}`;
    const before = this.#seen.get(key);
    if (before === found) return;
    this.#seen.set(key, found);
    // the first good call after a start is no news for the log
    if (!failure && !before) {
      this.#write(org, () =>
        confirmConnected({
          knex: this.#knex,
          orgId: org.id,
          revision: org.revision,
        }),
      );
      return;
    }
    this.#write(org, async () => {
      await noteOrg({
        knex: this.#knex,
        orgId: org.id,
        revision: org.revision,
        note: { status: found, status_reason: failure?.message ?? null },
      });
      await this.log(
        org.id,
        failure
          ? {
              level: found === 'degraded' ? 'warning' : 'error',
              message: failure.message,
              details: failure.details,
            }
          : { level: 'info', message: 'Salesforce answers again' },
      );
    });
  }

  /** An org's login leads to another Salesforce org than before; logged once. */
  async noteOtherOrganization(
    row: Pick<OrgRow, 'id' | 'revision' | 'title' | 'organization_id'>,
    organizationId: string,
  ): Promise<void> {
    const reason = otherOrganizationReason(row, organizationId);
    await noteOrg({
      knex: this.#knex,
      orgId: row.id,
      revision: row.revision,
      note: { status: 'not_connected', status_reason: reason },
    });
    // when it leads back, that is news again
    this.#seen.delete(`${row.id} ${row.revision}`);
    const key = `${row.id} ${row.revision} ${organizationId}`;
    if (this.#strangers.has(key)) return;
    this.#strangers.add(key);
    await this.log(row.id, {
      level: 'error',
      message: `${reason}. Nothing is read or changed there. ${otherOrganizationRemedy}`,
    });
  }

  noteLimits(
    org: ObservedOrg,
    change: { state: LimitState; previous: LimitLevel },
  ): void {
    const { state, previous } = change;
    const { level, used, max } = state;
    this.#write(org, async () => {
      await noteOrg({
        knex: this.#knex,
        orgId: org.id,
        revision: org.revision,
        note: { limits: JSON.stringify({ used, max, at: state.at }) },
      });
      await this.log(org.id, limitEntry(state));
    });
    if (
      level !== 'ok' &&
      severity.indexOf(level) > severity.indexOf(previous)
    ) {
      this.#onLimitWarning?.({ orgId: org.id, level, used, max });
    }
  }

  /** Adds a line to the log that the org's page shows. */
  async log(
    orgId: string,
    entry: Pick<OrgLogRow, 'level' | 'message'> & { details?: string },
  ): Promise<void> {
    await insertOrgLog({
      knex: this.#knex,
      entry: {
        org_id: orgId,
        at: this.#now().toISOString(),
        level: entry.level,
        message: entry.message,
        details: entry.details ?? null,
      },
    });
  }

  /** Resolves when everything noted so far is written. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending);
  }

  #write(org: ObservedOrg, write: () => Promise<void>): void {
    const writing = write()
      .catch(error => {
        this.#logger.warn(
          `What was observed of org '${org.id}' could not be stored: ${error}`,
        );
      })
      .finally(() => this.#pending.delete(writing));
    this.#pending.add(writing);
  }
}

function limitEntry(state: LimitState): Pick<OrgLogRow, 'level' | 'message'> {
  const share = `${state.used} of ${state.max} API calls of the last 24 hours are used`;
  switch (state.level) {
    case 'ok':
      return { level: 'info', message: `${share}; below 80 % again` };
    case 'warning':
      return { level: 'warning', message: `${share}; that is over 80 %` };
    case 'critical':
      return { level: 'warning', message: `${share}; that is over 95 %` };
    default:
      return { level: 'error', message: `${share}; none are left` };
  }
}
