import type { Blocker } from '@salesdesk/backstage-plugin-salesforce-common';

/** The seats of one licence that a request lacks. */
export type SeatPool = NonNullable<Blocker['pool']>;

/** Tells pools of an org apart. */
export function poolKey({ kind, id }: Pick<SeatPool, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/**
 * The full pools that keep a request from running, each once, with all the
 * seats that it lacks; none where something else stands in the way as well,
 * which waiting would not clear. Pure.
 */
export function poolsOf(blockers: readonly Blocker[]): SeatPool[] {
  const pools = new Map<string, SeatPool>();
  for (const { pool } of blockers) {
    if (!pool) return [];
    const known = pools.get(poolKey(pool));
    pools.set(poolKey(pool), {
      ...pool,
      needed: (known?.needed ?? 0) + pool.needed,
    });
  }
  return [...pools.values()];
}
