import { poolKey, type SeatPool } from './pools';

/** A request in the queue, as far as its turn goes. */
export interface SeatWish {
  requestId: string;
  pools: Array<Pick<SeatPool, 'kind' | 'id' | 'needed'>>;
  /** It was started, and may not have taken its seats yet. */
  isStarted: boolean;
}

/**
 * Which requests have their turn: first come, first served, in each pool. A
 * request starts when all its seats are free and nobody who came earlier waits
 * for one of its pools, so that many small wishes never keep a large one from
 * its turn. Seats of those that were started are theirs. A pool that nobody can
 * count any more keeps nobody waiting: running tells what became of it. Pure.
 *
 * @param queue - in the order in which they came
 * @param free - seats by {@link poolKey}
 */
export function chooseStarts(
  queue: readonly SeatWish[],
  free: ReadonlyMap<string, number>,
): string[] {
  const left = new Map(free);
  const take = (wish: SeatWish) => {
    for (const pool of wish.pools) {
      const key = poolKey(pool);
      left.set(key, (left.get(key) ?? Infinity) - pool.needed);
    }
  };
  queue.filter(({ isStarted }) => isStarted).forEach(take);
  const waitedFor = new Set<string>();
  const starts: string[] = [];
  for (const wish of queue) {
    if (wish.isStarted) continue;
    const hasTurn = wish.pools.every(
      pool =>
        !waitedFor.has(poolKey(pool)) &&
        (left.get(poolKey(pool)) ?? Infinity) >= pool.needed,
    );
    if (hasTurn) {
      take(wish);
      starts.push(wish.requestId);
    } else {
      wish.pools.forEach(pool => waitedFor.add(poolKey(pool)));
    }
  }
  return starts;
}

/** How many wait in front of a request for one of its pools. Pure. */
export function countAhead(
  queue: readonly SeatWish[],
  requestId: string,
): number {
  const at = queue.findIndex(wish => wish.requestId === requestId);
  if (at < 0) return 0;
  const own = new Set(queue[at].pools.map(poolKey));
  return queue
    .slice(0, at)
    .filter(
      ({ isStarted, pools }) =>
        !isStarted && pools.some(pool => own.has(poolKey(pool))),
    ).length;
}
