import type { Knex } from 'knex';
import type { AuditLog } from '../audit/AuditLog';
import type { BrowserLogins } from '../oauth';
import type { CredentialSealer } from '../orgs/CredentialSealer';
import type {
  DefaultGatewayProvider,
  GatewaySettings,
} from '../orgs/DefaultGatewayProvider';
import { LoginApps } from '../orgs/LoginApps';
import type { ConfiguredOrg } from '../orgs/readOrgsConfig';
import { PersonLinks } from '../people/PersonLinks';
import type { PersonService } from '../people/PersonService';
import type { SalesforceUserService } from '../people/SalesforceUserService';
import { DefaultPersonalReaders } from './DefaultPersonalReaders';
import { LinkClaims } from './LinkClaims';
import { PersonalConnections } from './PersonalConnections';
import type { PersonalReaders } from './PersonalReaders';
import { PersonalTokens } from './PersonalTokens';

/** Puts "Connect my Salesforce" together. */
export function createPersonal(options: {
  knex: Knex;
  auditLog: AuditLog;
  sealer: CredentialSealer;
  configured: ConfiguredOrg[];
  gateways: DefaultGatewayProvider;
  people: PersonService;
  users: SalesforceUserService;
  logins: BrowserLogins;
  settings: GatewaySettings;
}) {
  const { knex, auditLog, sealer, gateways, people, users, logins, settings } =
    options;
  const { now } = settings;
  const tokens = new PersonalTokens({ knex, sealer });
  const readers = DefaultPersonalReaders.create({
    knex,
    auditLog,
    tokens,
    settings,
  });
  const connections = PersonalConnections.create({
    knex,
    auditLog,
    logins,
    loginApps: LoginApps.create({ ...options, provider: gateways }),
    tokens,
    readers,
    claims: new LinkClaims({
      knex,
      auditLog,
      gateways,
      people,
      userIdOf: key => users.userIdOf(key),
      now,
    }),
    usernameOf: key => users.usernameOf(key),
    now,
  });
  const personalReaders: PersonalReaders = readers;
  const links = PersonLinks.create({
    knex,
    auditLog,
    people,
    gateways,
    endPersonalConnection: ending => connections.disconnect(ending),
    now,
  });
  return {
    connections,
    personalReaders,
    links,
    /** Seals with the newest key what an older one sealed. */
    rotateKeys: () => tokens.rotate(),
  };
}
