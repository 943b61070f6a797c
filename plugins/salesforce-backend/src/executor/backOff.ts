/** Milliseconds to wait before attempt `attempt + 1`: 2 s, 4 s, 8 s … 15 min. */
export function backOff(options: {
  attempt: number;
  /** What Salesforce asked for, if it did. */
  retryAfter?: number;
  /** 0 to 1; spreads replicas. */
  jitter: number;
}): number {
  const doubled = 2_000 * 2 ** Math.min(Math.max(options.attempt - 1, 0), 9);
  const wait = Math.min(doubled, 15 * 60_000);
  return Math.max(
    Math.round(wait * (0.75 + 0.5 * options.jitter)),
    options.retryAfter ?? 0,
  );
}
