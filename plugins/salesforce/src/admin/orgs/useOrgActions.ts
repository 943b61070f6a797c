import { useApi } from '@backstage/frontend-plugin-api';
import type { UpdateOrgBody } from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf } from '../../api/answerOf';
import { queryKeys } from '../../api/queryKeys';
import { salesforceApiRef } from '../../api/SalesforceApi';

/** What an admin does with a connected org. */
export function useOrgActions(orgId: string) {
  const { client } = useApi(salesforceApiRef);
  const queryClient = useQueryClient();
  const params = { path: { org: orgId } };
  const onSettled = () =>
    queryClient.invalidateQueries({ queryKey: queryKeys.orgs });

  const validate = useMutation({
    mutationFn: () => answerOf(client.POST('/orgs/{org}/validate', { params })),
    onSettled,
  });
  const update = useMutation({
    mutationFn: (body: UpdateOrgBody) =>
      answerOf(client.PATCH('/orgs/{org}', { params, body })),
    onSettled,
  });
  const disconnect = useMutation({
    mutationFn: () => answerOf(client.DELETE('/orgs/{org}', { params })),
    onSettled,
  });
  return { validate, update, disconnect };
}

export type OrgActions = ReturnType<typeof useOrgActions>;
