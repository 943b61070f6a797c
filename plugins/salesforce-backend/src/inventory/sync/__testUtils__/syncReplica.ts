import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { SalesforceOrgServer } from '@salesdesk/salesforce-org';
import type { Knex } from 'knex';
import { person } from '../../../__testUtils__/testContext';
import { testGateway } from '../../../__testUtils__/testOrg';
import {
  listSyncs,
  readSteps,
} from '../../../database/operations/inventory/syncs';
import { CatalogPersonService, LinkTable } from '../../../people';
import { inventoryObjects } from '../../model';
import { DefaultInventorySync } from '../DefaultInventorySync';
import { PeopleSync } from '../PeopleSync';

/** The one org of these tests. */
export const orgId = 'acme';

/** A replica of the backend as far as syncs go, with a clock of its own. */
export function syncReplica(options: {
  knex: Knex;
  server: SalesforceOrgServer;
  /** Usernames of Salesforce users whom the catalog knows. */
  people: string[];
  /** API calls that a sync may make. */
  budget?: number;
}) {
  const { knex, server, people } = options;
  const clock = { now: server.org.clock.now() };
  let ids = 0;
  const now = () => new Date(clock.now);
  const { auth, logger } = {
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
  };
  const catalog = catalogServiceMock({
    entities: people.map((username, index) =>
      person(`person-${index}`, { email: username }),
    ),
  });
  const persons = CatalogPersonService.create({
    catalog,
    auth,
    byEmail: false,
    links: async () => new LinkTable([]),
    now,
  });
  const gateway = testGateway(server);
  const sync = DefaultInventorySync.create({
    knex,
    gateways: {
      connect: async () => ({
        gateway,
        integrationUserId: (await gateway.identity()).userId,
        isCurrent: async () => true,
        org: { id: orgId, title: 'Acme', apiVersion: '63.0', instanceUrl: '' },
      }),
    },
    limitOf: async () => undefined,
    connectedOrgs: async () => [orgId],
    people: PeopleSync.create({ knex, catalog, auth, persons, now }),
    settings: {
      scheduled: true,
      fullEvery: 24 * 3_600_000,
      incrementalEvery: 3_600_000,
      afterRequestsEvery: 300_000,
      apiCallBudget: options.budget ?? 500,
      licenseCosts: {},
      currency: 'USD',
    },
    logger,
    now,
    newId: () => `${clock.now}-${(ids += 1)}`,
    owner: 'test',
    leaseMilliseconds: 60_000,
  });
  return {
    clock,
    sync,
    /** Asks for a sync and waits until it is over or has to wait. */
    async run(mode: 'full' | 'incremental' = 'full') {
      await sync.start({ orgId, mode, requestedBy: 'user:default/sam.okafor' });
      await sync.runDue();
      return latest(knex);
    },
    async later(milliseconds: number) {
      clock.now += milliseconds;
      await sync.runDue();
      return latest(knex);
    },
  };
}

/** The sync that was asked for last, with its steps. */
export async function latest(knex: Knex) {
  const [sync] = await listSyncs({ knex, orgId, limit: 1 });
  return { ...sync, steps: await readSteps({ knex, syncIds: [sync.id] }) };
}

/** Ids that each table holds, and ids that the org holds. */
export async function compareWithOrg(knex: Knex, server: SalesforceOrgServer) {
  const here: Record<string, string[]> = {};
  const there: Record<string, string[]> = {};
  for (const object of inventoryObjects) {
    if (object.optional || object.detection.by === 'appended') continue;
    const rows = await knex(object.table).where({ org_id: orgId }).select('id');
    here[object.name] = rows.map(({ id }) => id).sort();
    there[object.name] = [...server.org.store.all(object.name)]
      .map(row => String(row.Id))
      .sort();
  }
  return { here, there };
}
