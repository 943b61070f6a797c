import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import type {
  FieldError,
  RequestDetail,
  SalesforceApiClient,
  SubmitBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { isApiError } from '../api/ApiError';
import { answerOf } from '../api/answerOf';
import { idempotencyKey } from '../api/idempotencyKey';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';

/**
 * Submits a request and goes to its page. The same words keep the same key, so
 * that a second click or a second try after a lost answer makes no second request.
 */
export function useSubmit(options: {
  onPlanChanged: () => void;
  /** A request of one's own that is changed, instead of asking anew. */
  amends: string | undefined;
}) {
  const { amends } = options;
  const { client } = useApi(salesforceApiRef);
  const toastApi = useApi(toastApiRef);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const links = useLinks();
  const { t } = useTranslation();
  const lastKey = useRef<{ of: string; key: string }>();

  const keyFor = (body: SubmitBody): string => {
    const words = JSON.stringify(body);
    if (lastKey.current?.of !== words) {
      lastKey.current = { of: words, key: idempotencyKey() };
    }
    return lastKey.current.key;
  };

  const mutation = useMutation({
    mutationFn: (body: SubmitBody) => {
      if (amends) return amend(client, amends, body);
      return answerOf(
        client.POST('/requests', {
          params: { header: { 'Idempotency-Key': keyFor(body) } },
          body,
        }),
      );
    },
    onSuccess: request => {
      queryClient.setQueryData(queryKeys.request(request.id), request);
      void queryClient.invalidateQueries({ queryKey: queryKeys.requests });
      toastApi.post({
        title: amends ? t('form.amended') : t('form.submitted'),
        description: request.title,
        status: 'success',
        timeout: 5_000,
      });
      navigate(links.request(request.id));
    },
    onError: error => {
      if (isApiError(error) && error.code === 'plan_changed') {
        options.onPlanChanged();
      }
    },
  });

  const errors: FieldError[] = isApiError(mutation.error)
    ? mutation.error.fields
    : [];
  return {
    submit: mutation.mutate,
    // A second click while the first is on its way has nothing to add.
    isPending: mutation.isPending,
    error: mutation.error,
    errors,
  };
}

function amend(
  client: SalesforceApiClient,
  requestId: string,
  { input, reason, planDigest }: SubmitBody,
): Promise<RequestDetail> {
  return answerOf(
    client.POST('/requests/{requestId}/amend', {
      params: { path: { requestId } },
      body: { input, reason, planDigest },
    }),
  );
}
