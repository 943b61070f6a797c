import { VisuallyHidden } from '@backstage/ui';
import { SkeletonLines } from '../components/SkeletonLines';
import { useTranslation } from '../hooks/useTranslation';
import styles from './ApprovalsWorkspace.module.css';

/** List and detail to come. */
export function ApprovalsLoading() {
  const { t } = useTranslation();
  return (
    <div className={styles.workspace} role="status">
      <VisuallyHidden>{t('approvals.loading')}</VisuallyHidden>
      <div className={styles.list}>
        <SkeletonLines count={4} height={72} />
      </div>
      <div className={styles.detail}>
        <SkeletonLines count={6} />
      </div>
    </div>
  );
}
