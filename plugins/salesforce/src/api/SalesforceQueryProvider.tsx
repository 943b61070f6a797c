import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { isApiError } from './ApiError';

/**
 * Holds the answers of the backend while a page or a card is open. Each mount
 * has its own, so nothing outlives the person's visit.
 */
export function SalesforceQueryProvider(props: { children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>{props.children}</QueryClientProvider>
  );
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 5_000, retry: shouldRetry, retryDelay: 1_000 },
      // A write is never repeated by itself.
      mutations: { retry: false },
    },
  });
}

function shouldRetry(failures: number, error: unknown): boolean {
  if (failures >= 2) return false;
  return isApiError(error) && (error.status === 502 || error.status === 504);
}
