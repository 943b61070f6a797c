import { RiCheckLine, RiCloseLine, RiQuestionLine } from '@remixicon/react';
import type { AccessDecision } from '@salesdesk/backstage-plugin-salesforce-common';
import { StatusPill } from '../components/StatusPill';
import { useTranslation } from '../hooks/useTranslation';

/** What was decided about one row. */
export function DecisionPill(props: { decision: AccessDecision }) {
  const { t } = useTranslation();
  switch (props.decision) {
    case 'keep':
      return (
        <StatusPill
          tone="success"
          icon={<RiCheckLine size={14} aria-hidden />}
          label={t('reviews.kept')}
        />
      );
    case 'revoke':
      return (
        <StatusPill
          tone="danger"
          icon={<RiCloseLine size={14} aria-hidden />}
          label={t('reviews.revoked')}
        />
      );
    default:
      return (
        <StatusPill
          tone="neutral"
          icon={<RiQuestionLine size={14} aria-hidden />}
          label={t('reviews.decisions.pending')}
        />
      );
  }
}
