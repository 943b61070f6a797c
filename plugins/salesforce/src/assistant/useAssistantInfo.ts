import { useApi } from '@backstage/frontend-plugin-api';
import type { AssistantInfo } from '@salesdesk/backstage-plugin-salesforce-common';
import { useQuery } from '@tanstack/react-query';
import { isApiError } from '../api/ApiError';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';

/** Whether there is an assistant for this person, and what it can do. */
export type AssistantInfoState =
  | { state: 'loading' }
  /** The host's roles do not give it to this person. */
  | { state: 'not_allowed' }
  | { state: 'error'; error: unknown; retry: () => void }
  | { state: 'ready'; info: AssistantInfo };

export function useAssistantInfo(): AssistantInfoState {
  const { client } = useApi(salesforceApiRef);
  const query = useQuery({
    queryKey: queryKeys.assistant,
    queryFn: ({ signal }) => answerOf(client.GET('/assistant', { signal })),
    staleTime: 60_000,
  });
  if (query.data) return { state: 'ready', info: query.data };
  if (isApiError(query.error) && [403, 404].includes(query.error.status)) {
    return { state: 'not_allowed' };
  }
  if (query.isError) {
    return {
      state: 'error',
      error: query.error,
      retry: () => void query.refetch(),
    };
  }
  return { state: 'loading' };
}
