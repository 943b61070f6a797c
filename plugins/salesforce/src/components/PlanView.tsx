import { Alert, Link, Text } from '@backstage/ui';
import type { Plan } from '@salesdesk/backstage-plugin-salesforce-common';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { BlockerList } from './BlockerList';
import { ChangesTable } from './ChangesTable';
import type { ChangeMarks } from './comparePlans';
import { Details } from './Details';
import styles from './PlanView.module.css';
import { RelativeTime } from './RelativeTime';
import { TargetName } from './TargetName';

/** A plan: what Salesforce would refuse, what to mind, the changes, and what follows. */
export function PlanView(props: {
  plan: Plan;
  /** How many of the changes to draw; the number of the others is given. */
  limit?: number;
  withOutcomes?: boolean;
  /** Where it differs from another plan. */
  marks?: ChangeMarks;
}) {
  const { t } = useTranslation();
  const { plan, limit } = props;
  const shown = limit ? plan.changes.slice(0, limit) : plan.changes;
  const hidden = plan.changeCount - shown.length;
  return (
    <div className={styles.plan}>
      <PlanNotes plan={plan} />
      <ChangesTable
        changes={shown}
        withOutcomes={props.withOutcomes}
        marks={props.marks}
      />
      {hidden > 0 && (
        <Text as="p" color="secondary">
          {t('changes.others', { count: hidden })}
        </Text>
      )}
      <PlanAftermath plan={plan} />
    </div>
  );
}

/** What stands before the changes: blockers and warnings. */
export function PlanNotes(props: { plan: Plan }) {
  const { t } = useTranslation();
  const { blockers, warnings } = props.plan;
  return (
    <>
      {blockers.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('plan.blockers')}
          description={<BlockerList blockers={blockers} />}
        />
      )}
      {warnings.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('plan.warnings')}
          description={
            <ul className={styles.plain}>
              {warnings.map(warning => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
}

/** What stands after the changes: follow-ups, and targets that need none. */
export function PlanAftermath(props: { plan: Plan }) {
  const { t } = useTranslation();
  const links = useLinks();
  const { followUps, leftOut } = props.plan;
  return (
    <>
      {followUps.length > 0 && (
        <section aria-label={t('plan.followUps')}>
          <Text as="p" weight="bold">
            {t('plan.followUps')}
          </Text>
          <ul className={styles.plain}>
            {followUps.map(followUp => (
              <li key={`${followUp.action}-${followUp.at}`}>
                {followUp.requestId ? (
                  <Link
                    href={links.request(followUp.requestId)}
                    variant="body-medium"
                  >
                    {followUp.summary}
                  </Link>
                ) : (
                  <Text as="span">{followUp.summary}</Text>
                )}{' '}
                <Text as="span" color="secondary">
                  (<RelativeTime at={followUp.at} />)
                </Text>
              </li>
            ))}
          </ul>
        </section>
      )}
      {leftOut && leftOut.length > 0 && (
        <Details summary={t('plan.leftOut', { count: leftOut.length })}>
          <ul className={styles.plain}>
            {leftOut.map(({ target, reason }) => (
              <li key={target.id ?? target.label}>
                <TargetName target={target} />{' '}
                <Text as="span" color="secondary">
                  {reason}
                </Text>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
