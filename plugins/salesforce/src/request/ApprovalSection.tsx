import { Text } from '@backstage/ui';
import type { RequestDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { Details } from '../components/Details';
import { Countdown } from '../components/Countdown';
import { StageSteps } from '../components/StageSteps';
import { useTranslation } from '../hooks/useTranslation';
import { BrokenGlass } from './BrokenGlass';
import { Nudges } from './Nudges';
import styles from './RequestPage.module.css';

/** Who has decided, who can still review, what is missing, how long there is. */
export function ApprovalSection(props: { request: RequestDetail }) {
  const { t } = useTranslation();
  const { request } = props;
  const isOpen =
    request.state === 'awaiting_approval' || request.state === 'stale';
  return (
    <div className={styles.stack}>
      <StageSteps stages={request.stages} />
      {request.breakGlass && <BrokenGlass request={request} />}
      {isOpen && request.expiresAt && <Countdown until={request.expiresAt} />}
      {isOpen && <Nudges nudges={request.nudges} />}
      {request.decision.reasons.length > 0 && (
        <Details summary={t('request.whyApproval')}>
          <ul className={styles.plain}>
            {request.decision.reasons.map(reason => (
              <li key={reason}>
                <Text as="span">{reason}</Text>
              </li>
            ))}
          </ul>
        </Details>
      )}
      {request.cannot.length > 0 && (
        <Details summary={t('request.yourPart')}>
          <ul className={styles.plain}>
            {request.cannot.map(({ action, reason }) => (
              <li key={action}>
                <Text as="span">
                  {t(`request.cannot.${action}`, { reason })}
                </Text>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  );
}
