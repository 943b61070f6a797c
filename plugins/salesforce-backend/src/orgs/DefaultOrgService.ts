import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  SalesdeskError,
  type CreateOrgBody,
  type Credentials,
  type OrgDetail,
  type OrgLogPage,
  type OrgSummary,
  type OrgValidation,
  type Person,
  type UpdateOrgBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import { clearDefaultOrg } from '../database/operations/orgs/clearDefaultOrg';
import { findOrg } from '../database/operations/orgs/findOrg';
import { insertOrg } from '../database/operations/orgs/insertOrg';
import { listOrgLog } from '../database/operations/orgs/listOrgLog';
import { listOrgs } from '../database/operations/orgs/listOrgs';
import { noteOrg, type OrgNote } from '../database/operations/orgs/noteOrg';
import {
  updateOrg,
  type OrgPatch,
} from '../database/operations/orgs/updateOrg';
import type { OrgRow } from '../database/tables';
import type { OrgCredentials } from '../gateway';
import { checkConnection } from './checkConnection';
import type { CredentialSealer } from './CredentialSealer';
import type { DefaultGatewayProvider } from './DefaultGatewayProvider';
import { LicenseReader } from './LicenseReader';
import type { OrgObserver } from './OrgObserver';
import type { OrgService } from './OrgService';
import {
  allowedActionsOf,
  ownersOf,
  toCredentialsView,
  toOrgDetail,
  toOrgSummary,
} from './orgViews';
import { parseCredentials } from './parseCredentials';
import { defaultApiVersion, type ConfiguredOrg } from './readOrgsConfig';
import { newOrgRow, syncConfiguredOrgs } from './syncConfiguredOrgs';
import type { OrgCheckup } from './ValidationReport';

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
  readonly #licenses: LicenseReader;

  static create(options: DefaultOrgServiceOptions): DefaultOrgService {
    return new DefaultOrgService(options);
  }

  private constructor(options: DefaultOrgServiceOptions) {
    this.#options = options;
    this.#licenses = new LicenseReader({
      provider: options.provider,
      now: options.now,
    });
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

  /**
   * Seals the credentials of every org with the first of the configured keys.
   * Returns the orgs whose credentials no configured key opens.
   */
  async rotateKeys(): Promise<string[]> {
    const { knex, sealer, now, logger } = this.#options;
    const unreadable: string[] = [];
    for (const row of await listOrgs({ knex })) {
      const sealed = row.sealed_credentials;
      if (!sealed || !sealer.canSeal || !sealer.needsReseal(sealed)) continue;
      try {
        const credentials = await sealer.open({ orgId: row.id, sealed });
        await updateOrg({
          knex,
          orgId: row.id,
          revision: row.revision,
          patch: await this.#sealedPatch(row.id, credentials),
          at: now().toISOString(),
        });
      } catch (error) {
        unreadable.push(row.id);
        logger.warn(`${error instanceof Error ? error.message : error}`);
      }
    }
    return unreadable;
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
    return this.#detailOf(await this.#find(options.orgId));
  }

  async create(options: {
    body: CreateOrgBody;
    actor: string;
  }): Promise<OrgDetail> {
    const { body, actor } = options;
    const { knex, auditLog, now } = this.#options;
    const apiVersion = body.apiVersion ?? defaultApiVersion;
    if (await findOrg({ knex, orgId: body.id })) throw existsAlready(body.id);
    const credentials = parseCredentials({
      credentials: body.credentials,
      path: 'credentials',
    });
    const sealed = await this.#sealedPatch(body.id, credentials);
    const checkup = await this.#checkOrRefuse(credentials, apiVersion);

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
          owners: JSON.stringify(refs(body.owners ?? [])),
          is_default: body.isDefault ?? false,
          ...sealed,
          ...noteOf(checkup, at),
          at,
        }),
      });
      if (result === 'exists') throw existsAlready(body.id);
      if (body.isDefault) {
        await clearDefaultOrg({ knex: transaction, exceptOrgId: body.id });
      }
      await auditLog.append(transaction, [
        {
          type: 'org.connected',
          actor,
          org: body.id,
          summary: `Connected the org "${body.title}" as ${
            checkup.facts?.runningAs ?? 'its integration user'
          }`,
          data: {
            title: body.title,
            loginUrl: credentials.loginUrl,
            loginKind: credentials.kind,
            organizationId: checkup.facts?.organizationId ?? null,
            owners: refs(body.owners ?? []),
          },
        },
      ]);
    });
    await this.#logCheckup(body.id, checkup);
    return this.get({ orgId: body.id });
  }

  async update(options: {
    orgId: string;
    body: UpdateOrgBody;
    actor: string;
  }): Promise<OrgDetail> {
    const { orgId, body, actor } = options;
    const { knex, auditLog, now } = this.#options;
    const row = await this.#find(orgId);
    refuseUpdate(row, body);

    const apiVersion = body.apiVersion ?? row.api_version;
    const credentials = body.credentials
      ? parseCredentials({ credentials: body.credentials, path: 'credentials' })
      : undefined;
    const sealed = credentials && (await this.#sealedPatch(orgId, credentials));
    const checkup =
      credentials && (await this.#checkOrRefuse(credentials, apiVersion));
    const at = now().toISOString();
    const patch: OrgPatch = {
      ...(body.title === undefined ? {} : { title: body.title }),
      ...(body.entityRef === undefined
        ? {}
        : { entity_ref: body.entityRef.toLowerCase() || null }),
      ...(body.owners === undefined
        ? {}
        : { owners: JSON.stringify(refs(body.owners)) }),
      ...(body.isDefault === undefined ? {} : { is_default: body.isDefault }),
      ...(body.paused === undefined ? {} : { paused: body.paused }),
      ...(body.apiVersion === undefined ? {} : { api_version: apiVersion }),
      ...sealed,
      ...(checkup ? noteOf(checkup, at) : {}),
    };

    await knex.transaction(async transaction => {
      const result = await updateOrg({
        knex: transaction,
        orgId,
        revision: row.revision,
        patch,
        at,
      });
      if (result === 'conflict') throw changedMeanwhile(orgId);
      if (body.isDefault) {
        await clearDefaultOrg({ knex: transaction, exceptOrgId: orgId });
      }
      await auditLog.append(transaction, [
        {
          type: updateType(body),
          actor,
          org: orgId,
          summary: updateSummary(row.title, body),
          data: {
            // names only: one of them may be the credentials
            changed: Object.keys(body).filter(
              key => body[key as keyof UpdateOrgBody] !== undefined,
            ),
          },
        },
      ]);
    });
    await this.#logUpdate(orgId, body, checkup);
    return this.get({ orgId });
  }

  async disconnect(options: {
    orgId: string;
    actor: string;
  }): Promise<OrgDetail> {
    const { orgId, actor } = options;
    const { knex, auditLog, now, provider, observer } = this.#options;
    const row = await this.#find(orgId);
    if (!allowedActionsOf(row).includes('disconnect')) {
      throw new SalesdeskError(
        'ConflictError',
        row.source === 'config'
          ? `Org '${orgId}' stands in the configuration: remove salesforce.orgs.${orgId} there`
          : `Org '${orgId}' is disconnected already`,
        { code: 'wrong_state' },
      );
    }
    const at = now().toISOString();
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
        at,
      });
      if (result === 'conflict') throw changedMeanwhile(orgId);
      await auditLog.append(transaction, [
        {
          type: 'org.disconnected',
          actor,
          org: orgId,
          summary: `Disconnected the org "${row.title}" and removed its credentials`,
        },
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
    const credentials = await provider.credentialsOf(row);
    const checkup = await this.#check(credentials, row.api_version);
    await noteOrg({
      knex,
      orgId: row.id,
      revision: row.revision,
      note: noteOf(checkup, now().toISOString()),
    });
    await this.#logCheckup(row.id, checkup);
    return checkup.validation;
  }

  async validateCredentials(options: {
    credentials: Credentials;
    apiVersion?: string;
  }): Promise<OrgValidation> {
    const credentials = parseCredentials({
      credentials: options.credentials,
      path: 'credentials',
    });
    const { validation } = await this.#check(
      credentials,
      options.apiVersion ?? defaultApiVersion,
    );
    return validation;
  }

  async listLog(options: {
    orgId: string;
    cursor?: string;
    limit?: number;
  }): Promise<OrgLogPage> {
    const { orgId, cursor, limit = 50 } = options;
    if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) {
      throw new InputError('The cursor is not one that this list gave out');
    }
    await this.#find(orgId);
    const rows = await listOrgLog({
      knex: this.#options.knex,
      orgId,
      beforeId: cursor === undefined ? undefined : Number(cursor),
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    return {
      items: page.map(({ at, level, message, details }) => ({
        at,
        level,
        message,
        ...(details ? { details } : {}),
      })),
      ...(rows.length > limit
        ? { nextCursor: String(page[page.length - 1].id) }
        : {}),
    };
  }

  async defaultOrgId(): Promise<string> {
    const rows = (await listOrgs({ knex: this.#options.knex })).filter(
      row => row.status !== 'disconnected',
    );
    const [first] = rows;
    if (first && (first.is_default || rows.length === 1)) return first.id;
    throw new SalesdeskError(
      'NotFoundError',
      first
        ? 'Several orgs are connected and none is the default; name the org'
        : 'No Salesforce org is connected yet',
      { code: 'org_not_found' },
    );
  }

  async ownersOf(orgId: string): Promise<string[]> {
    return ownersOf(await this.#find(orgId));
  }

  /** Titles by id, also of orgs that are disconnected by now. */
  async titles(): Promise<Map<string, string>> {
    const rows = await listOrgs({ knex: this.#options.knex });
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  async #find(orgId: string): Promise<OrgRow> {
    const row = await findOrg({ knex: this.#options.knex, orgId });
    if (!row) {
      throw new SalesdeskError('NotFoundError', `There is no org '${orgId}'`, {
        code: 'org_not_found',
      });
    }
    return row;
  }

  async #detailOf(row: OrgRow): Promise<OrgDetail> {
    const { describePeople, countWaitingRequests, provider } = this.#options;
    const [owners, licenses, waitingRequests] = await Promise.all([
      describePeople(ownersOf(row)),
      this.#licenses.read(row.id),
      countWaitingRequests(row.id),
    ]);
    const limits = await provider.limitStateOf(row.id);
    return toOrgDetail({ row, owners, licenses, waitingRequests, limits });
  }

  async #sealedPatch(
    orgId: string,
    credentials: OrgCredentials,
  ): Promise<Pick<OrgRow, 'sealed_credentials' | 'credentials_view'>> {
    const { sealer, now } = this.#options;
    const { sealed, keyId } = await sealer.seal({ orgId, credentials });
    return {
      sealed_credentials: sealed,
      credentials_view: JSON.stringify(
        toCredentialsView({
          credentials,
          keyId,
          updatedAt: now().toISOString(),
        }),
      ),
    };
  }

  async #check(
    credentials: OrgCredentials,
    apiVersion: string,
  ): Promise<OrgCheckup> {
    const gateway = this.#options.provider.createGateway({
      credentials,
      apiVersion,
    });
    try {
      return await checkConnection({ gateway, credentials });
    } finally {
      await gateway.revoke();
    }
  }

  async #checkOrRefuse(
    credentials: OrgCredentials,
    apiVersion: string,
  ): Promise<OrgCheckup> {
    const checkup = await this.#check(credentials, apiVersion);
    const failed = checkup.validation.checks.find(
      ({ state }) => state === 'failed',
    );
    if (failed) {
      throw new SalesdeskError(
        'InputError',
        `The connection does not work, so nothing was saved. ${failed.cause}. What to do: ${failed.fix}`,
        { code: 'org_credentials_refused', details: failed.details },
      );
    }
    return checkup;
  }

  async #logCheckup(orgId: string, checkup: OrgCheckup): Promise<void> {
    const failed = checkup.validation.checks.find(
      ({ state }) => state === 'failed',
    );
    const warnings = checkup.validation.checks.filter(
      ({ state }) => state === 'warning',
    );
    await this.#options.observer.log(
      orgId,
      failed
        ? {
            level: 'error',
            message: `The connection was checked and does not work: ${failed.cause}`,
            details: failed.details,
          }
        : {
            level: warnings.length > 0 ? 'warning' : 'info',
            message: [
              `The connection was checked and works, as ${
                checkup.facts?.runningAs ?? 'its integration user'
              }`,
              ...warnings.map(({ message }) => message),
            ].join('. '),
          },
    );
  }

  async #logUpdate(
    orgId: string,
    body: UpdateOrgBody,
    checkup: OrgCheckup | undefined,
  ): Promise<void> {
    const { observer } = this.#options;
    if (checkup) {
      await observer.log(orgId, {
        level: 'info',
        message: 'The credentials were replaced',
      });
      await this.#logCheckup(orgId, checkup);
    }
    if (body.paused !== undefined) {
      await observer.log(orgId, {
        level: 'info',
        message: body.paused
          ? 'Paused: nothing is read or changed until it is resumed'
          : 'Resumed',
      });
    }
  }
}

function refs(owners: string[]): string[] {
  return owners.map(ref => ref.toLowerCase());
}

function noteOf(checkup: OrgCheckup, at: string): OrgNote {
  const failed = checkup.validation.checks.find(
    ({ state }) => state === 'failed',
  );
  const { facts } = checkup;
  return {
    status: failed ? 'not_connected' : 'connected',
    status_reason: failed?.cause ?? null,
    checked_at: at,
    ...(facts
      ? {
          instance_url: facts.instanceUrl,
          organization_id: facts.organizationId,
        }
      : {}),
    ...(facts?.edition === undefined
      ? {}
      : { edition: facts.edition, is_sandbox: facts.isSandbox ?? null }),
  };
}

function refuseUpdate(row: OrgRow, body: UpdateOrgBody): void {
  const { paused, ...rest } = body;
  const changesMore = Object.values(rest).some(value => value !== undefined);
  if (row.source === 'config' && changesMore) {
    throw new SalesdeskError(
      'ConflictError',
      `Org '${row.id}' stands in the configuration and is changed there; here it can only be paused and resumed`,
      { code: 'wrong_state' },
    );
  }
  if (row.status === 'disconnected' && !body.credentials) {
    throw new SalesdeskError(
      'ConflictError',
      `Org '${row.id}' is disconnected; give credentials to connect it again`,
      { code: 'org_not_connected' },
    );
  }
}

function updateType(body: UpdateOrgBody): string {
  if (body.paused === true) return 'org.paused';
  if (body.paused === false) return 'org.resumed';
  return 'org.updated';
}

function updateSummary(title: string, body: UpdateOrgBody): string {
  if (body.paused === true) return `Paused work in the org "${title}"`;
  if (body.paused === false) return `Resumed work in the org "${title}"`;
  return body.credentials
    ? `Replaced the credentials of the org "${title}"`
    : `Changed the org "${title}"`;
}

function existsAlready(orgId: string): SalesdeskError {
  return new SalesdeskError(
    'ConflictError',
    `There is an org '${orgId}' already; choose another id`,
    { code: 'invalid_input' },
  );
}

function changedMeanwhile(orgId: string): SalesdeskError {
  return new SalesdeskError(
    'ConflictError',
    `Org '${orgId}' was changed by somebody else meanwhile; look at it again`,
    { code: 'version_conflict' },
  );
}
