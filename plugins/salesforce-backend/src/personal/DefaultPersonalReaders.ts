import { GatewayError } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import { findOrg } from '../database/operations/orgs/findOrg';
import { findConnection } from '../database/operations/personalConnections/findConnection';
import { noteUse } from '../database/operations/personalConnections/noteUse';
import { updateConnection } from '../database/operations/personalConnections/updateConnection';
import type { OrgRow, PersonalConnectionRow } from '../database/tables';
import { JsforceGateway, type BatchSource } from '../gateway';
import type { GatewaySettings } from '../orgs/DefaultGatewayProvider';
import { personalExpired } from './personalEntries';
import type { PersonalReaders } from './PersonalReaders';
import type { PersonalTokens } from './PersonalTokens';
import { readOnly } from './readOnly';

/** People with a session in this process at the same time. */
const mostSessions = 500;
/** The time of the last use is written no more often than this. Milliseconds. */
const useGranularity = 10 * 60_000;

interface Session {
  userId: string;
  connectedAt: string;
  apiVersion: string;
  gateway: JsforceGateway;
  reader: BatchSource;
}

/** @see DefaultPersonalReaders */
export interface DefaultPersonalReadersOptions {
  knex: Knex;
  auditLog: AuditLog;
  tokens: PersonalTokens;
  settings: GatewaySettings;
}

/**
 * Keeps a session per person and org in this process. The row is read for each
 * use: who has disconnected is not read for any more, on any replica.
 */
export class DefaultPersonalReaders implements PersonalReaders {
  readonly #options: DefaultPersonalReadersOptions;
  /** The one used last stands last. */
  readonly #sessions = new Map<string, Session>();

  static create(
    options: DefaultPersonalReadersOptions,
  ): DefaultPersonalReaders {
    return new DefaultPersonalReaders(options);
  }

  private constructor(options: DefaultPersonalReadersOptions) {
    this.#options = options;
  }

  async find(options: {
    personRef: string;
    orgId: string;
  }): Promise<BatchSource | undefined> {
    const { knex } = this.#options;
    const orgId = options.orgId;
    const personRef = options.personRef.toLocaleLowerCase('en-US');
    const [row, org] = await Promise.all([
      findConnection({ knex, orgId, personRef }),
      findOrg({ knex, orgId }),
    ]);
    // a paused org refuses everybody, with its own words, where it is opened
    if (!org || org.paused || org.status === 'disconnected') return undefined;
    if (row?.status !== 'connected') return undefined;
    const session = await this.#sessionOf(row, org);
    if (!session) {
      await this.#expire(row, org, 'its key is configured no longer');
      return undefined;
    }
    try {
      const { userId } = await session.gateway.identity();
      if (userId.slice(0, 15) !== row.user_id.slice(0, 15)) {
        await this.#expire(row, org, 'the token became that of another user');
        return undefined;
      }
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await this.#expire(row, org, 'Salesforce takes its token no longer');
      return undefined;
    }
    await this.#noteUse(row);
    return session.reader;
  }

  /** Forgets the session of this process. */
  forget(key: { orgId: string; personRef: string }): void {
    this.#sessions.delete(`${key.orgId} ${key.personRef}`);
  }

  async #sessionOf(
    row: PersonalConnectionRow,
    org: OrgRow,
  ): Promise<Session | undefined> {
    const key = { orgId: row.org_id, personRef: row.person_ref };
    const name = `${key.orgId} ${key.personRef}`;
    const known = this.#sessions.get(name);
    this.#sessions.delete(name);
    const fits =
      known?.connectedAt === row.connected_at &&
      known.userId === row.user_id &&
      known.apiVersion === org.api_version;
    const session = fits ? known : await this.#open(row, org);
    if (!session) return undefined;
    this.#sessions.set(name, session);
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size > mostSessions && oldest !== undefined) {
      this.#sessions.delete(oldest);
    }
    return session;
  }

  async #open(
    row: PersonalConnectionRow,
    org: OrgRow,
  ): Promise<Session | undefined> {
    const { tokens, settings } = this.#options;
    const token = await tokens.open(row);
    if (!token) return undefined;
    await tokens.renewSeal(row);
    const key = { orgId: row.org_id, personRef: row.person_ref };
    const gateway = JsforceGateway.create({
      ...settings,
      credentials: {
        kind: 'web_server',
        ...token.app,
        refreshToken: token.refreshToken,
      },
      keeper: tokens.keeperOf(key),
      apiVersion: org.api_version,
    });
    return {
      userId: row.user_id,
      connectedAt: row.connected_at,
      apiVersion: org.api_version,
      gateway,
      reader: readOnly(gateway),
    };
  }

  async #expire(
    row: PersonalConnectionRow,
    org: OrgRow,
    reason: string,
  ): Promise<void> {
    const { knex, auditLog } = this.#options;
    const key = { orgId: row.org_id, personRef: row.person_ref };
    this.forget(key);
    await knex.transaction(async transaction => {
      const current = await findConnection({ knex: transaction, ...key });
      // connected again, or disconnected, meanwhile
      if (current?.connected_at !== row.connected_at) return;
      const result = await updateConnection({
        knex: transaction,
        ...key,
        revision: current.revision,
        patch: { status: 'expired', status_reason: reason, sealed: null },
      });
      if (result === 'conflict') return;
      await auditLog.append(transaction, [
        personalExpired({
          ...key,
          orgTitle: org.title,
          userId: row.user_id,
          username: row.username,
          reason,
        }),
      ]);
    });
  }

  async #noteUse(row: PersonalConnectionRow): Promise<void> {
    const { knex, settings } = this.#options;
    const at = settings.now();
    const last = row.used_at ? Date.parse(row.used_at) : 0;
    if (at.getTime() - last < useGranularity) return;
    await noteUse({
      knex,
      orgId: row.org_id,
      personRef: row.person_ref,
      at: at.toISOString(),
    });
  }
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof GatewayError && error.failure === 'credentials_refused'
  );
}
