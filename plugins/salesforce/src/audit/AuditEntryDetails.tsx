import { Text } from '@backstage/ui';
import type { AuditEntry } from '@salesdesk/backstage-plugin-salesforce-common';
import { Details } from '../components/Details';
import { FieldChanges } from '../components/FieldChanges';
import { exactTime } from '../components/relativeTime';
import { useLanguage } from '../hooks/useLanguage';
import { useTranslation } from '../hooks/useTranslation';
import styles from './AuditEntryDetails.module.css';
import { changesOf, factsOf } from './entryFacts';

/** Before and after, the facts, everything that was recorded, and its place in the chain. */
export function AuditEntryDetails(props: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { entry } = props;
  const changes = changesOf(entry);
  const facts = factsOf(entry);
  return (
    <div className={styles.details}>
      {changes.length > 0 && (
        <ul className={styles.changes} aria-label={t('audit.whatChanged')}>
          {changes.map(change => (
            <li key={change.key}>
              {change.summary && <Text as="p">{change.summary}</Text>}
              <FieldChanges change={change} />
              {change.problem && (
                <Text as="p" color="danger">
                  {change.problem}
                </Text>
              )}
            </li>
          ))}
        </ul>
      )}
      <dl className={styles.facts} aria-label={t('audit.facts')}>
        <dt>{t('audit.exactTime')}</dt>
        <dd>{exactTime(Date.parse(entry.at), language)}</dd>
        {facts.map(({ name, value }) => [
          <dt key={`${name}-name`}>{name}</dt>,
          <dd key={name}>{value}</dd>,
        ])}
      </dl>
      <Details summary={t('audit.recorded')}>
        <pre className={styles.data}>
          {JSON.stringify(entry.data, undefined, 2)}
        </pre>
      </Details>
      <Details summary={t('audit.proof')}>
        <dl className={styles.facts}>
          <dt>{t('audit.hash')}</dt>
          <dd className={styles.hash}>{entry.hash}</dd>
          <dt>{t('audit.previousHash')}</dt>
          <dd className={styles.hash}>{entry.previousHash}</dd>
        </dl>
      </Details>
    </div>
  );
}
