import { CardSkeleton } from '../components/CardSkeleton';
import { useTranslation } from '../hooks/useTranslation';
import styles from './HomePage.module.css';

/** The layout of the home page before anything is known. */
export function HomeSkeleton() {
  const { t } = useTranslation();
  return (
    <div
      className={styles.columns}
      role="status"
      aria-label={t('home.loading')}
    >
      <div className={styles.column}>
        <CardSkeleton lines={4} />
        <CardSkeleton lines={4} />
      </div>
      <div className={styles.column}>
        <CardSkeleton lines={9} />
      </div>
    </div>
  );
}
