import { useApi } from '@backstage/frontend-plugin-api';
import type { DataObject } from '@salesdesk/backstage-plugin-salesforce-common';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { useDebounced } from '../hooks/useDebounced';

const TYPING_RESTS = 400;

/** What is known of the object that somebody names. */
export type DataObjectState =
  | { kind: 'unnamed' }
  | { kind: 'loading' }
  | { kind: 'unknown' }
  | { kind: 'known'; object: DataObject };

/** The fields of an object that the person may see. */
export function useDataObject(options: {
  org: string;
  name: unknown;
}): DataObjectState {
  const { client } = useApi(salesforceApiRef);
  const { org } = options;
  const written = typeof options.name === 'string' ? options.name.trim() : '';
  const object = useDebounced(written, TYPING_RESTS);
  const isName = /^\w{1,255}$/.test(object);
  const query = useQuery({
    queryKey: queryKeys.dataObject({ org, object }),
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/data/objects/{object}', {
          params: { path: { object }, query: { org } },
          signal,
        }),
      ),
    enabled: isName,
    retry: false,
    staleTime: 60_000,
  });
  if (written === '') return { kind: 'unnamed' };
  if (query.data) return { kind: 'known', object: query.data };
  if (!isName || query.error) return { kind: 'unknown' };
  return { kind: 'loading' };
}
