import { Link } from '@backstage/ui';
import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiExternalLinkLine,
} from '@remixicon/react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { cellInWords, isNumeric, valueAt } from '../../assistant/blocks/cells';
import { scrollableByKeyboard } from '../../components/scrollableByKeyboard';
import { useLanguage } from '../../hooks/useLanguage';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { ChildRecordsDialog } from './ChildRecordsDialog';
import { childRecordsIn, type ChildRecords } from './childRecords';
import { columnWidths, type Column } from './columnWidths';
import type { Row } from './queryRun';
import type { RecordLinks } from './recordLinks';
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
  const { columns, rows } = props;
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
  const template = {
    gridTemplateColumns: `2.75rem ${widths
      .map((width, index) =>
        index === widths.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`,
      )
      .join(' ')}`,
  };
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
            style={template}
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
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              className={styles.row}
              data-odd={index % 2 === 1 || undefined}
              style={{ ...template, transform: `translateY(${start}px)` }}
            >
              <span role="rowheader" className={styles.number}>
                {index + 1}
              </span>
              {columns.map(column => (
                <BodyCell
                  key={column.name}
                  row={rows[index]}
                  column={column}
                  links={props.links}
                  orgInPath={props.orgInPath}
                  recordUrl={props.recordUrl}
                  onChildren={setChildren}
                />
              ))}
            </div>
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

function BodyCell(props: {
  row: Row;
  column: Column;
  links: RecordLinks;
  orgInPath: string;
  recordUrl: string | undefined;
  onChildren(children: ChildRecords): void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const pages = useLinks();
  const { row, column, orgInPath, recordUrl } = props;
  const value = valueAt(row, column.name);
  const children = childRecordsIn(value, column.label);
  if (children) {
    return (
      <span role="cell" className={styles.cell}>
        {children.total > 0 && (
          <button
            type="button"
            className={styles.children}
            onClick={() => props.onChildren(children)}
          >
            {t('data.children', { count: children.total })}
          </button>
        )}
        <span className={styles.words}>{children.names}</span>
      </span>
    );
  }
  const words = cellInWords({ value, type: column.type, language, t });
  const linked = words ? props.links.of(row, column) : undefined;
  const isOwn = linked !== undefined && linked.id === row.Id;
  return (
    <span
      role="cell"
      className={styles.cell}
      title={words}
      data-numeric={isNumeric(column.type) || undefined}
    >
      {linked ? (
        <Link
          className={styles.words}
          href={pages.record({ org: orgInPath, ...linked })}
        >
          {words}
        </Link>
      ) : (
        <span className={styles.words}>{words}</span>
      )}
      {isOwn && recordUrl && column.type === 'id' && (
        <a
          className={styles.outside}
          href={recordUrl.replace('{id}', linked.id)}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={t('data.openInSalesforce', { name: words })}
        >
          <RiExternalLinkLine size={14} aria-hidden />
        </a>
      )}
    </span>
  );
}
