import fc from 'fast-check';
import { chooseStarts, countAhead, type SeatWish } from './chooseStarts';

const pool = (id: string, needed = 1) => ({
  kind: 'user_license' as const,
  id,
  needed,
});
const wish = (
  requestId: string,
  pools: SeatWish['pools'],
  isStarted = false,
): SeatWish => ({ requestId, pools, isStarted });
const free = (seats: Record<string, number>) =>
  new Map(
    Object.entries(seats).map(([id, count]): [string, number] => [
      `user_license ${id}`,
      count,
    ]),
  );

describe('whose turn it is', () => {
  it('is that of who came first, as many as there are seats', () => {
    const queue = [
      wish('a', [pool('sf')]),
      wish('b', [pool('sf')]),
      wish('c', [pool('sf')]),
    ];
    expect(chooseStarts(queue, free({ sf: 0 }))).toEqual([]);
    expect(chooseStarts(queue, free({ sf: 2 }))).toEqual(['a', 'b']);
    expect(queue.map(({ requestId }) => countAhead(queue, requestId))).toEqual([
      0, 1, 2,
    ]);
  });

  it('keeps small wishes from overtaking a large one, in its pools only', () => {
    const queue = [
      wish('large', [pool('sf', 5)]),
      wish('small', [pool('sf')]),
      wish('elsewhere', [pool('platform')]),
    ];
    expect(chooseStarts(queue, free({ sf: 3, platform: 1 }))).toEqual([
      'elsewhere',
    ]);
    expect(chooseStarts(queue, free({ sf: 6, platform: 0 }))).toEqual([
      'large',
      'small',
    ]);
    expect(countAhead(queue, 'elsewhere')).toBe(0);
  });

  it('leaves seats to those that were started and have not taken them yet', () => {
    const queue = [wish('a', [pool('sf')], true), wish('b', [pool('sf')])];
    expect(chooseStarts(queue, free({ sf: 1 }))).toEqual([]);
    expect(chooseStarts(queue, free({ sf: 2 }))).toEqual(['b']);
    expect(countAhead(queue, 'b')).toBe(0);
  });

  it('starts who needs several licences once all are free', () => {
    const queue = [wish('a', [pool('sf'), pool('einstein')])];
    expect(chooseStarts(queue, free({ sf: 1, einstein: 0 }))).toEqual([]);
    expect(chooseStarts(queue, free({ sf: 1, einstein: 1 }))).toEqual(['a']);
  });

  it('never gives away more seats than there are, nor lets anybody overtake in a pool', () => {
    const anyWish = fc.record({
      isStarted: fc.boolean(),
      pools: fc.uniqueArray(
        fc.record({
          id: fc.constantFrom('a', 'b', 'c'),
          needed: fc.integer({ min: 1, max: 4 }),
        }),
        { minLength: 1, maxLength: 3, selector: ({ id }) => id },
      ),
    });
    fc.assert(
      fc.property(
        fc.array(anyWish, { maxLength: 12 }),
        fc.record({ a: fc.nat(9), b: fc.nat(9), c: fc.nat(9) }),
        (wishes, seats) => {
          const queue = wishes.map(({ isStarted, pools }, index) =>
            wish(
              String(index),
              pools.map(({ id, needed }) => pool(id, needed)),
              isStarted,
            ),
          );
          const starts = chooseStarts(queue, free(seats));
          for (const id of ['a', 'b', 'c'] as const) {
            const of = (some: SeatWish[]) =>
              some.flatMap(({ pools }) => pools.filter(one => one.id === id));
            const sum = (some: SeatWish[]) =>
              of(some).reduce((total, { needed }) => total + needed, 0);
            const started = queue.filter(({ isStarted }) => isStarted);
            const chosen = queue.filter(({ requestId }) =>
              starts.includes(requestId),
            );
            // What was started before may have taken its seats by now.
            expect(
              of(chosen).length === 0 ||
                sum([...started, ...chosen]) <= seats[id],
            ).toBe(true);
            // Whoever waits for this pool came after all that start in it.
            const inPool = queue.filter(
              one => !one.isStarted && of([one]).length > 0,
            );
            const firstLeft = inPool.findIndex(
              ({ requestId }) => !starts.includes(requestId),
            );
            const lastStart = inPool
              .map(({ requestId }) => starts.includes(requestId))
              .lastIndexOf(true);
            expect(firstLeft < 0 || lastStart < firstLeft).toBe(true);
          }
        },
      ),
    );
  });
});
