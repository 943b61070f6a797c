import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Board,
  BoardDefinition,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { screenStateOf, type ScreenState } from '../hooks/ScreenState';

export type BoardState = ScreenState<{ board: Board }>;

/** One board, as it is kept. */
export function useBoard(boardId: string): BoardState {
  const { client } = useApi(salesforceApiRef);
  const query = useQuery({
    queryKey: queryKeys.board(boardId),
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/boards/{boardId}', {
          params: { path: { boardId } },
          signal,
        }),
      ),
  });
  return screenStateOf(query, board => ({ board }));
}

/** What is shown: the board's question, with what was changed and not kept yet. */
export interface BoardDraft {
  definition: BoardDefinition;
  isChanged: boolean;
  change(part: Partial<BoardDefinition>): void;
  reset(): void;
}

export function useBoardDraft(kept: BoardDefinition): BoardDraft {
  const [draft, setDraft] = useState<BoardDefinition>();
  const definition = draft ?? kept;
  return {
    definition,
    isChanged:
      draft !== undefined && JSON.stringify(draft) !== JSON.stringify(kept),
    change: part => setDraft({ ...definition, ...part }),
    reset: () => setDraft(undefined),
  };
}
