import { useApi } from '@backstage/frontend-plugin-api';
import type {
  RequestDetail,
  RequestState,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { useRequestSignal } from '../api/useRequestSignal';
import { screenStateOf, type ScreenState } from '../hooks/ScreenState';

/** While something happens by itself, we look more often. Milliseconds. */
const POLL_WHILE_MOVING = 1_500;
const moving: ReadonlySet<RequestState> = new Set<RequestState>([
  'submitted',
  'approved',
  'running',
]);
/** Nothing comes after these by itself. */
const finished: ReadonlySet<RequestState> = new Set<RequestState>([
  'succeeded',
  'rejected',
  'cancelled',
  'expired',
]);

/** One request, kept up to date while it is open. */
export function useRequest(
  requestId: string,
): ScreenState<{ request: RequestDetail }> {
  const { client } = useApi(salesforceApiRef);
  const { pollInterval } = useRequestSignal();
  const query = useQuery({
    queryKey: queryKeys.request(requestId),
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/requests/{requestId}', {
          params: { path: { requestId } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => {
      const current = state.data?.state;
      if (!current || finished.has(current)) return false;
      return moving.has(current) ? POLL_WHILE_MOVING : pollInterval;
    },
  });
  return screenStateOf(query, request => ({ request }));
}
