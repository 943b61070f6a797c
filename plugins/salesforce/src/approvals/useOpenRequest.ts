import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import type {
  Plan,
  RequestDetail,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useEffect, useState } from 'react';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { screenStateOf, type ScreenState } from '../hooks/ScreenState';

export type OpenRequest = ScreenState<{
  request: RequestDetail;
  /** The plan that the reader saw first, when the current one is another. */
  planBefore?: Plan;
}>;

/** The request that is open beside the list. */
export function useOpenRequest(options: {
  requestId: string | undefined;
  pollInterval: number;
}): OpenRequest | undefined {
  const { requestId, pollInterval } = options;
  const { client } = useApi(salesforceApiRef);
  const query = useQuery({
    queryKey: queryKeys.request(requestId ?? ''),
    enabled: requestId !== undefined,
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/requests/{requestId}', {
          params: { path: { requestId: requestId ?? '' } },
          signal,
        }),
      ),
    refetchInterval: pollInterval,
  });
  const planBefore = useFirstPlan(query.data);
  if (requestId === undefined) return undefined;
  return screenStateOf(query, request => ({ request, planBefore }));
}

// A plan may change under the reader's eyes. What they read first is kept, so
// that both can be shown and nothing is approved that was not seen.
function useFirstPlan(request: RequestDetail | undefined): Plan | undefined {
  const [first, setFirst] = useState<{ requestId: string; plan: Plan }>();
  useEffect(() => {
    if (!request || first?.requestId === request.id) return;
    setFirst({ requestId: request.id, plan: request.plan });
  }, [request, first]);
  if (!request) return undefined;
  if (first?.requestId === request.id) {
    if (first.plan.digest !== request.plan.digest) return first.plan;
  }
  return request.previousPlans.find(
    plan => plan.digest !== request.plan.digest,
  );
}
