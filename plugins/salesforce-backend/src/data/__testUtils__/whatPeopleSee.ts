import {
  soql,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import {
  DEFAULT_PASSWORD,
  DEFAULT_SECURITY_TOKEN,
  demoApps,
  type SalesforceOrgServer,
} from '@salesdesk/salesforce-org';
import { testGateway } from '../../__testUtils__/testOrg';
import { DefaultRunQueryAs } from '../DefaultRunQueryAs';
import { noPersonalReaders } from '../PersonalReaders';
import type { RunQueryAs } from '../RunQueryAs';

/** One Salesforce user, signed in to the org as themselves. */
export class Witness {
  readonly userId: string;
  readonly name: string;
  readonly #gateway: ReturnType<typeof testGateway>;
  readonly #tables = new Map<
    string,
    Promise<Map<string, SalesforceRecord> | undefined>
  >();

  constructor(server: SalesforceOrgServer, username: string) {
    const [user] = server.org.store.findBy('User', 'Username', username);
    this.userId = user.Id;
    this.name = String(user.Name);
    this.#gateway = testGateway(server, {
      credentials: {
        kind: 'username_password',
        loginUrl: server.url,
        username,
        password: DEFAULT_PASSWORD,
        securityToken: DEFAULT_SECURITY_TOKEN,
        clientId: demoApps.password.consumerKey,
        clientSecret: demoApps.password.consumerSecret,
      },
    });
  }

  /** All rows that they see there, with all fields that they see; undefined without the object. */
  table(object: string): Promise<Map<string, SalesforceRecord> | undefined> {
    let table = this.#tables.get(object);
    if (!table) {
      table = this.#read(object);
      this.#tables.set(object, table);
    }
    return table;
  }

  async #read(object: string) {
    const description = await this.#gateway
      .describe(object)
      .catch(() => undefined);
    if (!description) return undefined;
    const rows = await this.#gateway.queryAll<SalesforceRecord>(
      soql.select({
        from: object,
        fields: description.fields.map(({ name }) => name),
      }),
    );
    return new Map(rows.map(row => [String(row.Id), row]));
  }
}

/** Reads as the plugin does, with nobody connected. */
export function testRunQueryAs(
  server: SalesforceOrgServer,
  witnesses: Witness[],
): RunQueryAs {
  const gateway = testGateway(server);
  return DefaultRunQueryAs.create({
    gateways: {
      forOrg: async () => gateway,
      connect: async () => {
        throw new Error('Not needed');
      },
    },
    users: {
      userIdOf: async ({ personRef }) =>
        witnesses.find(({ name }) => name === personRef)?.userId,
    },
    personal: noPersonalReaders,
    now: () => new Date(),
  });
}
