import type { ReactNode } from 'react';
import styles from './Details.module.css';

/** More for those who want it, folded away. */
export function Details(props: { summary: string; children: ReactNode }) {
  return (
    <details className={styles.details}>
      <summary>{props.summary}</summary>
      <div className={styles.body}>{props.children}</div>
    </details>
  );
}
