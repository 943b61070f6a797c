import { Alert } from '@backstage/ui';
import type { RequestDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { useMe } from '../api/useMe';
import { TargetOrg } from '../components/TargetOrg';
import { useTranslation } from '../hooks/useTranslation';
import { ApprovalSection } from './ApprovalSection';
import { ChangesSection } from './ChangesSection';
import { NeedsAdmin } from './NeedsAdmin';
import { RequestHeader } from './RequestHeader';
import styles from './RequestPage.module.css';
import { Seats } from './Seats';
import { Section } from './Section';
import { StalePlan } from './StalePlan';
import { Timeline } from './Timeline';

/** Everything about one request, in the order in which one needs it. */
export function RequestBody(props: { request: RequestDetail }) {
  const { t } = useTranslation();
  const me = useMe();
  const { request } = props;
  return (
    <TargetOrg.Provider
      value={me.data?.may.readInventory ? request.org : undefined}
    >
      <article className={styles.page}>
        <RequestHeader request={request} />
        {request.state === 'stale' && <StalePlan request={request} />}
        {request.state === 'running' && request.stop && (
          <Alert
            role="status"
            status="info"
            icon
            title={t('request.stopping')}
          />
        )}
        {request.state === 'needs_admin' && <NeedsAdmin request={request} />}
        {request.blockers.some(({ pool }) => pool) && (
          <Seats request={request} />
        )}
        <div className={styles.columns}>
          <Section title={t('request.whatChanges')}>
            <ChangesSection request={request} />
          </Section>
          <Section title={t('request.approval')}>
            <ApprovalSection request={request} />
          </Section>
        </div>
        <Section title={t('request.timeline')}>
          <Timeline requestId={request.id} />
        </Section>
      </article>
    </TargetOrg.Provider>
  );
}
