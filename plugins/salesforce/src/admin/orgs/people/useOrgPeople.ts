import { useApi } from '@backstage/frontend-plugin-api';
import {
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { answerOf } from '../../../api/answerOf';
import { queryKeys } from '../../../api/queryKeys';
import { salesforceApiRef } from '../../../api/SalesforceApi';

/** Who is who in an org, and how it is settled. */
export function useOrgPeople(options: { orgId: string; search: string }) {
  const { orgId, search } = options;
  const { client } = useApi(salesforceApiRef);
  const queryClient = useQueryClient();
  const path = { org: orgId };
  const queryKey = [...queryKeys.orgs, 'people', orgId];
  const people = useInfiniteQuery({
    queryKey: [...queryKey, search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        client.GET('/orgs/{org}/people', {
          params: {
            path,
            query: { q: search || undefined, cursor: pageParam },
          },
          signal,
        }),
      ),
    getNextPageParam: page => page.nextCursor,
  });
  const onSettled = () => queryClient.invalidateQueries({ queryKey });
  const link = useMutation({
    mutationFn: (body: {
      person: string;
      userId?: string;
      username?: string;
    }) =>
      answerOf(
        client.POST('/orgs/{org}/people/links', { params: { path }, body }),
      ),
    onSettled,
  });
  const refuse = useMutation({
    mutationFn: (body: { person: string; userId: string }) =>
      answerOf(
        client.POST('/orgs/{org}/people/refusals', { params: { path }, body }),
      ),
    onSettled,
  });
  const unlink = useMutation({
    mutationFn: (person: string) =>
      answerOf(
        client.DELETE('/orgs/{org}/people/links', {
          params: { path, query: { person } },
        }),
      ),
    onSettled,
  });
  return { people, link, refuse, unlink };
}

export type OrgPeopleActions = Pick<
  ReturnType<typeof useOrgPeople>,
  'link' | 'refuse' | 'unlink'
>;
