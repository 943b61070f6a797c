import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';

/** What a Salesforce user may do, and through what; with fields, of one object. */
export function useAccess(options: {
  org: string | undefined;
  userId: string | undefined;
  object?: string;
  enabled?: boolean;
}) {
  const { client } = useApi(salesforceApiRef);
  const { org, userId, object, enabled = true } = options;
  return useQuery({
    queryKey: queryKeys.inventoryPart(org, 'access', userId, object),
    enabled: enabled && org !== undefined && userId !== undefined,
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/inventory/{org}/users/{userId}/access', {
          params: {
            path: { org: org ?? '', userId: userId ?? '' },
            query: { object },
          },
          signal,
        }),
      ),
  });
}

/** Objects about whose records some permission says something. */
export function useKnownObjects(org: string | undefined) {
  const { client } = useApi(salesforceApiRef);
  return useQuery({
    queryKey: queryKeys.inventoryPart(org, 'known-objects'),
    enabled: org !== undefined,
    queryFn: async ({ signal }) => {
      const { items } = await answerOf(
        client.POST('/inventory/{org}/groups', {
          params: { path: { org: org ?? '' } },
          body: { object: 'ObjectPermissions', field: 'object', limit: 200 },
          signal,
        }),
      );
      return items.map(({ value }) => String(value)).sort();
    },
  });
}
