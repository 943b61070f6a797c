import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';

/** The Salesforce users of a person, one per connected org. */
export function useSalesforceUsers(person: string) {
  const { client } = useApi(salesforceApiRef);
  return useQuery({
    queryKey: queryKeys.salesforceUsers(person),
    staleTime: 30_000,
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/salesforce-users', {
          params: { query: { person } },
          signal,
        }),
      ),
  });
}
