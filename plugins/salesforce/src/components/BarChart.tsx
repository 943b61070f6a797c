import { useLanguage } from '../hooks/useLanguage';
import styles from './BarChart.module.css';

/**
 * Bars with their labels and numbers as a list, so that those who do not see
 * the bars read the same. Pressing one may filter what stands below.
 */
export function BarChart(props: {
  label: string;
  points: Array<{ label: string; value: number; key?: string }>;
  /** Such as EUR; follows the number. */
  unit?: string;
  onPick?: (point: { label: string; value: number; key?: string }) => void;
}) {
  const language = useLanguage();
  const largest = Math.max(...props.points.map(({ value }) => value), 0);
  const inWords = (value: number) =>
    [
      value.toLocaleString(language, { maximumFractionDigits: 2 }),
      ...(props.unit ? [props.unit] : []),
    ].join(' ');
  return (
    <ul className={styles.chart} aria-label={props.label}>
      {props.points.map(point => {
        const share = largest > 0 ? Math.max(point.value, 0) / largest : 0;
        const content = (
          <>
            <span className={styles.name}>{point.label}</span>
            <span className={styles.track} aria-hidden>
              <span
                className={styles.bar}
                style={{ inlineSize: `${share * 100}%` }}
              />
            </span>
            <span className={styles.value}>{inWords(point.value)}</span>
          </>
        );
        return (
          <li key={point.key ?? point.label}>
            {props.onPick ? (
              <button
                type="button"
                className={styles.row}
                onClick={() => props.onPick?.(point)}
              >
                {content}
              </button>
            ) : (
              <span className={styles.row}>{content}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
