import { useApi } from '@backstage/frontend-plugin-api';
import type { CompletedLogin } from '@salesdesk/backstage-plugin-salesforce-common';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';

/** How it stands with a browser that Salesforce has sent back. */
export type LoginReturnState =
  | { state: 'nothing' }
  | { state: 'finishing' }
  | { state: 'failed'; error: unknown }
  | { state: 'finished'; login: CompletedLogin };

/**
 * Hands on what Salesforce sent back, as the person who is signed in here: only
 * who began a login can finish it. The parameters leave the address bar, and
 * the history, at once.
 */
export function useLoginReturn(): LoginReturnState {
  const { client } = useApi(salesforceApiRef);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [brought] = useState(() => broughtBack(search));
  useEffect(() => {
    if (search) navigate(pathname, { replace: true });
  }, [navigate, pathname, search]);

  const login = useQuery({
    queryKey: ['salesforce', 'login', brought?.state],
    enabled: brought !== undefined,
    // a state is taken once, so this is asked once
    retry: false,
    retryOnMount: false,
    staleTime: Infinity,
    queryFn: async () => {
      const completed = await answerOf(
        client.POST('/personal/complete', {
          body: brought ?? { state: '' },
        }),
      );
      await queryClient.invalidateQueries({ queryKey: queryKeys.personal });
      await queryClient.invalidateQueries({ queryKey: queryKeys.orgs });
      return completed;
    },
  });
  if (!brought) return { state: 'nothing' };
  if (login.isError) return { state: 'failed', error: login.error };
  return login.data
    ? { state: 'finished', login: login.data }
    : { state: 'finishing' };
}

function broughtBack(search: string) {
  const read = new URLSearchParams(search);
  const state = read.get('state');
  if (!state) return undefined;
  const code = read.get('code');
  const error = read.get('error');
  const errorDescription = read.get('error_description');
  return {
    state,
    ...(code ? { code } : {}),
    ...(error ? { error } : {}),
    ...(errorDescription ? { errorDescription } : {}),
  };
}
