import { Button, Link, Text } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { ErrorPanel } from '../components/ErrorPanel';
import { RelativeTime } from '../components/RelativeTime';
import { useLanguage } from '../hooks/useLanguage';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import styles from './SyncState.module.css';
import type { InventorySyncing } from './useInventoryStatus';

/** How old the inventory is, what the last sync found, and a way to sync now. */
export function SyncState(props: { syncing: InventorySyncing; org?: string }) {
  const { t } = useTranslation();
  const { status, mayStart, start, isStarting, startError } = props.syncing;
  if (!status) return null;
  const open = status.openSync;
  return (
    <div className={styles.sync}>
      <div className={styles.line}>
        <div className={styles.words} role="status">
          {open ? (
            <Progress open={open} />
          ) : (
            <LastSync status={status} org={props.org} />
          )}
        </div>
        {mayStart && (
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiRefreshLine />}
            isPending={isStarting}
            isDisabled={open !== undefined}
            onPress={start}
          >
            {t('inventory.syncNow')}
          </Button>
        )}
      </div>
      {Boolean(startError) && <ErrorPanel error={startError} retry={start} />}
    </div>
  );
}

type Status = NonNullable<InventorySyncing['status']>;

function Progress(props: { open: NonNullable<Status['openSync']> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { open } = props;
  const reading = open.steps.find(({ state }) => state === 'reading');
  const words =
    open.state === 'waiting'
      ? open.problem ?? t('inventory.syncWaits')
      : t('inventory.syncing', {
          what: reading?.label ?? t('inventory.syncBegins'),
          rows: open.rows.toLocaleString(language),
        });
  return (
    <>
      <Text as="span" variant="body-small">
        {words}
      </Text>
      <progress
        className={styles.progress}
        max={1}
        value={open.progress}
        aria-label={t('inventory.syncProgress')}
      />
    </>
  );
}

function LastSync(props: { status: Status; org?: string }) {
  const { t } = useTranslation();
  const links = useLinks();
  const { status, org } = props;
  const last = status.lastSync;
  if (!status.syncedAt || !last) {
    return (
      <Text as="span" variant="body-small" color="secondary">
        {t('inventory.neverSynced')}
      </Text>
    );
  }
  const changes = last.added + last.changed + last.removed;
  // Of the first there is nothing to compare with.
  const isFirst = last.added > 0 && last.added === last.rows;
  const search = new URLSearchParams({ sync: last.id, ...(org && { org }) });
  return (
    <>
      <Text as="span" variant="body-small" color="secondary">
        {t('inventory.synced')} <RelativeTime at={status.syncedAt} />
      </Text>
      {isFirst ? (
        <Text as="span" variant="body-small" color="secondary">
          {t('inventory.recordsRead', { count: last.rows })}
        </Text>
      ) : (
        <Link
          href={`${links.directory('changes')}?${search}`}
          variant="body-small"
        >
          {t('inventory.changesOfSync', { count: changes })}
        </Link>
      )}
    </>
  );
}
