import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import type {
  AccessDecision,
  AccessReview,
  CloseAccessReviewBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { downloadFile } from '../audit/downloadFile';
import { useTranslation } from '../hooks/useTranslation';

/** One access review, and how it stands. */
export function useReview(reviewId: string) {
  const { client } = useApi(salesforceApiRef);
  return useQuery({
    queryKey: queryKeys.review(reviewId),
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/access-reviews/{reviewId}', {
          params: { path: { reviewId } },
          signal,
        }),
      ),
  });
}

/** What can be done with a review; each shows how it stands afterwards. */
export function useReviewCommands(reviewId: string) {
  const { client } = useApi(salesforceApiRef);
  const toastApi = useApi(toastApiRef);
  const queryClient = useQueryClient();
  const { t } = useTranslation();
  const params = { path: { reviewId } };

  const settle = {
    onSuccess: (review: AccessReview) =>
      queryClient.setQueryData(queryKeys.review(reviewId), review),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.reviews }),
        // The tab and the home page say what waits.
        queryClient.invalidateQueries({ queryKey: queryKeys.me }),
      ]),
  };
  const tell = (title: string) =>
    toastApi.post({ title, status: 'success', timeout: 5_000 });

  return {
    decide: useMutation({
      mutationFn: (body: {
        decision: AccessDecision;
        positions: number[];
        comment?: string;
      }) =>
        answerOf(
          client.POST('/access-reviews/{reviewId}/decisions', { params, body }),
        ),
      ...settle,
    }),
    close: useMutation({
      mutationFn: (body: CloseAccessReviewBody) =>
        answerOf(
          client.POST('/access-reviews/{reviewId}/close', { params, body }),
        ),
      ...settle,
      onSuccess: (review: AccessReview) => {
        settle.onSuccess(review);
        tell(t('reviews.closed'));
      },
    }),
    reassign: useMutation({
      mutationFn: (body: { reviewer: string; positions: number[] }) =>
        answerOf(
          client.POST('/access-reviews/{reviewId}/reassign', { params, body }),
        ),
      ...settle,
      onSuccess: (review: AccessReview) => {
        settle.onSuccess(review);
        tell(t('reviews.reassigned'));
      },
    }),
    download: useMutation({
      mutationFn: async () => {
        const csv = await answerOf(
          client.GET('/access-reviews/{reviewId}/csv', {
            params,
            parseAs: 'text',
          }),
        );
        downloadFile({
          name: 'salesforce-access-review.csv',
          content: new Blob([csv], { type: 'text/csv' }),
        });
      },
    }),
  };
}

export type ReviewCommands = ReturnType<typeof useReviewCommands>;
