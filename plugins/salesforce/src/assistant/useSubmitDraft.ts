import { useApi } from '@backstage/frontend-plugin-api';
import type { AssistantDraft } from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { answerOf } from '../api/answerOf';
import { idempotencyKey } from '../api/idempotencyKey';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';

/**
 * Submits a draft of the assistant as the person who presses the button. The
 * plan that was shown goes with it: if it is another one by now, the backend
 * refuses. One draft keeps one key, so that a second press after a lost answer
 * makes no second request.
 */
export function useSubmitDraft(draft: AssistantDraft) {
  const { client } = useApi(salesforceApiRef);
  const queryClient = useQueryClient();
  const lastKey = useRef<{ of: string; key: string }>();

  return useMutation({
    mutationFn: (reason: string) => {
      if (lastKey.current?.of !== reason) {
        lastKey.current = { of: reason, key: idempotencyKey() };
      }
      const header = { 'Idempotency-Key': lastKey.current.key };
      if (draft.undoOf) {
        return answerOf(
          client.POST('/requests/{requestId}/undo', {
            params: { path: { requestId: draft.undoOf }, header },
            body: reason ? { comment: reason } : {},
          }),
        );
      }
      return answerOf(
        client.POST('/requests', {
          params: { header },
          body: {
            org: draft.org,
            action: draft.action,
            input: draft.input,
            words: draft.words,
            ...(reason ? { reason } : {}),
            ...(draft.draft.plan
              ? { planDigest: draft.draft.plan.digest }
              : {}),
          },
        }),
      );
    },
    onSuccess: request => {
      queryClient.setQueryData(queryKeys.request(request.id), request);
      void queryClient.invalidateQueries({ queryKey: queryKeys.requests });
    },
  });
}
