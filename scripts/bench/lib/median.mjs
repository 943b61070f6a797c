export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Milliseconds that some work takes, unless it answers them itself. */
export async function timed(work) {
  const start = performance.now();
  const own = await work();
  return typeof own === 'number' ? own : performance.now() - start;
}

/**
 * Takes two measurements turn by turn, so that whatever else the machine does
 * meets both alike, and answers the median of each.
 */
export async function sideBySide({ rounds, warmUp = 3, value, floor }) {
  const values = [];
  const floors = [];
  for (let round = -warmUp; round < rounds; round++) {
    const v = await timed(value);
    const f = await timed(floor);
    if (round >= 0) {
      values.push(v);
      floors.push(f);
    }
  }
  return { value: median(values), floor: median(floors) };
}
