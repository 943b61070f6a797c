import {
  SalesdeskError,
  type LoginAppBody,
  type StartedLogin,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { findOrg } from '../database/operations/orgs/findOrg';
import type { OrgRow } from '../database/tables';
import { revokeToken, type OrgCredentials } from '../gateway';
import type { BrowserLogins, CompletedFlow } from '../oauth';
import type { OrgCheckups } from './OrgCheckups';
import type { OrgConnector } from './OrgConnector';
import {
  orgNotFound,
  refuseOtherOrganization,
  refuseUpdate,
} from './orgErrors';
import type { OrgObserver } from './OrgObserver';
import { memoryTokenKeeper } from './orgTokenKeeper';
import { parseLoginApp } from './sealLoginApp';

/** For a call that ends a token. Milliseconds. */
const revokeTimeout = 10_000;

/** "Log in with Salesforce": an org's own connection through a browser. */
export class OrgLogins {
  readonly #knex: Knex;
  readonly #logins: BrowserLogins;
  readonly #connector: OrgConnector;
  readonly #checkups: OrgCheckups;
  readonly #observer: OrgObserver;

  constructor(options: {
    knex: Knex;
    logins: BrowserLogins;
    connector: OrgConnector;
    checkups: OrgCheckups;
    observer: OrgObserver;
  }) {
    this.#knex = options.knex;
    this.#logins = options.logins;
    this.#connector = options.connector;
    this.#checkups = options.checkups;
    this.#observer = options.observer;
  }

  async start(options: {
    orgId: string;
    body: LoginAppBody;
    actor: string;
  }): Promise<StartedLogin> {
    const { orgId, body, actor } = options;
    await this.#changeable(orgId);
    return this.#logins.begin({
      purpose: 'org',
      personRef: actor,
      orgId,
      app: parseLoginApp(body, ''),
    });
  }

  /** Throws InputError `org_credentials_refused` with what to do. */
  async complete(options: {
    flow: CompletedFlow;
    actor: string;
  }): Promise<void> {
    const { flow, actor } = options;
    try {
      const row = await this.#changeable(flow.orgId);
      await this.#keep({ row, flow, actor });
    } catch (error) {
      await revokeToken({
        loginUrl: flow.app.loginUrl,
        token: flow.token.refreshToken ?? flow.token.accessToken,
        timeout: revokeTimeout,
      });
      await this.#observer.log(flow.orgId, {
        level: 'error',
        message: `Somebody logged in with Salesforce, but it was not kept: ${
          error instanceof Error ? error.message : error
        }`,
      });
      throw error;
    }
  }

  async #keep(options: {
    row: OrgRow;
    flow: CompletedFlow;
    actor: string;
  }): Promise<void> {
    const { row, flow, actor } = options;
    const { refreshToken, organizationId } = flow.token;
    if (!refreshToken) {
      throw refused(
        'The app lets people log in, but not stay connected. Add a scope: the app > Settings > OAuth Settings > Selected OAuth Scopes > Perform requests at any time (refresh_token, offline_access)',
      );
    }
    refuseOtherOrganization(
      row,
      organizationId,
      'Log out of Salesforce in this browser, and try again',
    );
    await this.#connector.noteValidating(row);
    const keeper = memoryTokenKeeper(refreshToken);
    const credentials: OrgCredentials = {
      kind: 'web_server',
      ...flow.app,
      refreshToken,
    };
    const checkup = await this.#checkups
      .demand({ credentials, apiVersion: row.api_version, keeper, org: row })
      .catch(async error => {
        await this.#connector.noteNotValid(row);
        throw error;
      });
    await this.#connector.connect({
      row,
      credentials: { ...credentials, refreshToken: await keeper.current() },
      checkup,
      actor,
    });
  }

  /** The org, if its login can be changed here. */
  async #changeable(orgId: string): Promise<OrgRow> {
    const row = await findOrg({ knex: this.#knex, orgId });
    if (!row) throw orgNotFound(orgId);
    // as if new credentials were given, which also connect again
    refuseUpdate(row, {
      credentials: { kind: 'client_credentials', loginUrl: '' },
    });
    return row;
  }
}

function refused(message: string): SalesdeskError {
  return new SalesdeskError('InputError', message, {
    code: 'org_credentials_refused',
  });
}
