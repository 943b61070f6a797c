import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import type { Suggestion } from '../components/SuggestField';
import { useDebounced } from '../hooks/useDebounced';

export type PersonKind = 'user' | 'group';

const ENTITY_REF = /^(user|group):[a-z0-9._-]+\/[a-z0-9._-]+$/i;

const NAME_FIELDS = [
  'metadata.name',
  'metadata.title',
  'spec.profile.displayName',
  'spec.profile.email',
];

/**
 * People and groups of the catalog by name or e-mail address. A complete
 * entity ref is taken as it is, also on hosts without a catalog.
 */
export function usePeopleSearch(options: {
  text: string;
  kinds: readonly PersonKind[];
}): { suggestions: Suggestion[]; isLoading: boolean } {
  const { kinds } = options;
  const catalog = useApiHolder().get(catalogApiRef);
  const term = useDebounced(options.text.trim(), 200);
  const query = useQuery({
    queryKey: ['salesforce', 'people', kinds, term],
    enabled: catalog !== undefined && term.length > 0,
    staleTime: 60_000,
    queryFn: async () => {
      const page = await catalog?.queryEntities({
        filter: { kind: [...kinds] },
        fullTextFilter: { term, fields: NAME_FIELDS },
        fields: ['kind', ...NAME_FIELDS, 'metadata.namespace'],
        limit: 8,
      });
      return (page?.items ?? []).map(toSuggestion);
    },
  });
  const found = query.data ?? [];
  const typed = term.toLocaleLowerCase('en-US');
  const fits =
    ENTITY_REF.test(typed) && kinds.some(kind => typed.startsWith(`${kind}:`));
  return {
    isLoading: query.isFetching,
    suggestions:
      fits && !found.some(({ id }) => id === typed)
        ? [...found, { id: typed, label: typed }]
        : found,
  };
}

export function toSuggestion(entity: Entity): Suggestion {
  const ref = stringifyEntityRef(entity);
  const { displayName, email } = profileOf(entity);
  return {
    id: ref,
    label: displayName ?? entity.metadata.title ?? entity.metadata.name,
    description: email ?? ref,
  };
}

function profileOf(entity: Entity): { displayName?: string; email?: string } {
  const profile = entity.spec?.profile;
  if (typeof profile !== 'object' || profile === null) return {};
  const { displayName, email } = profile as Record<string, unknown>;
  return {
    ...(typeof displayName === 'string' && displayName ? { displayName } : {}),
    ...(typeof email === 'string' && email ? { email } : {}),
  };
}
