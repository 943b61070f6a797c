import { Skeleton } from '@backstage/ui';
import { CardSkeleton } from '../components/CardSkeleton';
import { useTranslation } from '../hooks/useTranslation';
import styles from './RequestPage.module.css';

/** The layout of a request before it is known. */
export function RequestSkeleton() {
  const { t } = useTranslation();
  return (
    <div
      className={styles.page}
      role="status"
      aria-label={t('request.loading')}
    >
      <Skeleton width="60%" height={28} />
      <Skeleton width="40%" height={20} />
      <div className={styles.columns}>
        <CardSkeleton lines={6} />
        <CardSkeleton lines={5} />
      </div>
      <CardSkeleton lines={4} />
    </div>
  );
}
