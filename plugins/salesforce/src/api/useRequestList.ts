import { useApi } from '@backstage/frontend-plugin-api';
import type { paths } from '@salesdesk/backstage-plugin-salesforce-common';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from './answerOf';
import { queryKeys } from './queryKeys';
import { salesforceApiRef } from './SalesforceApi';
import { useRequestSignal } from './useRequestSignal';

/** What a list of requests can be narrowed to. */
export type RequestFilter = NonNullable<
  paths['/requests']['get']['parameters']['query']
>;

/** The first page of requests, kept up to date while it is shown. */
export function useRequestList(filter: RequestFilter, enabled = true) {
  const { client } = useApi(salesforceApiRef);
  const { pollInterval } = useRequestSignal();
  return useQuery({
    queryKey: queryKeys.requestList(filter),
    queryFn: ({ signal }) =>
      answerOf(client.GET('/requests', { params: { query: filter }, signal })),
    refetchInterval: pollInterval,
    enabled,
  });
}
