import type { Observation } from '@salesdesk/backstage-plugin-salesforce-node';
import type { PlannedWork } from './PlannedWork';

/** A record that was made may show a little later, or still be on its way. */
const settleMilliseconds = 3_000;

/**
 * Looks what became of changes. Before a record is made again that nothing was
 * seen of, it is looked for a second time, some seconds later: a value that is
 * written twice does no harm, a record that is made twice does.
 */
export async function lookTwice(options: {
  work: PlannedWork[];
  look: (work: PlannedWork[]) => Promise<Map<number, Observation>>;
  wait: (milliseconds: number) => Promise<void>;
}): Promise<Map<number, Observation>> {
  const { work, look, wait } = options;
  const seen = await look(work);
  const unseen = work.filter(
    ({ position, change, isIntended }) =>
      isIntended &&
      change.operation === 'create' &&
      seen.get(position)?.state === 'not_applied',
  );
  if (unseen.length === 0) return seen;
  await wait(settleMilliseconds);
  return new Map([...seen, ...(await look(unseen))]);
}
