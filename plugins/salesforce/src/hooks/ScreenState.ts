import type { UseQueryResult } from '@tanstack/react-query';

/** The four states that every screen has. */
export type ScreenState<TReady> =
  | { state: 'loading' }
  | { state: 'error'; error: unknown; retry: () => void }
  | { state: 'empty' }
  | ({ state: 'ready' } & TReady);

/**
 * The state of a screen that one query feeds. What is shown already stays
 * while a refresh fails: old facts help more than an error page.
 */
export function screenStateOf<TData, TReady extends object>(
  query: Pick<
    UseQueryResult<TData>,
    'data' | 'error' | 'isError' | 'refetch' | 'isRefetchError'
  >,
  ready: (data: TData) => TReady | undefined,
): ScreenState<TReady> {
  if (query.data !== undefined && !isGone(query.error)) {
    const shown = ready(query.data);
    return shown ? { state: 'ready', ...shown } : { state: 'empty' };
  }
  if (query.isError) {
    return {
      state: 'error',
      error: query.error,
      retry: () => void query.refetch(),
    };
  }
  return { state: 'loading' };
}

function isGone(error: unknown): boolean {
  const status = (error as { status?: unknown } | null)?.status;
  return status === 403 || status === 404;
}
