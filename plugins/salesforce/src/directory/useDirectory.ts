import { useApi } from '@backstage/frontend-plugin-api';
import type { InventoryField } from '@salesdesk/backstage-plugin-salesforce-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { useCursorPages } from '../api/useCursorPages';
import { screenStateOf, type ScreenState } from '../hooks/ScreenState';
import { useDebounced } from '../hooks/useDebounced';
import {
  toQueryBody,
  type InventorySort,
} from '../inventory/InventoryQuestion';
import { rowsOf, type InventoryRow } from '../inventory/inventoryRow';
import { naturalSort, type Section } from '../inventory/sections';
import {
  useInventoryObjects,
  type ObjectDescription,
} from '../inventory/useInventoryObjects';
import { useInventoryOrg } from '../inventory/useInventoryOrg';
import {
  conditionsOf,
  filterFromSearch,
  isNarrowed,
  searchFromFilter,
  type DirectoryFilter,
} from './directoryFilter';
import { useFacets, type Facet } from './useFacets';

const PAGE_SIZE = 50;
/** How long typing must rest before we look. */
const TYPING_RESTS = 250;

export interface DirectoryFiltering {
  filter: DirectoryFilter;
  isNarrowed: boolean;
  facets: Facet[];
  search(q: string): void;
  toggle(field: string, value: string): void;
  sort(sort: InventorySort): void;
  clear(): void;
}

export type DirectoryList = ScreenState<{
  columns: InventoryField[];
  rows: InventoryRow[];
  total: number | undefined;
  /** What is shown belongs to the filter before this one. */
  outdated: boolean;
  paging: {
    page: number;
    hasNext: boolean;
    hasPrevious: boolean;
    next(): void;
    previous(): void;
  };
}>;

/** A list of the directory: what narrows it, and the page that is shown. */
export function useDirectory(section: Section): {
  filtering: DirectoryFiltering;
  list: DirectoryList;
  description: ObjectDescription | undefined;
} {
  const { client } = useApi(salesforceApiRef);
  const { org } = useInventoryOrg();
  const objects = useInventoryObjects();
  const description = objects.data?.find(
    ({ object }) => object === section.object,
  );
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => filterFromSearch(search), [search]);
  const apply = useCallback(
    (next: DirectoryFilter) =>
      setSearch(before => searchFromFilter(next, before), { replace: true }),
    [setSearch],
  );
  const words = useDebounced(filter.q, TYPING_RESTS);
  const asked = { ...filter, q: words };
  const facets = useFacets({
    org: org?.id,
    section,
    description,
    filter: asked,
  });
  const natural = naturalSort[section.object];
  const columns = section.columns ?? description?.columns ?? [];
  const body = toQueryBody({
    object: section.object,
    columns,
    filters: [...section.filters, ...conditionsOf(filter.chosen)],
    search: words,
    sort:
      filter.sort ??
      (natural ? { field: natural, descending: true } : undefined),
  });
  const { query, ...paging } = useCursorPages({
    queryKey: queryKeys.inventoryPart(org?.id, 'list', body),
    enabled: org !== undefined && description !== undefined,
    fetchPage: async ({ cursor, signal }) =>
      answerOf(
        client.POST('/inventory/{org}/query', {
          params: { path: { org: org?.id ?? '' } },
          body: { ...body, cursor, limit: PAGE_SIZE, withTotal: true },
          signal,
        }),
      ),
  });
  const list: DirectoryList = objects.isError
    ? {
        state: 'error',
        error: objects.error,
        retry: () => void objects.refetch(),
      }
    : screenStateOf(query, page =>
        page.items.length > 0
          ? {
              columns: page.columns.slice(0, columns.length),
              rows: rowsOf(page),
              total: page.total,
              outdated: query.isPlaceholderData || words !== filter.q,
              paging,
            }
          : undefined,
      );
  return {
    filtering: {
      filter,
      isNarrowed: isNarrowed(filter),
      facets,
      search: q => apply({ ...filter, q }),
      toggle: (field, value) =>
        apply({ ...filter, chosen: toggled(filter.chosen, field, value) }),
      sort: sort => apply({ ...filter, sort }),
      clear: () => apply({ q: '', chosen: {}, sort: filter.sort }),
    },
    list,
    description,
  };
}

function toggled(
  chosen: DirectoryFilter['chosen'],
  field: string,
  value: string,
): DirectoryFilter['chosen'] {
  const before = chosen[field] ?? [];
  return {
    ...chosen,
    [field]: before.includes(value)
      ? before.filter(other => other !== value)
      : [...before, value],
  };
}
