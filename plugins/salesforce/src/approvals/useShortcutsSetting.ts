import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useMemo, useState } from 'react';

const KEY = 'approvals-shortcuts';

/**
 * Whether the person wants single-key shortcuts: people who speak to their
 * computer, or whose hands slip, must be able to turn them off.
 */
export function useShortcutsSetting(): [boolean, (on: boolean) => void] {
  const storage = useApi(storageApiRef);
  const bucket = useMemo(() => storage.forBucket('salesforce'), [storage]);
  const [enabled, setEnabled] = useState(
    () => bucket.snapshot<boolean>(KEY).value !== false,
  );
  useEffect(() => {
    const subscription = bucket
      .observe$<boolean>(KEY)
      .subscribe(snapshot => setEnabled(snapshot.value !== false));
    return () => subscription.unsubscribe();
  }, [bucket]);
  return [enabled, on => void bucket.set(KEY, on)];
}
