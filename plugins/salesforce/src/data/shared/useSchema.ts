import { useApi } from '@backstage/frontend-plugin-api';
import type {
  DataObject,
  DataObjectSummary,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import { answerOf } from '../../api/answerOf';
import { isApiError } from '../../api/ApiError';
import { salesforceApiRef, type SalesforceApi } from '../../api/SalesforceApi';
import type { SchemaLookup } from '../editor/soqlCompletions';

// What an org is made of changes rarely, and a reload asks anew.
const staleTime = 10 * 60_000;

const objectsQuery = ({ client }: SalesforceApi, org: string | undefined) => ({
  queryKey: ['salesforce', 'data', 'objects', org],
  queryFn: async () =>
    (
      await answerOf(
        client.GET('/data/objects', { params: { query: { org } } }),
      )
    ).items,
  staleTime,
});

const objectQuery = (
  { client }: SalesforceApi,
  org: string | undefined,
  object: string,
) => ({
  queryKey: ['salesforce', 'data', 'object', org, object.toLowerCase()],
  queryFn: () =>
    answerOf(
      client.GET('/data/objects/{object}', {
        params: { path: { object }, query: { org } },
      }),
    ),
  staleTime,
});

/** The objects that the person may query. */
export function useObjects(
  org: string | undefined,
): UseQueryResult<DataObjectSummary[]> {
  return useQuery(objectsQuery(useApi(salesforceApiRef), org));
}

/** One object with its fields; none is asked for without a name. */
export function useObject(
  org: string | undefined,
  object: string | undefined,
): UseQueryResult<DataObject> {
  const api = useApi(salesforceApiRef);
  return useQuery({
    ...objectQuery(api, org, object ?? ''),
    enabled: object !== undefined,
  });
}

/** The org's description for completion. What cannot be had is nothing to complete. */
export function useSchemaLookup(org: string | undefined): SchemaLookup {
  const api = useApi(salesforceApiRef);
  const queryClient = useQueryClient();
  return useMemo(
    () => ({
      objects: () =>
        queryClient.fetchQuery(objectsQuery(api, org)).catch(noneOf([])),
      object: name =>
        queryClient
          .fetchQuery(objectQuery(api, org, name))
          .catch(noneOf(undefined)),
    }),
    [api, queryClient, org],
  );
}

function noneOf<T>(none: T): (error: unknown) => T {
  return error => {
    if (isApiError(error)) return none;
    throw error;
  };
}
