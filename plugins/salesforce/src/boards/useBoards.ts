import { useApi } from '@backstage/frontend-plugin-api';
import type { Board } from '@salesdesk/backstage-plugin-salesforce-common';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { screenStateOf, type ScreenState } from '../hooks/ScreenState';

export interface BoardGroups {
  builtIn: Board[];
  own: Board[];
  shared: Board[];
  /** Rows by board; undefined while they are counted. */
  countOf(boardId: string): number | undefined;
  isCounting: boolean;
}

/** The boards that the person sees, with how many rows each has. */
export function useBoards(org: string | undefined): ScreenState<BoardGroups> {
  const { client } = useApi(salesforceApiRef);
  const boards = useQuery({
    queryKey: [...queryKeys.boards, 'list'],
    queryFn: async ({ signal }) =>
      (await answerOf(client.GET('/boards', { signal }))).items,
  });
  const counts = useQuery({
    queryKey: queryKeys.inventoryPart(
      org,
      'board-counts',
      boards.data?.map(({ id, revision }) => `${id}.${revision}`),
    ),
    enabled: org !== undefined && boards.data !== undefined,
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          client.GET('/inventory/{org}/board-counts', {
            params: { path: { org: org ?? '' } },
            signal,
          }),
        )
      ).items,
  });
  return screenStateOf(boards, items => ({
    builtIn: items.filter(({ builtIn }) => builtIn),
    own: items.filter(({ builtIn, editable }) => !builtIn && editable),
    shared: items.filter(({ builtIn, editable }) => !builtIn && !editable),
    countOf: id => counts.data?.find(({ boardId }) => boardId === id)?.count,
    isCounting: counts.isPending,
  }));
}
