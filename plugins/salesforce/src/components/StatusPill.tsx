import type { ReactElement } from 'react';
import styles from './StatusPill.module.css';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** A status as a word, a colour and an icon, so that none of them is needed alone. */
export function StatusPill(props: {
  tone: Tone;
  icon: ReactElement;
  label: string;
}) {
  return (
    <span className={styles.pill} data-tone={props.tone}>
      {props.icon}
      {props.label}
    </span>
  );
}
