import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Conversation,
  InterpreterKind,
  PageContext,
  Turn,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';

/** What a person says: words, or the choice that was pressed. */
export interface Saying {
  text: string;
  choice?: string;
}

/** A conversation as a screen shows it. */
export interface ConversationState {
  conversationId: string | undefined;
  /** While an earlier conversation is being read. */
  loading: boolean;
  loadError: unknown;
  reload: () => void;
  turns: Turn[];
  /** What was just said and is not answered for yet. */
  pending: Saying | undefined;
  askError: unknown;
  busy: boolean;
  ask: (saying: Saying) => void;
  stop: () => void;
}

/** How long to wait before asking how a running turn does, in milliseconds. */
function pollDelay(turn: Turn | undefined, fetched: number): number | false {
  if (!turn || turn.state !== 'running') return false;
  return Math.min(150 * 2 ** Math.max(fetched - 1, 0), 1_500);
}

/**
 * One conversation with the assistant: a new one, or an earlier one by its id.
 * A turn is taken without waiting and then followed, so that its progress can
 * be seen and it can be stopped.
 */
export function useConversation(options: {
  conversationId?: string;
  org?: string;
  page?: PageContext;
  interpreter?: InterpreterKind;
}): ConversationState {
  const { client } = useApi(salesforceApiRef);
  const queryClient = useQueryClient();
  const [started, setStarted] = useState<string>();
  const conversationId = options.conversationId ?? started;

  const conversation = useQuery({
    queryKey: queryKeys.conversation(conversationId),
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/assistant/conversations/{conversationId}', {
          params: { path: { conversationId: conversationId ?? '' } },
          signal,
        }),
      ),
    enabled: conversationId !== undefined,
    staleTime: Infinity,
  });

  const keep = useCallback(
    (turn: Turn) => {
      queryClient.setQueryData<Conversation>(
        queryKeys.conversation(turn.conversationId),
        known => known && { ...known, turns: withTurn(known.turns, turn) },
      );
    },
    [queryClient],
  );

  const asking = useMutation({
    mutationFn: async (saying: Saying) => {
      const id = conversationId ?? (await startConversation());
      return answerOf(
        client.POST('/assistant/conversations/{conversationId}/turns', {
          params: { path: { conversationId: id } },
          body: {
            ...saying,
            wait: false,
            timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
            ...(options.org ? { org: options.org } : {}),
            ...(options.page ? { page: options.page } : {}),
            ...(options.interpreter
              ? { interpreter: options.interpreter }
              : {}),
          },
        }),
      );
    },
    onSuccess: turn => {
      keep(turn);
      void queryClient.invalidateQueries({ queryKey: queryKeys.conversations });
    },
  });

  async function startConversation(): Promise<string> {
    const created = await answerOf(
      client.POST('/assistant/conversations', {
        body: options.org ? { org: options.org } : {},
      }),
    );
    queryClient.setQueryData(queryKeys.conversation(created.id), created);
    setStarted(created.id);
    return created.id;
  }

  const turns = conversation.data?.turns ?? [];
  const running = turns.find(({ state }) => state === 'running');
  const path = {
    conversationId: running?.conversationId ?? '',
    turnId: running?.id ?? '',
  };
  const followed = useQuery({
    queryKey: queryKeys.turn(path.conversationId, path.turnId),
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/assistant/conversations/{conversationId}/turns/{turnId}', {
          params: { path },
          signal,
        }),
      ),
    enabled: running !== undefined,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: query =>
      pollDelay(query.state.data ?? running, query.state.dataUpdateCount),
  });
  useEffect(() => {
    if (followed.data) keep(followed.data);
  }, [followed.data, keep]);

  const stopping = useMutation({
    mutationFn: () =>
      answerOf(
        client.POST(
          '/assistant/conversations/{conversationId}/turns/{turnId}/cancel',
          { params: { path } },
        ),
      ),
    onSuccess: keep,
  });

  return {
    conversationId,
    loading: conversation.isLoading,
    loadError: conversation.error,
    reload: () => void conversation.refetch(),
    turns,
    pending: asking.isPending ? asking.variables : undefined,
    askError: asking.error,
    busy: asking.isPending || running !== undefined,
    ask: asking.mutate,
    stop: () => stopping.mutate(),
  };
}

function withTurn(turns: Turn[], turn: Turn): Turn[] {
  return turns.some(({ id }) => id === turn.id)
    ? turns.map(known => (known.id === turn.id ? turn : known))
    : [...turns, turn];
}
