import type { SoqlQuery } from '@salesdesk/backstage-plugin-salesforce-node';

/** Salesforce answers 414 beyond 16,384 bytes; host and headers count too. */
const longestUrl = 14_500;

/** Room that lists of values get in one query, so that five fit one call. */
export const longestList = 12_000;

export function queryPath(query: SoqlQuery): string {
  return `/query?q=${encodeURIComponent(query.text)}`;
}

export function toolingPath(query: SoqlQuery): string {
  return `/tooling${queryPath(query)}`;
}

export function isTooLongForUrl(query: SoqlQuery): boolean {
  return queryPath(query).length > longestUrl;
}

/** Several queries as one call of the composite resource. */
export function compositeOf(
  queries: SoqlQuery[],
  apiVersion: string,
): Record<string, unknown> {
  return {
    allOrNone: false,
    compositeRequest: queries.map((query, position) => ({
      method: 'GET',
      url: `/services/data/v${apiVersion}${queryPath(query)}`,
      referenceId: `query${position}`,
    })),
  };
}

/**
 * Cuts values into lists that fit a query's URL. Ids go about 380 to a list,
 * e-mail addresses 250.
 */
export function chunksForUrl(values: readonly string[]): string[][] {
  const chunks: string[][] = [];
  let size = Infinity;
  for (const value of values) {
    const length = encodeURIComponent(value).length + 7;
    if (size + length > longestList) {
      chunks.push([]);
      size = 0;
    }
    chunks[chunks.length - 1].push(value);
    size += length;
  }
  return chunks;
}
