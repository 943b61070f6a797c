import {
  Button,
  Checkbox,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
  TextAreaField,
} from '@backstage/ui';
import type {
  AfterReviewBody,
  RequestDetail,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { ErrorPanel } from '../components/ErrorPanel';
import { useTranslation } from '../hooks/useTranslation';
import styles from './RequestPage.module.css';
import { UndoPreview } from './UndoPreview';
import { AfterReviewChoice } from './AfterReviewChoice';
import { NarrowTargets } from './NarrowTargets';
import { ReviewerName } from './ReviewerName';
import { useRequestAction, type DialogAction } from './useRequestAction';

/** The longest comment that the API takes. */
const COMMENT_LIMIT = 4_000;

/** Asks for a comment and confirms an action on a request. */
export function ActionDialog(props: {
  request: RequestDetail;
  action: DialogAction;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { request, action, onClose } = props;
  const [comment, setComment] = useState('');
  const [repeatUnknown, setRepeatUnknown] = useState(false);
  // An undo is looked at before it can be submitted.
  const [lookedAt, setLookedAt] = useState(action !== 'undo');
  const [onBehalfOf, setOnBehalfOf] = useState<string>();
  const [remove, setRemove] = useState<string[]>([]);
  const [verdict, setVerdict] = useState<AfterReviewBody['verdict']>();
  const isReview = ['approve', 'reject', 'narrow'].includes(action);
  const ready =
    lookedAt &&
    (action !== 'narrow' || remove.length > 0) &&
    (action !== 'review_after' || verdict !== undefined);
  const doing = useRequestAction({ request, action, onDone: onClose });
  const isAlarming = ['reject', 'cancel', 'stop'].includes(action);
  const hasUnknown = (request.outcomes.unknown ?? 0) > 0;

  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      isDismissable={!doing.isPending}
    >
      <DialogHeader>{t(`request.dialog.${action}Title`)}</DialogHeader>
      <DialogBody>
        <div className={styles.stack}>
          <Text as="p" weight="bold">
            {request.title}
          </Text>
          {action === 'undo' && (
            <UndoPreview requestId={request.id} onReady={setLookedAt} />
          )}
          {action === 'narrow' && (
            <NarrowTargets
              requestId={request.id}
              removed={remove}
              onChange={setRemove}
            />
          )}
          {action === 'review_after' && (
            <AfterReviewChoice verdict={verdict} onChange={setVerdict} />
          )}
          {isReview && (
            <ReviewerName
              people={request.mayReviewFor ?? []}
              value={onBehalfOf}
              onChange={setOnBehalfOf}
            />
          )}
          {action === 'retry' && hasUnknown && (
            <div>
              <Checkbox isSelected={repeatUnknown} onChange={setRepeatUnknown}>
                {t('request.dialog.repeatUnknown')}
              </Checkbox>
              <Text as="p" color="secondary">
                {t('request.dialog.repeatUnknownHint')}
              </Text>
            </div>
          )}
          <TextAreaField
            label={t('request.dialog.comment')}
            description={t(hintOf(action))}
            value={comment}
            onChange={setComment}
            maxLength={COMMENT_LIMIT}
            rows={3}
          />
          {doing.isError && <ErrorPanel error={doing.error} />}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="secondary"
          onPress={onClose}
          isDisabled={doing.isPending}
        >
          {t('request.dialog.close')}
        </Button>
        <Button
          variant="primary"
          destructive={isAlarming}
          isPending={doing.isPending}
          isDisabled={!ready}
          onPress={() =>
            doing.mutate({
              comment,
              repeatUnknown,
              onBehalfOf,
              remove,
              verdict,
            })
          }
        >
          {t(`request.dialog.${action}Submit`)}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function hintOf(action: DialogAction) {
  if (action === 'reject') return 'request.dialog.rejectHint' as const;
  if (action === 'stop') return 'request.dialog.stopHint' as const;
  if (action === 'undo') return 'request.dialog.undoHint' as const;
  return 'request.dialog.commentHint' as const;
}
