import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import { updateOrg } from '../database/operations/orgs/updateOrg';
import type { OrgRow } from '../database/tables';
import { revokeToken } from '../gateway';
import type { DefaultGatewayProvider } from './DefaultGatewayProvider';
import { disconnectedEntry } from './orgEntries';
import { orgChangedMeanwhile, refuseDisconnect } from './orgErrors';
import type { OrgObserver } from './OrgObserver';

/** For the call that ends a refresh token. Milliseconds. */
const revokeTimeout = 10_000;

/** @see OrgDisconnector */
export interface OrgDisconnectorOptions {
  knex: Knex;
  auditLog: AuditLog;
  provider: DefaultGatewayProvider;
  observer: OrgObserver;
  logger: LoggerService;
  now: () => Date;
  endPersonalConnections(options: {
    orgId: string;
    actor: string;
  }): Promise<{ ended: number; unconfirmed: number }>;
}

/** Ends the connection to an org: tokens, then secrets; the record stays. */
export class OrgDisconnector {
  readonly #options: OrgDisconnectorOptions;

  constructor(options: OrgDisconnectorOptions) {
    this.#options = options;
  }

  /** What is kept, in words. */
  async disconnect(options: {
    row: OrgRow;
    actor: string;
  }): Promise<{ kept: string[] }> {
    const { row, actor } = options;
    const { knex, auditLog, now, provider, observer } = this.#options;
    const orgId = row.id;
    refuseDisconnect(row);
    const before = await this.#options.endPersonalConnections({ orgId, actor });
    const endRefreshToken = await this.#refreshTokenOf(row);
    await knex.transaction(async transaction => {
      const result = await updateOrg({
        knex: transaction,
        orgId,
        revision: row.revision,
        patch: {
          sealed_credentials: null,
          credentials_view: null,
          sealed_login_app: null,
          login_app_client_id: null,
          sealed_key_pair: null,
          certificate: null,
          status: 'disconnected',
          status_reason: null,
          is_default: false,
          paused: false,
        },
        at: now().toISOString(),
      });
      if (result === 'conflict') throw orgChangedMeanwhile(orgId);
      await auditLog.append(transaction, [
        disconnectedEntry({ orgId, title: row.title, actor }),
      ]);
    });
    // and of those who were just logging in: from here on nobody does
    const late = await this.#options.endPersonalConnections({ orgId, actor });
    const personal = {
      ended: before.ended + late.ended,
      unconfirmed: before.unconfirmed + late.unconfirmed,
    };
    // One after the other: the end of the refresh token ends its sessions too,
    // and what has ended already is not confirmed.
    const sessionEnded = await provider.release(orgId);
    const loginEnded = await endRefreshToken();
    const confirmed = sessionEnded && loginEnded && personal.unconfirmed === 0;
    await observer.log(orgId, {
      level: confirmed ? 'info' : 'warning',
      message: [
        confirmed
          ? 'Disconnected; the credentials are removed and the session is ended'
          : 'Disconnected and the credentials removed, but Salesforce did not confirm the end of the session. It ends by itself within hours',
        ...(personal.ended > 0
          ? [`${people(personal.ended)} were disconnected too`]
          : []),
      ].join('. '),
    });
    return {
      kept: [
        'Requests, with their plans, reviews and outcomes',
        'The audit log',
        'The log of this connection',
        'Who is who: links between people and Salesforce users',
        'The inventory as of the last sync, and its changes of half a year',
        'Boards, access reviews and conversations with the assistant',
      ],
    };
  }

  async #refreshTokenOf(row: OrgRow): Promise<() => Promise<boolean>> {
    const { provider, logger } = this.#options;
    try {
      if (!row.sealed_credentials) return async () => true;
      const credentials = await provider.credentialsOf(row);
      if (credentials.kind !== 'web_server') return async () => true;
      const { loginUrl, refreshToken } = credentials;
      return () =>
        revokeToken({ loginUrl, token: refreshToken, timeout: revokeTimeout });
    } catch (error) {
      // what no key opens cannot be revoked, and must not stay for that
      logger.warn(error instanceof Error ? error.message : `${error}`);
      return async () => false;
    }
  }
}

function people(count: number): string {
  return count === 1
    ? 'One person’s own connection and its token'
    : `${count} people’s own connections and their tokens`;
}
