import { Text } from '@backstage/ui';
import styles from './UsageBar.module.css';

export type UsageTone = 'ok' | 'warning' | 'danger';

/** How much of something is used up: the words, and a bar that shows the same. */
export function UsageBar(props: {
  label: string;
  /** The numbers as people read them, e.g. "122 of 130 used". */
  words: string;
  used: number;
  total: number;
  tone?: UsageTone;
}) {
  const { label, words, used, total, tone = 'ok' } = props;
  const share = total > 0 ? Math.min(Math.max(used / total, 0), 1) : 0;
  return (
    <div className={styles.usage}>
      <div className={styles.words}>
        <Text as="span" variant="body-small">
          {label}
        </Text>
        <Text
          as="span"
          variant="body-small"
          color="secondary"
          className={styles.numbers}
        >
          {words}
        </Text>
      </div>
      <div
        className={styles.bar}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={Math.min(used, total)}
        aria-valuetext={words}
      >
        <div
          className={styles.fill}
          data-tone={tone}
          style={{ inlineSize: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}

/** The tone of a pool that fills up: from 90 % on it is tight, when full it blocks. */
export function toneOfPool(used: number, total: number): UsageTone {
  if (total > 0 && used >= total) return 'danger';
  return total > 0 && used / total >= 0.9 ? 'warning' : 'ok';
}
