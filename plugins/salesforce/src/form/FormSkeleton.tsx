import { Skeleton } from '@backstage/ui';
import { CardSkeleton } from '../components/CardSkeleton';
import { useTranslation } from '../hooks/useTranslation';
import styles from './RequestForm.module.css';

/** The layout of a form before it is known. */
export function FormSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('form.loading')}>
      <Skeleton width={280} height={28} />
      <div className={styles.columns}>
        <CardSkeleton lines={8} />
        <CardSkeleton lines={5} />
      </div>
    </div>
  );
}
