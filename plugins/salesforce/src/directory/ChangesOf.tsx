import { Text } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import type { InventoryChange } from '@salesdesk/backstage-plugin-salesforce-common';
import { RelativeTime } from '../components/RelativeTime';
import { useTranslation } from '../hooks/useTranslation';
import styles from './Record.module.css';
import { RecordSection } from './RecordSection';

/** What syncs found changed about a record. */
export function ChangesOf(props: { changes: InventoryChange[] }) {
  const { t } = useTranslation();
  // That it was found at first says nothing of the org.
  const changes = props.changes.filter(
    ({ kind, fields }) => kind !== 'changed' || fields.length > 0,
  );
  return (
    <RecordSection title={t('directory.changes')}>
      {changes.length === 0 ? (
        <Text as="p" color="secondary">
          {t('directory.noChanges')}
        </Text>
      ) : (
        <ChangeList changes={changes} label={t('directory.changes')} />
      )}
    </RecordSection>
  );
}

export function ChangeList(props: {
  changes: InventoryChange[];
  label: string;
  withNames?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <ul className={styles.list} aria-label={props.label}>
      {props.changes.map((change, index) => (
        <li key={`${change.recordId}-${index}`} className={styles.item}>
          <span className={styles.words}>
            <span>
              <strong>{t(`directory.changed.${change.kind}`)}</strong>
              {props.withNames &&
                ` · ${change.objectLabel} ${change.label ?? change.recordId}`}
            </span>
            {change.fields.map(({ label, before, after }) => (
              <Text as="span" variant="body-small" key={label}>
                {label}: {before ?? t('changes.empty')}{' '}
                <RiArrowRightLine size={14} aria-label={t('directory.to')} />{' '}
                {after ?? t('changes.empty')}
              </Text>
            ))}
          </span>
          <Text as="span" variant="body-small" color="secondary">
            <RelativeTime at={change.at} />
          </Text>
        </li>
      ))}
    </ul>
  );
}
