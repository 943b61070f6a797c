import {
  Button,
  SearchField,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { useNavigate, useParams } from 'react-router-dom';
import { EmptyPanel } from '../components/EmptyPanel';
import { ErrorPanel } from '../components/ErrorPanel';
import { Pager } from '../components/Pager';
import { SkeletonLines } from '../components/SkeletonLines';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { RowsTable } from '../inventory/RowsTable';
import { findSection, sections, type Section } from '../inventory/sections';
import { SelectionBar } from '../inventory/SelectionBar';
import { useInventoryOrg } from '../inventory/useInventoryOrg';
import {
  useInventoryStatus,
  type InventorySyncing,
} from '../inventory/useInventoryStatus';
import { useSelection } from '../inventory/useSelection';
import { NotAllowed } from '../page/NotAllowed';
import styles from './Directory.module.css';
import { DirectoryFrame } from './DirectoryFrame';
import { Facets } from './Facets';
import { useDirectory } from './useDirectory';

/** One list of the directory. */
export function DirectoryPage() {
  const { t } = useTranslation();
  const section = findSection(useParams().section);
  const { org } = useInventoryOrg();
  const syncing = useInventoryStatus(org?.id);
  if (!section) {
    return (
      <NotAllowed
        title={t('error.titleNotFound')}
        description={t('error.nextNotFound')}
      />
    );
  }
  return (
    <DirectoryFrame tab={section.tab} syncing={syncing}>
      <Kinds section={section} />
      {syncing.status && !syncing.status.ready ? (
        <NotReady syncing={syncing} />
      ) : (
        <SectionList key={section.slug} section={section} syncing={syncing} />
      )}
    </DirectoryFrame>
  );
}

/** The lists that share a tab. */
function Kinds(props: { section: Section }) {
  const { t } = useTranslation();
  const links = useLinks();
  const navigate = useNavigate();
  const { section } = props;
  const kinds = sections.filter(({ tab }) => tab === section.tab);
  if (kinds.length < 2) return null;
  return (
    <ToggleButtonGroup
      className={styles.kinds}
      aria-label={t('directory.kinds')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[section.slug]}
      onSelectionChange={keys => {
        const chosen = kinds.find(({ slug }) => keys.has(slug));
        if (chosen) navigate(links.directory(chosen.slug));
      }}
    >
      {kinds.map(({ slug }) => (
        <ToggleButton key={slug} id={slug}>
          {t(`directory.kind.${slug}` as 'directory.kind.tokens')}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function NotReady(props: { syncing: InventorySyncing }) {
  const { t } = useTranslation();
  const { status, mayStart, start, isStarting } = props.syncing;
  const runs = status?.openSync !== undefined;
  return (
    <EmptyPanel
      title={runs ? t('directory.firstSync') : t('directory.notSynced')}
      description={t('directory.notSyncedDescription')}
      action={
        mayStart &&
        !runs && (
          <Button
            variant="primary"
            iconStart={<RiRefreshLine />}
            isPending={isStarting}
            onPress={start}
          >
            {t('inventory.syncNow')}
          </Button>
        )
      }
    />
  );
}

function SectionList(props: { section: Section; syncing: InventorySyncing }) {
  const { t } = useTranslation();
  const { section, syncing } = props;
  const { org } = useInventoryOrg();
  const { filtering, list, description } = useDirectory(section);
  const selection = useSelection();
  const state = syncing.status?.objects.find(
    ({ object }) => object === section.object,
  );
  if (state && !state.available) {
    return (
      <EmptyPanel
        title={t('directory.unavailable', { what: state.label })}
        description={state.problem}
      />
    );
  }
  const label = t(`directory.kind.${section.slug}` as 'directory.kind.users');
  return (
    <div className={styles.layout} data-facets={section.facets.length > 0}>
      {section.facets.length > 0 && <Facets filtering={filtering} />}
      <div className={styles.main}>
        <search className={styles.toolbar}>
          <SearchField
            className={styles.search}
            aria-label={t('directory.search', { what: label })}
            placeholder={t('directory.searchPlaceholder')}
            value={filtering.filter.q}
            onChange={filtering.search}
          />
          {filtering.isNarrowed && (
            <Button variant="tertiary" onPress={filtering.clear}>
              {t('directory.clear')}
            </Button>
          )}
        </search>
        {list.state === 'loading' && (
          <div role="status" aria-label={t('directory.loading')}>
            <SkeletonLines count={12} height={32} />
          </div>
        )}
        {list.state === 'error' && (
          <ErrorPanel error={list.error} retry={list.retry} />
        )}
        {list.state === 'empty' && (
          <EmptyPanel
            title={
              filtering.isNarrowed
                ? t('directory.noneFound')
                : t('directory.empty', { what: label })
            }
            action={
              filtering.isNarrowed && (
                <Button variant="secondary" onPress={filtering.clear}>
                  {t('directory.clear')}
                </Button>
              )
            }
          />
        )}
        {list.state === 'ready' && (
          <>
            <RowsTable
              label={label}
              object={section.object}
              columns={list.columns}
              rows={list.rows}
              total={list.total}
              org={org?.isDefault ? undefined : org?.id}
              currency={syncing.status?.currency}
              sort={filtering.filter.sort}
              onSort={filtering.sort}
              selection={
                list.rows.some(({ target }) => target) ? selection : undefined
              }
              isBusy={list.outdated}
            />
            <div className={styles.foot}>
              <Text as="span" color="secondary" role="status">
                {list.total !== undefined &&
                  t('directory.total', { count: list.total })}
              </Text>
              <Pager {...list.paging} />
            </div>
          </>
        )}
        {org && description && (
          <SelectionBar
            object={section.object}
            selection={selection}
            org={org.id}
          />
        )}
      </div>
    </div>
  );
}
