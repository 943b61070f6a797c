import { GENESIS_HASH } from '@salesdesk/audit-verify';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { CursorSealer, DefaultActionContexts } from './actions';
import { createAssistant } from './assistant';
import { DefaultDelegationService } from './approvals/DefaultDelegationService';
import { createAccessReviews } from './createAccessReviews';
import { createAuditing } from './createAuditing';
import { createExecution } from './createExecution';
import { createInventory } from './createInventory';
import { createOrgs } from './createOrgs';
import { createPeople } from './createPeople';
import { createPolicies } from './createPolicies';
import { createDataServices, DefaultRunQueryAs } from './data';
import { ensureHead } from './database/operations/audit/readEntries';
import { countUnfinished } from './database/operations/requests/countUnfinished';
import {
  plainProcess,
  type HostServices,
  type ProcessSeams,
} from './hostServices';
import { DefaultOptionService } from './inventory';
import { DatabaseOutbox, OutboxDelivery } from './outbox';
import { LoginService } from './personal';
import { AuthorizedAuditLog } from './permissions/AuthorizedAuditLog';
import { AuthorizedInventory } from './permissions/AuthorizedInventory';
import { AuthorizedOrgService } from './permissions/AuthorizedOrgService';
import { AuthorizedPersonLinks } from './permissions/AuthorizedPersonLinks';
import type { Caller } from './permissions/Caller';
import { describeMe } from './permissions/describeMe';
import { PolicyBook } from './policies/PolicyBook';
import { readPolicyConfig } from './policies/readPolicyConfig';
import { AuthorizedSeats, SeatQueue } from './seats';

/** Puts the parts together; see `plugin.ts` for when. */
export function wireServices(
  host: HostServices,
  seams: ProcessSeams = plainProcess,
) {
  const { knex, config } = host;
  const { now } = seams;
  const newId = () => randomUUID();
  const owner = `${hostname()} ${process.pid}`.slice(0, 100);

  const whose = createPeople({ ...host, now });
  const { byEmail, persons, people, delegations, callers } = whose;
  const { auditLog, retention } = createAuditing({ config, knex, now });
  const delivery = OutboxDelivery.create({ ...host, delegations, now });
  const outbox = DatabaseOutbox.create({
    now,
    onCommitted: () => delivery.wake(),
  });
  const book = PolicyBook.create({ knex, config: readPolicyConfig(config) });

  const {
    configuredIds,
    encryptionKeys,
    gateways,
    logins,
    orgs,
    orgDirectory,
    users,
    personal,
  } = createOrgs({ ...host, ...whose, auditLog, outbox, book, seams });
  const { inventorySync, inventoryReader, boards, ...inventoryServices } =
    createInventory({
      ...host,
      configuredIds,
      gateways,
      orgs,
      persons,
      callers,
      now,
      newId,
      owner,
    });
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
  const { requests, retries, expiry, nudges, executor } = createExecution({
    ...host,
    auditLog,
    outbox,
    contexts,
    orgs,
    orgDirectory,
    people,
    persons,
    users,
    book,
    delegations,
    seams,
    newId,
    owner,
  });

  const seatQueue = new SeatQueue({
    ...host,
    auditLog,
    outbox,
    retries,
    gateways,
    now,
  });
  const { accessReviews, reviewClosing } = createAccessReviews({
    ...host,
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
  const { policies, descriptions } = createPolicies({
    ...host,
    auditLog,
    book,
    callers,
    orgDirectory,
    people,
    now,
  });
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
  const authorizedOrgs = AuthorizedOrgService.create({
    inner: orgs,
    callers,
    countWaitingRequests: wanted => countUnfinished({ knex, ...wanted }),
  });
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
      seats: new AuthorizedSeats({
        knex,
        queue: seatQueue,
        requests,
        gateways,
        callers,
        now,
      }),
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
      policies,
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
      await personal.rotateKeys();
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
