import { Card, CardBody, CardHeader, Skeleton } from '@backstage/ui';
import { SkeletonLines } from '../components/SkeletonLines';
import { useTranslation } from '../hooks/useTranslation';
import styles from './HomePage.module.css';

/** The layout of the home page before anything is known. */
export function HomeSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={styles.columns} role="status" aria-label={t('home.loading')}>
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

/** A card whose title and lines are to come. */
export function CardSkeleton(props: { lines: number }) {
  return (
    <Card>
      <CardHeader>
        <Skeleton width={160} height={20} />
      </CardHeader>
      <CardBody>
        <SkeletonLines count={props.lines} />
      </CardBody>
    </Card>
  );
}
