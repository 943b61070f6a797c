import type { AccessReview } from '@salesdesk/backstage-plugin-salesforce-common';
import { UsageBar } from '../components/UsageBar';
import { useTranslation } from '../hooks/useTranslation';

/** How much of a review is decided. */
export function ReviewProgress(props: {
  review: Pick<AccessReview, 'kept' | 'revoked' | 'pending'>;
}) {
  const { t } = useTranslation();
  const { kept, revoked, pending } = props.review;
  const decided = kept + revoked;
  const total = decided + pending;
  return (
    <UsageBar
      label={t('reviews.progress', {
        decided: String(decided),
        total: String(total),
      })}
      words={t('reviews.progressDetail', {
        kept: String(kept),
        revoked: String(revoked),
        pending: String(pending),
      })}
      used={decided}
      total={total}
    />
  );
}
