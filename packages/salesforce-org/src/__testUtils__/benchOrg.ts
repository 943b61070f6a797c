/*
 * How long the local org takes to start and to answer queries of 20,000 rows;
 * for `npm run bench`. It prints one line of JSON: medians in milliseconds.
 */
import { startSalesforceOrg } from '../startSalesforceOrg';
import { SmallOrg } from './smallOrg';

const rounds = 15;

async function median(work: () => Promise<void> | void): Promise<number> {
  // once without counting: the program is loaded then
  await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times.sort((left, right) => left - right)[Math.floor(rounds / 2)];
}

function orgOfManyContacts(): SmallOrg {
  const small = new SmallOrg();
  const accounts = small.load(
    'Account',
    Array.from({ length: 500 }, (_, index) => ({ Name: `Account ${index}` })),
  );
  small.load(
    'Contact',
    Array.from({ length: 20_000 }, (_, index) => ({
      LastName: `Person ${index}`,
      Email: `person${index}@small.test`,
      AccountId: accounts[index % accounts.length],
    })),
  );
  return small;
}

async function bench(): Promise<void> {
  const start = await median(async () => (await startSalesforceOrg()).stop());
  const small = orgOfManyContacts();
  const query = (soql: string, rows: number) =>
    median(() => {
      const found = small.records(soql).length;
      if (found !== rows) throw new Error(`${soql} answered ${found} rows`);
    });
  const figures = {
    start,
    page: await query(
      'SELECT Id, Name, Email, Account.Name FROM Contact LIMIT 2000',
      2000,
    ),
    indexed: await query(
      "SELECT Id FROM Contact WHERE Email = 'PERSON777@small.test'",
      1,
    ),
    parent: await query(
      "SELECT Id FROM Contact WHERE Account.Name = 'Account 7'",
      40,
    ),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

bench().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
