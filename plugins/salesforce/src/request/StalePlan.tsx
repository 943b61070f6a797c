import { Alert } from '@backstage/ui';
import type { RequestDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { PlanComparison } from '../components/PlanComparison';
import { useTranslation } from '../hooks/useTranslation';
import styles from './RequestPage.module.css';

/** Why nothing was run, and what is different now. */
export function StalePlan(props: { request: RequestDetail }) {
  const { t } = useTranslation();
  const [earlier] = props.request.previousPlans;
  return (
    <div className={styles.stack}>
      <Alert
        role="status"
        status="warning"
        icon
        title={t('request.staleTitle')}
        description={t('request.staleDescription')}
      />
      {earlier && (
        <PlanComparison earlier={earlier} current={props.request.plan} />
      )}
    </div>
  );
}
