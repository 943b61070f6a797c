import { useApi } from '@backstage/frontend-plugin-api';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { toQueryBody, type InventoryQuestion } from './InventoryQuestion';
import { rowsOf } from './inventoryRow';

/** Rows of a board come in pages of this size while one scrolls. */
const PAGE_SIZE = 500;
/** Of those that are read to the end and not drawn. */
const LARGE_PAGE_SIZE = 2000;

/** All rows that a question finds, read on as they are needed. */
export function useInventoryRows(options: {
  org: string | undefined;
  question: InventoryQuestion | undefined;
  pageSize?: number;
}) {
  const { client } = useApi(salesforceApiRef);
  const { org, question, pageSize = PAGE_SIZE } = options;
  const readPage = useCallback(
    (page: { limit: number; cursor?: string; signal?: AbortSignal }) =>
      answerOf(
        client.POST('/inventory/{org}/query', {
          params: { path: { org: org ?? '' } },
          body: {
            ...toQueryBody(
              question ?? { object: '', columns: [], filters: [] },
            ),
            limit: page.limit,
            ...(page.cursor ? { cursor: page.cursor } : { withTotal: true }),
          },
          signal: page.signal,
        }),
      ),
    [client, org, question],
  );
  const query = useInfiniteQuery({
    queryKey: queryKeys.inventoryPart(org, 'rows', question, pageSize),
    enabled: org !== undefined && question !== undefined,
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      readPage({ limit: pageSize, cursor: pageParam, signal }),
    getNextPageParam: page => page.nextCursor,
  });
  const pages = query.data?.pages;
  const rows = useMemo(() => (pages ?? []).flatMap(rowsOf), [pages]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    query,
    rows,
    total: pages?.[0]?.total,
    columns: pages?.[0]?.columns ?? [],
    readOn,
    /** All rows, without drawing those that nobody has scrolled to. */
    readAll: async () => {
      const all = [...rows];
      let cursor = pages?.at(-1)?.nextCursor;
      while (cursor) {
        const page = await readPage({ limit: LARGE_PAGE_SIZE, cursor });
        all.push(...rowsOf(page));
        cursor = page.nextCursor;
      }
      return all;
    },
  };
}
