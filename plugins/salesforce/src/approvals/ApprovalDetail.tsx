import { Alert, Button, ButtonLink, Text, VisuallyHidden } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import type { RequestDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { EmptyPanel } from '../components/EmptyPanel';
import { ErrorPanel } from '../components/ErrorPanel';
import { SkeletonLines } from '../components/SkeletonLines';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { RequestActions } from '../request/RequestActions';
import styles from './ApprovalDetail.module.css';
import { ApprovalFacts } from './ApprovalFacts';
import type { ApprovalsCommands } from './useApprovals';
import type { OpenRequest } from './useOpenRequest';

/** The open request: enough to decide it without leaving the inbox. */
export function ApprovalDetail(props: {
  open: OpenRequest | undefined;
  commands: ApprovalsCommands;
}) {
  const { t } = useTranslation();
  const { open, commands } = props;
  if (!open) return <EmptyPanel title={t('approvals.openHint')} />;
  return (
    <div className={styles.detail}>
      <Button
        variant="tertiary"
        iconStart={<RiArrowLeftLine />}
        className={styles.back}
        onPress={commands.close}
      >
        {t('approvals.backToList')}
      </Button>
      <OpenState open={open} commands={commands} />
    </div>
  );
}

function OpenState(props: { open: OpenRequest; commands: ApprovalsCommands }) {
  const { t } = useTranslation();
  const { open, commands } = props;
  switch (open.state) {
    case 'error':
      return <ErrorPanel error={open.error} retry={open.retry} />;
    case 'ready':
      return (
        <>
          <ApprovalFacts
            request={open.request}
            planBefore={open.planBefore}
            actions={<DecisionButtons request={open.request} {...commands} />}
          />
        </>
      );
    case 'loading':
    default:
      return (
        <div role="status">
          <VisuallyHidden>{t('approvals.loading')}</VisuallyHidden>
          <SkeletonLines count={8} height={20} />
        </div>
      );
  }
}

/** Approve and reject, or why this person cannot. */
function DecisionButtons(props: {
  request: RequestDetail;
  decideOne: ApprovalsCommands['decideOne'];
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const { request, decideOne } = props;
  const may = (action: 'approve' | 'reject') =>
    request.allowedActions.includes(action);
  const reasons = request.cannot
    .filter(({ action }) => action === 'approve' || action === 'reject')
    .map(({ reason }) => reason);
  return (
    <div className={styles.decision}>
      <div className={styles.buttons}>
        {may('approve') && (
          <Button onPress={() => decideOne('approve', request.id)}>
            {t('approvals.approve')}
          </Button>
        )}
        {may('reject') && (
          <Button
            variant="secondary"
            destructive
            onPress={() => decideOne('reject', request.id)}
          >
            {t('approvals.reject')}
          </Button>
        )}
        <RequestActions
          request={request}
          only={['review_after', 'narrow', 'withdraw_approval']}
        />
        <ButtonLink variant="tertiary" href={links.request(request.id)}>
          {t('approvals.fullPage')}
        </ButtonLink>
      </div>
      {!may('approve') && !may('reject') && !request.breakGlass && (
        <Alert
          status="info"
          icon
          title={t('approvals.cannotTitle')}
          description={
            reasons.length > 0 ? (
              [...new Set(reasons)].map(reason => (
                <Text as="p" key={reason}>
                  {reason}
                </Text>
              ))
            ) : (
              <Text as="p">{t('approvals.cannotFallback')}</Text>
            )
          }
        />
      )}
    </div>
  );
}
