import { RiAlarmWarningLine, RiCheckLine, RiTimeLine } from '@remixicon/react';
import type { AccessReview } from '@salesdesk/backstage-plugin-salesforce-common';
import { StatusPill } from '../components/StatusPill';
import { useNow } from '../hooks/useNow';
import { useTranslation } from '../hooks/useTranslation';

/** Open, overdue or closed. */
export function ReviewState(props: {
  review: Pick<AccessReview, 'state' | 'dueAt'>;
}) {
  const { t } = useTranslation();
  const now = useNow();
  const { state, dueAt } = props.review;
  if (state === 'closed') {
    return (
      <StatusPill
        tone="success"
        icon={<RiCheckLine size={14} aria-hidden />}
        label={t('reviews.state.closed')}
      />
    );
  }
  if (Date.parse(dueAt) <= now) {
    return (
      <StatusPill
        tone="danger"
        icon={<RiAlarmWarningLine size={14} aria-hidden />}
        label={t('reviews.state.overdue')}
      />
    );
  }
  return (
    <StatusPill
      tone="info"
      icon={<RiTimeLine size={14} aria-hidden />}
      label={t('reviews.state.open')}
    />
  );
}
