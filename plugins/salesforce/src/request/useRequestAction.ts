import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import type {
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
}

/** Does one of the allowed actions on a request, once, and shows what came of it. */
export function useRequestAction(options: {
  request: RequestDetail;
  action: AllowedAction;
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
  action: AllowedAction;
  words: ActionWords;
  key: string;
}): Promise<RequestDetail> {
  const { client, request, action, words, key } = options;
  const params = { path: { requestId: request.id } };
  const text = words.comment.trim();
  const body = text ? { comment: text } : {};
  switch (action) {
    case 'approve':
    case 'reject':
      return answerOf(
        client.POST('/requests/{requestId}/reviews', {
          params,
          // The digest of the plan on the screen: what was seen is what is approved.
          body: {
            ...body,
            decision: action,
            planDigest: request.plan.digest,
          },
        }),
      );
    case 'cancel':
      return answerOf(
        client.POST('/requests/{requestId}/cancel', { params, body }),
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
