import { Button, Link, Text } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type { TableBlock } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { downloadFile } from '../../audit/downloadFile';
import { scrollableByKeyboard } from '../../components/scrollableByKeyboard';
import { useLanguage } from '../../hooks/useLanguage';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './Blocks.module.css';
import { BlockNotes } from './BlockNotes';
import { cellInWords, isNumeric, valueAt } from './cells';
import { toCsv } from './toCsv';

/** So many rows are drawn at first, and so many more at each press. */
const FIRST_ROWS = 10;
const MORE_ROWS = 100;

/** Rows of an answer, with links into Salesforce, the query and a CSV file. */
export function TableBlockView(props: { block: TableBlock }) {
  const { t } = useTranslation();
  const { block } = props;
  const [count, setCount] = useState(FIRST_ROWS);
  const shown = block.rows.slice(0, count);
  const hidden = block.rows.length - shown.length;
  return (
    <section aria-label={block.title} className={styles.stack}>
      <div className={styles.tableHead}>
        <Text as="h4" weight="bold">
          {block.title}
        </Text>
        <Text as="span" variant="body-small" color="secondary">
          {countInWords(block, t)}
        </Text>
        {block.rows.length > 0 && (
          <Button
            variant="tertiary"
            size="small"
            iconStart={<RiDownloadLine aria-hidden />}
            onPress={() =>
              downloadFile({
                name: t('assistant.table.csvFile'),
                content: new Blob([toCsv(block)], { type: 'text/csv' }),
              })
            }
          >
            {t('assistant.table.csv')}
          </Button>
        )}
      </div>
      {block.rows.length === 0 ? (
        <Text as="p" color="secondary">
          {t('assistant.table.none')}
        </Text>
      ) : (
        <div
          className={styles.scroller}
          role="group"
          aria-label={block.title}
          {...scrollableByKeyboard}
        >
          <Rows block={block} rows={shown} />
        </div>
      )}
      {hidden > 0 && (
        <div>
          <Button
            variant="secondary"
            size="small"
            onPress={() => setCount(count + MORE_ROWS)}
          >
            {t('assistant.table.more', { count: Math.min(hidden, MORE_ROWS) })}
          </Button>
        </div>
      )}
      <BlockNotes
        query={block.query}
        restrictedTo={block.restrictedTo}
        notes={block.notes}
      />
    </section>
  );
}

function Rows(props: {
  block: TableBlock;
  rows: Array<Record<string, unknown>>;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { block, rows } = props;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {block.columns.map(({ name, label, type }) => (
            <th
              key={name}
              scope="col"
              title={name}
              data-numeric={isNumeric(type) || undefined}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const id = typeof row.Id === 'string' ? row.Id : undefined;
          const url = id
            ? block.links?.[id] ?? block.linkTemplate?.replace('{Id}', id)
            : undefined;
          return (
            <tr key={id ?? index}>
              {block.columns.map(({ name, type }, column) => {
                const value = valueAt(row, name);
                const words = cellInWords({ value, type, language, t });
                return (
                  <td key={name} data-numeric={isNumeric(type) || undefined}>
                    {column === 0 && url ? (
                      <Link
                        href={url}
                        target="_blank"
                        rel="noopener noreferrer"
                        aria-label={t('assistant.table.openRecord', {
                          name: words,
                        })}
                      >
                        {words}
                      </Link>
                    ) : (
                      words
                    )}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function countInWords(
  block: TableBlock,
  t: ReturnType<typeof useTranslation>['t'],
): string {
  const count = block.rows.length;
  return block.total !== undefined && block.total > count
    ? t('assistant.table.rowsOf', { shown: count, total: block.total })
    : t('assistant.table.rows', { count });
}
