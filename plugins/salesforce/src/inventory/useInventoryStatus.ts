import { useApi } from '@backstage/frontend-plugin-api';
import type { InventoryStatus } from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { useMe } from '../api/useMe';

/** How often a sync is looked at that runs, and how often whether one does. */
const WHILE_RUNNING = 1_000;
const OTHERWISE = 60_000;

export interface InventorySyncing {
  status: InventoryStatus | undefined;
  error: unknown;
  retry(): void;
  mayStart: boolean;
  start(): void;
  isStarting: boolean;
  startError: unknown;
}

/**
 * How old the inventory of an org is, and the sync that is under way. What was
 * read of the inventory is read again when a sync is over.
 */
export function useInventoryStatus(
  orgId: string | undefined,
): InventorySyncing {
  const { client } = useApi(salesforceApiRef);
  const queries = useQueryClient();
  const me = useMe();
  const query = useQuery({
    queryKey: queryKeys.inventoryStatus(orgId),
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/inventory/{org}', {
          params: { path: { org: orgId ?? '' } },
          signal,
        }),
      ),
    enabled: orgId !== undefined,
    refetchInterval: ({ state }) =>
      state.data?.openSync ? WHILE_RUNNING : OTHERWISE,
  });
  const start = useMutation({
    mutationFn: () =>
      answerOf(
        client.POST('/inventory/{org}/syncs', {
          params: { path: { org: orgId ?? '' } },
          body: { mode: query.data?.ready ? 'incremental' : 'full' },
        }),
      ),
    onSuccess: () =>
      queries.invalidateQueries({ queryKey: queryKeys.inventoryStatus(orgId) }),
  });

  const lastSync = query.data?.lastSync?.id;
  const before = useRef(lastSync);
  useEffect(() => {
    if (before.current !== lastSync && before.current !== undefined) {
      void queries.invalidateQueries({ queryKey: queryKeys.inventory });
    }
    before.current = lastSync ?? before.current;
  }, [lastSync, queries]);

  return {
    status: query.data,
    error: query.data === undefined && query.isError ? query.error : undefined,
    retry: () => void query.refetch(),
    mayStart: me.data?.may.manageOrgs === true,
    start: () => start.mutate(),
    isStarting: start.isPending,
    startError: start.error,
  };
}
