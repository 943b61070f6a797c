import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Certificate,
  CreateOrgBody,
  Credentials,
  LoginAppBody,
  OrgDetail,
  OrgLogPage,
  OrgSummary,
  OrgValidation,
  PermissionSetDescription,
  Person,
  StartedLogin,
  UpdateOrgBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import { endInterruptedChecks } from '../database/operations/orgs/endInterruptedChecks';
import { findOrg } from '../database/operations/orgs/findOrg';
import { listOrgs } from '../database/operations/orgs/listOrgs';
import { noteOrg } from '../database/operations/orgs/noteOrg';
import type { OrgRow } from '../database/tables';
import type { BrowserLogins, CompletedFlow } from '../oauth';
import type { Outbox } from '../outbox';
import type { CredentialSealer } from './CredentialSealer';
import type { DefaultGatewayProvider } from './DefaultGatewayProvider';
import { describePermissionSet } from './describePermissionSet';
import { LicenseReader } from './LicenseReader';
import { noteOf, OrgCheckups } from './OrgCheckups';
import { OrgConnector } from './OrgConnector';
import { orgNotFound } from './orgErrors';
import { OrgKeyPairs } from './OrgKeyPairs';
import { OrgLogins } from './OrgLogins';
import type { OrgObserver } from './OrgObserver';
import type { OrgService } from './OrgService';
import { defaultOrgOf, ownersOf, toOrgDetail, toOrgSummary } from './orgViews';
import { readOrgLog } from './readOrgLog';
import { defaultApiVersion, type ConfiguredOrg } from './readOrgsConfig';
import { SealedCredentials } from './SealedCredentials';
import { syncConfiguredOrgs } from './syncConfiguredOrgs';

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
  /** A person or group of the catalog. */
  findOwner(ref: string): Promise<Pick<Person, 'ref'> | undefined>;
  /** Requests of an org that are not finished. */
  countWaitingRequests(orgId: string): Promise<number>;
  outbox: Outbox;
  /** The actions that policies have switched on. */
  actionIds(): Promise<string[]>;
  logins: BrowserLogins;
  /** Ends people's own connections to an org that is disconnected. */
  endPersonalConnections(options: {
    orgId: string;
    actor: string;
  }): Promise<{ ended: number; unconfirmed: number }>;
}

/** Orgs in the database and in the configuration. */
export class DefaultOrgService implements OrgService {
  readonly #options: DefaultOrgServiceOptions;
  readonly #credentials: SealedCredentials;
  readonly #connector: OrgConnector;
  readonly #logins: OrgLogins;
  readonly #keyPairs: OrgKeyPairs;
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
    this.#keyPairs = new OrgKeyPairs(options);
    this.#connector = new OrgConnector({
      ...options,
      credentials: this.#credentials,
      checkups: this.#checkups,
      keyPairs: this.#keyPairs,
    });
    this.#logins = new OrgLogins({
      ...options,
      connector: this.#connector,
      checkups: this.#checkups,
    });
  }

  /**
   * Takes the configuration over and seals with the newest key what an older
   * one sealed. Call it once, after the migrations.
   */
  async start(): Promise<void> {
    const { knex, configured, now } = this.#options;
    await syncConfiguredOrgs({ knex, configured, at: now().toISOString() });
    await endInterruptedChecks({
      knex,
      reason: 'A check was interrupted; check the connection again',
    });
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
      this.#licenses.read(row),
      countWaitingRequests(row.id),
      provider.limitStateOf(row.id),
    ]);
    return toOrgDetail({
      row,
      owners,
      licenses,
      waitingRequests,
      limits,
      callbackUrl: this.#options.logins.redirectUri,
    });
  }

  async create(options: {
    body: CreateOrgBody;
    actor: string;
  }): Promise<OrgDetail> {
    await this.#connector.create(options);
    return this.get({ orgId: options.body.id });
  }

  async update(options: {
    orgId: string;
    body: UpdateOrgBody;
    actor: string;
  }): Promise<OrgDetail> {
    await this.#connector.update(options);
    return this.get(options);
  }

  async disconnect(options: {
    orgId: string;
    actor: string;
  }): Promise<OrgDetail> {
    const { kept } = await this.#connector.disconnect(options);
    return { ...(await this.get(options)), kept };
  }

  async startLogin(options: {
    orgId: string;
    body: LoginAppBody;
    actor: string;
  }): Promise<StartedLogin> {
    return this.#logins.start(options);
  }

  async completeLogin(options: {
    flow: CompletedFlow;
    actor: string;
  }): Promise<OrgDetail> {
    await this.#logins.complete(options);
    return this.get({ orgId: options.flow.orgId });
  }

  async describePermissionSet(): Promise<PermissionSetDescription> {
    return describePermissionSet(await this.#options.actionIds());
  }

  async createKeyPair(options: {
    orgId: string;
    actor: string;
  }): Promise<Certificate> {
    return this.#keyPairs.create(options);
  }

  async validate(options: { orgId: string }): Promise<OrgValidation> {
    const { knex, provider, now } = this.#options;
    const row = await this.#find(options.orgId);
    const credentials = await provider.credentialsOf(row);
    await this.#connector.noteValidating(row);
    const checkup = await this.#checkups.check({
      credentials,
      apiVersion: row.api_version,
      keeper: provider.keeperOf(row.id, credentials),
      org: row,
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
    org?: string;
  }): Promise<OrgValidation> {
    const org =
      options.org === undefined ? undefined : await this.#find(options.org);
    const { validation } = await this.#checkups.check({
      org,
      credentials: await this.#connector.parse(org, options.credentials),
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
