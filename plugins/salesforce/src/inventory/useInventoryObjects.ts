import { useApi } from '@backstage/frontend-plugin-api';
import type { InventoryObjectList } from '@salesdesk/backstage-plugin-salesforce-common';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';

/** An object of the inventory, with the fields that can be shown and asked for. */
export type ObjectDescription = InventoryObjectList['items'][number];

/** What the inventory keeps. It changes with the version of the plugin only. */
export function useInventoryObjects() {
  const { client } = useApi(salesforceApiRef);
  return useQuery({
    queryKey: queryKeys.inventoryObjects,
    queryFn: async ({ signal }) =>
      (await answerOf(client.GET('/inventory/objects', { signal }))).items,
    staleTime: Infinity,
  });
}
