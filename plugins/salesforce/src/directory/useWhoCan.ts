import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ObjectOperation,
  WhoCanPage,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { useCursorPages } from '../api/useCursorPages';
import { screenStateOf, type ScreenState } from '../hooks/ScreenState';
import { useDebounced } from '../hooks/useDebounced';
import { recognizeAccessQuestion } from './recognizeAccessQuestion';
import { useKnownObjects } from './useAccess';

const PAGE_SIZE = 50;
const TYPING_RESTS = 300;
const MOST_SETS = 200;

export const operations: ObjectOperation[] = [
  'read',
  'create',
  'edit',
  'delete',
  'viewAll',
  'modifyAll',
];

export type WhoCanList = { state: 'idle' } | ScreenState<{ page: WhoCanPage }>;

/** A question in words, what it is taken for, and who answers to it. */
export function useWhoCan(org: string | undefined) {
  const { client } = useApi(salesforceApiRef);
  const [search, setSearch] = useSearchParams();
  const text = search.get('q') ?? '';
  const words = useDebounced(text, TYPING_RESTS);
  const known = [useKnownObjects(org), useKnownPermissions(org)] as const;
  const [{ data: objects }, { data: permissions }] = known;
  const recognized = useMemo(
    () =>
      recognizeAccessQuestion(words, {
        objects: objects ?? [],
        permissions: permissions ?? [],
      }),
    [words, objects, permissions],
  );
  const chosenOperation = operations.find(
    operation => operation === search.get('operation'),
  );
  const chosenPermission = recognized.permissions.find(
    name => name === search.get('permission'),
  );
  const operation = chosenOperation ?? recognized.operation;
  const permission = recognized.object
    ? undefined
    : chosenPermission ?? recognized.permissions[0];
  const asked = askedOf(recognized, operation, permission);
  const isAsked = Boolean(recognized.object || permission);
  const { query, ...paging } = useCursorPages({
    queryKey: queryKeys.inventoryPart(org, 'who-can', asked),
    enabled: org !== undefined && isAsked,
    fetchPage: ({ cursor, signal }) =>
      answerOf(
        client.GET('/inventory/{org}/access', {
          params: {
            path: { org: org ?? '' },
            query: { ...asked, cursor, limit: PAGE_SIZE },
          },
          signal,
        }),
      ),
  });
  const list: WhoCanList = isAsked
    ? screenStateOf(query, page =>
        page.items.length > 0 ? { page } : undefined,
      )
    : unrecognized(words, known);
  const ask = (part: { q?: string; operation?: string; permission?: string }) =>
    setSearch(
      before => {
        const next = new URLSearchParams(before);
        if (part.q !== undefined) {
          next.delete('operation');
          next.delete('permission');
        }
        for (const [name, value] of Object.entries(part)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return {
    text,
    question: { ...recognized, operation, permission },
    ask,
    list,
    paging,
  };
}

/** Nobody is told that there is no such thing before it was looked for. */
function unrecognized(
  words: string,
  known: ReadonlyArray<UseQueryResult>,
): WhoCanList {
  const failed = known.find(({ isError }) => isError);
  if (words && failed?.error) {
    return {
      state: 'error',
      error: failed.error,
      retry: () => known.forEach(query => void query.refetch()),
    };
  }
  const isLooking = words !== '' && known.some(({ isPending }) => isPending);
  return { state: isLooking ? 'loading' : 'idle' };
}

function askedOf(
  { field, object }: { field?: string; object?: string },
  operation: ObjectOperation | undefined,
  permission: string | undefined,
) {
  if (field) return { field, operation };
  return object ? { object, operation } : { permission };
}

/** System permissions that some permission set or profile grants. */
function useKnownPermissions(org: string | undefined) {
  const { client } = useApi(salesforceApiRef);
  return useQuery({
    queryKey: queryKeys.inventoryPart(org, 'known-permissions'),
    enabled: org !== undefined,
    queryFn: async ({ signal }) => {
      const { items } = await answerOf(
        client.POST('/inventory/{org}/groups', {
          params: { path: { org: org ?? '' } },
          body: {
            object: 'PermissionSet',
            field: 'permissions',
            limit: MOST_SETS,
          },
          signal,
        }),
      );
      return [
        ...new Set(
          items.flatMap(({ value }) =>
            String(value ?? '')
              .split(' ')
              .filter(Boolean),
          ),
        ),
      ].sort();
    },
  });
}
