import { Link, Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import { Details } from '../../components/Details';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './Blocks.module.css';

/** What stands below an answer: to what it was restricted, notes, the query. */
export function BlockNotes(props: {
  query?: string;
  restrictedTo?: string;
  notes?: string[];
  /** On the Data page there is no need to lead there. */
  isInData?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const links = useLinks();
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
      {props.query && !props.isInData && (
        <Text as="p" variant="body-small">
          <Link href={links.data({ query: props.query })}>
            {t('data.openInData')}
          </Link>
        </Text>
      )}
    </div>
  );
}
