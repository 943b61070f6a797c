import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../api/answerOf';
import { salesforceApiRef } from '../../api/SalesforceApi';
import { orgKey } from './orgKeys';

/** One org with its limits and licences. */
export function useOrg(orgId: string | undefined) {
  const { client } = useApi(salesforceApiRef);
  return useQuery({
    queryKey: orgKey(orgId ?? ''),
    enabled: orgId !== undefined,
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/orgs/{org}', {
          params: { path: { org: orgId ?? '' } },
          signal,
        }),
      ),
  });
}
