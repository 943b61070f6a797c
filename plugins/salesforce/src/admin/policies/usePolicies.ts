import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../api/answerOf';
import { queryKeys } from '../../api/queryKeys';
import { salesforceApiRef } from '../../api/SalesforceApi';

/** The policy of every action that changes something. */
export function usePolicies() {
  const { client } = useApi(salesforceApiRef);
  return useQuery({
    queryKey: queryKeys.policies,
    queryFn: async ({ signal }) =>
      (await answerOf(client.GET('/policies', { signal }))).items,
  });
}
