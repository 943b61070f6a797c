import { useApi } from '@backstage/frontend-plugin-api';
import type {
  CreateDelegationBody,
  DelegationList,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, doneOf } from '../../api/answerOf';
import { queryKeys } from '../../api/queryKeys';
import { salesforceApiRef } from '../../api/SalesforceApi';
import { screenStateOf, type ScreenState } from '../../hooks/ScreenState';

/** Who reviews in one's name, in whose name one reviews, and the ways to change it. */
export function useDelegations(): {
  state: ScreenState<DelegationList>;
  create: {
    send(body: CreateDelegationBody): Promise<unknown>;
    isPending: boolean;
    error: unknown;
  };
  end: { send(id: string): void; isPending: boolean; error: unknown };
} {
  const { client } = useApi(salesforceApiRef);
  const queryClient = useQueryClient();
  const refresh = () =>
    queryClient.invalidateQueries({ queryKey: queryKeys.delegations });
  const query = useQuery({
    queryKey: queryKeys.delegations,
    queryFn: ({ signal }) => answerOf(client.GET('/delegations', { signal })),
  });
  const create = useMutation({
    mutationFn: (body: CreateDelegationBody) =>
      answerOf(client.POST('/delegations', { body })),
    onSuccess: refresh,
  });
  const end = useMutation({
    mutationFn: (delegationId: string) =>
      doneOf(
        client.DELETE('/delegations/{delegationId}', {
          params: { path: { delegationId } },
        }),
      ),
    onSuccess: refresh,
  });
  return {
    state: screenStateOf(query, list => list),
    create: {
      send: body => create.mutateAsync(body),
      isPending: create.isPending,
      error: create.error,
    },
    end: { send: end.mutate, isPending: end.isPending, error: end.error },
  };
}
