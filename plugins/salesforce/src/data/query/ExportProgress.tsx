import { Button } from '@backstage/ui';
import { useLanguage } from '../../hooks/useLanguage';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './QueryPage.module.css';
import type { CsvExport } from './useExport';

/** How much of an export has come, and a way to stop it. */
export function ExportProgress(props: { csv: CsvExport }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { running, stop } = props.csv;
  const megabytes = ((running?.bytes ?? 0) / 1_000_000).toLocaleString(
    language,
    { maximumFractionDigits: 1, minimumFractionDigits: 1 },
  );
  return (
    <div className={styles.progress} role="status">
      <progress aria-label={t('data.exporting')} />
      <span>{t('data.exportingSize', { megabytes })}</span>
      <Button variant="secondary" size="small" onPress={stop}>
        {t('data.stopExport')}
      </Button>
    </div>
  );
}
