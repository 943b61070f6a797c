import { Checkbox } from '@backstage/ui';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import type { InventoryField } from '@salesdesk/backstage-plugin-salesforce-common';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import { scrollableByKeyboard } from '../components/scrollableByKeyboard';
import { useTranslation } from '../hooks/useTranslation';
import type { InventorySort } from './InventoryQuestion';
import type { InventoryRow } from './inventoryRow';
import styles from './RowsTable.module.css';
import { TableRow, type TableRowProps } from './TableRow';
import type { Selection } from './useSelection';

/** From so many rows on, only those in view are drawn. */
const VIRTUAL_FROM = 100;
const ROW_HEIGHT = 44;
const ROWS_AHEAD = 12;
/** Widths in rem. */
const PICK_WIDTH = 2.75;
const ACTION_WIDTH = 9;

export interface RowsTableProps {
  /** What the table lists, for those who do not see it. */
  label: string;
  object: string;
  columns: InventoryField[];
  rows: InventoryRow[];
  /** Of all rows, where more are to come. */
  total?: number;
  org?: string;
  currency?: string;
  sort?: InventorySort;
  onSort?(sort: InventorySort): void;
  selection?: Selection;
  /** What can be done with one row; in the last column. */
  actionOf?(row: InventoryRow): ReactNode;
  /** The end of the rows comes into view. */
  onEnd?(): void;
  isBusy?: boolean;
}

/**
 * Records as a table. Ten thousand rows are no more work than thirty: only
 * those in view are drawn. On narrow screens each row is a small card.
 */
export function RowsTable(props: RowsTableProps) {
  const { t } = useTranslation();
  const { columns, rows, selection, actionOf, onEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const isVirtual = rows.length >= VIRTUAL_FROM;
  const virtualizer = useVirtualizer({
    count: isVirtual ? rows.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: index => rows[index]?.id ?? index,
    overscan: ROWS_AHEAD,
  });
  const shown = virtualizer.getVirtualItems();
  const lastShown = shown[shown.length - 1]?.index ?? 0;
  useEffect(() => {
    if (isVirtual && lastShown >= rows.length - VIRTUAL_FROM / 2) onEnd?.();
  }, [isVirtual, lastShown, rows.length, onEnd]);

  // Another order, or other filters: from the beginning.
  const firstId = rows[0]?.id;
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [firstId]);

  const widths = columns.map(widthOf);
  const template = [
    ...(selection ? [`${PICK_WIDTH}rem`] : []),
    ...widths.map(({ least, share }) => `minmax(${least}rem, ${share}fr)`),
    ...(actionOf ? [`${ACTION_WIDTH}rem`] : []),
  ].join(' ');
  const least =
    widths.reduce((sum, width) => sum + width.least, 0) +
    (selection ? PICK_WIDTH : 0) +
    (actionOf ? ACTION_WIDTH : 0);
  const all = rows.length > 0 && rows.every(({ id }) => selection?.has(id));
  const some = rows.some(({ id }) => selection?.has(id));
  const rowProps = (row: InventoryRow, index: number): TableRowProps => ({
    row,
    index,
    columns,
    object: props.object,
    org: props.org,
    currency: props.currency,
    isSelected: selection?.has(row.id),
    onToggle: selection?.toggle,
    actionOf,
  });
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      data-virtual={isVirtual}
      role="group"
      aria-label={props.label}
      {...scrollableByKeyboard}
    >
      <div
        role="table"
        aria-label={props.label}
        aria-rowcount={(props.total ?? rows.length) + 1}
        aria-busy={props.isBusy}
        className={styles.table}
        style={
          { '--columns': template, '--least': `${least}rem` } as CSSProperties
        }
      >
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row}>
            {selection && (
              <span role="columnheader" className={styles.cell}>
                <Checkbox
                  aria-label={t('inventory.selectShown')}
                  isSelected={all}
                  isIndeterminate={some && !all}
                  onChange={() =>
                    all ? selection.remove(rows) : selection.add(rows)
                  }
                />
              </span>
            )}
            {columns.map(column => (
              <ColumnHead key={column.id} column={column} {...props} />
            ))}
            {actionOf && (
              <span role="columnheader" className={styles.cell}>
                {t('inventory.actions')}
              </span>
            )}
          </div>
        </div>
        {isVirtual ? (
          <div
            role="rowgroup"
            className={styles.body}
            style={{ height: virtualizer.getTotalSize() }}
          >
            {shown.map(({ key, index, start }) => (
              <div
                key={key}
                role="presentation"
                ref={virtualizer.measureElement}
                data-index={index}
                className={styles.place}
                style={{ transform: `translateY(${start}px)` }}
              >
                <TableRow {...rowProps(rows[index], index)} />
              </div>
            ))}
          </div>
        ) : (
          <div role="rowgroup" className={styles.body}>
            {rows.map((row, index) => (
              <TableRow key={row.id} {...rowProps(row, index)} />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

function ColumnHead(
  props: Pick<RowsTableProps, 'sort' | 'onSort'> & { column: InventoryField },
) {
  const { column, sort, onSort } = props;
  const direction =
    sort?.field === column.id
      ? (sort.descending && 'descending') || 'ascending'
      : undefined;
  return (
    <span
      role="columnheader"
      aria-sort={direction ?? (onSort ? 'none' : undefined)}
      className={styles.cell}
      data-type={column.type}
    >
      {onSort ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() =>
            onSort({ field: column.id, descending: direction === 'ascending' })
          }
        >
          {column.label}
          {direction === 'ascending' && <RiArrowUpLine size={14} aria-hidden />}
          {direction === 'descending' && (
            <RiArrowDownLine size={14} aria-hidden />
          )}
        </button>
      ) : (
        column.label
      )}
    </span>
  );
}

/** The least width of a column in rem, and its share of what is left. */
function widthOf(
  column: InventoryField,
  index: number,
): { least: number; share: number } {
  switch (column.type) {
    case 'number':
      return { least: 7, share: 0.6 };
    case 'boolean':
      return { least: 6.5, share: 0.6 };
    case 'time':
      return { least: 7, share: 0.7 };
    default:
      if (/(username|email)$/i.test(column.id)) {
        return { least: 11, share: 1.6 };
      }
      if (/(display|description|permissions)$/.test(column.id)) {
        return { least: 14, share: 3 };
      }
      if (index === 0) return { least: 10, share: 1.4 };
      return column.id.endsWith('state')
        ? { least: 6, share: 0.7 }
        : { least: 8, share: 1.2 };
  }
}
