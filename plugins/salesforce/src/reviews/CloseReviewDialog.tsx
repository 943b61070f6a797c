import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Radio,
  RadioGroup,
  Text,
} from '@backstage/ui';
import type { AccessReview } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { ErrorPanel } from '../components/ErrorPanel';
import { useTranslation } from '../hooks/useTranslation';
import styles from './Reviews.module.css';
import type { ReviewCommands } from './useReview';

/** Says what closing does, and asks what becomes of rows that nobody decided. */
export function CloseReviewDialog(props: {
  review: AccessReview;
  commands: ReviewCommands;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { review, commands, onClose } = props;
  const { close } = commands;
  const [undecided, setUndecided] = useState<'keep' | 'revoke'>(
    review.undecided === 'revoke' ? 'revoke' : 'keep',
  );
  const revoked =
    review.revoked + (undecided === 'revoke' ? review.pending : 0);
  return (
    <Dialog
      isOpen
      isDismissable={!close.isPending}
      onOpenChange={open => !open && onClose()}
    >
      <DialogHeader>{t('reviews.closeDialog.title')}</DialogHeader>
      <DialogBody>
        <div className={styles.stack}>
          {review.pending > 0 && (
            <RadioGroup
              label={t('reviews.closeDialog.undecided', {
                count: review.pending,
              })}
              value={undecided}
              onChange={key => setUndecided(key as 'keep' | 'revoke')}
            >
              <Radio value="keep">{t('reviews.closeDialog.keep')}</Radio>
              <Radio value="revoke">{t('reviews.closeDialog.revoke')}</Radio>
            </RadioGroup>
          )}
          <Text as="p">
            {revoked > 0
              ? t('reviews.closeDialog.revokes', { count: revoked })
              : t('reviews.closeDialog.revokesNone')}
          </Text>
          {close.isError && <ErrorPanel error={close.error} />}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="secondary"
          isDisabled={close.isPending}
          onPress={onClose}
        >
          {t('reviews.closeDialog.cancel')}
        </Button>
        <Button
          isPending={close.isPending}
          onPress={() =>
            close.mutate(review.pending > 0 ? { undecided } : {}, {
              onSuccess: onClose,
            })
          }
        >
          {t('reviews.closeDialog.submit')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
