import { Button, Link, Text } from '@backstage/ui';
import { useState } from 'react';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { AuditEntryRow } from './AuditEntryRow';
import styles from './AuditGroups.module.css';
import type { EntryGroup } from './groupEntries';
import { titleOfGroup } from './titleOfGroup';

/** More of a group than this is folded away. */
const SHOWN = 6;

/** Whether something was done; the page of the request knows whether it can be undone. */
function isUndoable({ entries }: EntryGroup): boolean {
  return (
    entries.some(({ type }) =>
      ['request.succeeded', 'request.partly_failed'].includes(type),
    ) && !entries.some(({ type }) => type === 'request.undone')
  );
}

/** What was recorded about one request, or one entry that stands alone. */
export function AuditGroup(props: { group: EntryGroup; actionTitle?: string }) {
  const { t } = useTranslation();
  const links = useLinks();
  const { group, actionTitle } = props;
  const { requestId, entries } = group;
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, SHOWN);
  const hidden = entries.length - shown.length;
  const title =
    requestId &&
    (titleOfGroup(group) ??
      actionTitle ??
      t('audit.requestUnnamed', { id: requestId }));
  return (
    <section className={styles.group} aria-label={title || undefined}>
      {requestId && (
        <header className={styles.head}>
          <Text as="h3" variant="body-medium" weight="bold">
            {title}
          </Text>
          <div className={styles.links}>
            <Text as="span" variant="body-small" color="secondary">
              {t('audit.group', { count: entries.length })}
            </Text>
            <Link href={links.request(requestId)} variant="body-small">
              {t('audit.openRequest')}
            </Link>
            {isUndoable(group) && (
              <Link
                href={links.request(requestId, 'undo')}
                variant="body-small"
              >
                {t('audit.undo')}
              </Link>
            )}
            <Link
              href={`${links.audit()}?request=${encodeURIComponent(requestId)}`}
              variant="body-small"
            >
              {t('audit.onlyThis')}
            </Link>
          </div>
        </header>
      )}
      <ol className={styles.entries}>
        {shown.map(entry => (
          <AuditEntryRow key={entry.sequence} entry={entry} />
        ))}
      </ol>
      {hidden > 0 && (
        <div className={styles.earlier}>
          <Button variant="tertiary" size="small" onPress={() => setAll(true)}>
            {t('audit.showEarlier', { count: hidden })}
          </Button>
        </div>
      )}
    </section>
  );
}
