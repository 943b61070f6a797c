import { Alert } from '@backstage/ui';
import type { RequestDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { BlockerList } from '../components/BlockerList';
import { useTranslation } from '../hooks/useTranslation';
import styles from './RequestPage.module.css';

/** What stopped it, and what would clear each. */
export function NeedsAdmin(props: { request: RequestDetail }) {
  const { t } = useTranslation();
  const { stop } = props.request;
  if (stop) {
    return (
      <Alert
        role="status"
        status="info"
        icon
        title={t('request.stoppedTitle', { who: stop.by.displayName })}
        description={t('request.stoppedDescription')}
      />
    );
  }
  return (
    <Alert
      role="status"
      status="warning"
      icon
      title={t('request.needsAdminTitle')}
      description={
        <div className={styles.stack}>
          <span>{t('request.needsAdminDescription')}</span>
          <BlockerList blockers={props.request.blockers} />
        </div>
      }
    />
  );
}
