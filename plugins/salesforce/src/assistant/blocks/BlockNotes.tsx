import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import { Details } from '../../components/Details';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './Blocks.module.css';

/** What stands below an answer: to what it was restricted, notes, the query. */
export function BlockNotes(props: {
  query?: string;
  restrictedTo?: string;
  notes?: string[];
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <div className={styles.notes}>
      {props.restrictedTo && (
        <Text as="p" variant="body-small" color="secondary">
          {t('assistant.table.restricted', { restriction: props.restrictedTo })}
        </Text>
      )}
      {props.notes?.map(note => (
        <Text as="p" variant="body-small" color="secondary" key={note}>
          {note}
        </Text>
      ))}
      {props.children}
      {props.query && (
        <Details summary={t('assistant.table.query')}>
          <pre className={styles.query}>{props.query}</pre>
        </Details>
      )}
    </div>
  );
}
