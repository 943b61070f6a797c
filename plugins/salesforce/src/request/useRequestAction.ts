import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import type {
  AfterReviewBody,
  AllowedAction,
  RequestDetail,
  SalesforceApiClient,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { answerOf } from '../api/answerOf';
import { idempotencyKey } from '../api/idempotencyKey';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';

/** What a person says along with an action on a request. */
export interface ActionWords {
  comment: string;
  repeatUnknown: boolean;
  /** The person in whose name it is decided; undefined for oneself. */
  onBehalfOf?: string;
  /** Targets that are taken off. */
  remove?: string[];
  verdict?: AfterReviewBody['verdict'];
}

/** What is done in a dialog; a request is changed in its form. */
export type DialogAction = Exclude<AllowedAction, 'amend'>;

/** Does one of the allowed actions on a request, once, and shows what came of it. */
export function useRequestAction(options: {
  request: RequestDetail;
  action: DialogAction;
  onDone: () => void;
}) {
  const { request, action, onDone } = options;
  const { client } = useApi(salesforceApiRef);
  const toastApi = useApi(toastApiRef);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const links = useLinks();
  const { t } = useTranslation();
  const [key] = useState(idempotencyKey);

  return useMutation({
    mutationFn: (words: ActionWords) =>
      perform({ client, request, action, words, key }),
    onSuccess: after => {
      queryClient.setQueryData(queryKeys.request(after.id), after);
      toastApi.post({
        title: t(`request.done.${action}`),
        description: after.title,
        status: 'success',
        timeout: 5_000,
      });
      onDone();
      if (after.id !== request.id) navigate(links.request(after.id));
    },
    onSettled: () =>
      queryClient.invalidateQueries({ queryKey: queryKeys.requests }),
  });
}

function perform(options: {
  client: SalesforceApiClient;
  request: RequestDetail;
  action: DialogAction;
  words: ActionWords;
  key: string;
}): Promise<RequestDetail> {
  const { client, request, action, words, key } = options;
  const params = { path: { requestId: request.id } };
  const text = words.comment.trim();
  const body = text ? { comment: text } : {};
  const name = words.onBehalfOf ? { onBehalfOf: words.onBehalfOf } : {};
  switch (action) {
    case 'approve':
    case 'reject':
      return answerOf(
        client.POST('/requests/{requestId}/reviews', {
          params,
          // The digest of the plan on the screen: what was seen is what is approved.
          body: {
            ...body,
            ...name,
            decision: action,
            planDigest: request.plan.digest,
          },
        }),
      );
    case 'narrow':
      return answerOf(
        client.POST('/requests/{requestId}/narrow', {
          params,
          body: {
            ...body,
            ...name,
            planDigest: request.plan.digest,
            remove: words.remove ?? [],
          },
        }),
      );
    case 'withdraw_approval':
      return answerOf(
        client.POST('/requests/{requestId}/withdraw-approval', {
          params,
          body,
        }),
      );
    case 'review_after':
      return answerOf(
        client.POST('/requests/{requestId}/after-review', {
          params,
          body: { ...body, verdict: words.verdict ?? 'not_justified' },
        }),
      );
    case 'cancel':
      return answerOf(
        client.POST('/requests/{requestId}/cancel', { params, body }),
      );
    case 'stop':
      return answerOf(
        client.POST('/requests/{requestId}/stop', { params, body }),
      );
    case 'retry':
      return answerOf(
        client.POST('/requests/{requestId}/retry', {
          params,
          body: {
            ...body,
            ...(words.repeatUnknown ? { repeatUnknown: true } : {}),
          },
        }),
      );
    case 'undo':
      return answerOf(
        client.POST('/requests/{requestId}/undo', {
          params: { ...params, header: { 'Idempotency-Key': key } },
          body,
        }),
      );
    default:
      return neverHappens(action);
  }
}

function neverHappens(action: never): never {
  throw new Error(`No such action on a request: '${String(action)}'`);
}
