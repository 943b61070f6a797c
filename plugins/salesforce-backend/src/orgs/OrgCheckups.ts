import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { setTimeout as wait } from 'node:timers/promises';
import { listOrgs } from '../database/operations/orgs/listOrgs';
import type { OrgNote } from '../database/operations/orgs/noteOrg';
import type { OrgRow } from '../database/tables';
import type { OrgCredentials, RefreshTokenKeeper } from '../gateway';
import { checkConnection } from './checkConnection';
import type { DefaultGatewayProvider } from './DefaultGatewayProvider';
import { neededBy } from './integrationPermissions';
import type { OrgObserver } from './OrgObserver';
import { statusAfter } from './statusAfter';
import type { OrgCheckup } from './ValidationReport';

/** A check waits no longer for other orgs. Milliseconds. */
const mostPatience = 3_000;

/** Tries connections, and says what came of it where people will look. */
export class OrgCheckups {
  readonly #knex: Knex;
  readonly #provider: DefaultGatewayProvider;
  readonly #observer: OrgObserver;
  readonly #actionIds: () => Promise<string[]>;

  constructor(options: {
    knex: Knex;
    provider: DefaultGatewayProvider;
    observer: OrgObserver;
    /** Ids of the actions that are switched on. */
    actionIds(): Promise<string[]>;
  }) {
    this.#knex = options.knex;
    this.#actionIds = options.actionIds;
    this.#provider = options.provider;
    this.#observer = options.observer;
  }

  /** Tries credentials in a session of their own, which is ended afterwards. */
  async check(options: {
    credentials: OrgCredentials;
    apiVersion: string;
    keeper?: RefreshTokenKeeper;
    /** The org that the credentials are for, where there is one. */
    org: OrgRow | undefined;
  }): Promise<OrgCheckup> {
    const gateway = this.#provider.createGateway(options);
    try {
      return await checkConnection({
        gateway,
        credentials: options.credentials,
        needed: neededBy(await this.#actionIds()),
        org: options.org,
        orgs: await this.#knownOrgs(options.org?.id),
      });
    } finally {
      await gateway.revoke();
    }
  }

  /**
   * All orgs, with the Salesforce org of each. One of the configuration that
   * nobody has used yet logs in for that, if it does so soon.
   */
  async #knownOrgs(exceptOrgId: string | undefined): Promise<OrgRow[]> {
    const rows = await listOrgs({ knex: this.#knex });
    const unknown = rows.filter(
      ({ id, source, status, organization_id: known }) =>
        id !== exceptOrgId &&
        source === 'config' &&
        status !== 'disconnected' &&
        known === null,
    );
    if (unknown.length === 0) return rows;
    await Promise.race([
      Promise.allSettled(unknown.map(({ id }) => this.#provider.connect(id))),
      wait(mostPatience, undefined, { ref: false }),
    ]);
    return listOrgs({ knex: this.#knex });
  }

  /** Throws InputError `org_credentials_refused` when they do not work. */
  async demand(options: {
    credentials: OrgCredentials;
    apiVersion: string;
    keeper?: RefreshTokenKeeper;
    org: OrgRow | undefined;
  }): Promise<OrgCheckup> {
    const checkup = await this.check(options);
    const failed = failedCheck(checkup);
    if (failed) {
      throw new SalesdeskError(
        'InputError',
        `The connection does not work, so nothing was saved. ${failed.cause}. What to do: ${failed.fix}`,
        { code: 'org_credentials_refused', details: failed.details },
      );
    }
    return checkup;
  }

  /** Writes the outcome into the log of the org. */
  async log(orgId: string, checkup: OrgCheckup): Promise<void> {
    const failed = failedCheck(checkup);
    if (failed) {
      await this.#observer.log(orgId, {
        level: 'error',
        message: `The connection was checked and does not work: ${failed.cause}`,
        details: failed.details,
      });
      return;
    }
    const warnings = checkup.validation.checks.filter(
      ({ state }) => state === 'warning',
    );
    await this.#observer.log(orgId, {
      level: warnings.length > 0 ? 'warning' : 'info',
      message: [
        `The connection was checked and works, as ${
          checkup.facts?.runningAs ?? 'its integration user'
        }`,
        ...warnings.map(({ message }) => message),
      ].join('. '),
    });
  }
}

function failedCheck(checkup: OrgCheckup) {
  return checkup.validation.checks.find(({ state }) => state === 'failed');
}

/** What the org's row is to say after a check. */
export function noteOf(checkup: OrgCheckup, at: string): OrgNote {
  const { facts, failure } = checkup;
  const failed = failedCheck(checkup);
  return {
    status: failed
      ? (failure && statusAfter(failure)) ?? 'not_connected'
      : 'connected',
    status_reason: failed?.cause ?? null,
    checked_at: at,
    // what is known of an org stays, where somebody else was met instead
    ...(facts && failed?.id !== 'same_organization'
      ? {
          instance_url: facts.instanceUrl,
          organization_id: facts.organizationId,
        }
      : {}),
    ...(facts?.edition === undefined
      ? {}
      : { edition: facts.edition, is_sandbox: facts.isSandbox ?? null }),
    ...(checkup.limits
      ? { limits: JSON.stringify({ ...checkup.limits, at }) }
      : {}),
  };
}
