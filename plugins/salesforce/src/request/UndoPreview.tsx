import { useApi } from '@backstage/frontend-plugin-api';
import { Alert, Text } from '@backstage/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { DecisionView } from '../components/DecisionView';
import { ErrorPanel } from '../components/ErrorPanel';
import { PlanView } from '../components/PlanView';
import { SkeletonLines } from '../components/SkeletonLines';
import { useTranslation } from '../hooks/useTranslation';
import styles from './RequestPage.module.css';

const SHOWN_CHANGES = 10;

/** What undoing would change and need, or why it is refused. */
export function UndoPreview(props: {
  requestId: string;
  onReady: (ready: boolean) => void;
}) {
  const { t } = useTranslation();
  const { client } = useApi(salesforceApiRef);
  const { requestId, onReady } = props;
  const query = useQuery({
    queryKey: queryKeys.undo(requestId),
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/requests/{requestId}/undo', {
          params: { path: { requestId } },
          signal,
        }),
      ),
    staleTime: 0,
  });
  const draft = query.data;
  const valid = draft?.valid === true;
  useEffect(() => onReady(valid), [onReady, valid]);

  if (query.isError) {
    return (
      <ErrorPanel error={query.error} retry={() => void query.refetch()} />
    );
  }
  if (!draft) {
    return (
      <div role="status" aria-label={t('request.dialog.undoLoading')}>
        <SkeletonLines count={4} />
      </div>
    );
  }
  return (
    <div className={styles.stack}>
      {!draft.valid && (
        <Alert
          role="alert"
          status="warning"
          icon
          title={t('request.dialog.undoRefused')}
          description={draft.errors.map(({ message }) => message).join(' ')}
        />
      )}
      {draft.plan && (
        <section aria-label={t('request.dialog.undoChanges')}>
          <Text as="p" weight="bold">
            {t('request.dialog.undoChanges')}
          </Text>
          <PlanView plan={draft.plan} limit={SHOWN_CHANGES} />
        </section>
      )}
      {draft.decision && (
        <section aria-label={t('request.dialog.undoNeeds')}>
          <Text as="p" weight="bold">
            {t('request.dialog.undoNeeds')}
          </Text>
          <DecisionView decision={draft.decision} />
        </section>
      )}
    </div>
  );
}
