import { useSignal } from '@backstage/plugin-signals-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queryKeys } from './queryKeys';

const CHANNEL = 'salesforce:request';

/** How often to look when nobody tells us, in milliseconds. */
const POLL_WITHOUT_SIGNALS = 5_000;
/** A signal may be lost on a reconnect, so we look now and then all the same. */
const POLL_WITH_SIGNALS = 30_000;

/**
 * Refreshes whatever shows requests when the backend says that one moved on.
 * Returns the interval to poll at, for hosts without the signals plugin.
 */
export function useRequestSignal(): { pollInterval: number } {
  const queryClient = useQueryClient();
  const { lastSignal, isSignalsAvailable } = useSignal(CHANNEL);

  useEffect(() => {
    if (!lastSignal) return;
    void queryClient.invalidateQueries({ queryKey: queryKeys.requests });
  }, [lastSignal, queryClient]);

  return {
    pollInterval: isSignalsAvailable ? POLL_WITH_SIGNALS : POLL_WITHOUT_SIGNALS,
  };
}
