import { Button, SearchField, Text } from '@backstage/ui';
import {
  RiAddLine,
  RiBarChartLine,
  RiLayoutColumnLine,
} from '@remixicon/react';
import type {
  Board,
  BoardDefinition,
  InventoryCondition,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useState, type ReactNode } from 'react';
import { EmptyPanel } from '../components/EmptyPanel';
import { ErrorPanel } from '../components/ErrorPanel';
import { SkeletonLines } from '../components/SkeletonLines';
import { useLanguage } from '../hooks/useLanguage';
import { useTranslation } from '../hooks/useTranslation';
import { RowsTable } from '../inventory/RowsTable';
import { SelectionBar } from '../inventory/SelectionBar';
import { useInventoryOrg } from '../inventory/useInventoryOrg';
import { useInventoryStatus } from '../inventory/useInventoryStatus';
import { BoardCharts } from './BoardCharts';
import { BoardHeader } from './BoardHeader';
import styles from './Boards.module.css';
import { ChartDialog } from './ChartDialog';
import { ColumnsDialog } from './ColumnsDialog';
import { FilterChips } from './FilterChips';
import { FilterDialog } from './FilterDialog';
import { useBoardDraft } from './useBoard';
import { useBoardRows } from './useBoardRows';

type Open =
  | { what: 'columns' }
  | { what: 'chart' }
  | { what: 'filter'; at: number | undefined };

/** A board's rows under what narrows them, with charts, and requests for rows. */
export function BoardView(props: {
  /** Undefined for one that is not kept yet. */
  board: Board | undefined;
  kept: BoardDefinition;
  choice?: ReactNode;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { board, kept } = props;
  const { org } = useInventoryOrg();
  const syncing = useInventoryStatus(org?.id);
  const draft = useBoardDraft(kept);
  const { definition, change } = draft;
  const [open, setOpen] = useState<Open>();
  const list = useBoardRows({ org: org?.id, definition });
  const setFilter = (at: number | undefined, condition: InventoryCondition) =>
    change({
      filters:
        at === undefined
          ? [...definition.filters, condition]
          : definition.filters.map((old, index) =>
              index === at ? condition : old,
            ),
    });
  const close = () => setOpen(undefined);
  return (
    <div className={styles.page}>
      <BoardHeader
        board={board}
        draft={draft}
        syncing={syncing}
        org={org}
        search={list.words}
      />
      {props.choice}
      <BoardCharts
        org={org?.id}
        definition={definition}
        search={list.words}
        currency={syncing.status?.currency}
        onFilter={condition => setFilter(undefined, condition)}
        onRemove={at =>
          change({
            charts: definition.charts?.filter((_, index) => index !== at),
          })
        }
      />
      <search className={styles.toolbar}>
        <SearchField
          className={styles.search}
          aria-label={t('boards.search')}
          placeholder={t('boards.searchPlaceholder')}
          value={list.search}
          onChange={list.setSearch}
        />
        <Button
          variant="secondary"
          iconStart={<RiAddLine />}
          onPress={() => setOpen({ what: 'filter', at: undefined })}
        >
          {t('boards.addFilter')}
        </Button>
        <Button
          variant="secondary"
          iconStart={<RiLayoutColumnLine />}
          onPress={() => setOpen({ what: 'columns' })}
        >
          {t('boards.columns')}
        </Button>
        <Button
          variant="secondary"
          iconStart={<RiBarChartLine />}
          onPress={() => setOpen({ what: 'chart' })}
        >
          {t('boards.addChart')}
        </Button>
      </search>
      <FilterChips
        filters={definition.filters}
        fields={list.fields}
        onEdit={at => setOpen({ what: 'filter', at })}
        onRemove={at =>
          change({
            filters: definition.filters.filter((_, index) => index !== at),
          })
        }
      />
      {list.state === 'loading' && (
        <div role="status" aria-label={t('boards.loadingRows')}>
          <SkeletonLines count={10} height={32} />
        </div>
      )}
      {list.state === 'error' && (
        <ErrorPanel error={list.error} retry={list.retry} />
      )}
      {list.state === 'empty' && (
        <EmptyPanel
          title={t('boards.noRows')}
          description={
            list.words || draft.isChanged
              ? t('boards.noRowsDescription')
              : t('boards.noRowsGood')
          }
        />
      )}
      {list.state === 'ready' && (
        <>
          <div className={styles.foot}>
            <Text as="span" color="secondary" role="status">
              {t('boards.rows', {
                count: list.total,
                total: list.total.toLocaleString(language),
              })}
            </Text>
          </div>
          <RowsTable
            label={board?.title ?? t('boards.newTitle')}
            object={definition.object}
            columns={list.columns}
            rows={list.rows}
            total={list.total}
            org={org?.isDefault ? undefined : org?.id}
            currency={syncing.status?.currency}
            sort={definition.sort}
            onSort={sort => change({ sort })}
            selection={list.selection}
            onEnd={list.readOn}
            isBusy={list.outdated}
          />
        </>
      )}
      {list.selectAllError && (
        <ErrorPanel error={list.selectAllError} retry={list.selectAll} />
      )}
      {org && (
        <SelectionBar
          object={definition.object}
          selection={list.selection}
          org={org.id}
          suggested={definition.actions}
          total={list.state === 'ready' ? list.total : undefined}
          onSelectAll={list.selectAll}
          isSelectingAll={list.isSelectingAll}
        />
      )}
      {open?.what === 'columns' && (
        <ColumnsDialog
          object={definition.object}
          columns={definition.columns}
          onChange={columns => change({ columns })}
          onClose={close}
        />
      )}
      {open?.what === 'chart' && (
        <ChartDialog
          object={definition.object}
          onAdd={chart =>
            change({ charts: [...(definition.charts ?? []), chart] })
          }
          onClose={close}
        />
      )}
      {open?.what === 'filter' && (
        <FilterDialog
          object={definition.object}
          condition={
            open.at === undefined ? undefined : definition.filters[open.at]
          }
          onApply={condition => setFilter(open.at, condition)}
          onClose={close}
        />
      )}
    </div>
  );
}
