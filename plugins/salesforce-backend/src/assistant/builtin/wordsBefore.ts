import type { Mention } from './Mentions';
import type { Reading } from './Reading';

/** The words between a mention and the one before it. */
export function wordsBefore(reading: Reading, mention: Mention): string {
  const previous = [...reading.mentions]
    .reverse()
    .find(({ to }) => to < mention.from);
  return reading.tokens
    .slice((previous?.to ?? -1) + 1, mention.from)
    .map(({ plain }) => plain)
    .join(' ');
}
