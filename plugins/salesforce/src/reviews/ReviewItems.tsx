import { Select, Text } from '@backstage/ui';
import type {
  AccessDecision,
  AccessReview,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { useShortcutsSetting } from '../approvals/useShortcutsSetting';
import { useShortcuts } from '../approvals/useShortcuts';
import { EmptyPanel } from '../components/EmptyPanel';
import { ErrorPanel } from '../components/ErrorPanel';
import { Pager } from '../components/Pager';
import { SkeletonLines } from '../components/SkeletonLines';
import { screenStateOf } from '../hooks/ScreenState';
import { useTranslation } from '../hooks/useTranslation';
import { DecideBar } from './DecideBar';
import { ItemsTable } from './ItemsTable';
import styles from './Reviews.module.css';
import { useItemSelection } from './useItemSelection';
import type { ReviewCommands } from './useReview';
import { useReviewItems } from './useReviewItems';

const decisions = ['all', 'pending', 'keep', 'revoke'] as const;

/** The rows of a review, to be decided one by one, several at once, or by keyboard. */
export function ReviewItems(props: {
  review: AccessReview;
  commands: ReviewCommands;
}) {
  const { t } = useTranslation();
  const { review, commands } = props;
  const seesMore = review.mine < review.kept + review.revoked + review.pending;
  const [mine, setMine] = useState(review.mine > 0);
  const [decision, setDecision] = useState<AccessDecision>();
  const { query, ...paging } = useReviewItems(review.id, { mine, decision });
  const screen = screenStateOf(query, ({ items }) =>
    items.length > 0 ? { items } : undefined,
  );
  const items = screen.state === 'ready' ? screen.items : [];
  const selection = useItemSelection(items);
  const [shortcuts] = useShortcutsSetting();

  const decide = (word: AccessDecision, comment?: string) => {
    const positions = selection.toDecide();
    if (positions.length === 0 || commands.decide.isPending) return;
    commands.decide.mutate(
      { decision: word, positions, ...(comment ? { comment } : {}) },
      {
        onSuccess: () => {
          selection.clear();
          if (positions.length === 1) selection.move(1);
        },
      },
    );
  };
  useShortcuts(
    {
      j: () => selection.move(1),
      k: () => selection.move(-1),
      x: () => selection.toggleCurrent(),
      e: () => decide('keep'),
      r: () => decide('revoke'),
    },
    { enabled: shortcuts && review.state === 'open' },
  );

  return (
    <section aria-label={t('reviews.table')} className={styles.stack}>
      <div className={styles.filters}>
        {review.mine > 0 && seesMore && (
          <Select
            label={t('reviews.which')}
            options={[
              { value: 'mine', label: t('reviews.mine') },
              { value: 'all', label: t('reviews.all') },
            ]}
            value={mine ? 'mine' : 'all'}
            onChange={key => setMine(key === 'mine')}
          />
        )}
        <Select
          label={t('reviews.decision')}
          options={decisions.map(value => ({
            value,
            label: t(`reviews.decisions.${value}`),
          }))}
          value={decision ?? 'all'}
          onChange={key =>
            setDecision(key === 'all' ? undefined : (key as AccessDecision))
          }
        />
        {review.state === 'open' && review.mine > 0 && shortcuts && (
          <Text as="p" color="secondary" className={styles.keys}>
            {t('reviews.keys')}
          </Text>
        )}
      </div>
      {screen.state === 'loading' && <SkeletonLines count={8} height={40} />}
      {screen.state === 'error' && (
        <ErrorPanel error={screen.error} retry={screen.retry} />
      )}
      {screen.state === 'empty' && (
        <EmptyPanel
          title={
            mine && decision === 'pending'
              ? t('reviews.allDone')
              : t('reviews.noRows')
          }
        />
      )}
      {screen.state === 'ready' && (
        <ItemsTable
          review={review}
          items={items}
          selection={selection}
          decide={(word, position) =>
            commands.decide.mutate({ decision: word, positions: [position] })
          }
        />
      )}
      <Pager {...paging} />
      <DecideBar
        review={review}
        selection={selection}
        commands={commands}
        decide={decide}
      />
    </section>
  );
}
