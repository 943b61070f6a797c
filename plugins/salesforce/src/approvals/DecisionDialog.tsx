import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { useState } from 'react';
import { ErrorPanel } from '../components/ErrorPanel';
import { useInitialFocus } from '../hooks/useInitialFocus';
import { useTranslation } from '../hooks/useTranslation';
import styles from './DecisionDialog.module.css';
import type { ApprovalsCommands, PendingDecision } from './useApprovals';
import { isPlanChanged } from './useReviews';

const SHOWN = 5;

/** The last word on one request or several, with a comment. */
export function DecisionDialog(props: {
  pending: PendingDecision;
  commands: ApprovalsCommands;
}) {
  const { t } = useTranslation();
  const { pending, commands } = props;
  const { decision, items, error, sending } = pending;
  const [comment, setComment] = useState('');
  const field = useInitialFocus<HTMLDivElement>();
  const approving = decision === 'approve';
  const count = items.length;
  const planChanged = isPlanChanged(error);

  const confirm = () => !sending && commands.confirm(comment);
  const onKeyDown = (event: {
    key: string;
    ctrlKey: boolean;
    metaKey: boolean;
    preventDefault(): void;
  }) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    confirm();
  };
  const lookAgain = () => {
    commands.cancel();
    commands.open(items[0].requestId);
  };

  let title: string = t(
    approving ? 'approvals.approveTitle' : 'approvals.rejectTitle',
  );
  let verb: string = t(approving ? 'approvals.approve' : 'approvals.reject');
  if (count > 1) {
    verb = t(approving ? 'approvals.approveCount' : 'approvals.rejectCount', {
      count,
    });
    title = verb;
  }

  return (
    <Dialog
      isOpen
      isDismissable={!sending}
      onOpenChange={open => !open && commands.cancel()}
      width={520}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <ul className={styles.titles}>
            {items.slice(0, SHOWN).map(item => (
              <li key={item.requestId}>
                <Text as="span" weight="bold">
                  {item.title}
                </Text>
              </li>
            ))}
            {count > SHOWN && (
              <li>
                <Text as="span" color="secondary">
                  {t('approvals.andMore', { count: count - SHOWN })}
                </Text>
              </li>
            )}
          </ul>
          {planChanged ? (
            <Alert
              role="alert"
              status="warning"
              icon
              title={t('approvals.refusedPlanTitle')}
              description={t('approvals.refusedPlanDescription')}
            />
          ) : (
            <TextAreaField
              ref={field}
              onKeyDown={onKeyDown}
              label={t('approvals.comment')}
              description={`${t(
                approving
                  ? 'approvals.commentApprove'
                  : 'approvals.commentReject',
              )} ${t('approvals.confirmHint')}`}
              value={comment}
              onChange={setComment}
              maxLength={4000}
            />
          )}
          {Boolean(error) && !planChanged && <ErrorPanel error={error} />}
        </div>
      </DialogBody>
      <DialogFooter>
        {planChanged ? (
          <Button onPress={lookAgain}>{t('approvals.lookAgain')}</Button>
        ) : (
          <Button
            destructive={!approving}
            isPending={sending}
            onPress={confirm}
          >
            {verb}
          </Button>
        )}
        <Button
          variant="secondary"
          isDisabled={sending}
          onPress={commands.cancel}
        >
          {t('approvals.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
