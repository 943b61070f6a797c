import type { AuthService } from '@backstage/backend-plugin-api';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { demoApps, startSalesforceOrg } from '@salesdesk/salesforce-org';
import { JsforceGateway } from '../../gateway';
import { CatalogPersonService, LinkTable } from '../../people';
import { contextsOn } from '../contextsOn';
import { demoEntities } from './demoEntities';
import { SeededRandom } from './SeededRandom';
import { contents, undoableActions, undoSequence } from './undoSequences';

/*
 * `npm run soak -- --only undo`: sequences of actions by chance, each taken
 * back and compared with the org as it was. The last line of output is one JSON
 * object.
 */

/** What `npm run soak` hands over, as JSON in the first argument. */
interface UndoOptions {
  seed: number;
  /** So many are compared; those that Salesforce refuses to take back are extra. */
  sequences: number;
}

const now = new Date('2026-11-23T09:00:00Z');
/** Some of what is tried fits nobody; so many in a row prove nothing any more. */
const mostEmpty = 200;

async function undoMany({ seed, sequences }: UndoOptions): Promise<void> {
  const server = await startSalesforceOrg({ data: 'demo', clock: now });
  // an hour never ends here, and ending sessions ends that of Salesdesk too
  server.org.switches.loginsPerHour = Number.MAX_SAFE_INTEGER;
  const gateway = JsforceGateway.create({
    credentials: {
      kind: 'client_credentials',
      loginUrl: server.url,
      clientId: demoApps.clientCredentials.consumerKey,
      clientSecret: demoApps.clientCredentials.consumerSecret,
    },
    apiVersion: '63.0',
    now: () => new Date(),
    wait: async () => {},
    timeout: 30_000,
  });
  const contexts = contextsOn({
    gateway,
    people: catalogPeople(),
    byEmail: true,
    now: () => now,
  });
  const before = contents(server);
  const putBack = server.org.store.remember();
  const random = new SeededRandom(seed);
  const times = new Map(undoableActions.map(({ id }) => [id, 0]));
  const refusals = new Map<string, number>();
  let compared = 0;
  let refused = 0;
  let empty = 0;
  let emptyInARow = 0;
  let wrong = 0;
  while (compared < sequences) {
    putBack();
    // nor does the day of its API calls
    await fetch(`${server.url}/__org/limits`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ used: 0 }),
    });
    server.journal.clear();
    server.requestLog.clear();
    const result = await undoSequence({
      server,
      gateway,
      context: () =>
        contexts.open({
          orgId: 'acme',
          requesterRef: 'user:default/sam.okafor',
        }),
      random,
      before,
    }).catch((error: Error) => ({
      applied: [error.message],
      unfit: [],
      refusals: [],
      problems: [`${error.cause ?? error.stack}`],
    }));
    if (result.applied.length === 0) {
      empty += 1;
      emptyInARow += 1;
      if (emptyInARow > mostEmpty) {
        throw new Error(
          `Nothing can be applied after ${compared} sequences: ${result.unfit.join(
            '; ',
          )}`,
        );
      }
      continue;
    }
    emptyInARow = 0;
    for (const id of result.applied) times.set(id, (times.get(id) ?? 0) + 1);
    if (result.refusals.length > 0) {
      refused += 1;
      for (const reason of result.refusals) {
        refusals.set(reason, (refusals.get(reason) ?? 0) + 1);
      }
      continue;
    }
    compared += 1;
    if (compared % 500 === 0) console.error(`${compared} sequences`);
    if (result.problems.length === 0) continue;
    wrong += 1;
    console.error(`${result.applied}: ${result.problems.join('; ')}`);
  }
  for (const [reason, count] of refusals) {
    console.error(`${count} times not taken back: ${reason}`);
  }
  const never = [...times].filter(([, count]) => count === 0);
  console.log(
    JSON.stringify({
      sequences: compared,
      wrong,
      refused,
      empty,
      actions: times.size - never.length,
      neverMet: never.map(([id]) => id),
    }),
  );
  await server.stop();
}

function catalogPeople(): CatalogPersonService {
  return CatalogPersonService.create({
    links: async () => new LinkTable([]),
    catalog: new InMemoryCatalogClient({
      entities: demoEntities(),
    }) as unknown as CatalogService,
    auth: {
      getOwnServiceCredentials: async () => ({}),
    } as Partial<AuthService> as AuthService,
    byEmail: true,
    now: () => now,
  });
}

undoMany(JSON.parse(process.argv[2])).then(
  () => process.exit(),
  error => {
    console.error(error);
    process.exit(1);
  },
);
