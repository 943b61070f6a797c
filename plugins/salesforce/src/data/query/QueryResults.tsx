import { Button, SearchField, Text } from '@backstage/ui';
import { RiFileCopyLine, RiTableLine } from '@remixicon/react';
import type { QueryStart } from '@salesdesk/backstage-plugin-salesforce-common';
import { useDeferredValue, useMemo, useState } from 'react';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { BlockNotes } from '../../assistant/blocks/BlockNotes';
import { EmptyPanel } from '../../components/EmptyPanel';
import { SkeletonLines } from '../../components/SkeletonLines';
import { useTranslation } from '../../hooks/useTranslation';
import { useObjects } from '../shared/useSchema';
import { QueryExamples } from './QueryExamples';
import styles from './QueryResults.module.css';
import type { QueryRun } from './queryRun';
import { RecordLinks } from './recordLinks';
import { ResultsTable } from './ResultsTable';
import { RunProgress } from './RunProgress';
import { asTabs, shownRows, type RowOrder } from './shownRows';
import type { QueryScreen } from './useQueryScreen';

/** Rows after which a sorted or searched table that fills is drawn anew. */
const redrawEvery = 10_000;

const NO_COLUMNS: QueryStart['columns'] = [];

/** The rows of the query that was run, as they come. */
export function QueryResults(props: { screen: QueryScreen }) {
  const { t } = useTranslation();
  const { screen } = props;
  const { run } = screen;
  if (!run) return <QueryExamples screen={screen} />;
  if (!run.start) {
    return run.status === 'running' ? (
      <div role="status" aria-label={t('data.running')}>
        <SkeletonLines count={6} height={28} />
      </div>
    ) : null;
  }
  return <Results key={run.startedAt} run={run} screen={screen} />;
}

function Results(props: { run: QueryRun; screen: QueryScreen }) {
  const { t } = useTranslation();
  const toastApi = useApi(toastApiRef);
  const { run, screen } = props;
  const { org, orgInPath } = screen.choice;
  const objects = useObjects(org).data;
  const [words, setWords] = useState('');
  const [order, setOrder] = useState<RowOrder>();
  const wanted = useDeferredValue(words);
  const columns = run.start?.columns ?? NO_COLUMNS;
  const { rows } = run;
  // Sorting tens of thousands of rows anew with every page would be felt.
  const isCostly = order !== undefined || wanted !== '';
  const version =
    run.status === 'running' && isCostly
      ? Math.floor(run.version / redrawEvery)
      : run.version;
  const shown = useMemo(
    () => ({
      rows: shownRows({ rows, columns, words: wanted, order }),
      version,
    }),
    [rows, version, columns, wanted, order],
  );
  const links = useMemo(
    () => new RecordLinks({ objects: objects ?? [], start: run.start }),
    [objects, run.start],
  );
  const copy = async () => {
    await navigator.clipboard.writeText(asTabs(shown.rows, columns));
    toastApi.post({
      title: t('data.copied', { count: shown.rows.length }),
      status: 'success',
      timeout: 5_000,
    });
  };
  return (
    <section aria-label={t('data.results')} className={styles.results}>
      <RunProgress run={run} shown={shown.rows.length} />
      {rows.length > 0 && (
        <div className={styles.tools}>
          <SearchField
            className={styles.find}
            aria-label={t('data.find')}
            placeholder={t('data.find')}
            value={words}
            onChange={setWords}
          />
          <Button
            variant="secondary"
            iconStart={<RiFileCopyLine aria-hidden />}
            onPress={() => void copy()}
          >
            {t('data.copy')}
          </Button>
        </div>
      )}
      {rows.length === 0 && run.status === 'done' && columns.length > 0 && (
        <EmptyPanel
          icon={<RiTableLine size={32} />}
          title={t('data.noRows')}
          description={
            run.start?.restrictedTo ? t('data.noOwnRows') : t('data.noRowsHint')
          }
        />
      )}
      {rows.length > 0 && shown.rows.length === 0 && (
        <Text as="p" color="secondary">
          {t('data.noneFound')}
        </Text>
      )}
      {shown.rows.length > 0 && (
        <ResultsTable
          columns={columns}
          rows={shown.rows}
          order={order}
          onOrder={setOrder}
          links={links}
          orgInPath={orgInPath}
          recordUrl={run.start?.recordUrl}
        />
      )}
      <BlockNotes isInData query={run.start?.query} notes={run.notes} />
    </section>
  );
}
