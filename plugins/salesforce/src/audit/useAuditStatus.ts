import { useApi } from '@backstage/frontend-plugin-api';
import type { AuditStatus } from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';

const statusKey = [...queryKeys.audit, 'status'];

export type StatusState =
  | { state: 'loading' }
  | { state: 'error'; error: unknown; retry(): void }
  | { state: 'ready'; status: AuditStatus };

/** How far the log was verified, and the way to verify it now. */
export function useAuditStatus() {
  const { client } = useApi(salesforceApiRef);
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey: statusKey,
    queryFn: ({ signal }) => answerOf(client.GET('/audit/status', { signal })),
    refetchInterval: 30_000,
  });
  const verify = useMutation({
    mutationFn: () => answerOf(client.POST('/audit/verify')),
    onSuccess: status => queryClient.setQueryData(statusKey, status),
  });
  let status: StatusState = { state: 'loading' };
  if (query.data) {
    status = { state: 'ready', status: query.data };
  } else if (query.isError) {
    status = {
      state: 'error',
      error: query.error,
      retry: () => void query.refetch(),
    };
  }
  return {
    status,
    verify: () => verify.mutate(),
    verifying: verify.isPending,
    verifyError: verify.error ?? undefined,
  };
}
