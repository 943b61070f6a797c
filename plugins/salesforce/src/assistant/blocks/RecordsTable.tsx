import { Link } from '@backstage/ui';
import { scrollableByKeyboard } from '../../components/scrollableByKeyboard';
import { useLanguage } from '../../hooks/useLanguage';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './Blocks.module.css';
import { cellInWords, isNumeric, valueAt } from './cells';

type Row = Record<string, unknown>;

/** A column of records: a path from the record, and what it is called. */
export interface RecordColumn {
  name: string;
  label: string;
  /** As Salesforce's description of the object has it. */
  type?: string;
}

/** Where a cell leads. */
export interface CellLink {
  href: string;
  /** Out of the portal. */
  isOutside?: boolean;
  /** For those who do not see the table. */
  label?: string;
}

/** Records as a small table: numbers to the right, and some cells lead further. */
export function RecordsTable(props: {
  /** What it lists, or the id of the heading that says so. */
  label?: string;
  headingId?: string;
  columns: RecordColumn[];
  rows: Row[];
  linkOf(cell: {
    row: Row;
    column: RecordColumn;
    index: number;
    words: string;
  }): CellLink | undefined;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { label, headingId, columns, rows, linkOf } = props;
  return (
    <div
      className={styles.scroller}
      role="group"
      aria-label={label}
      aria-labelledby={headingId}
      {...scrollableByKeyboard}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ name, label: words, type }) => (
              <th
                key={name}
                scope="col"
                title={name}
                data-numeric={isNumeric(type) || undefined}
              >
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={String(row.Id ?? place)}>
              {columns.map((column, index) => {
                const { name, type } = column;
                const value = valueAt(row, name);
                const words = cellInWords({ value, type, language, t });
                return (
                  <td key={name} data-numeric={isNumeric(type) || undefined}>
                    <Cell
                      words={words}
                      link={linkOf({ row, column, index, words })}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ words, link }: { words: string; link: CellLink | undefined }) {
  if (!link) return <>{words}</>;
  return (
    <Link
      href={link.href}
      aria-label={link.label}
      {...(link.isOutside
        ? { target: '_blank', rel: 'noopener noreferrer' }
        : {})}
    >
      {words || link.href.slice(link.href.lastIndexOf('/') + 1)}
    </Link>
  );
}
