/** Whether the time for a decision is over, also where no sweep has seen it yet. */
export function isOver(row: { expires_at: string | null }, at: Date): boolean {
  return row.expires_at !== null && row.expires_at <= at.toISOString();
}
