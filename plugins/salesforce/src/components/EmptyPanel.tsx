import { Text } from '@backstage/ui';
import type { ReactElement, ReactNode } from 'react';
import styles from './EmptyPanel.module.css';

/** What this place is for, and the one thing to do. */
export function EmptyPanel(props: {
  title: string;
  description?: string;
  icon?: ReactElement;
  action?: ReactNode;
}) {
  return (
    <div className={styles.panel}>
      {props.icon && (
        <span className={styles.icon} aria-hidden>
          {props.icon}
        </span>
      )}
      <Text as="p" variant="body-large" weight="bold">
        {props.title}
      </Text>
      {props.description && (
        <Text as="p" color="secondary">
          {props.description}
        </Text>
      )}
      {props.action}
    </div>
  );
}
