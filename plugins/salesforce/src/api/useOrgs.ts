import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from './answerOf';
import { queryKeys } from './queryKeys';
import { salesforceApiRef } from './SalesforceApi';

/** The connected orgs. */
export function useOrgs() {
  const { client } = useApi(salesforceApiRef);
  return useQuery({
    queryKey: queryKeys.orgs,
    queryFn: async ({ signal }) =>
      (await answerOf(client.GET('/orgs', { signal }))).items,
    staleTime: 60_000,
  });
}
