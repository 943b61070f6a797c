import { RiExternalLinkLine } from '@remixicon/react';
import { memo } from 'react';
import { Link } from 'react-router-dom';
import { cellInWords, isNumeric, valueAt } from '../../assistant/blocks/cells';
import type { Links } from '../../hooks/useLinks';
import type { Translate } from '../../hooks/useTranslation';
import { childRecordsIn, type ChildRecords } from './childRecords';
import type { Column } from './columnWidths';
import type { Row } from './queryRun';
import type { RecordLinks } from './recordLinks';
import styles from './ResultsTable.module.css';

/** What all rows of a table are drawn with. */
export interface RowFrame {
  columns: Column[];
  /** CSS of the widths of the columns. */
  template: string;
  links: RecordLinks;
  pages: Links;
  orgInPath: string;
  /** Lightning link with {id} in place of the id. */
  recordUrl: string | undefined;
  language: string;
  t: Translate;
  onChildren(children: ChildRecords): void;
}

/**
 * A row of the results. While one scrolls, hundreds come and go each second:
 * what is in view already is not drawn again, and nothing here looks up more
 * than it is given. Links are the router's own: those of the design system
 * cost as much as the rest of the row.
 */
export const ResultsRow = memo(DrawnRow);

function DrawnRow(props: {
  row: Row;
  index: number;
  /** Pixels from the top of the table. */
  start: number;
  frame: RowFrame;
}) {
  const { row, index, start, frame } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles.row}
      data-odd={index % 2 === 1 || undefined}
      style={{
        gridTemplateColumns: frame.template,
        transform: `translateY(${start}px)`,
      }}
    >
      <span role="rowheader" className={styles.number}>
        {index + 1}
      </span>
      {frame.columns.map(column => (
        <Cell key={column.name} row={row} column={column} frame={frame} />
      ))}
    </div>
  );
}

function Cell(props: { row: Row; column: Column; frame: RowFrame }) {
  const { row, column, frame } = props;
  const { language, t, links, pages, orgInPath, recordUrl } = frame;
  const value = valueAt(row, column.name);
  const children = childRecordsIn(value, column.label);
  if (children) {
    return (
      <span role="cell" className={styles.cell}>
        {children.total > 0 && (
          <button
            type="button"
            className={styles.children}
            onClick={() => frame.onChildren(children)}
          >
            {t('data.children', { count: children.total })}
          </button>
        )}
        <span className={styles.words}>{children.names}</span>
      </span>
    );
  }
  const words = cellInWords({ value, type: column.type, language, t });
  const linked = words ? links.of(row, column) : undefined;
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
          className={`${styles.words} ${styles.link}`}
          to={pages.record({ org: orgInPath, ...linked })}
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
