import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ActionDescription,
  Me,
  OrgSummary,
  RequestSummary,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { useActions } from '../api/useActions';
import { useCursorPages } from '../api/useCursorPages';
import { useMe } from '../api/useMe';
import { useOrgs } from '../api/useOrgs';
import { useRequestSignal } from '../api/useRequestSignal';
import { screenStateOf, type ScreenState } from '../hooks/ScreenState';
import { useDebounced } from '../hooks/useDebounced';
import {
  filterFromSearch,
  isNarrowed,
  queryFromFilter,
  searchFromFilter,
  views,
  type RequestsFilter,
  type RequestsView,
} from './requestsFilter';

/** Rows on a page. */
const PAGE_SIZE = 50;
/** How long typing must rest before we look. */
const TYPING_RESTS = 250;

export interface RequestsFilterState {
  filter: RequestsFilter;
  narrowed: boolean;
  views: RequestsView[];
  actions: ActionDescription[];
  orgs: OrgSummary[];
  change(part: Partial<RequestsFilter>): void;
  clear(): void;
}

export interface Paging {
  page: number;
  hasNext: boolean;
  hasPrevious: boolean;
  next(): void;
  previous(): void;
}

export type RequestsList = ScreenState<{
  requests: RequestSummary[];
  paging: Paging;
  /** What is shown belongs to the filter before this one. */
  outdated: boolean;
}>;

export function useRequests(): {
  filtering: RequestsFilterState;
  list: RequestsList;
} {
  const me = useMe();
  const filtering = useRequestsFilter(me.data?.may);
  const list = useFilteredRequests(filtering.filter, !me.isPending);
  return { filtering, list };
}

function useRequestsFilter(may: Me['may'] | undefined): RequestsFilterState {
  const [search, setSearch] = useSearchParams();
  const actions = useActions().data ?? [];
  const orgs = useOrgs().data ?? [];
  const defaultView: RequestsView = may?.seeAllRequests ? 'all' : 'mine';
  const filter = useMemo(
    () => filterFromSearch(search, defaultView),
    [search, defaultView],
  );
  const apply = useCallback(
    (next: RequestsFilter) =>
      setSearch(searchFromFilter(next, defaultView), { replace: true }),
    [setSearch, defaultView],
  );
  return {
    filter,
    narrowed: isNarrowed(filter),
    views: views.filter(view => view !== 'to_review' || may?.review),
    actions,
    orgs,
    change: part => apply({ ...filter, ...part }),
    clear: () =>
      apply({ view: filter.view, order: filter.order, states: [], q: '' }),
  };
}

function useFilteredRequests(
  filter: RequestsFilter,
  enabled: boolean,
): RequestsList {
  const { client } = useApi(salesforceApiRef);
  const { pollInterval } = useRequestSignal();
  const words = useDebounced(filter.q, TYPING_RESTS);
  const narrowing = queryFromFilter({ ...filter, q: words });
  const { query, ...paging } = useCursorPages({
    queryKey: queryKeys.requestList(narrowing),
    fetchPage: ({ cursor, signal }) =>
      answerOf(
        client.GET('/requests', {
          params: { query: { ...narrowing, cursor, limit: PAGE_SIZE } },
          signal,
        }),
      ),
    enabled,
    refetchInterval: pollInterval,
  });
  return screenStateOf(query, page =>
    page.items.length > 0 || paging.hasPrevious
      ? {
          requests: page.items,
          paging,
          outdated: query.isPlaceholderData || words !== filter.q,
        }
      : undefined,
  );
}
