import { Alert } from '@backstage/ui';
import type { RequestDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { PlanComparison } from '../components/PlanComparison';
import { useTranslation } from '../hooks/useTranslation';
import styles from './RequestPage.module.css';

/** Why nothing was run, and what is different now. */
export function StalePlan(props: { request: RequestDetail }) {
  const { t } = useTranslation();
  const [earlier] = props.request.previousPlans;
  const staleReasons = props.request.staleReasons ?? [];
  return (
    <div className={styles.stack}>
      <Alert
        role="status"
        status="warning"
        icon
        title={t('request.staleTitle')}
        description={
          <>
            <span>{t('request.staleDescription')}</span>
            {staleReasons.length > 0 && (
              <ul className={styles.plain}>
                {staleReasons.map(reason => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            )}
          </>
        }
      />
      {earlier && (
        <PlanComparison earlier={earlier} current={props.request.plan} />
      )}
    </div>
  );
}
