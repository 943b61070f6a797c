import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useMemo, useState } from 'react';

/** A query that was run earlier in this browser. */
export type PastQuery = {
  query: string;
  org?: string;
  at: string;
};

const KEY = 'query-history';
const most = 50;

/** The queries that the person ran, latest first, without the same twice. */
export function useQueryHistory(): {
  past: PastQuery[];
  remember(query: PastQuery): void;
  forget(): void;
} {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket('salesforce'), [storage]);
  const [past, setPast] = useState<PastQuery[]>(() =>
    pastOf(bucket.snapshot<PastQuery[]>(KEY).value),
  );
  useEffect(() => {
    const subscription = bucket
      .observe$<PastQuery[]>(KEY)
      .subscribe(({ value }) => setPast(pastOf(value)));
    return () => subscription.unsubscribe();
  }, [bucket]);
  const remember = useCallback(
    (query: PastQuery) => {
      const others = pastOf(bucket.snapshot<PastQuery[]>(KEY).value).filter(
        each => each.query !== query.query || each.org !== query.org,
      );
      void bucket.set(KEY, [query, ...others].slice(0, most));
    },
    [bucket],
  );
  const forget = useCallback(() => void bucket.remove(KEY), [bucket]);
  return { past, remember, forget };
}

function pastOf(value: unknown): PastQuery[] {
  return Array.isArray(value) ? value : [];
}
