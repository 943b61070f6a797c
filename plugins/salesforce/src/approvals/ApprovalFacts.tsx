import { Alert, Link, Text } from '@backstage/ui';
import type {
  Plan,
  RequestDetail,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { ReactNode } from 'react';
import { Countdown } from '../components/Countdown';
import { PersonChip } from '../components/PersonChip';
import { PlanComparison } from '../components/PlanComparison';
import { PlanView } from '../components/PlanView';
import { RelativeTime } from '../components/RelativeTime';
import { RiskBadge } from '../components/RiskBadge';
import { StageSteps } from '../components/StageSteps';
import { StatusBadge } from '../components/StatusBadge';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { BrokenGlass } from '../request/BrokenGlass';
import { Nudges } from '../request/Nudges';
import styles from './ApprovalDetail.module.css';

/** More than this is read on the full page, where it can be filtered. */
const CHANGES_SHOWN = 20;

/** Who asks for what and why, what changes, and where the approval stands. */
export function ApprovalFacts(props: {
  request: RequestDetail;
  planBefore?: Plan;
  actions: ReactNode;
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const { request, planBefore } = props;
  const { plan, requester, reason, words } = request;
  return (
    <article className={styles.facts} aria-labelledby={`title-${request.id}`}>
      <header className={styles.header}>
        <Text
          as="h3"
          variant="title-x-small"
          weight="bold"
          id={`title-${request.id}`}
        >
          {request.title}
        </Text>
        <div className={styles.line}>
          <StatusBadge state={request.state} />
          <RiskBadge risk={request.risk} />
          <PersonChip person={requester} />
          <Text as="span" color="secondary">
            <RelativeTime at={request.createdAt} /> · {request.orgTitle}
          </Text>
        </div>
      </header>
      {props.actions}
      <section className={styles.section}>
        <Text as="h4" weight="bold">
          {t('approvals.why')}
        </Text>
        <Text as="p" color={reason ? 'primary' : 'secondary'}>
          {reason ?? t('approvals.noReason')}
        </Text>
        {words && (
          <Text as="p" color="secondary">
            {t('approvals.words')}: “{words}”
          </Text>
        )}
      </section>
      <section className={styles.section}>
        <Text as="h4" weight="bold">
          {t('approvals.whatChanges')}
        </Text>
        {planBefore ? (
          <>
            <Alert
              role="status"
              status="warning"
              icon
              title={t('approvals.planChangedTitle')}
              description={t('approvals.planChangedDescription')}
            />
            <PlanComparison earlier={planBefore} current={plan} />
          </>
        ) : (
          <PlanView plan={plan} limit={CHANGES_SHOWN} />
        )}
        {plan.changeCount > CHANGES_SHOWN && (
          <Link href={links.request(request.id)}>
            {t('approvals.allChanges', { count: plan.changeCount })}
          </Link>
        )}
      </section>
      <section className={styles.section}>
        <Text as="h4" weight="bold">
          {t('approvals.approval')}
        </Text>
        <StageSteps stages={request.stages} />
        {request.expiresAt && <Countdown until={request.expiresAt} />}
        <Nudges nudges={request.nudges} />
        {request.breakGlass && <BrokenGlass request={request} />}
      </section>
    </article>
  );
}
