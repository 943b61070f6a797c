import { useApi } from '@backstage/frontend-plugin-api';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import type { Section } from '../inventory/sections';
import type { ObjectDescription } from '../inventory/useInventoryObjects';
import { conditionsOf, type DirectoryFilter } from './directoryFilter';

/** A field with its values and how many records have each. */
export interface Facet {
  field: string;
  label: string;
  values: { value: string; label: string | undefined; count: number }[];
  isPending: boolean;
}

/** As many values as a facet names. */
const MOST_VALUES = 100;

/** The facets of a list. Each counts what the others leave. */
export function useFacets(options: {
  org: string | undefined;
  section: Section;
  description: ObjectDescription | undefined;
  filter: DirectoryFilter;
}): Facet[] {
  const { client } = useApi(salesforceApiRef);
  const { org, section, description, filter } = options;
  const queries = useQueries({
    queries: section.facets.map(field => {
      const body = {
        object: section.object,
        field,
        filters: [...section.filters, ...conditionsOf(filter.chosen, field)],
        ...(filter.q ? { search: filter.q } : {}),
        limit: MOST_VALUES,
      };
      return {
        queryKey: queryKeys.inventoryPart(org, 'facet', body),
        enabled: org !== undefined,
        placeholderData: keepPreviousData,
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          answerOf(
            client.POST('/inventory/{org}/groups', {
              params: { path: { org: org ?? '' } },
              body,
              signal,
            }),
          ),
      };
    }),
  });
  return section.facets.map((field, index) => ({
    field,
    label: description?.fields.find(({ id }) => id === field)?.label ?? field,
    isPending: queries[index].isPending,
    values: (queries[index].data?.items ?? []).map(({ value, count }) => ({
      value: value === null ? '' : String(value),
      label: value === null || value === '' ? undefined : String(value),
      count,
    })),
  }));
}
