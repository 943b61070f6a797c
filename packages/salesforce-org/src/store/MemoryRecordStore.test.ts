import fc from 'fast-check';
import { DefaultRulesRegistry } from '../core/DefaultRulesRegistry';
import { SequentialIdFactory } from '../core/ids';
import { OrgClock } from '../core/OrgClock';
import type { Row } from '../core/types';
import { SchemaRegistry } from '../schema/SchemaRegistry';
import { standardObjects } from '../schema/standardObjects';
import { DefaultTransaction } from './DefaultTransaction';
import { MemoryRecordStore } from './MemoryRecordStore';

const userId = '0055g0000000001AAA';

function createStore() {
  const schema = new SchemaRegistry();
  schema.add(standardObjects);
  const store = new MemoryRecordStore({
    schema,
    ids: new SequentialIdFactory({ schema }),
    clock: new OrgClock({ machineTime: () => 0 }),
    rules: new DefaultRulesRegistry(),
    systemUserId: () => userId,
  });
  const begin = () => new DefaultTransaction({ store, schema, userId });
  return { store, begin };
}

/** Everything that a reader can see, through rows and through an index. */
function snapshot(store: MemoryRecordStore) {
  const rows = [...store.all('Account', { deleted: true })];
  const byId = (one: Row, other: Row) => (one.Id < other.Id ? -1 : 1);
  return {
    rows: [...rows].sort(byId),
    count: store.count('Account'),
    byName: ['a', 'b', 'c'].map(name =>
      [...store.findBy('Account', 'Name', name, { deleted: true })].sort(byId),
    ),
  };
}

type Step =
  | { kind: 'insert'; name: string }
  | { kind: 'update'; at: number; name: string | null }
  | { kind: 'delete' | 'undelete' | 'purge'; at: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('insert' as const),
    name: fc.constantFrom('a', 'B', 'c'),
  }),
  fc.record({
    kind: fc.constant('update' as const),
    at: fc.nat(),
    name: fc.constantFrom('A', 'b', null),
  }),
  fc.record({
    kind: fc.constantFrom(
      'delete' as const,
      'undelete' as const,
      'purge' as const,
    ),
    at: fc.nat(),
  }),
);

function apply(tx: DefaultTransaction, steps: readonly Step[]) {
  for (const one of steps) {
    const rows = [...tx.all('Account', { deleted: true })];
    if (one.kind === 'insert') tx.insert('Account', { Name: one.name });
    else if (rows.length > 0) {
      const { Id } = rows[one.at % rows.length];
      if (one.kind === 'update') tx.update('Account', Id, { Name: one.name });
      else tx[one.kind]('Account', Id);
    }
  }
}

describe('rows in memory', () => {
  it('are as they were after a rollback, whatever was done', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 12 }),
        fc.array(step, { maxLength: 12 }),
        fc.array(step, { maxLength: 12 }),
        (before, kept, taken) => {
          const { store, begin } = createStore();
          apply(begin(), before);
          const first = snapshot(store);
          const tx = begin();
          apply(tx, kept);
          const second = snapshot(store);
          const savepoint = tx.savepoint();
          apply(tx, taken);
          tx.rollbackTo(savepoint);
          expect(snapshot(store)).toEqual(second);
          tx.rollbackTo(0);
          expect(snapshot(store)).toEqual(first);
        },
      ),
    );
  });

  it('are found by an index exactly as by reading them all', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), steps => {
        const { store, begin } = createStore();
        store.findBy('Account', 'Name', 'a');
        apply(begin(), steps);
        for (const name of ['a', 'b', 'c']) {
          const expected = [...store.all('Account')]
            .filter(row => String(row.Name).toLowerCase() === name)
            .map(({ Id }) => Id);
          const found = store.findBy('Account', 'Name', name);
          expect(found.map(({ Id }) => Id).sort()).toEqual(expected.sort());
        }
      }),
    );
  });

  it('never change in place: who holds one holds what it was', () => {
    const { store, begin } = createStore();
    const tx = begin();
    const before = tx.insert('Account', { Name: 'Old' });
    tx.update('Account', before.Id, { Name: 'New' });
    expect(before.Name).toBe('Old');
    expect(store.get('Account', before.Id)?.Name).toBe('New');
    expect(Object.isFrozen(before)).toBe(true);
  });

  it('carry who wrote them and when', () => {
    const { begin } = createStore();
    expect(begin().insert('Account', { Name: 'Acme' })).toEqual({
      Id: '0015g0000000001AAA',
      Name: 'Acme',
      CreatedDate: '1970-01-01T00:00:00.000+0000',
      CreatedById: userId,
      LastModifiedDate: '1970-01-01T00:00:00.000+0000',
      LastModifiedById: userId,
      SystemModstamp: '1970-01-01T00:00:00.000+0000',
    });
  });

  it('are all put back by what remembering them answered, in their order', () => {
    const { store, begin } = createStore();
    const tx = begin();
    const [first, second] = ['a', 'b'].map(name =>
      tx.insert('Account', { Name: name }),
    );
    const before = snapshot(store);
    const putBack = store.remember();
    const later = begin();
    later.update('Account', first.Id, { Name: 'c' });
    later.delete('Account', second.Id);
    later.insert('Account', { Name: 'd' });
    expect(snapshot(store)).not.toEqual(before);
    putBack();
    expect(snapshot(store)).toEqual(before);
    expect([...store.all('Account')]).toEqual([first, second]);
  });

  it('are numbered where the object says so, after numbers that were given', () => {
    const { begin } = createStore();
    const tx = begin();
    tx.insert('Case', { CaseNumber: '00001026' });
    expect(tx.insert('Case', {}).CaseNumber).toBe('00001027');
  });
});
