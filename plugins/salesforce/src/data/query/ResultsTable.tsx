import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { isNumeric } from '../../assistant/blocks/cells';
import { scrollableByKeyboard } from '../../components/scrollableByKeyboard';
import { useLanguage } from '../../hooks/useLanguage';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { ChildRecordsDialog } from './ChildRecordsDialog';
import type { ChildRecords } from './childRecords';
import { columnWidths, type Column } from './columnWidths';
import type { Row } from './queryRun';
import type { RecordLinks } from './recordLinks';
import { ResultsRow, type RowFrame } from './ResultsRow';
import styles from './ResultsTable.module.css';
import type { RowOrder } from './shownRows';

const ROW_HEIGHT = 36;

/** @see ResultsTable */
export interface ResultsTableProps {
  columns: Column[];
  rows: readonly Row[];
  order: RowOrder | undefined;
  onOrder(order: RowOrder | undefined): void;
  links: RecordLinks;
  orgInPath: string;
  /** Lightning link with {id} in place of the id. */
  recordUrl: string | undefined;
}

/** Any number of rows, of which only those in view are drawn. */
export function ResultsTable(props: ResultsTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const pages = useLinks();
  const { columns, rows, links, orgInPath, recordUrl } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [children, setChildren] = useState<ChildRecords>();
  // The first rows tell; columns must not jump while more rows come.
  const [widths] = useState(() => columnWidths(columns, rows.slice(0, 50)));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const template = `2.75rem ${widths
    .map((width, index) =>
      index === widths.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`,
    )
    .join(' ')}`;
  // one and the same while one scrolls, so that rows in view stay as they are
  const frame = useMemo(
    (): RowFrame => ({
      columns,
      template,
      links,
      pages,
      orgInPath,
      recordUrl,
      language,
      t,
      onChildren: setChildren,
    }),
    [columns, template, links, pages, orgInPath, recordUrl, language, t],
  );
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="group"
      aria-label={t('data.resultsTable')}
      {...scrollableByKeyboard}
    >
      <div
        role="table"
        aria-label={t('data.resultsTable')}
        aria-rowcount={rows.length + 1}
        className={styles.table}
      >
        <div role="rowgroup" className={styles.head}>
          <div
            role="row"
            aria-rowindex={1}
            className={styles.row}
            style={{ gridTemplateColumns: template }}
          >
            <span role="columnheader" className={styles.number}>
              {t('data.number')}
            </span>
            {columns.map(column => (
              <HeaderCell key={column.name} {...props} column={column} />
            ))}
          </div>
        </div>
        <div
          role="rowgroup"
          className={styles.body}
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map(({ index, start }) => (
            <ResultsRow
              key={index}
              row={rows[index]}
              index={index}
              start={start}
              frame={frame}
            />
          ))}
        </div>
      </div>
      {children && (
        <ChildRecordsDialog
          {...children}
          links={props.links}
          orgInPath={props.orgInPath}
          onClose={() => setChildren(undefined)}
        />
      )}
    </div>
  );
}

function HeaderCell(props: ResultsTableProps & { column: Column }) {
  const { t } = useTranslation();
  const { column, order, onOrder } = props;
  const direction = order?.column === column.name ? order.direction : undefined;
  const next = () => {
    if (!direction) {
      onOrder({ column: column.name, direction: 'ascending' });
    } else if (direction === 'ascending') {
      onOrder({ column: column.name, direction: 'descending' });
    } else {
      onOrder(undefined);
    }
  };
  return (
    <span
      role="columnheader"
      aria-sort={direction ?? 'none'}
      className={styles.header}
      data-numeric={isNumeric(column.type) || undefined}
    >
      <button
        type="button"
        className={styles.sort}
        title={t('data.sortBy', { column: column.name })}
        onClick={next}
      >
        <span className={styles.words}>{column.label}</span>
        {direction === 'ascending' && <RiArrowUpLine size={14} aria-hidden />}
        {direction === 'descending' && (
          <RiArrowDownLine size={14} aria-hidden />
        )}
      </button>
    </span>
  );
}
