import type { AuditLog } from './audit';
import { countUnfinished } from './database/operations/requests/countUnfinished';
import { findScheduledStart } from './database/operations/requests/findScheduledStart';
import type { HostServices, ProcessSeams } from './hostServices';
import { createBrowserLogins } from './oauth';
import {
  CredentialSealer,
  DefaultGatewayProvider,
  DefaultOrgService,
  OrgObserver,
  readEncryptionKeys,
  readOrgsConfig,
} from './orgs';
import type { Outbox } from './outbox';
import { DefaultSalesforceUserService, type PersonService } from './people';
import { createPersonal, type PersonalConnections } from './personal';
import type { PolicyBook } from './policies/PolicyBook';
import { DefaultOrgDirectory } from './requests/DefaultOrgDirectory';

/** The orgs, the doors to them, and who of our people is whom there. */
export function createOrgs(
  options: Pick<HostServices, 'actions' | 'config' | 'knex' | 'logger'> & {
    auditLog: AuditLog;
    outbox: Outbox;
    book: PolicyBook;
    persons: PersonService;
    byEmail: boolean;
    seams: ProcessSeams;
  },
) {
  const { config, knex, actions, book, persons, byEmail, seams } = options;
  const { now } = seams;
  const configured = readOrgsConfig(config);
  const encryptionKeys = readEncryptionKeys(config);
  const sealer = CredentialSealer.create({ keys: encryptionKeys });
  const observer = new OrgObserver({ ...options, now });
  const settings = { now, wait: seams.wait, timeout: seams.callTimeout };
  const gateways = DefaultGatewayProvider.create({
    knex,
    configured,
    sealer,
    observer,
    settings,
  });
  const logins = createBrowserLogins({ config, knex, sealer, settings });
  // People's connections are made of what uses the orgs.
  const later: { personal?: PersonalConnections } = {};
  const orgs = DefaultOrgService.create({
    ...options,
    sealer,
    provider: gateways,
    observer,
    configured,
    now,
    describePeople: refs => persons.describe(refs),
    findOwner: ref =>
      /^group:/i.test(ref) ? persons.findGroup(ref) : persons.find(ref),
    countWaitingRequests: orgId => countUnfinished({ knex, orgId }),
    logins,
    actionIds: () => book.enabledOf(actions.list().map(({ id }) => id)),
    endPersonalConnections: async ending =>
      (await later.personal?.disconnectOrg(ending)) ?? {
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
  const personal = createPersonal({
    ...options,
    sealer,
    configured,
    gateways,
    people: persons,
    users,
    logins,
    settings,
  });
  later.personal = personal.connections;
  return {
    configuredIds: new Set(configured.map(({ id }) => id)),
    encryptionKeys,
    gateways,
    logins,
    orgs,
    orgDirectory: DefaultOrgDirectory.create({ knex, orgs }),
    users,
    personal,
  };
}
