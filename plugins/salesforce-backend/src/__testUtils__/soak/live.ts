import { soakCaller } from './soakCaller';
import type { wireSoakProcess } from './wireSoakProcess';

/** Requests that are asked for side by side. */
const atOnce = 8;

const people = [
  'erin.walsh@acme.com',
  'marco@acme.com',
  'dan@acme.com',
  'ari@acme.com',
  'ann.lee@acme.com',
  'priya.raman@acme.com',
  'tom.becker@acme.com',
  'klaus.richter@acme.com',
];

/**
 * Asks for and runs many small requests in this process, as a backend does for
 * weeks, and measures what of the heap they leave behind.
 */
export async function live(options: {
  wired: ReturnType<typeof wireSoakProcess>;
  org: string;
  requests: number;
  /** So many are run before the first look at the heap. */
  warmUp: number;
}): Promise<{
  heapGrowthPercent: number;
  requestsPerSecond: number;
  unfinished: number;
}> {
  const { wired, org, requests, warmUp } = options;
  const caller = await soakCaller('user:default/sam.okafor');
  await wired.start();
  const ask = (number: number) =>
    wired.services.requests.submit(
      {
        org,
        action: 'salesforce_update_user',
        input: {
          users: [people[number % people.length]],
          title: `Title ${number}`,
        },
        reason: 'Soak',
      },
      { caller },
    );
  const askAndRun = async (from: number, to: number) => {
    for (let start = from; start < to; start += atOnce) {
      const numbers = Array.from(
        { length: Math.min(atOnce, to - start) },
        (_, index) => start + index,
      );
      await Promise.all(numbers.map(ask));
      await wired.executor.runUntilIdle();
    }
  };

  await askAndRun(0, warmUp);
  const before = heapUsed();
  const began = Date.now();
  await askAndRun(warmUp, requests);
  const seconds = (Date.now() - began) / 1000;
  const after = heapUsed();
  const [{ count }] = await wired
    .knex('salesforce_requests')
    .where({ org_id: org })
    .whereNot({ state: 'succeeded' })
    .count({ count: '*' });
  return {
    heapGrowthPercent: Math.round((after / before - 1) * 1000) / 10,
    requestsPerSecond: Math.round((requests - warmUp) / seconds),
    unfinished: Number(count),
  };
}

/** After everything that can be collected was. */
function heapUsed(): number {
  if (!globalThis.gc) throw new Error('Needs --expose-gc');
  for (let turn = 0; turn < 3; turn++) globalThis.gc();
  return process.memoryUsage().heapUsed;
}
