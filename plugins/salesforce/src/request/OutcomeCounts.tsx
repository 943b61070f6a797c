import { Text } from '@backstage/ui';
import type { ChangeOutcome } from '@salesdesk/backstage-plugin-salesforce-common';
import { OutcomeBadge } from '../components/OutcomeBadge';
import { useTranslation } from '../hooks/useTranslation';
import styles from './RequestPage.module.css';

/** The order in which outcomes matter. */
export const outcomes: ChangeOutcome[] = [
  'failed',
  'unknown',
  'pending',
  'applied',
  'already_there',
  'skipped',
];

/** How many changes there are, and how many of each outcome. */
export function OutcomeCounts(props: {
  outcomes: Record<string, number>;
  total: number;
}) {
  const { t } = useTranslation();
  return (
    <ul className={styles.outcomes} aria-label={t('request.outcomes')}>
      <li>
        <Text as="span">{t('changes.total', { count: props.total })}</Text>
      </li>
      {outcomes
        .filter(outcome => props.outcomes[outcome])
        .map(outcome => (
          <li key={outcome}>
            <Text as="span">{props.outcomes[outcome]}</Text>
            <OutcomeBadge outcome={outcome} />
          </li>
        ))}
    </ul>
  );
}
