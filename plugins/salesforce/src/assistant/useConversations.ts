import { useApi } from '@backstage/frontend-plugin-api';
import type { ConversationSummary } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { answerOf, doneOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import type { ScreenState } from '../hooks/ScreenState';

/** The person's own conversations, the last used first. */
export type ConversationsState = ScreenState<{
  items: ConversationSummary[];
  more?: () => void;
}>;

export function useConversations(): ConversationsState {
  const { client } = useApi(salesforceApiRef);
  const query = useInfiniteQuery({
    queryKey: queryKeys.conversations,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        client.GET('/assistant/conversations', {
          params: { query: { limit: 20, cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor,
  });
  if (query.data) {
    const items = query.data.pages.flatMap(page => page.items);
    if (items.length === 0) return { state: 'empty' };
    return {
      state: 'ready',
      items,
      ...(query.hasNextPage ? { more: () => void query.fetchNextPage() } : {}),
    };
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

/** Deletes a conversation with all its turns. */
export function useDeleteConversation(options: { onDeleted: () => void }) {
  const { client } = useApi(salesforceApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (conversationId: string) => {
      await doneOf(
        client.DELETE('/assistant/conversations/{conversationId}', {
          params: { path: { conversationId } },
        }),
      );
    },
    onSuccess: (_, conversationId) => {
      queryClient.removeQueries({
        queryKey: queryKeys.conversation(conversationId),
      });
      void queryClient.invalidateQueries({ queryKey: queryKeys.conversations });
      options.onDeleted();
    },
  });
}
