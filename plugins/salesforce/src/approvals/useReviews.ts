import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isApiError } from '../api/ApiError';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { useTranslation } from '../hooks/useTranslation';
import {
  inPieces,
  resultsOf,
  REVIEWS_AT_ONCE,
  type Decision,
  type DecisionResult,
  type ToDecide,
} from './decision';

export interface Verdicts {
  decision: Decision;
  items: ToDecide[];
  comment: string;
}

/**
 * Sends reviews. One goes by itself, so that its refusal can be explained in
 * place; several go together and come back with one result each.
 */
export function useReviews(options: {
  onDecided(requestIds: string[]): void;
  onResults(results: DecisionResult[]): void;
}) {
  const { client } = useApi(salesforceApiRef);
  const toastApi = useApi(toastApiRef);
  const queryClient = useQueryClient();
  const { t } = useTranslation();

  const sendOne = async ({ decision, items, comment }: Verdicts) => {
    const [{ requestId, planDigest }] = items;
    const request = await answerOf(
      client.POST('/requests/{requestId}/reviews', {
        params: { path: { requestId } },
        body: { decision, planDigest, ...commentOf(comment) },
      }),
    );
    queryClient.setQueryData(queryKeys.request(requestId), request);
    toastApi.post({
      title: t(
        decision === 'approve' ? 'approvals.approved' : 'approvals.rejected',
      ),
      description: request.title,
      status: 'success',
      timeout: 5_000,
    });
    return [requestId];
  };

  const sendSeveral = async ({ decision, items, comment }: Verdicts) => {
    const results: DecisionResult[] = [];
    for (const piece of inPieces(items, REVIEWS_AT_ONCE)) {
      const answer = await answerOf(
        client.POST('/reviews', {
          body: {
            reviews: piece.map(({ requestId, planDigest }) => ({
              requestId,
              planDigest,
              decision,
              ...commentOf(comment),
            })),
          },
        }),
      );
      results.push(
        ...resultsOf({ decision, items: piece, answer: answer.items }),
      );
      // Told piece by piece: if a later one fails, what was decided is known.
      options.onResults([...results]);
    }
    return results
      .filter(({ outcome }) => outcome.ok)
      .map(({ requestId }) => requestId);
  };

  return useMutation({
    mutationFn: (verdicts: Verdicts) =>
      verdicts.items.length === 1 ? sendOne(verdicts) : sendSeveral(verdicts),
    onSuccess: options.onDecided,
    onSettled: () =>
      void queryClient.invalidateQueries({ queryKey: queryKeys.requests }),
  });
}

function commentOf(comment: string): { comment?: string } {
  const words = comment.trim();
  return words ? { comment: words } : {};
}

/** True when the plan that was shown is not the current one any more. */
export function isPlanChanged(error: unknown): boolean {
  return isApiError(error) && error.code === 'plan_changed';
}
