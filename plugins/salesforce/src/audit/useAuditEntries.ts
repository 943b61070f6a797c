import { useApi } from '@backstage/frontend-plugin-api';
import type { AuditPage } from '@salesdesk/backstage-plugin-salesforce-common';
import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { toAuditQuery, type AuditFilters } from './auditFilters';

/** Entries that fit the filters, newest first, page by page. */
export function useAuditEntries(filters: AuditFilters) {
  const { client } = useApi(salesforceApiRef);
  return useInfiniteQuery({
    queryKey: [...queryKeys.audit, 'entries', filters],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        client.GET('/audit/entries', {
          params: {
            query: { ...toAuditQuery(filters), cursor: pageParam, limit: 100 },
          },
          signal,
        }),
      ),
    getNextPageParam: (page: AuditPage) => page.nextCursor,
    // Entries never change, and all pages at once are a lot to ask for again.
    refetchOnWindowFocus: false,
    staleTime: 30_000,
  });
}
