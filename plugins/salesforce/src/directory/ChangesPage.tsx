import { useApi } from '@backstage/frontend-plugin-api';
import { Select, Text } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { useCursorPages } from '../api/useCursorPages';
import { EmptyPanel } from '../components/EmptyPanel';
import { ErrorPanel } from '../components/ErrorPanel';
import { Pager } from '../components/Pager';
import { SkeletonLines } from '../components/SkeletonLines';
import { screenStateOf } from '../hooks/ScreenState';
import { useTranslation } from '../hooks/useTranslation';
import { useInventoryOrg } from '../inventory/useInventoryOrg';
import { useInventoryStatus } from '../inventory/useInventoryStatus';
import { ChangeList } from './ChangesOf';
import styles from './Directory.module.css';
import { DirectoryFrame } from './DirectoryFrame';

const PAGE_SIZE = 50;
const ANY = 'any';

/** What syncs found changed: of one sync, or since half a year. */
export function ChangesPage() {
  const { t } = useTranslation();
  const { org } = useInventoryOrg();
  const syncing = useInventoryStatus(org?.id);
  const { sync, object, choose, list, paging } = useChanges(org?.id);
  const objects = syncing.status?.objects ?? [];
  return (
    <DirectoryFrame syncing={syncing}>
      <div className={styles.main}>
        <div className={styles.toolbar}>
          <Text as="h3" variant="title-x-small" weight="bold">
            {sync ? t('directory.changesOfSync') : t('directory.allChanges')}
          </Text>
          <Select
            className={styles.choice}
            aria-label={t('directory.ofWhat')}
            options={[
              { id: ANY, label: t('directory.anyObject') },
              ...objects.map(({ object: id, label }) => ({ id, label })),
            ]}
            value={object ?? ANY}
            onChange={chosen =>
              choose({ object: chosen === ANY ? undefined : String(chosen) })
            }
          />
          <Select
            className={styles.choice}
            aria-label={t('directory.sinceWhen')}
            options={[
              ...(syncing.status?.lastSync
                ? [
                    {
                      id: syncing.status.lastSync.id,
                      label: t('directory.lastSync'),
                    },
                  ]
                : []),
              { id: ANY, label: t('directory.allSyncs') },
            ]}
            value={sync ?? ANY}
            onChange={chosen =>
              choose({ sync: chosen === ANY ? undefined : String(chosen) })
            }
          />
        </div>
        {list.state === 'loading' && (
          <div role="status" aria-label={t('directory.loading')}>
            <SkeletonLines count={8} height={28} />
          </div>
        )}
        {list.state === 'error' && (
          <ErrorPanel error={list.error} retry={list.retry} />
        )}
        {list.state === 'empty' && (
          <EmptyPanel
            title={t('directory.nothingChanged')}
            description={t('directory.nothingChangedDescription')}
          />
        )}
        {list.state === 'ready' && (
          <>
            <ChangeList
              changes={list.changes}
              label={t('directory.changes')}
              withNames
            />
            <Pager {...paging} />
          </>
        )}
      </div>
    </DirectoryFrame>
  );
}

function useChanges(org: string | undefined) {
  const { client } = useApi(salesforceApiRef);
  const [search, setSearch] = useSearchParams();
  const sync = search.get('sync') ?? undefined;
  const object = search.get('object') ?? undefined;
  const { query, ...paging } = useCursorPages({
    queryKey: queryKeys.inventoryPart(org, 'changes', { sync, object }),
    enabled: org !== undefined,
    fetchPage: ({ cursor, signal }) =>
      answerOf(
        client.GET('/inventory/{org}/changes', {
          params: {
            path: { org: org ?? '' },
            query: { sync, object, cursor, limit: PAGE_SIZE },
          },
          signal,
        }),
      ),
  });
  const choose = (part: { sync?: string; object?: string }) =>
    setSearch(
      before => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(part)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return {
    sync,
    object,
    choose,
    paging,
    list: screenStateOf(query, page =>
      page.items.length > 0 || paging.hasPrevious
        ? { changes: page.items }
        : undefined,
    ),
  };
}
