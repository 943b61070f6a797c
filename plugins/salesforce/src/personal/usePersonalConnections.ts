import { useApi } from '@backstage/frontend-plugin-api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { goTo } from './goTo';

/** One's own connections, and what can be done with them. */
export function usePersonalConnections() {
  const { client } = useApi(salesforceApiRef);
  const queryClient = useQueryClient();
  const connections = useQuery({
    queryKey: queryKeys.personal,
    queryFn: ({ signal }) =>
      answerOf(client.GET('/personal/connections', { signal })),
  });
  const connect = useMutation({
    mutationFn: (org: string) =>
      answerOf(
        client.POST('/personal/connections/{org}/start', {
          params: { path: { org } },
        }),
      ),
    onSuccess: ({ url }) => goTo(url),
  });
  const disconnect = useMutation({
    mutationFn: (org: string) =>
      answerOf(
        client.DELETE('/personal/connections/{org}', {
          params: { path: { org } },
        }),
      ),
    onSettled: () =>
      queryClient.invalidateQueries({ queryKey: queryKeys.personal }),
  });
  return { connections, connect, disconnect };
}

export type PersonalConnections = ReturnType<typeof usePersonalConnections>;
