import type {
  CreateOrgBody,
  Credentials,
  Person,
  UpdateOrgBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog, NewAuditEntry } from '../audit/AuditLog';
import { resumeJobs } from '../database/operations/jobs/resumeJobs';
import { clearDefaultOrg } from '../database/operations/orgs/clearDefaultOrg';
import { findOrg } from '../database/operations/orgs/findOrg';
import { insertOrg } from '../database/operations/orgs/insertOrg';
import { noteOrg } from '../database/operations/orgs/noteOrg';
import {
  updateOrg,
  type OrgPatch,
} from '../database/operations/orgs/updateOrg';
import type { OrgRow } from '../database/tables';
import type { OrgCredentials } from '../gateway';
import type { Outbox } from '../outbox';
import type { CredentialSealer } from './CredentialSealer';
import { noteOf, type OrgCheckups } from './OrgCheckups';
import {
  OrgDisconnector,
  type OrgDisconnectorOptions,
} from './OrgDisconnector';
import { addedEntry, connectedEntry, updatedEntry } from './orgEntries';
import {
  orgChangedMeanwhile,
  orgExistsAlready,
  orgNotFound,
  refuseUpdate,
} from './orgErrors';
import { knownOwners } from './knownOwners';
import type { OrgKeyPairs } from './OrgKeyPairs';
import { setUpWantedMessages } from './orgMessages';
import type { OrgObserver } from './OrgObserver';
import { ownersOf } from './orgViews';
import { parseCredentials } from './parseCredentials';
import { patchOf } from './patchOf';
import { defaultApiVersion } from './readOrgsConfig';
import type { SealedCredentials } from './SealedCredentials';
import { sealLoginApp } from './sealLoginApp';
import { newOrgRow } from './syncConfiguredOrgs';
import type { OrgCheckup } from './ValidationReport';

/** @see OrgConnector */
export interface OrgConnectorOptions extends OrgDisconnectorOptions {
  knex: Knex;
  auditLog: AuditLog;
  outbox: Outbox;
  sealer: CredentialSealer;
  observer: OrgObserver;
  credentials: SealedCredentials;
  checkups: OrgCheckups;
  keyPairs: OrgKeyPairs;
  /** A person or group of the catalog. */
  findOwner(ref: string): Promise<Pick<Person, 'ref'> | undefined>;
  now: () => Date;
}

/** Changes which orgs are connected, and how. Reads nothing for anybody. */
export class OrgConnector {
  readonly #options: OrgConnectorOptions;
  readonly #disconnector: OrgDisconnector;

  constructor(options: OrgConnectorOptions) {
    this.#options = options;
    this.#disconnector = new OrgDisconnector(options);
  }

  async create(options: { body: CreateOrgBody; actor: string }): Promise<void> {
    const { body, actor } = options;
    const { knex, checkups, now } = this.#options;
    const apiVersion = body.apiVersion ?? defaultApiVersion;
    if (await findOrg({ knex, orgId: body.id })) {
      throw orgExistsAlready(body.id);
    }
    const owners = await this.#owners(body.owners ?? []);
    const credentials =
      body.credentials &&
      parseCredentials({ credentials: body.credentials, path: 'credentials' });
    const sealed =
      credentials &&
      (await this.#options.credentials.seal(body.id, credentials));
    const checkup =
      credentials &&
      (await checkups.demand({ credentials, apiVersion, org: undefined }));

    const at = now().toISOString();
    const row = newOrgRow({
      id: body.id,
      source: 'database',
      title: body.title,
      api_version: apiVersion,
      entity_ref: body.entityRef?.toLowerCase() ?? null,
      owners: JSON.stringify(owners),
      is_default: body.isDefault ?? false,
      usernames_are_emails: body.usernamesAreEmails ?? false,
      status_reason: 'Its login has not been set up yet',
      ...sealed,
      ...(checkup ? noteOf(checkup, at) : {}),
      at,
    });
    await this.#store({
      row,
      actor,
      tell: credentials ? [] : owners,
      entry:
        credentials && checkup
          ? connectedEntry({ ...body, owners, credentials, checkup, actor })
          : addedEntry({ ...body, owners, actor }),
    });
    await (checkup
      ? checkups.log(body.id, checkup)
      : this.#options.observer.log(body.id, {
          level: 'info',
          message:
            owners.length > 0
              ? 'Added; its owners were asked to set up the login'
              : 'Added; its login has not been set up yet',
        }));
  }

  async update(options: {
    orgId: string;
    body: UpdateOrgBody;
    actor: string;
  }): Promise<void> {
    const { orgId, actor } = options;
    const { observer, sealer } = this.#options;
    const row = await this.#find(orgId);
    refuseUpdate(row, options.body);
    const body = await this.#withOwners(row, options.body);

    const apiVersion = body.apiVersion ?? row.api_version;
    const credentials =
      body.credentials && (await this.parse(row, body.credentials));
    const sealed =
      credentials && (await this.#options.credentials.seal(orgId, credentials));
    const loginApp = body.personalLogin
      ? await sealLoginApp({ sealer, orgId, body: body.personalLogin })
      : {};
    const checkup =
      credentials && (await this.#demand({ row, credentials, apiVersion }));

    const before = new Set(ownersOf(row));
    const added = (body.owners ?? []).filter(ref => !before.has(ref));
    await this.#change({
      row,
      patch: { ...patchOf(body), ...sealed, ...loginApp },
      checkup,
      entry: updatedEntry({ orgId, title: row.title, body, actor }),
      tell: row.sealed_credentials || credentials ? [] : added,
      actor,
    });
    if (body.paused !== undefined) {
      await observer.log(orgId, {
        level: 'info',
        message: body.paused
          ? 'Paused: nothing is read or changed until it is resumed'
          : 'Resumed',
      });
    }
  }

  /** Connects an org that is there with credentials that were tried. */
  async connect(options: {
    row: OrgRow;
    credentials: OrgCredentials;
    checkup: OrgCheckup;
    actor: string;
  }): Promise<void> {
    const { row, credentials, checkup, actor } = options;
    await this.#change({
      row,
      patch: await this.#options.credentials.seal(row.id, credentials),
      checkup,
      entry: connectedEntry({
        id: row.id,
        title: row.title,
        owners: ownersOf(row),
        credentials,
        checkup,
        actor,
      }),
      tell: [],
      actor,
    });
  }

  async disconnect(options: { orgId: string; actor: string }) {
    const row = await this.#find(options.orgId);
    return this.#disconnector.disconnect({ row, actor: options.actor });
  }

  /** Shown while a connection is tried. */
  async noteValidating(row: OrgRow): Promise<void> {
    await this.#note(row, { status: 'validating', status_reason: null });
  }

  /** Back to what it was before something was tried that did not work. */
  async noteNotValid(row: OrgRow): Promise<void> {
    const { status, status_reason } = row;
    await this.#note(row, { status, status_reason });
  }

  async #note(
    row: OrgRow,
    note: Pick<OrgRow, 'status' | 'status_reason'>,
  ): Promise<void> {
    await noteOrg({
      knex: this.#options.knex,
      orgId: row.id,
      revision: row.revision,
      note,
    });
  }

  async #demand(options: {
    row: OrgRow;
    credentials: OrgCredentials;
    apiVersion: string;
  }): Promise<OrgCheckup> {
    const { row } = options;
    await this.noteValidating(row);
    try {
      return await this.#options.checkups.demand({ ...options, org: row });
    } catch (error) {
      await this.noteNotValid(row);
      throw error;
    }
  }

  async #store(options: {
    row: OrgRow;
    entry: NewAuditEntry;
    tell: string[];
    actor: string;
  }): Promise<void> {
    const { row, entry, tell, actor } = options;
    const { knex, auditLog, outbox } = this.#options;
    await knex.transaction(async transaction => {
      const result = await insertOrg({ knex: transaction, row });
      if (result === 'exists') throw orgExistsAlready(row.id);
      if (row.is_default) {
        await clearDefaultOrg({ knex: transaction, exceptOrgId: row.id });
      }
      await auditLog.append(transaction, [entry]);
      await outbox.enqueue(
        transaction,
        setUpWantedMessages({ org: row, owners: tell, actor }),
      );
    });
  }

  async #change(options: {
    row: OrgRow;
    patch: OrgPatch;
    checkup: OrgCheckup | undefined;
    entry: NewAuditEntry;
    tell: string[];
    actor: string;
  }): Promise<void> {
    const { row, patch, checkup, entry, tell, actor } = options;
    const { knex, auditLog, outbox, checkups, now } = this.#options;
    const at = now().toISOString();
    await knex.transaction(async transaction => {
      const result = await updateOrg({
        knex: transaction,
        orgId: row.id,
        revision: row.revision,
        patch: { ...patch, ...(checkup ? noteOf(checkup, at) : {}) },
        at,
      });
      if (result === 'conflict') throw orgChangedMeanwhile(row.id);
      if (row.paused && patch.paused === false) {
        await resumeJobs({ knex: transaction, orgId: row.id, now: at });
      }
      if (patch.is_default) {
        await clearDefaultOrg({ knex: transaction, exceptOrgId: row.id });
      }
      await auditLog.append(transaction, [entry]);
      await outbox.enqueue(
        transaction,
        setUpWantedMessages({ org: row, owners: tell, actor }),
      );
    });
    if (checkup) await checkups.log(row.id, checkup);
  }

  /** A private key that was made here is taken where none is given. */
  async parse(
    row: OrgRow | undefined,
    credentials: Credentials,
  ): Promise<OrgCredentials> {
    const isOurKey =
      row !== undefined &&
      credentials.kind === 'jwt_bearer' &&
      !credentials.privateKey?.trim();
    return parseCredentials({
      credentials: isOurKey
        ? {
            ...credentials,
            privateKey: await this.#options.keyPairs.privateKeyOf(row),
          }
        : credentials,
      path: 'credentials',
    });
  }

  #owners(refs: string[]): Promise<string[]> {
    return knownOwners(refs, this.#options.findOwner);
  }

  /** Who has left may stay an owner until somebody takes them away. */
  async #withOwners(row: OrgRow, body: UpdateOrgBody): Promise<UpdateOrgBody> {
    if (!body.owners) return body;
    const refs = body.owners.map(ref => ref.toLowerCase());
    const kept = new Set(ownersOf(row));
    const added = await this.#owners(refs.filter(ref => !kept.has(ref)));
    return {
      ...body,
      owners: [...refs.filter(ref => kept.has(ref)), ...added],
    };
  }

  async #find(orgId: string): Promise<OrgRow> {
    const row = await findOrg({ knex: this.#options.knex, orgId });
    if (!row) throw orgNotFound(orgId);
    return row;
  }
}
