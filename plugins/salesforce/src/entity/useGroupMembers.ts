import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { toSuggestion } from '../people/usePeopleSearch';

export interface GroupMember {
  ref: string;
  name: string;
}

/** So many members are asked about in Salesforce at a time. */
const PAGE_SIZE = 12;

/** The members of a catalog group, page by page, by name. */
export function useGroupMembers(groupRef: string) {
  const catalog = useApi(catalogApiRef);
  return useInfiniteQuery({
    queryKey: ['salesforce', 'members', groupRef],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const page = await catalog.queryEntities(
        pageParam
          ? { cursor: pageParam }
          : {
              filter: { kind: 'user', 'relations.memberOf': groupRef },
              orderFields: [{ field: 'metadata.name', order: 'asc' }],
              limit: PAGE_SIZE,
            },
      );
      return {
        items: page.items.map(
          (entity): GroupMember => ({
            ref: stringifyEntityRef(entity),
            name: toSuggestion(entity).label,
          }),
        ),
        nextCursor: page.pageInfo.nextCursor,
      };
    },
    getNextPageParam: page => page.nextCursor,
  });
}
