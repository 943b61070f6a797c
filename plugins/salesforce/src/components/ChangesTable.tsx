import { Text } from '@backstage/ui';
import type { Change } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../hooks/useTranslation';
import styles from './ChangesTable.module.css';
import type { ChangeMarks } from './comparePlans';
import { Details } from './Details';
import { FieldChanges } from './FieldChanges';
import { OutcomeBadge } from './OutcomeBadge';
import { TargetName } from './TargetName';

/** Changes record by record: which one, what happens to it, what became of it. */
export function ChangesTable(props: {
  changes: Change[];
  /** Show what became of each change; left out while nothing has run. */
  withOutcomes?: boolean;
  /** Where these changes differ from those of another plan. */
  marks?: ChangeMarks;
}) {
  const { t } = useTranslation();
  if (props.changes.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('changes.none')}
      </Text>
    );
  }
  return (
    <ul className={styles.list} aria-label={t('changes.caption')}>
      {props.changes.map(change => (
        <li key={change.position} className={styles.row}>
          <TargetName target={change.target} />
          {props.withOutcomes && change.outcome ? (
            <OutcomeBadge outcome={change.outcome} />
          ) : (
            <span />
          )}
          <div className={styles.body}>
            <Text as="p" color="secondary">
              {change.summary}
            </Text>
            {props.marks?.get(change.position)?.alone && (
              <Text as="p" variant="body-small" weight="bold">
                {t('changes.onlyHere')}
              </Text>
            )}
            <FieldChanges
              change={change}
              marked={props.marks?.get(change.position)?.fields}
            />
            {change.error && (
              <div>
                <Text as="p" className={styles.problem}>
                  {change.error.message}
                </Text>
                {change.error.details && (
                  <Details summary={t('blockers.salesforceWords')}>
                    <Text as="p">{change.error.details}</Text>
                  </Details>
                )}
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
