/** Words by which one goes on about what was asked before. */
const begins =
  /^\s*(?:and\s+|ok(?:ay)?[,\s]+|now\s+|so\s+|please\s+)*(?:what about|how about|only|just|but only|narrow (?:it|that|them) (?:down )?to|filter (?:it|that|them)?\s*(?:by|to|for|on)|restrict (?:it|that|them) to|limit (?:it|that|them) to|without|exclude|excluding|except(?: for)?|leave out)\b/i;
const joins = /^\s*(?:and|but|or)\b/i;
const points =
  /\b(?:of (?:them|those|these|which)|those|these|them|the ones|ones)\b/i;
const arranges =
  /^\s*(?:(?:now|please|can you|and)\s+)*(?:sort(?:ed)?|order(?:ed)?|group(?:ed)?|break|split|rank(?:ed)?|by)\b/i;
const turns = /without|exclud|except|leave out/i;
const counts =
  /^\s*(?:(?:just |only )?(?:as )?(?:a |the )?(?:number|count|total)(?: only| please)*\s*$)|^\s*(?:and\s+|so\s+)*how many(?: (?:are|is|of them|in total))?(?: (?:that|it|there|them|those))?(?: in total| now)?\s*\??\s*$/i;

/**
 * "only those closing this month", "and in France?", "how many of them are
 * open?", "sort them by amount": what goes on about the question before. Pure.
 */
export function followUpIn(
  text: string,
  objects: readonly unknown[],
): { rest: string } | undefined {
  if (objects.length > 0) return undefined;
  if (counts.test(text)) return { rest: 'how many' };
  if (
    !begins.test(text) &&
    !joins.test(text) &&
    !points.test(text) &&
    !arranges.test(text)
  ) {
    return undefined;
  }
  return {
    rest: text
      // "what about France?" is about the place, as "in Germany" was before
      .replace(/\b(?:[Ww]hat|[Hh]ow) about (?=\p{Lu})/u, found => `${found}in `)
      .replace(begins, found => (turns.test(found) ? saysNot(found) : ' '))
      .replace(joins, ' ')
      .replace(/\b(?:now|too|as well|instead|please)\b/gi, ' ')
      .replace(new RegExp(points.source, 'gi'), ' '),
  };
}

function saysNot(words: string): string {
  return /without/i.test(words) ? ' without ' : ' not in ';
}
