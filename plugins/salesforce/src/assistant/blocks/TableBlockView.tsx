import { Button, Text } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type { TableBlock } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { downloadFile } from '../../audit/downloadFile';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './Blocks.module.css';
import { BlockNotes } from './BlockNotes';
import { RecordsTable } from './RecordsTable';
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
        <RecordsTable
          label={block.title}
          columns={block.columns}
          rows={shown}
          linkOf={({ row, index, words }) => {
            const href = index === 0 ? linkOf(block, row) : undefined;
            return href
              ? {
                  href,
                  isOutside: true,
                  label: t('assistant.table.openRecord', { name: words }),
                }
              : undefined;
          }}
        />
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

/** The way to a record of the answer in Salesforce. */
function linkOf(
  { links, linkTemplate }: TableBlock,
  { Id: id }: Record<string, unknown>,
): string | undefined {
  if (typeof id !== 'string') return undefined;
  return links?.[id] ?? linkTemplate?.replace('{Id}', id);
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
