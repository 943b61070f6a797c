import { Alert } from '@backstage/ui';
import { useLanguage } from '../../hooks/useLanguage';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './QueryResults.module.css';
import type { QueryRun } from './queryRun';

/** How many rows there are, how far they came, and how long it took. */
export function RunProgress(props: { run: QueryRun; shown: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { run, shown } = props;
  const total = run.start?.total ?? 0;
  const loaded = run.rows.length;
  const inWords = (count: number) => count.toLocaleString(language);
  const isCountOnly = run.start?.columns.length === 0;
  const seconds = (run.took / 1000).toLocaleString(language, {
    maximumFractionDigits: 1,
  });
  if (run.status === 'running') {
    return (
      <div className={styles.progress}>
        <progress
          aria-label={t('data.loading')}
          max={Math.max(total, 1)}
          value={loaded}
        />
        <span>
          {t('data.loadingRows', {
            loaded: inWords(loaded),
            total: inWords(total),
          })}
        </span>
      </div>
    );
  }
  const count = isCountOnly ? total : loaded;
  return (
    <>
      <div className={styles.progress} role="status">
        <strong>{t('data.rows', { count, shownCount: inWords(count) })}</strong>
        <span>{t('data.took', { seconds })}</span>
        {run.start?.restrictedTo && (
          <span>
            {t('data.narrowed', { restriction: run.start.restrictedTo })}
          </span>
        )}
        {shown < loaded && (
          <span>{t('data.found', { shown: inWords(shown) })}</span>
        )}
      </div>
      {run.status === 'stopped' && (
        <Alert
          status="warning"
          icon
          title={t('data.stopped', {
            loaded: inWords(loaded),
            total: inWords(total),
          })}
        />
      )}
      {run.status === 'failed' && loaded > 0 && (
        <Alert
          status="warning"
          icon
          title={t('data.brokeOff', {
            loaded: inWords(loaded),
            total: inWords(total),
          })}
        />
      )}
      {run.complete === false && (
        <Alert
          status="info"
          icon
          title={t('data.cut', {
            loaded: inWords(loaded),
            total: inWords(total),
          })}
        />
      )}
    </>
  );
}
