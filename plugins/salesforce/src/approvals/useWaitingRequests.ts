import { useApi } from '@backstage/frontend-plugin-api';
import {
  useInfiniteQuery,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query';
import type {
  RequestPage,
  RequestSummary,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useCallback, useMemo } from 'react';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';

/** The order of the inbox. */
export type InboxOrder = 'oldest' | 'newest' | 'expiring';

/** What waits for the caller's review, page by page, kept fresh. */
export function useWaitingRequests(options: {
  order: InboxOrder;
  pollInterval: number;
}) {
  const { client } = useApi(salesforceApiRef);
  const queryClient = useQueryClient();
  const queryKey = useMemo(
    () => queryKeys.requestList({ view: 'to_review', order: options.order }),
    [options.order],
  );
  const query = useInfiniteQuery({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        client.GET('/requests', {
          params: {
            query: {
              view: 'to_review',
              order: options.order,
              cursor: pageParam,
              limit: 100,
            },
          },
          signal,
        }),
      ),
    getNextPageParam: (page: RequestPage) => page.nextCursor,
    refetchInterval: options.pollInterval,
  });

  const items = useMemo(() => unique(query.data?.pages ?? []), [query.data]);

  /** Takes decided requests off the list at once; the next refresh confirms it. */
  const remove = useCallback(
    (requestIds: string[]) => {
      const gone = new Set(requestIds);
      queryClient.setQueryData<InfiniteData<RequestPage>>(
        queryKey,
        data =>
          data && {
            ...data,
            pages: data.pages.map(page => ({
              ...page,
              items: page.items.filter(({ id }) => !gone.has(id)),
            })),
          },
      );
    },
    [queryClient, queryKey],
  );

  return { query, items, remove };
}

// A request may move between pages while they are read.
function unique(pages: RequestPage[]): RequestSummary[] {
  const byId = new Map<string, RequestSummary>();
  for (const page of pages) {
    for (const item of page.items) {
      if (!byId.has(item.id)) byId.set(item.id, item);
    }
  }
  return [...byId.values()];
}
