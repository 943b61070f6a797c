import { Button, Text, TextField } from '@backstage/ui';
import type {
  AccessDecision,
  AccessReview,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import bar from '../approvals/BulkBar.module.css';
import { useTranslation } from '../hooks/useTranslation';
import { ReassignDialog } from './ReassignDialog';
import styles from './Reviews.module.css';
import type { ItemSelection } from './useItemSelection';
import type { ReviewCommands } from './useReview';

/** What can be done with the chosen rows. */
export function DecideBar(props: {
  review: AccessReview;
  selection: ItemSelection;
  commands: ReviewCommands;
  decide: (decision: AccessDecision, comment?: string) => void;
}) {
  const { t } = useTranslation();
  const { review, selection, commands, decide } = props;
  const [comment, setComment] = useState('');
  const [handsOver, setHandsOver] = useState(false);
  const { chosen } = selection;
  if (chosen.length === 0) return null;
  const mine = chosen.filter(({ mayDecide }) => mayDecide).length;
  const pending = chosen.filter(({ decision }) => decision === 'pending');
  const send = (decision: AccessDecision) => {
    decide(decision, comment.trim());
    setComment('');
  };
  return (
    <div className={bar.bar} role="group" aria-label={t('reviews.bulk')}>
      <Text as="span" weight="bold" role="status">
        {t('reviews.selected', { count: chosen.length })}
      </Text>
      {mine > 0 && (
        <div className={styles.comment}>
          <TextField
            aria-label={t('reviews.comment')}
            placeholder={t('reviews.comment')}
            maxLength={2000}
            value={comment}
            onChange={setComment}
          />
        </div>
      )}
      <div className={bar.actions}>
        {mine > 0 && (
          <>
            <Button
              isPending={commands.decide.isPending}
              onPress={() => send('keep')}
            >
              {t('reviews.keepCount', { count: mine })}
            </Button>
            <Button
              variant="secondary"
              destructive
              isPending={commands.decide.isPending}
              onPress={() => send('revoke')}
            >
              {t('reviews.revokeCount', { count: mine })}
            </Button>
          </>
        )}
        {review.mayClose && pending.length > 0 && (
          <Button variant="secondary" onPress={() => setHandsOver(true)}>
            {t('reviews.reassign')}
          </Button>
        )}
        <Button variant="tertiary" onPress={selection.clear}>
          {t('reviews.clear')}
        </Button>
      </div>
      {handsOver && (
        <ReassignDialog
          positions={pending.map(({ position }) => position)}
          commands={commands}
          onClose={() => setHandsOver(false)}
          onDone={selection.clear}
        />
      )}
    </div>
  );
}
