import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Option,
  Picker,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { useDebounced } from '../hooks/useDebounced';

const TYPING_RESTS = 200;
const SHOWN_OPTIONS = 50;

/** Choices of a picker for the words typed so far. */
export function useOptions(options: {
  org: string;
  picker: Picker;
  words: string;
  /** Nothing is asked before the field is used. */
  enabled: boolean;
}): {
  options: Option[];
  truncated: boolean;
  loading: boolean;
  error: unknown;
} {
  const { client } = useApi(salesforceApiRef);
  const { org, picker, enabled } = options;
  const q = useDebounced(options.words.trim(), TYPING_RESTS);
  const query = useQuery({
    queryKey: queryKeys.options({ org, picker, q }),
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/orgs/{org}/options/{picker}', {
          params: {
            path: { org, picker },
            query: { limit: SHOWN_OPTIONS, ...(q ? { q } : {}) },
          },
          signal,
        }),
      ),
    enabled,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
  return {
    options: query.data?.items ?? [],
    truncated: query.data?.truncated ?? false,
    loading: query.isFetching || q !== options.words.trim(),
    error: query.error,
  };
}
