import { useApi } from '@backstage/frontend-plugin-api';
import type {
  RequestDetail,
  RequestSeats,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';

const refreshedEvery = 15_000;

/** The seats that a request lacks, who could give one back, and its place in the queue. */
export function useSeats(request: RequestDetail) {
  const { client } = useApi(salesforceApiRef);
  const queryClient = useQueryClient();
  const params = { path: { requestId: request.id } };
  const queryKey = queryKeys.seats(request.id);
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      answerOf(client.GET('/requests/{requestId}/seats', { params, signal })),
    refetchInterval: ({ state }) =>
      state.data?.queue ? refreshedEvery : false,
  });
  const settle = {
    onSuccess: (seats: RequestSeats) =>
      queryClient.setQueryData(queryKey, seats),
    onSettled: () =>
      queryClient.invalidateQueries({ queryKey: queryKeys.requests }),
  };
  return {
    query,
    wait: useMutation({
      mutationFn: () =>
        answerOf(client.POST('/requests/{requestId}/seats/queue', { params })),
      ...settle,
    }),
    leave: useMutation({
      mutationFn: () =>
        answerOf(
          client.DELETE('/requests/{requestId}/seats/queue', { params }),
        ),
      ...settle,
    }),
  };
}
