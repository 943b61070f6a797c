import { Text } from '@backstage/ui';
import { RiArrowRightSLine, RiCloudLine } from '@remixicon/react';
import type { AuditEntry } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { PersonChip } from '../components/PersonChip';
import { RelativeTime } from '../components/RelativeTime';
import { useLanguage } from '../hooks/useLanguage';
import { useTranslation } from '../hooks/useTranslation';
import styles from './AuditEntryRow.module.css';
import { AuditEntryDetails } from './AuditEntryDetails';
import { entryTypeInWords } from './entryTypes';

/** One entry on a line; before and after when it is opened. */
export function AuditEntryRow(props: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { entry } = props;
  const [open, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={event => setOpen(event.currentTarget.open)}>
        <summary className={styles.line}>
          <RiArrowRightSLine
            size={16}
            className={styles.marker}
            data-open={open ? '' : undefined}
            aria-hidden
          />
          <Text
            as="span"
            variant="body-small"
            color="secondary"
            className={styles.sequence}
          >
            {entry.sequence.toLocaleString(language)}
          </Text>
          <span className={styles.words}>
            <Text as="span">{entry.summary}</Text>
            <span className={styles.facts}>
              <Actor entry={entry} />
              <Text as="span" variant="body-small" color="secondary">
                {entryTypeInWords(entry.type, t)}
              </Text>
            </span>
          </span>
          <Text
            as="span"
            variant="body-small"
            color="secondary"
            className={styles.time}
          >
            <RelativeTime at={entry.at} />
          </Text>
        </summary>
        {open && <AuditEntryDetails entry={entry} />}
      </details>
    </li>
  );
}

function Actor(props: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const { actor, actorPerson } = props.entry;
  if (actorPerson) return <PersonChip person={actorPerson} plain />;
  if (actor === 'plugin:salesforce') {
    return (
      <Text as="span" className={styles.salesdesk}>
        <RiCloudLine size={16} aria-hidden /> {t('audit.salesdesk')}
      </Text>
    );
  }
  return <Text as="span">{actor}</Text>;
}
