const dateForm = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the day exists: no 30th of February. */
export function isCalendarDay(text: string): boolean {
  const match = dateForm.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
