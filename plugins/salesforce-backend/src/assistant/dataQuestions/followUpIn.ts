/** Words by which one goes on about what was asked before. */
const begins =
  /^\s*(?:and\s+|ok(?:ay)?[,\s]+|now\s+|so\s+|please\s+)*(?:what about|how about|only|just|but only|narrow (?:it|that|them) (?:down )?to|filter (?:it|that|them)?\s*(?:by|to|for|on)|restrict (?:it|that|them) to|limit (?:it|that|them) to|without)\b/i;
const joins = /^\s*(?:and|but|or)\b/i;
const points =
  /\b(?:of (?:them|those|these|which)|those|these|them|the ones|ones)\b/i;
const arranges =
  /^\s*(?:(?:now|please|can you|and)\s+)*(?:sort|order|group|break|split|rank)\b/i;

/**
 * "only those closing this month", "and in France?", "how many of them are
 * open?", "sort them by amount": what goes on about the question before. Pure.
 */
export function followUpIn(
  text: string,
  objects: readonly unknown[],
): { rest: string } | undefined {
  if (objects.length > 0) return undefined;
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
      .replace(begins, found => (/without/i.test(found) ? ' without ' : ' '))
      .replace(joins, ' ')
      .replace(/\b(?:now|too|as well|instead|please)\b/gi, ' ')
      .replace(new RegExp(points.source, 'gi'), ' '),
  };
}
