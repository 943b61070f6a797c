import type {
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { GENESIS_HASH } from '@salesdesk/audit-verify';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { CursorSealer, DefaultActionContexts, explainRefusal } from './actions';
import { createAssistant, type ModelSlot } from './assistant';
import { DefaultDelegationService } from './approvals/DefaultDelegationService';
import { Delegations } from './approvals/Delegations';
import { createAccessReviews } from './createAccessReviews';
import { createAuditing } from './createAuditing';
import { createInventory } from './createInventory';
import { createDataServices, DefaultRunQueryAs } from './data';
import { ensureHead } from './database/operations/audit/readEntries';
import { countUnfinished } from './database/operations/requests/countUnfinished';
import { findScheduledStart } from './database/operations/requests/findScheduledStart';
import {
  DatabaseJobQueue,
  DefaultExecutor,
  type Checkpoint,
  type Executor,
} from './executor';
import { DefaultOptionService } from './inventory';
import {
  CredentialSealer,
  DefaultGatewayProvider,
  DefaultOrgService,
  OrgObserver,
  readEncryptionKeys,
  readOrgsConfig,
} from './orgs';
import { DatabaseOutbox, OutboxDelivery } from './outbox';
import {
  CatalogPersonService,
  DefaultSalesforceUserService,
  readLinkTable,
} from './people';
import { createBrowserLogins } from './oauth';
import {
  createPersonal,
  LoginService,
  type PersonalConnections,
} from './personal';
import { AuthorizedAuditLog } from './permissions/AuthorizedAuditLog';
import { AuthorizedInventory } from './permissions/AuthorizedInventory';
import { AuthorizedOrgService } from './permissions/AuthorizedOrgService';
import { AuthorizedPersonLinks } from './permissions/AuthorizedPersonLinks';
import type { Caller } from './permissions/Caller';
import { Callers } from './permissions/Callers';
import { describeMe } from './permissions/describeMe';
import { AuthorizedPolicyService } from './policies/AuthorizedPolicyService';
import { DefaultPolicyService } from './policies/DefaultPolicyService';
import { PolicyBook } from './policies/PolicyBook';
import { PolicyReplays } from './policies/PolicyReplays';
import { PolicyTrials } from './policies/PolicyTrials';
import { readPolicyConfig } from './policies/readPolicyConfig';
import type { ActionCatalog } from './requests/ActionCatalog';
import { ActionDescriptions } from './requests/ActionDescriptions';
import { AuthorizedSeats, SeatQueue } from './seats';
import { createRequestService } from './requests/createRequestService';
import { DefaultOrgDirectory } from './requests/DefaultOrgDirectory';
import { DefaultPeopleDirectory } from './requests/DefaultPeopleDirectory';

/** What the host gives. */
export interface HostServices {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  events: EventsService;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  signals: SignalsService;
  userInfo: UserInfoService;
  knex: Knex;
  actions: ActionCatalog;
  model: ModelSlot;
}

/** No call to Salesforce takes longer. Milliseconds. */
const callTimeout = 60_000;
/** Longer than the longest call, so that no job is taken while one is on its way. */
const leaseMilliseconds = 2 * callTimeout;

/**
 * What a process does otherwise under test. The plugin hands nothing in, and no
 * configuration reaches it.
 */
export interface ProcessSeams {
  now: () => Date;
  checkpoint: Checkpoint;
  wait: (milliseconds: number) => Promise<void>;
  callTimeout: number;
  concurrency: { total: number; perOrg: number };
}

const plainProcess: ProcessSeams = {
  now: () => new Date(),
  checkpoint: () => {},
  wait: milliseconds => sleep(milliseconds),
  callTimeout,
  concurrency: { total: 8, perOrg: 4 },
};

/** Puts the parts together; see `plugin.ts` for when. */
export function wireServices(
  host: HostServices,
  seams: ProcessSeams = plainProcess,
) {
  const { knex, config, logger, actions } = host;
  const { now } = seams;
  const newId = () => randomUUID();
  const owner = `${hostname()} ${process.pid}`.slice(0, 100);

  const byEmail =
    config.getOptionalBoolean('salesforce.matching.byEmail') ?? false;
  const links = readLinkTable({ knex, now });
  const persons = CatalogPersonService.create({ ...host, byEmail, links, now });
  const people = DefaultPeopleDirectory.create({ people: persons });
  const delegations = new Delegations({ knex, people, now });
  const callers = Callers.create({ ...host, people, delegations });

  const { auditLog, retention } = createAuditing({ config, knex, now });
  const delivery = OutboxDelivery.create({ ...host, delegations, now });
  const outbox = DatabaseOutbox.create({
    now,
    onCommitted: () => delivery.wake(),
  });

  const configured = readOrgsConfig(config);
  const encryptionKeys = readEncryptionKeys(config);
  const sealer = CredentialSealer.create({ keys: encryptionKeys });
  const observer = new OrgObserver({ knex, logger, now });
  const settings = { now, wait: seams.wait, timeout: seams.callTimeout };
  const gateways = DefaultGatewayProvider.create({
    knex,
    configured,
    sealer,
    observer,
    settings,
  });
  const book = PolicyBook.create({ knex, config: readPolicyConfig(config) });
  const logins = createBrowserLogins({ config, knex, sealer, settings });
  // People's connections are made of what uses the orgs.
  const later: { personal?: PersonalConnections } = {};
  const orgs = DefaultOrgService.create({
    knex,
    auditLog,
    sealer,
    provider: gateways,
    observer,
    configured,
    logger,
    now,
    describePeople: refs => persons.describe(refs),
    countWaitingRequests: orgId => countUnfinished({ knex, orgId }),
    outbox,
    logins,
    actionIds: () => book.enabledOf(actions.list().map(({ id }) => id)),
    endPersonalConnections: async options =>
      (await later.personal?.disconnectOrg(options)) ?? {
        ended: 0,
        unconfirmed: 0,
      },
  });
  const users = DefaultSalesforceUserService.create({
    people: persons,
    gateways,
    listOrgs: () => orgs.list(),
    frozenUntil: ({ orgId, userId }) =>
      findScheduledStart({
        knex,
        orgId,
        actionId: 'salesforce_unfreeze_user',
        recordId: userId,
      }),
    byEmail,
    now,
  });

  const { inventorySync, inventoryReader, boards, ...inventoryServices } =
    createInventory({
      ...host,
      gateways,
      orgs,
      persons,
      callers,
      now,
      newId,
      owner,
    });

  const personal = createPersonal({
    knex,
    auditLog,
    sealer,
    configured,
    gateways,
    people: persons,
    users,
    logins,
    settings,
  });

  later.personal = personal.connections;

  const orgDirectory = DefaultOrgDirectory.create({ knex, orgs });
  const data = DefaultRunQueryAs.create({
    gateways,
    users,
    personal: personal.personalReaders,
    now,
  });
  const contexts = DefaultActionContexts.create({
    gateways,
    data,
    people: persons,
    byEmail,
    cursors: CursorSealer.create({ keys: encryptionKeys }),
    now,
  });

  // The queue wakes the executor, which is made of what uses the queue.
  const late: { executor?: Executor } = {};
  const jobs = DatabaseJobQueue.create({
    now,
    onCommitted: () => late.executor?.wake(),
  });
  const { requests, retries, planner, planStore, expiry, nudges, gate } =
    createRequestService({
      knex,
      auditLog,
      outbox,
      jobs,
      actions,
      contexts,
      orgs: orgDirectory,
      people,
      book,
      delegations,
      findUserId: person => users.userIdOf(person),
      logger,
      now,
      newId,
    });
  const executor = (late.executor = DefaultExecutor.create({
    knex,
    auditLog,
    outbox,
    planStore,
    orgAdmins: { adminsOf: orgId => orgs.ownersOf(orgId) },
    contexts: contexts.forExecution,
    actions: {
      find: actionId => {
        const action = actions.find(actionId);
        return action?.kind === 'write' ? action : undefined;
      },
    },
    planner,
    approvals: gate,
    explain: explainRefusal,
    logger,
    now,
    random: Math.random,
    owner,
    leaseMilliseconds,
    concurrency: seams.concurrency,
    checkpoint: seams.checkpoint,
  }));

  const seatQueue = new SeatQueue({
    knex,
    auditLog,
    outbox,
    retries,
    gateways,
    logger,
    now,
  });
  const seats = new AuthorizedSeats({
    knex,
    queue: seatQueue,
    requests,
    gateways,
    callers,
    now,
  });
  const { accessReviews, reviewClosing } = createAccessReviews({
    knex,
    auditLog,
    outbox,
    requests,
    persons,
    callers,
    inventoryReader,
    boards,
    inventoryApi: inventoryServices.inventoryApi,
    findUserId: person => users.userIdOf(person),
    ownersOf: orgId => orgs.ownersOf(orgId),
    now,
    newId,
  });

  const policies = DefaultPolicyService.create({
    knex,
    auditLog,
    book,
    replays: new PolicyReplays({ knex, people, now }),
    trials: new PolicyTrials({ book, orgs: orgDirectory, people, now }),
    actions,
    people,
    now,
  });
  const descriptions = new ActionDescriptions({ actions, book, people });
  const inventory = AuthorizedInventory.create({
    options: DefaultOptionService.create({ gateways, now }),
    users,
    callers,
  });
  const auditReader = AuthorizedAuditLog.create({
    log: auditLog,
    people,
    callers,
  });
  const authorizedOrgs = AuthorizedOrgService.create({ inner: orgs, callers });
  return {
    callers,
    executor,
    delivery,
    expiry,
    nudges,
    auditLog,
    retention,
    inventorySync,
    reviewClosing,
    seatQueue,
    services: {
      seats,
      accessReviews,
      ...inventoryServices,
      ...createDataServices({
        knex,
        data,
        gateways,
        orgs: orgDirectory,
        auditLog,
        now,
        newId,
      }),
      requests,
      descriptions,
      delegations: DefaultDelegationService.create({
        knex,
        auditLog,
        outbox,
        people,
        personExists: async ref => (await persons.find(ref)) !== undefined,
        now,
        newId,
      }),
      policies: AuthorizedPolicyService.create({ inner: policies, callers }),
      orgs: authorizedOrgs,
      inventory,
      auditLog: auditReader,
      assistant: createAssistant({
        ...host,
        callers,
        descriptions,
        gateways,
        inventory,
        auditLog: auditReader,
        people,
        requests,
        orgs: orgDirectory,
        model: () => host.model.interpreter,
        now,
        newId,
      }),
      links: new AuthorizedPersonLinks({ inner: personal.links, callers }),
      personal: new LoginService({ ...personal, logins, orgs: authorizedOrgs }),
      describeMe: (caller: Caller) =>
        describeMe({
          caller,
          callers,
          people,
          users,
          reviewsAccess: person => accessReviews.concern(person),
        }),
    },
    async start() {
      await ensureHead({ knex, logId: newId(), genesisHash: GENESIS_HASH });
      await orgs.start();
      await executor.start();
      delivery.wake();
    },
    async stop() {
      await executor.stop();
      await inventorySync.stop();
      await delivery.stop();
    },
  };
}
