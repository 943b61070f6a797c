import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  CreateOrgBody,
  Credentials,
  OrgDetail,
  OrgLogPage,
  OrgSummary,
  OrgValidation,
  Person,
  UpdateOrgBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import { clearDefaultOrg } from '../database/operations/orgs/clearDefaultOrg';
import { findOrg } from '../database/operations/orgs/findOrg';
import { insertOrg } from '../database/operations/orgs/insertOrg';
import { listOrgs } from '../database/operations/orgs/listOrgs';
import { noteOrg } from '../database/operations/orgs/noteOrg';
import { updateOrg } from '../database/operations/orgs/updateOrg';
import type { OrgRow } from '../database/tables';
import type { CredentialSealer } from './CredentialSealer';
import type { DefaultGatewayProvider } from './DefaultGatewayProvider';
import { LicenseReader } from './LicenseReader';
import { noteOf, OrgCheckups } from './OrgCheckups';
import { connectedEntry, disconnectedEntry, updatedEntry } from './orgEntries';
import {
  orgChangedMeanwhile,
  orgExistsAlready,
  orgNotFound,
  refuseDisconnect,
  refuseUpdate,
} from './orgErrors';
import type { OrgObserver } from './OrgObserver';
import type { OrgService } from './OrgService';
import { defaultOrgOf, ownersOf, toOrgDetail, toOrgSummary } from './orgViews';
import { parseCredentials } from './parseCredentials';
import { readOrgLog } from './readOrgLog';
import { defaultApiVersion, type ConfiguredOrg } from './readOrgsConfig';
import { SealedCredentials } from './SealedCredentials';
import { newOrgRow, syncConfiguredOrgs } from './syncConfiguredOrgs';

/** What the orgs' service needs. */
export interface DefaultOrgServiceOptions {
  knex: Knex;
  auditLog: AuditLog;
  sealer: CredentialSealer;
  provider: DefaultGatewayProvider;
  observer: OrgObserver;
  configured: ConfiguredOrg[];
  logger: LoggerService;
  now: () => Date;
  /** Shows people and groups by their entity refs. */
  describePeople(refs: string[]): Promise<Person[]>;
  /** Requests of an org that are not finished. */
  countWaitingRequests(orgId: string): Promise<number>;
}

const kept = [
  'Requests, with their plans, reviews and outcomes',
  'The audit log',
  'The log of this connection',
];

/** Orgs in the database and in the configuration. */
export class DefaultOrgService implements OrgService {
  readonly #options: DefaultOrgServiceOptions;
  readonly #credentials: SealedCredentials;
  readonly #checkups: OrgCheckups;
  readonly #licenses: LicenseReader;

  static create(options: DefaultOrgServiceOptions): DefaultOrgService {
    return new DefaultOrgService(options);
  }

  private constructor(options: DefaultOrgServiceOptions) {
    this.#options = options;
    this.#credentials = new SealedCredentials(options);
    this.#checkups = new OrgCheckups(options);
    this.#licenses = new LicenseReader(options);
  }

  /**
   * Takes the configuration over and seals with the newest key what an older
   * one sealed. Call it once, after the migrations.
   */
  async start(): Promise<void> {
    const { knex, configured, now } = this.#options;
    await syncConfiguredOrgs({ knex, configured, at: now().toISOString() });
    await this.rotateKeys();
  }

  /** Returns the orgs whose credentials no configured key opens. */
  async rotateKeys(): Promise<string[]> {
    return this.#credentials.rotate();
  }

  async list(): Promise<OrgSummary[]> {
    const rows = await listOrgs({ knex: this.#options.knex });
    return Promise.all(
      rows.map(async row =>
        toOrgSummary(row, await this.#options.describePeople(ownersOf(row))),
      ),
    );
  }

  async get(options: { orgId: string }): Promise<OrgDetail> {
    const { describePeople, countWaitingRequests, provider } = this.#options;
    const row = await this.#find(options.orgId);
    const [owners, licenses, waitingRequests, limits] = await Promise.all([
      describePeople(ownersOf(row)),
      this.#licenses.read(row.id),
      countWaitingRequests(row.id),
      provider.limitStateOf(row.id),
    ]);
    return toOrgDetail({ row, owners, licenses, waitingRequests, limits });
  }

  async create(options: {
    body: CreateOrgBody;
    actor: string;
  }): Promise<OrgDetail> {
    const { body, actor } = options;
    const { knex, auditLog, now } = this.#options;
    const apiVersion = body.apiVersion ?? defaultApiVersion;
    const owners = (body.owners ?? []).map(ref => ref.toLowerCase());
    if (await findOrg({ knex, orgId: body.id })) {
      throw orgExistsAlready(body.id);
    }
    const credentials = parseCredentials({
      credentials: body.credentials,
      path: 'credentials',
    });
    const sealed = await this.#credentials.seal(body.id, credentials);
    const checkup = await this.#checkups.demand({ credentials, apiVersion });

    const at = now().toISOString();
    await knex.transaction(async transaction => {
      const result = await insertOrg({
        knex: transaction,
        row: newOrgRow({
          id: body.id,
          source: 'database',
          title: body.title,
          api_version: apiVersion,
          entity_ref: body.entityRef?.toLowerCase() ?? null,
          owners: JSON.stringify(owners),
          is_default: body.isDefault ?? false,
          ...sealed,
          ...noteOf(checkup, at),
          at,
        }),
      });
      if (result === 'exists') throw orgExistsAlready(body.id);
      if (body.isDefault) {
        await clearDefaultOrg({ knex: transaction, exceptOrgId: body.id });
      }
      await auditLog.append(transaction, [
        connectedEntry({ body, owners, credentials, checkup, actor }),
      ]);
    });
    await this.#checkups.log(body.id, checkup);
    return this.get({ orgId: body.id });
  }

  async update(options: {
    orgId: string;
    body: UpdateOrgBody;
    actor: string;
  }): Promise<OrgDetail> {
    const { orgId, body, actor } = options;
    const { knex, auditLog, now, observer } = this.#options;
    const row = await this.#find(orgId);
    refuseUpdate(row, body);

    const apiVersion = body.apiVersion ?? row.api_version;
    const credentials =
      body.credentials &&
      parseCredentials({ credentials: body.credentials, path: 'credentials' });
    const sealed =
      credentials && (await this.#credentials.seal(orgId, credentials));
    const checkup =
      credentials && (await this.#checkups.demand({ credentials, apiVersion }));

    const at = now().toISOString();
    await knex.transaction(async transaction => {
      const result = await updateOrg({
        knex: transaction,
        orgId,
        revision: row.revision,
        patch: {
          ...patchOf(body),
          ...sealed,
          ...(checkup ? noteOf(checkup, at) : {}),
        },
        at,
      });
      if (result === 'conflict') throw orgChangedMeanwhile(orgId);
      if (body.isDefault) {
        await clearDefaultOrg({ knex: transaction, exceptOrgId: orgId });
      }
      await auditLog.append(transaction, [
        updatedEntry({ orgId, title: row.title, body, actor }),
      ]);
    });
    if (checkup) await this.#checkups.log(orgId, checkup);
    if (body.paused !== undefined) {
      await observer.log(orgId, {
        level: 'info',
        message: body.paused
          ? 'Paused: nothing is read or changed until it is resumed'
          : 'Resumed',
      });
    }
    return this.get({ orgId });
  }

  async disconnect(options: {
    orgId: string;
    actor: string;
  }): Promise<OrgDetail> {
    const { orgId, actor } = options;
    const { knex, auditLog, now, provider, observer } = this.#options;
    const row = await this.#find(orgId);
    refuseDisconnect(row);
    await knex.transaction(async transaction => {
      const result = await updateOrg({
        knex: transaction,
        orgId,
        revision: row.revision,
        patch: {
          sealed_credentials: null,
          credentials_view: null,
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
    const revoked = await provider.release(orgId);
    await observer.log(orgId, {
      level: revoked ? 'info' : 'warning',
      message: revoked
        ? 'Disconnected; the credentials are removed and the session is ended'
        : 'Disconnected and the credentials removed, but Salesforce did not confirm the end of the session. It ends by itself within hours',
    });
    return { ...(await this.get({ orgId })), kept };
  }

  async validate(options: { orgId: string }): Promise<OrgValidation> {
    const { knex, provider, now } = this.#options;
    const row = await this.#find(options.orgId);
    const checkup = await this.#checkups.check({
      credentials: await provider.credentialsOf(row),
      apiVersion: row.api_version,
    });
    await noteOrg({
      knex,
      orgId: row.id,
      revision: row.revision,
      note: noteOf(checkup, now().toISOString()),
    });
    await this.#checkups.log(row.id, checkup);
    return checkup.validation;
  }

  async validateCredentials(options: {
    credentials: Credentials;
    apiVersion?: string;
  }): Promise<OrgValidation> {
    const { validation } = await this.#checkups.check({
      credentials: parseCredentials({
        credentials: options.credentials,
        path: 'credentials',
      }),
      apiVersion: options.apiVersion ?? defaultApiVersion,
    });
    return validation;
  }

  async listLog(options: {
    orgId: string;
    cursor?: string;
    limit?: number;
  }): Promise<OrgLogPage> {
    await this.#find(options.orgId);
    return readOrgLog({ knex: this.#options.knex, ...options });
  }

  async defaultOrgId(): Promise<string> {
    return defaultOrgOf(await listOrgs({ knex: this.#options.knex }));
  }

  async ownersOf(orgId: string): Promise<string[]> {
    return ownersOf(await this.#find(orgId));
  }

  async #find(orgId: string): Promise<OrgRow> {
    const row = await findOrg({ knex: this.#options.knex, orgId });
    if (!row) throw orgNotFound(orgId);
    return row;
  }
}

/** Only what was given is changed. */
function patchOf(body: UpdateOrgBody): Partial<OrgRow> {
  const { title, entityRef, owners, isDefault, paused, apiVersion } = body;
  return {
    ...(title === undefined ? {} : { title }),
    ...(entityRef === undefined
      ? {}
      : { entity_ref: entityRef.toLowerCase() || null }),
    ...(owners === undefined
      ? {}
      : { owners: JSON.stringify(owners.map(ref => ref.toLowerCase())) }),
    ...(isDefault === undefined ? {} : { is_default: isDefault }),
    ...(paused === undefined ? {} : { paused }),
    ...(apiVersion === undefined ? {} : { api_version: apiVersion }),
  };
}
