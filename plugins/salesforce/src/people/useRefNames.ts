import { useApiHolder } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { toSuggestion } from './usePeopleSearch';

/**
 * The names of people and groups of whom only entity refs are known, for
 * sentences. A ref that the catalog does not know is made readable.
 */
export function useRefNames(entityRefs: string[]): (ref: string) => string {
  const catalog = useApiHolder().get(catalogApiRef);
  const refs = [...new Set(entityRefs)].sort();
  const { data } = useQuery({
    queryKey: ['salesforce', 'people', 'names', refs],
    enabled: catalog !== undefined && refs.length > 0,
    staleTime: 300_000,
    placeholderData: previous => previous,
    queryFn: async () => {
      const answer = await catalog?.getEntitiesByRefs({
        entityRefs: refs,
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.profile',
        ],
      });
      return new Map(
        (answer?.items ?? []).flatMap((entity, index) =>
          entity ? [[refs[index], toSuggestion(entity).label] as const] : [],
        ),
      );
    },
  });
  return useCallback(ref => data?.get(ref) ?? nameFromRef(ref), [data]);
}

/** "group:default/revops-approvers" as "Revops approvers". */
export function nameFromRef(ref: string): string {
  const words = ref
    .slice(ref.indexOf('/') + 1)
    .replace(/[-_.]+/g, ' ')
    .trim();
  return words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1);
}
