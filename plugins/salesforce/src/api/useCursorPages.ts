import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';

/** One page of a list that is paged by cursor. */
export interface CursorPage<T> {
  items: T[];
  nextCursor?: string;
}

/**
 * Pages through a list of the backend, one page held at a time, so that a
 * list of any length stays light. Starts over when `queryKey` changes, that
 * is, when a filter does.
 */
export function useCursorPages<TPage extends CursorPage<unknown>>(options: {
  queryKey: readonly unknown[];
  fetchPage: (page: {
    cursor: string | undefined;
    signal: AbortSignal;
  }) => Promise<TPage>;
  enabled?: boolean;
  refetchInterval?: number;
}) {
  const { queryKey, fetchPage, enabled, refetchInterval } = options;
  const identity = JSON.stringify(queryKey);
  // The cursors that led here; the last one is the page shown.
  const [trail, setTrail] = useState<{ of: string; cursors: string[] }>({
    of: identity,
    cursors: [],
  });
  const cursors = useMemo(
    () => (trail.of === identity ? trail.cursors : []),
    [trail, identity],
  );
  useEffect(() => {
    if (trail.of !== identity) setTrail({ of: identity, cursors: [] });
  }, [identity, trail.of]);

  const cursor = cursors[cursors.length - 1];
  const query = useQuery({
    queryKey: [...queryKey, { cursor: cursor ?? null }],
    queryFn: ({ signal }) => fetchPage({ cursor, signal }),
    placeholderData: keepPreviousData,
    enabled,
    refetchInterval,
  });

  const nextCursor = query.isPlaceholderData
    ? undefined
    : query.data?.nextCursor;
  return {
    query,
    /** Counts from 1. */
    page: cursors.length + 1,
    hasNext: nextCursor !== undefined,
    hasPrevious: cursors.length > 0,
    next: () => {
      if (nextCursor === undefined) return;
      setTrail({ of: identity, cursors: [...cursors, nextCursor] });
    },
    previous: () => setTrail({ of: identity, cursors: cursors.slice(0, -1) }),
  };
}
