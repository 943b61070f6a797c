import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { AccessReviewBody } from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { useOrgs } from '../api/useOrgs';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { bodyOf, type StartFields } from './startFields';

const twoWeeks = 14 * 86_400_000;

/** The form that starts a review, and where it leads. */
export function useStartReview(given: {
  boardId?: string;
  org?: string;
  ids?: string[];
}) {
  const { client } = useApi(salesforceApiRef);
  const toastApi = useApi(toastApiRef);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const links = useLinks();
  const { t } = useTranslation();
  const orgs = useOrgs().data ?? [];
  const boards = useQuery({
    queryKey: queryKeys.boardNames,
    queryFn: async ({ signal }) =>
      (await answerOf(client.GET('/boards', { signal }))).items,
  });
  const [fields, setFields] = useState<StartFields>(() => ({
    title: '',
    org: given.org,
    of: 'board',
    board: given.boardId,
    accessKind: 'permission_set',
    access: '',
    by: 'manager',
    ref: [],
    due: new Date(Date.now() + twoWeeks).toISOString().slice(0, 10),
    undecided: 'remind',
    revokeAction: 'salesforce_deactivate_user',
  }));
  const org =
    fields.org ?? orgs.find(({ isDefault }) => isDefault)?.id ?? orgs[0]?.id;
  const board = boards.data?.find(({ id }) => id === fields.board);
  const title =
    fields.title ||
    (fields.of === 'board' ? board?.title : fields.access) ||
    '';
  const start = useMutation({
    mutationFn: (body: AccessReviewBody) =>
      answerOf(client.POST('/access-reviews', { body })),
    onSuccess: review => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.reviews });
      toastApi.post({
        title: t('reviews.started'),
        description: review.title,
        status: 'success',
        timeout: 5_000,
      });
      navigate(links.review(review.id));
    },
  });
  const body = bodyOf({ ...fields, org, title }, given.ids);
  return {
    fields: { ...fields, org, title },
    change: (part: Partial<StartFields>) => setFields({ ...fields, ...part }),
    orgs,
    boards: boards.data ?? [],
    isUserBoard:
      fields.of === 'board'
        ? board?.definition.object === 'User'
        : ['profile', 'user_license'].includes(fields.accessKind),
    body,
    start,
  };
}

export type StartForm = ReturnType<typeof useStartReview>;
