import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from './answerOf';
import { queryKeys } from './queryKeys';
import { salesforceApiRef } from './SalesforceApi';

/** The enabled actions, with their input schema and what they need from the person. */
export function useActions() {
  const { client } = useApi(salesforceApiRef);
  return useQuery({
    queryKey: queryKeys.actions,
    queryFn: async ({ signal }) =>
      (await answerOf(client.GET('/actions', { signal }))).items,
    staleTime: 60_000,
  });
}
