/** "Marco Bianchi", "Marco Bianchi and Ari Cohen", "12 users". */
export function namesOf(
  things: ReadonlyArray<{ name: string }>,
  plural = 'users',
): string {
  if (things.length === 0) return `no ${plural}`;
  if (things.length <= 3) {
    return new Intl.ListFormat('en', { type: 'conjunction' }).format(
      things.map(({ name }) => name),
    );
  }
  return `${things.length.toLocaleString('en')} ${plural}`;
}

/** "1 licence", "12 licences". */
export function count(number: number, singular: string): string {
  return number === 1
    ? `1 ${singular}`
    : `${number.toLocaleString('en')} ${singular}s`;
}

/** "22 Feb 2027", in UTC. */
export function dayOf(moment: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(moment));
}
