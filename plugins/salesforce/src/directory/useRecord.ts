import { useApi } from '@backstage/frontend-plugin-api';
import type { InventoryRecord } from '@salesdesk/backstage-plugin-salesforce-common';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { screenStateOf, type ScreenState } from '../hooks/ScreenState';
import { useInventoryOrg } from '../inventory/useInventoryOrg';

export type RecordState = ScreenState<{ record: InventoryRecord; org: string }>;

/** Everything that the inventory knows of one record. */
export function useRecord(
  object: string,
  recordId: string | undefined,
): RecordState {
  const { client } = useApi(salesforceApiRef);
  const { org, error, retry } = useInventoryOrg();
  const query = useQuery({
    queryKey: queryKeys.inventoryPart(org?.id, 'record', object, recordId),
    enabled: org !== undefined && recordId !== undefined,
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/inventory/{org}/records/{object}/{recordId}', {
          params: {
            path: { org: org?.id ?? '', object, recordId: recordId ?? '' },
          },
          signal,
        }),
      ),
  });
  if (error) return { state: 'error', error, retry };
  return screenStateOf(query, record => ({ record, org: org?.id ?? '' }));
}

/** A fact of a record. */
export function factOf(record: InventoryRecord, field: string) {
  return record.fields.find(({ id }) => id === field)?.value ?? null;
}

/** A fact that is text, or nothing. */
export function wordsOf(
  record: InventoryRecord,
  field: string,
): string | undefined {
  const value = factOf(record, field);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
