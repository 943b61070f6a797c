import type {
  RequestState,
  RequestSummary,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useRequestList } from '../api/useRequestList';
import type { ScreenState } from '../hooks/ScreenState';
import { mergeRequests } from './mergeRequests';

/** A request in one of these states is not over. */
export const openStates: RequestState[] = [
  'submitted',
  'awaiting_approval',
  'approved',
  'scheduled',
  'running',
  'needs_admin',
  'stale',
];

/** Requests by a person or about them, newest first, as far as the viewer may see them. */
export function useRequestsAround(options: {
  personRef: string;
  states?: RequestState[];
  limit: number;
}): ScreenState<{ items: RequestSummary[] }> {
  const { personRef, states, limit } = options;
  const common = {
    view: 'all',
    order: 'newest',
    limit,
    ...(states ? { state: states } : {}),
  } as const;
  const by = useRequestList({ ...common, requester: personRef });
  const about = useRequestList({ ...common, target: personRef });
  if (by.data && about.data) {
    const items = mergeRequests([...by.data.items, ...about.data.items], limit);
    return items.length > 0 ? { state: 'ready', items } : { state: 'empty' };
  }
  const failed = [by, about].filter(({ isError }) => isError);
  if (failed.length > 0) {
    return {
      state: 'error',
      error: failed[0].error,
      retry: () => failed.forEach(query => void query.refetch()),
    };
  }
  return { state: 'loading' };
}
