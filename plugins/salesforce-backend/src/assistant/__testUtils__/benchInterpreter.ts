/*
 * How long a sentence takes with an index of 50,000 names; for `npm run bench`.
 * It prints one line of JSON: the median and the 95th percentile in
 * milliseconds.
 */
import { join } from 'node:path';
import { startTestOrg, stopTestOrgs } from '../../__testUtils__/testOrg';
import { BuiltInInterpreter } from '../builtin/BuiltInInterpreter';
import { NameIndex } from '../names/NameIndex';
import { readNames } from '../names/readNames';
import { testGateway } from '../../__testUtils__/testOrg';
import { manyUsers } from './manyUsers';
import { TestConversation } from './TestConversation';

const sentences = [
  "Freeze the Salesforce user for marco@acme.com — he's out on leave for 3 months",
  'Give Foo Bar and Ann Lee the Marketing Analytics permission set group until next Friday',
  'Change ari@acme.com\'s profile from "Standard User" to "Sales Manager" and add him to the RevOps role',
  'Assign the "Sales Cloud Einstein" permission set to everyone on the North America sales team',
  'pleese asign Contract Aprover to Ann Lea untill next friday',
  'Freeze Alex',
  'Revoke all OAuth tokens of dan@acme.com and end his sessions',
];

async function bench(): Promise<void> {
  const server = await startTestOrg();
  const catalog = join(__dirname, '../../../../../packages/backend/catalog');
  const small = await TestConversation.start(server, catalog);
  const names = await readNames(testGateway(server));
  const index = new NameIndex([...names, ...manyUsers(50_000)]);
  const conversation = small.withNames(index);
  const context = await conversation.context('sam.okafor', undefined);
  const interpreter = new BuiltInInterpreter();
  const times: number[] = [];
  for (let round = 0; round < 60; round += 1) {
    for (const text of sentences) {
      const began = performance.now();
      await interpreter.interpret({
        text,
        conversation: [],
        context,
        signal: new AbortController().signal,
        progress: () => {},
      });
      if (round >= 10) times.push(performance.now() - began);
    }
  }
  times.sort((left, right) => left - right);
  const at = (share: number) => times[Math.floor(times.length * share)];
  process.stdout.write(
    `${JSON.stringify({
      median: at(0.5),
      p95: at(0.95),
      names: index.size,
    })}\n`,
  );
  await stopTestOrgs();
}

bench().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
