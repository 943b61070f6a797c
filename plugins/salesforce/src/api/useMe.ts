import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from './answerOf';
import { queryKeys } from './queryKeys';
import { salesforceApiRef } from './SalesforceApi';

/** Who is signed in, their Salesforce users, and which pages they may open. */
export function useMe() {
  const { client } = useApi(salesforceApiRef);
  return useQuery({
    queryKey: queryKeys.me,
    queryFn: ({ signal }) => answerOf(client.GET('/me', { signal })),
    staleTime: 60_000,
  });
}
