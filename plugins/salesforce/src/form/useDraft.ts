import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Draft,
  DraftBody,
  FieldError,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { isApiError } from '../api/ApiError';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { useDebounced } from '../hooks/useDebounced';

const TYPING_RESTS = 500;

/** What a request would change and need, for what stands in the form. */
export type DraftState =
  | { state: 'incomplete' }
  | { state: 'loading' }
  | { state: 'error'; error: unknown; retry: () => void }
  /** `current` is false while a newer one is being worked out. */
  | { state: 'ready'; draft: Draft; current: boolean };

export function useDraft(body: DraftBody | undefined): {
  draft: DraftState;
  errors: FieldError[];
  refresh: () => void;
} {
  const { client } = useApi(salesforceApiRef);
  const settled = useDebounced(body, TYPING_RESTS);
  const query = useQuery({
    queryKey: queryKeys.draft(settled),
    queryFn: settled
      ? async ({ signal }) => ({
          of: settled,
          draft: await answerOf(
            client.POST('/drafts', { body: settled, signal }),
          ),
        })
      : skipToken,
    enabled: body !== undefined,
    placeholderData: keepPreviousData,
    // Salesforce may have changed since; what is kept is never shown as news.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const refresh = () => void query.refetch();
  const stateOf = (): DraftState => {
    if (!body) return { state: 'incomplete' };
    const isCurrent =
      JSON.stringify(body) === JSON.stringify(settled) &&
      !query.isPlaceholderData;
    if (query.isError && isCurrent) {
      return { state: 'error', error: query.error, retry: refresh };
    }
    if (!query.data) return { state: 'loading' };
    return {
      state: 'ready',
      draft: query.data.draft,
      current: isCurrent && !query.isFetching,
    };
  };
  const found = isApiError(query.error)
    ? query.error.fields
    : query.data?.draft.errors ?? [];
  return {
    draft: stateOf(),
    errors: found.filter(isAbout(query.data?.of ?? settled, body)),
    refresh,
  };
}

/** Keeps the errors of fields that still hold what they held when it was found. */
function isAbout(earlier: DraftBody | undefined, now: DraftBody | undefined) {
  return ({ path }: FieldError): boolean => {
    if (!earlier || !now) return false;
    const [name] = path.split('.');
    if (name === 'reason') return earlier.reason === now.reason;
    return (
      JSON.stringify(earlier.input[name]) === JSON.stringify(now.input[name])
    );
  };
}
