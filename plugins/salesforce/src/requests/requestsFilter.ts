import type {
  paths,
  RequestState,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { commonMessages } from '../translation/common';

type Query = NonNullable<paths['/requests']['get']['parameters']['query']>;

export type RequestsView = NonNullable<Query['view']>;
export type RequestsOrder = NonNullable<Query['order']>;

/** What the list is narrowed to; it stands in the address, so it can be shared. */
export interface RequestsFilter {
  view: RequestsView;
  states: RequestState[];
  action?: string;
  org?: string;
  q: string;
  order: RequestsOrder;
}

export const views: RequestsView[] = ['mine', 'to_review', 'all'];
export const orders: RequestsOrder[] = [
  'newest',
  'oldest',
  'updated',
  'expiring',
];
export const states = Object.keys(
  commonMessages.requestState,
) as RequestState[];

/** Reads the filter from an address; what makes no sense is left out. */
export function filterFromSearch(
  search: URLSearchParams,
  defaultView: RequestsView,
): RequestsFilter {
  return {
    view: oneOf(views, search.get('view')) ?? defaultView,
    states: states.filter(state => search.getAll('state').includes(state)),
    action: search.get('action') ?? undefined,
    org: search.get('org') ?? undefined,
    q: search.get('q') ?? '',
    order: oneOf(orders, search.get('order')) ?? 'newest',
  };
}

/** The address of a filter; what is as usual is left out. */
export function searchFromFilter(
  filter: RequestsFilter,
  defaultView: RequestsView,
): URLSearchParams {
  const search = new URLSearchParams();
  if (filter.view !== defaultView) search.set('view', filter.view);
  for (const state of filter.states) search.append('state', state);
  if (filter.action) search.set('action', filter.action);
  if (filter.org) search.set('org', filter.org);
  if (filter.q) search.set('q', filter.q);
  if (filter.order !== 'newest') search.set('order', filter.order);
  return search;
}

/** Whether anything but the view narrows the list. */
export function isNarrowed(filter: RequestsFilter): boolean {
  return Boolean(
    filter.states.length > 0 || filter.action || filter.org || filter.q,
  );
}

/** The filter as the API takes it. */
export function queryFromFilter(filter: RequestsFilter): Query {
  return {
    view: filter.view,
    order: filter.order,
    ...(filter.states.length > 0 ? { state: filter.states } : {}),
    ...(filter.action ? { action: [filter.action] } : {}),
    ...(filter.org ? { org: filter.org } : {}),
    ...(filter.q ? { q: filter.q } : {}),
  };
}

function oneOf<T extends string>(
  allowed: T[],
  word: string | null,
): T | undefined {
  return allowed.find(candidate => candidate === word);
}
