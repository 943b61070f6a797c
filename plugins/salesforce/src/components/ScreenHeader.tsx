import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './ScreenHeader.module.css';

/**
 * The heading of a screen. Unlike the header of the design system it wraps:
 * a request's title is a sentence and must be read in full on a phone.
 */
export function ScreenHeader(props: {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <Text as="h2" variant="title-small" weight="bold">
          {props.title}
        </Text>
        {props.children}
      </div>
      {props.actions && <div className={styles.actions}>{props.actions}</div>}
    </header>
  );
}
