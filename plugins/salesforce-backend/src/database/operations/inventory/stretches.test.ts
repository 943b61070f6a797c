import type { Knex } from 'knex';
import { testDatabases } from '../../../__testUtils__/testDatabases';
import { applyMigrations } from '../../applyMigrations';
import {
  forgetStretches,
  readStretch,
  writeStretch,
  type IdRange,
} from './stretches';

jest.setTimeout(60_000);

const databases = testDatabases();
const place = { orgId: 'acme', object: 'Group' };

describe.each(databases.eachSupportedId())('stretches on %s', databaseId => {
  let knex: Knex;

  const open: IdRange = { after: undefined, upTo: undefined };
  const [first, middle, last]: IdRange[] = [
    { after: undefined, upTo: 'C' },
    { after: 'C', upTo: 'F' },
    { after: 'F', upTo: undefined },
  ];

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await applyMigrations(knex);
  });

  /** Writes the three, does something, and answers which of them are left. */
  const leftAfter = async (
    work: (transaction: Knex.Transaction) => Promise<void>,
  ) =>
    knex.transaction(async transaction => {
      await transaction('salesforce_inventory_stretches').delete();
      const of = { transaction, ...place };
      for (const range of [first, middle, last]) {
        await writeStretch({ ...of, range, fingerprint: 'x', newest: null });
      }
      // others are never touched
      const other = { ...of, object: 'User', range: first };
      await writeStretch({ ...other, fingerprint: 'y', newest: null });
      await work(transaction);
      expect(await readStretch(other)).toMatchObject({ fingerprint: 'y' });
      const left: string[] = [];
      for (const [name, range] of Object.entries({ first, middle, last })) {
        const stretch = await readStretch({ ...of, range });
        if (stretch?.fingerprint === 'x') left.push(name);
      }
      return left;
    });

  it.each([
    [[], ['first', 'middle', 'last']],
    [['A'], ['middle', 'last']],
    [['C'], ['middle', 'last']],
    [['D'], ['first', 'last']],
    [['a'], ['first', 'middle']],
    [['F', 'C'], ['last']],
    [['Z', 'B'], []],
  ])('where %j are others now, %j are left', async (ids, left) => {
    expect(
      await leftAfter(transaction =>
        forgetStretches({ transaction, ...place, ids }),
      ),
    ).toEqual(left);
  });

  it.each([
    [{ after: 'B', upTo: 'E' }, ['last']],
    [{ after: 'C', upTo: 'D' }, ['first', 'last']],
    [{ after: undefined, upTo: 'B' }, ['middle', 'last']],
    [{ after: 'F', upTo: 'H' }, ['first', 'middle']],
    [open, []],
  ])('storing %j anew leaves %j', async (range, left) => {
    const of = { ...place, range };
    expect(
      await leftAfter(async transaction => {
        await writeStretch({
          transaction,
          ...of,
          fingerprint: 'new',
          newest: '2026-11-28T00:00:00.000Z',
        });
        expect(await readStretch({ transaction, ...of })).toMatchObject({
          fingerprint: 'new',
          newest: '2026-11-28T00:00:00.000Z',
        });
      }),
    ).toEqual(left);
  });

  it('are known by both of their ends', async () => {
    await leftAfter(async transaction => {
      for (const range of [open, { after: 'C', upTo: 'G' }]) {
        expect(
          await readStretch({ transaction, ...place, range }),
        ).toBeUndefined();
      }
    });
  });
});
