import {
  isSalesdeskError,
  SalesdeskError,
  type PersonalConnection,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import { lockOrg } from '../database/operations/orgs/lockOrg';
import { findOrg } from '../database/operations/orgs/findOrg';
import { listOrgs } from '../database/operations/orgs/listOrgs';
import { deleteConnection } from '../database/operations/personalConnections/deleteConnection';
import { findConnection } from '../database/operations/personalConnections/findConnection';
import { listConnections } from '../database/operations/personalConnections/listConnections';
import { putConnection } from '../database/operations/personalConnections/putConnection';
import type { OrgRow, PersonalConnectionRow } from '../database/tables';
import { revokeToken } from '../gateway';
import type { BrowserLogins, CompletedFlow } from '../oauth';
import type { LoginApps } from '../orgs/LoginApps';
import { orgNotFound } from '../orgs/orgErrors';
import type { DefaultPersonalReaders } from './DefaultPersonalReaders';
import type { LinkClaims } from './LinkClaims';
import { personalConnected, personalDisconnected } from './personalEntries';
import type { PersonalTokens } from './PersonalTokens';
import { toPersonalConnection } from './toPersonalConnection';

/** Somebody waits for an org to be disconnected; Salesforce may not answer. */
const endedAtOnce = 10;
const revokeTimeout = 10_000;
const mostRounds = 3;

/** @see PersonalConnections */
export interface PersonalConnectionsOptions {
  knex: Knex;
  auditLog: AuditLog;
  logins: BrowserLogins;
  loginApps: LoginApps;
  tokens: PersonalTokens;
  readers: DefaultPersonalReaders;
  claims: LinkClaims;
  /** Username of a person's Salesforce user, where one is known. */
  usernameOf(options: {
    personRef: string;
    orgId: string;
  }): Promise<string | undefined>;
  now: () => Date;
}

/** "Connect my Salesforce": everybody's own, and nobody else's. */
export class PersonalConnections {
  readonly #options: PersonalConnectionsOptions;

  static create(options: PersonalConnectionsOptions): PersonalConnections {
    return new PersonalConnections(options);
  }

  private constructor(options: PersonalConnectionsOptions) {
    this.#options = options;
  }

  /** One for each connected org. */
  async list(options: { personRef: string }): Promise<PersonalConnection[]> {
    const { knex } = this.#options;
    const [orgs, rows] = await Promise.all([
      listOrgs({ knex }),
      listConnections({ knex, of: options }),
    ]);
    return orgs
      .filter(({ status }) => status !== 'disconnected')
      .map(org =>
        this.#view(
          org,
          rows.find(row => row.org_id === org.id),
        ),
      );
  }

  /** Throws ConflictError where the org offers no logins for people. */
  async start(options: {
    personRef: string;
    orgId: string;
  }): Promise<{ url: string; expiresAt: string }> {
    const { personRef, orgId } = options;
    const org = await this.#find(orgId);
    const app = await this.#options.loginApps.of(org);
    if (!app) {
      throw new SalesdeskError(
        'ConflictError',
        `Org '${orgId}' has no app through which people could log in. Whoever looks after it adds one`,
        { code: 'wrong_state' },
      );
    }
    return this.#options.logins.begin({
      purpose: 'personal',
      personRef,
      orgId,
      app,
      loginHint: await this.#options.usernameOf(options).catch(() => undefined),
    });
  }

  /**
   * Keeps what a login brought. Throws ConflictError `link_conflict` when the
   * user is not, or may not be, this person's; the token is revoked then.
   */
  async complete(options: {
    personRef: string;
    flow: CompletedFlow;
  }): Promise<PersonalConnection> {
    const { personRef, flow } = options;
    const org = await this.#find(flow.orgId);
    try {
      return await this.#keep({ personRef, flow, org });
    } catch (error) {
      await this.#revoke(flow);
      throw error;
    }
  }

  async #keep(options: {
    personRef: string;
    flow: CompletedFlow;
    org: OrgRow;
  }): Promise<PersonalConnection> {
    const { personRef, flow, org } = options;
    const { knex, auditLog, tokens, claims, now } = this.#options;
    const { refreshToken } = flow.token;
    if (!refreshToken) {
      throw new SalesdeskError(
        'InputError',
        'The app lets people log in, but not stay connected. A Salesforce admin adds a scope: the app > Settings > OAuth Settings > Selected OAuth Scopes > Perform requests at any time (refresh_token, offline_access)',
        { code: 'login_refused' },
      );
    }
    const claim = await claims.demand({ personRef, org, token: flow.token });
    const key = { orgId: org.id, personRef };
    const row: PersonalConnectionRow = {
      org_id: org.id,
      person_ref: personRef,
      user_id: claim.userId,
      username: claim.username,
      status: 'connected',
      status_reason: null,
      sealed: await tokens.seal(key, { app: flow.app, refreshToken }),
      connected_at: now().toISOString(),
      used_at: null,
      revision: 1,
    };
    const before = await findConnection({ knex, ...key });
    await knex.transaction(async transaction => {
      // It may have been disconnected while Salesforce was asked: then nobody
      // would end this login any more.
      const still = await lockOrg({ transaction, orgId: org.id });
      if (!still || still.status === 'disconnected') throw orgNotFound(org.id);
      await claims.settle({ transaction, personRef, org, claim });
      await putConnection({ knex: transaction, row });
      await auditLog.append(transaction, [
        personalConnected({ ...key, orgTitle: org.title, ...claim }),
      ]);
    });
    this.#options.readers.forget(key);
    if (before) await this.#revokeOf(before);
    return this.#view(org, row);
  }

  /** Ends the connection of a person; there need not be one. */
  async disconnect(options: {
    personRef: string;
    orgId: string;
    /** Who does it: the person, or who settles links. */
    actor: string;
  }): Promise<PersonalConnection> {
    const { knex } = this.#options;
    const org = await this.#find(options.orgId);
    const row = await findConnection({ knex, ...options });
    if (!row) return this.#view(org, undefined);
    const revoked = await this.#end({ row, org, actor: options.actor });
    return { ...this.#view(org, undefined), revoked };
  }

  /** Ends all connections to an org that is, or was just, disconnected. */
  async disconnectOrg(options: {
    orgId: string;
    actor: string;
  }): Promise<{ ended: number; unconfirmed: number }> {
    const { knex } = this.#options;
    const { orgId, actor } = options;
    const org = await findOrg({ knex, orgId });
    if (!org) throw orgNotFound(orgId);
    let ended = 0;
    let unconfirmed = 0;
    // A token that is replaced at this moment is ended in the next round.
    for (let round = 0; round < mostRounds; round += 1) {
      const rows = await listConnections({ knex, of: { orgId } });
      if (rows.length === 0) break;
      for (let start = 0; start < rows.length; start += endedAtOnce) {
        const part = rows.slice(start, start + endedAtOnce);
        const confirmed = await Promise.all(
          part.map(row => this.#end({ row, org, actor }).catch(notChanged)),
        );
        ended += confirmed.filter(one => one !== undefined).length;
        unconfirmed += confirmed.filter(one => one === false).length;
      }
    }
    return { ended, unconfirmed };
  }

  async #end(options: {
    row: PersonalConnectionRow;
    org: OrgRow;
    actor: string;
  }): Promise<boolean> {
    const { row, org, actor } = options;
    const { knex, auditLog, readers } = this.#options;
    const key = { orgId: row.org_id, personRef: row.person_ref };
    // Salesforce first: with the row, the only copy of the token goes
    const revoked = await this.#revokeOf(row);
    readers.forget(key);
    await knex.transaction(async transaction => {
      const result = await deleteConnection({
        knex: transaction,
        ...key,
        revision: row.revision,
      });
      if (result === 'conflict') {
        throw new SalesdeskError(
          'ConflictError',
          'The connection was changed meanwhile; look at it again',
          { code: 'version_conflict' },
        );
      }
      await auditLog.append(transaction, [
        personalDisconnected({
          ...key,
          orgTitle: org.title,
          userId: row.user_id,
          username: row.username,
          actor,
          revoked,
        }),
      ]);
    });
    return revoked;
  }

  async #revokeOf(row: PersonalConnectionRow): Promise<boolean> {
    const token = await this.#options.tokens.open(row);
    // what expired is taken by Salesforce no longer
    if (!token) return row.status === 'expired';
    return revokeToken({
      loginUrl: token.app.loginUrl,
      token: token.refreshToken,
      timeout: revokeTimeout,
    });
  }

  async #revoke(flow: CompletedFlow): Promise<void> {
    await revokeToken({
      loginUrl: flow.app.loginUrl,
      token: flow.token.refreshToken ?? flow.token.accessToken,
      timeout: revokeTimeout,
    });
  }

  #view(org: OrgRow, row: PersonalConnectionRow | undefined) {
    const isOffered = this.#options.loginApps.isOffered(org);
    return toPersonalConnection({ org, row, isOffered });
  }

  async #find(orgId: string): Promise<OrgRow> {
    const org = await findOrg({ knex: this.#options.knex, orgId });
    if (!org || org.status === 'disconnected') throw orgNotFound(orgId);
    return org;
  }
}

/** Undefined for what somebody changed meanwhile. */
function notChanged(error: unknown): undefined {
  if (isSalesdeskError(error) && error.code === 'version_conflict') return;
  throw error;
}
