import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import type {
  Board,
  BoardBody,
  BoardDefinition,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { answerOf, doneOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { downloadFile } from '../audit/downloadFile';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';

/** Keeping, sharing and removing boards, and their rows as a file. */
export function useBoardActions(options: {
  board: Board | undefined;
  onSaved?(board: Board): void;
}) {
  const { board, onSaved } = options;
  const { client } = useApi(salesforceApiRef);
  const toastApi = useApi(toastApiRef);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const links = useLinks();
  const { t } = useTranslation();
  const refresh = (saved: Board) => {
    queries.setQueryData(queryKeys.board(saved.id), saved);
    void queries.invalidateQueries({ queryKey: queryKeys.boards });
    toastApi.post({
      title: t('boards.saved', { title: saved.title }),
      status: 'success',
      timeout: 5_000,
    });
    onSaved?.(saved);
  };

  const save = useMutation({
    mutationFn: (body: BoardBody) =>
      answerOf(
        client.PUT('/boards/{boardId}', {
          params: { path: { boardId: board?.id ?? '' } },
          body: { ...body, expectedRevision: board?.revision },
        }),
      ),
    onSuccess: refresh,
  });
  const saveAs = useMutation({
    mutationFn: (body: BoardBody) => answerOf(client.POST('/boards', { body })),
    onSuccess: saved => {
      refresh(saved);
      navigate(links.board(saved.id));
    },
  });
  const remove = useMutation({
    mutationFn: () =>
      doneOf(
        client.DELETE('/boards/{boardId}', {
          params: { path: { boardId: board?.id ?? '' } },
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: queryKeys.boards });
      navigate(links.boards());
    },
  });
  const exportCsv = useMutation({
    mutationFn: async (asked: {
      org: string;
      definition: BoardDefinition;
      search?: string;
    }) => {
      const { object, columns, filters, sort } = asked.definition;
      const { data, response, error } = await client.POST(
        '/inventory/{org}/csv',
        {
          params: { path: { org: asked.org } },
          body: {
            object,
            fields: columns,
            filters,
            sort,
            ...(asked.search ? { search: asked.search } : {}),
          },
          parseAs: 'blob',
        },
      );
      if (!response.ok || !data) {
        await answerOf(Promise.resolve({ error, response }));
        return;
      }
      downloadFile({
        name: `${fileNameOf(board?.title ?? t('boards.newTitle'))}.csv`,
        content: data as Blob,
      });
    },
  });
  return { save, saveAs, remove, exportCsv };
}

function fileNameOf(title: string): string {
  return title.trim().replace(/[^\p{L}\p{N}]+/gu, '-') || 'board';
}
