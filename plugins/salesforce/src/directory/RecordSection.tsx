import { Text } from '@backstage/ui';
import { useId, type ReactNode } from 'react';
import styles from './Record.module.css';

/** A part of a record's page under its heading. */
export function RecordSection(props: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.badges}>
        <Text as="h3" id={id} variant="title-x-small" weight="bold">
          {props.title}
        </Text>
        {props.actions}
      </div>
      {props.children}
    </section>
  );
}
