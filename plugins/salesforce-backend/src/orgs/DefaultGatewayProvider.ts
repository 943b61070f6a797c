import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { findOrg } from '../database/operations/orgs/findOrg';
import { noteOrg } from '../database/operations/orgs/noteOrg';
import type { OrgRow } from '../database/tables';
import {
  JsforceGateway,
  type OrgCredentials,
  type RefreshTokenKeeper,
} from '../gateway';
import type { CredentialSealer } from './CredentialSealer';
import type { GatewayProvider, OrgConnection } from './GatewayProvider';
import {
  isOtherOrganization,
  orgNotFound,
  otherOrganization,
} from './orgErrors';
import type { OrgObserver } from './OrgObserver';
import { orgTokenKeeper } from './orgTokenKeeper';
import type { ConfiguredOrg } from './readOrgsConfig';

/** How gateways are made; the same for all orgs. */
export interface GatewaySettings {
  now: () => Date;
  wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds for one call. */
  timeout?: number;
  /** Calls to one org at the same time. */
  concurrency?: number;
}

/**
 * Keeps one gateway per org. An org's row is read for every use, so that a
 * pause or new credentials count at once in every process; the gateway is made
 * anew only when the row's revision moved, and the old session is ended then.
 */
export class DefaultGatewayProvider implements GatewayProvider {
  readonly #knex: Knex;
  readonly #configured: ReadonlyMap<string, ConfiguredOrg>;
  readonly #sealer: CredentialSealer;
  readonly #observer: OrgObserver;
  readonly #settings: GatewaySettings;
  readonly #gateways = new Map<
    string,
    { revision: number; gateway: Promise<JsforceGateway> }
  >();

  /** Other Salesforce orgs that logins were seen to lead to. */
  readonly #strangers = new Map<string, string>();

  static create(options: {
    knex: Knex;
    configured: ConfiguredOrg[];
    sealer: CredentialSealer;
    observer: OrgObserver;
    settings: GatewaySettings;
  }): DefaultGatewayProvider {
    return new DefaultGatewayProvider(options);
  }

  private constructor(options: {
    knex: Knex;
    configured: ConfiguredOrg[];
    sealer: CredentialSealer;
    observer: OrgObserver;
    settings: GatewaySettings;
  }) {
    this.#knex = options.knex;
    this.#configured = new Map(options.configured.map(org => [org.id, org]));
    this.#sealer = options.sealer;
    this.#observer = options.observer;
    this.#settings = options.settings;
  }

  async forOrg(orgId: string): Promise<JsforceGateway> {
    const row = await this.#usableOrg(orgId);
    const stranger = this.#strangers.get(keyOf(row));
    if (stranger) throw otherOrganization(row, stranger);
    return this.#gatewayOf(row);
  }

  async connect(orgId: string): Promise<OrgConnection> {
    const row = await this.#usableOrg(orgId);
    const gateway = await this.#gatewayOf(row);
    const { instanceUrl, userId, organizationId } = await gateway.identity();
    await this.#requireSameOrganization(row, organizationId);
    return {
      gateway,
      integrationUserId: userId,
      isCurrent: async () =>
        (await this.#usableOrg(orgId)).revision === row.revision,
      org: {
        id: row.id,
        title: row.title,
        apiVersion: row.api_version,
        instanceUrl,
      },
    };
  }

  /** A gateway that shares nothing with the one in use, for checks. */
  createGateway(options: {
    credentials: OrgCredentials;
    apiVersion: string;
    keeper?: RefreshTokenKeeper;
  }): JsforceGateway {
    return JsforceGateway.create({ ...this.#settings, ...options });
  }

  /** The credentials of an org, opened. */
  async credentialsOf(row: OrgRow): Promise<OrgCredentials> {
    const configured = this.#configured.get(row.id);
    if (row.source === 'config' && configured) return configured.credentials;
    if (row.sealed_credentials) {
      return this.#sealer.open({
        orgId: row.id,
        sealed: row.sealed_credentials,
      });
    }
    throw new SalesdeskError(
      'ConflictError',
      `Org '${row.id}' is not connected`,
      { code: 'org_not_connected' },
    );
  }

  /** Where the refresh token of an org's connection is kept, if it has one. */
  keeperOf(
    orgId: string,
    credentials: OrgCredentials,
  ): RefreshTokenKeeper | undefined {
    return credentials.kind === 'web_server'
      ? orgTokenKeeper({ knex: this.#knex, sealer: this.#sealer, orgId })
      : undefined;
  }

  /** Ends the session of an org in this process. */
  async release(orgId: string): Promise<boolean> {
    const known = this.#gateways.get(orgId);
    this.#gateways.delete(orgId);
    if (!known) return true;
    return known.gateway.then(
      gateway => gateway.revoke(),
      () => true,
    );
  }

  /** What this process knows of an org's daily limit without asking. */
  async limitStateOf(orgId: string) {
    return (await this.#gateways.get(orgId)?.gateway)?.limitState;
  }

  async #usableOrg(orgId: string): Promise<OrgRow> {
    const row = await findOrg({ knex: this.#knex, orgId });
    if (!row) throw orgNotFound(orgId);
    if (row.paused) {
      throw new SalesdeskError(
        'ConflictError',
        `Work in org '${orgId}' is paused`,
        { code: 'org_paused' },
      );
    }
    return row;
  }

  /**
   * The Salesforce org that a login leads to is noted once. From then on a login
   * that leads elsewhere, as after the refresh of a sandbox, is not worked with:
   * what is known of records would be about strangers.
   */
  async #requireSameOrganization(
    row: OrgRow,
    organizationId: string,
  ): Promise<void> {
    const { id: orgId, revision } = row;
    this.#strangers.delete(keyOf(row));
    if (!row.organization_id) {
      await noteOrg({
        knex: this.#knex,
        orgId,
        revision,
        note: { organization_id: organizationId },
      });
    } else if (isOtherOrganization(row, organizationId)) {
      this.#strangers.set(keyOf(row), organizationId);
      await this.#observer.noteOtherOrganization(row, organizationId);
      throw otherOrganization(row, organizationId);
    }
  }

  #gatewayOf(row: OrgRow): Promise<JsforceGateway> {
    const known = this.#gateways.get(row.id);
    if (known?.revision === row.revision) return known.gateway;
    if (known) void this.release(row.id);
    const observed = { id: row.id, revision: row.revision };
    const gateway = this.credentialsOf(row).then(credentials =>
      JsforceGateway.create({
        ...this.#settings,
        credentials,
        keeper: this.keeperOf(row.id, credentials),
        apiVersion: row.api_version,
        onLimitChange: change => this.#observer.noteLimits(observed, change),
        onOutcome: failure => this.#observer.noteOutcome(observed, failure),
      }),
    );
    // what cannot be opened is tried again with the next use
    gateway.catch(() => this.#gateways.delete(row.id));
    this.#gateways.set(row.id, { revision: row.revision, gateway });
    return gateway;
  }
}

function keyOf({ id, revision }: Pick<OrgRow, 'id' | 'revision'>): string {
  return `${id} ${revision}`;
}
