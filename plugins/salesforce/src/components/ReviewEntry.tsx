import { Text } from '@backstage/ui';
import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import type { Review } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../hooks/useTranslation';
import { PersonChip } from './PersonChip';
import { RelativeTime } from './RelativeTime';
import { StatusPill } from './StatusPill';
import styles from './StageSteps.module.css';

/** One person's decision with its comment. */
export function ReviewEntry(props: { review: Review }) {
  const { t } = useTranslation();
  const { reviewer, decision, at, comment, counts } = props.review;
  const { onBehalfOf, withdrawnAt, withdrawnReason } = props.review;
  return (
    <li className={styles.review}>
      <div className={styles.people}>
        <PersonChip person={reviewer} />
        {onBehalfOf && (
          <>
            <Text as="span">{t('stages.for')}</Text>
            <PersonChip person={onBehalfOf} />
          </>
        )}
        {decision === 'approve' ? (
          <StatusPill
            tone="success"
            icon={<RiCheckLine aria-hidden />}
            label={t('stages.approvedBy')}
          />
        ) : (
          <StatusPill
            tone="danger"
            icon={<RiCloseLine aria-hidden />}
            label={t('stages.rejectedBy')}
          />
        )}
        <Text as="span" variant="body-small" color="secondary">
          <RelativeTime at={at} />
        </Text>
      </div>
      {withdrawnAt && (
        <Text as="p" variant="body-small">
          {t('stages.withdrawn')} <RelativeTime at={withdrawnAt} />
          {withdrawnReason && `: ${withdrawnReason}`}
        </Text>
      )}
      {counts === false && !withdrawnAt && (
        <Text as="p" variant="body-small">
          {t('stages.earlierPlan')}
        </Text>
      )}
      {comment && (
        <blockquote className={styles.comment}>
          <Text as="p">{comment}</Text>
        </blockquote>
      )}
    </li>
  );
}
