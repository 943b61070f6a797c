import { Text } from '@backstage/ui';
import { RiTimerLine } from '@remixicon/react';
import { useNow } from '../hooks/useNow';
import { useTranslation } from '../hooks/useTranslation';
import styles from './Countdown.module.css';
import { RelativeTime } from './RelativeTime';

/** Within this time what is left is said loudly. */
const SOON = 24 * 60 * 60 * 1000;

/** How much time is left for a decision; it counts down by itself. */
export function Countdown(props: { until: string; short?: boolean }) {
  const { t } = useTranslation();
  const now = useNow();
  const left = Date.parse(props.until) - now;
  return (
    <Text
      as="span"
      className={styles.countdown}
      data-soon={left < SOON ? '' : undefined}
      color={left < SOON ? 'warning' : 'secondary'}
    >
      <RiTimerLine size={16} aria-hidden />
      <span>
        {props.short ? t('request.timeLeftShort') : t('request.timeLeft')}{' '}
        <RelativeTime at={props.until} />
      </span>
    </Text>
  );
}
