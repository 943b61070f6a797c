import { RiTerminalBoxLine } from '@remixicon/react';
import { EmptyPanel } from '../../components/EmptyPanel';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './QueryResults.module.css';
import type { QueryScreen } from './useQueryScreen';

// Of objects that every org has, with what people look for first.
const examples = [
  'SELECT Id, Name, StageName, Amount, CloseDate FROM Opportunity WHERE IsClosed = FALSE ORDER BY CloseDate LIMIT 200',
  'SELECT Id, Name, Industry, Owner.Name, (SELECT Id, Name FROM Contacts) FROM Account ORDER BY Name LIMIT 200',
  'SELECT StageName, COUNT(Id), SUM(Amount) FROM Opportunity GROUP BY StageName',
];

/** What the page is for while nothing was run, with queries to start from. */
export function QueryExamples(props: { screen: QueryScreen }) {
  const { t } = useTranslation();
  return (
    <EmptyPanel
      icon={<RiTerminalBoxLine size={32} />}
      title={t('data.startTitle')}
      description={t('data.startText')}
      action={
        <ul className={styles.examples} aria-label={t('data.examples')}>
          {examples.map(query => (
            <li key={query}>
              <button
                type="button"
                className={styles.example}
                onClick={() => props.screen.show(query)}
              >
                {query}
              </button>
            </li>
          ))}
        </ul>
      }
    />
  );
}
