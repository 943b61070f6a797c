import { nextAfter, stepFrom, stillListed, toggle } from './inbox';

const ids = ['a', 'b', 'c', 'd'];

describe('the inbox', () => {
  it.each([
    [undefined, 1, 'a'],
    [undefined, -1, 'd'],
    ['b', 1, 'c'],
    ['b', -1, 'a'],
    ['d', 1, 'd'],
    ['a', -1, 'a'],
    ['gone', 1, 'a'],
  ] as const)('from %s by %s comes to %s', (from, step, to) => {
    expect(stepFrom(ids, from, step)).toBe(to);
  });

  it('stays nowhere when there is nothing', () => {
    expect(stepFrom([], undefined, 1)).toBeUndefined();
  });

  it.each([
    { decidedIds: ['b'], currentId: 'b', next: 'c' },
    { decidedIds: ['d'], currentId: 'd', next: 'c' },
    { decidedIds: ['a', 'c'], currentId: 'a', next: 'b' },
    { decidedIds: ['a', 'b', 'c', 'd'], currentId: 'b', next: undefined },
    { decidedIds: ['a'], currentId: 'c', next: 'c' },
    { decidedIds: ['a'], currentId: undefined, next: 'b' },
  ])(
    'after deciding $decidedIds at $currentId brings up $next',
    ({ decidedIds, currentId, next }) => {
      expect(nextAfter({ ids, decidedIds, currentId })).toBe(next);
    },
  );

  it('drops from the selection what is no longer listed', () => {
    expect([...stillListed(new Set(['a', 'x']), ids)]).toEqual(['a']);
  });

  it('picks and unpicks', () => {
    const picked = toggle(new Set<string>(), 'a');
    expect([...picked]).toEqual(['a']);
    expect([...toggle(picked, 'a')]).toEqual([]);
  });
});
