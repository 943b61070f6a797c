import { useApi } from '@backstage/frontend-plugin-api';
import type { AccessDecision } from '@salesdesk/backstage-plugin-salesforce-common';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { useCursorPages } from '../api/useCursorPages';

/** Rows on one page. */
export const ROWS_PER_PAGE = 100;

/** Which rows are shown. */
export interface ItemsFilter {
  mine: boolean;
  decision?: AccessDecision;
}

/** Rows of a review, a page at a time. */
export function useReviewItems(reviewId: string, filter: ItemsFilter) {
  const { client } = useApi(salesforceApiRef);
  return useCursorPages({
    queryKey: queryKeys.reviewItems(reviewId, filter),
    fetchPage: ({ cursor, signal }) =>
      answerOf(
        client.GET('/access-reviews/{reviewId}/items', {
          params: {
            path: { reviewId },
            query: {
              cursor,
              limit: ROWS_PER_PAGE,
              ...(filter.mine ? { mine: true } : {}),
              ...(filter.decision ? { decision: filter.decision } : {}),
            },
          },
          signal,
        }),
      ),
  });
}
