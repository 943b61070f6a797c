import { useApi } from '@backstage/frontend-plugin-api';
import type {
  SavedQuery,
  SavedQueryBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, doneOf } from '../../api/answerOf';
import { salesforceApiRef } from '../../api/SalesforceApi';
import { screenStateOf } from '../../hooks/ScreenState';

const KEY = ['salesforce', 'data', 'saved-queries'];

/** Queries that were kept: one's own, and those that others share. */
export function useSavedQueries(org: string | undefined) {
  const { client } = useApi(salesforceApiRef);
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: KEY });
  const list = useQuery({
    queryKey: [...KEY, org],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          client.GET('/data/saved-queries', {
            params: { query: { org } },
            signal,
          }),
        )
      ).items,
  });
  const save = useMutation({
    mutationFn: (options: { id?: string; body: SavedQueryBody }) =>
      answerOf(
        options.id
          ? client.PUT('/data/saved-queries/{savedQuery}', {
              params: { path: { savedQuery: options.id } },
              body: options.body,
            })
          : client.POST('/data/saved-queries', { body: options.body }),
      ),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (id: string) =>
      doneOf(
        client.DELETE('/data/saved-queries/{savedQuery}', {
          params: { path: { savedQuery: id } },
        }),
      ),
    onSettled,
  });
  return {
    list: screenStateOf(list, items =>
      items.length > 0 ? { items } : undefined,
    ),
    save,
    remove,
  };
}

export type SavedQueries = ReturnType<typeof useSavedQueries>;
export type { SavedQuery };
