import { Text } from '@backstage/ui';
import {
  RiFlashlightLine,
  RiForbidLine,
  RiUserFollowLine,
} from '@remixicon/react';
import type {
  Decision,
  Verdict,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { ReactElement } from 'react';
import { useLanguage } from '../hooks/useLanguage';
import { useTranslation } from '../hooks/useTranslation';
import styles from './DecisionView.module.css';
import { durationInWords } from './duration';
import { StageSteps } from './StageSteps';
import { StatusPill, type Tone } from './StatusPill';

const looks: Record<Verdict, { tone: Tone; icon: ReactElement }> = {
  refused: { tone: 'danger', icon: <RiForbidLine aria-hidden /> },
  needs_approval: { tone: 'info', icon: <RiUserFollowLine aria-hidden /> },
  runs_without_approval: {
    tone: 'success',
    icon: <RiFlashlightLine aria-hidden />,
  },
};

/** What a request needs and why: the verdict, its reasons, the steps of approval. */
export function DecisionView(props: { decision: Decision }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { verdict, reasons, stages, expiresAfter } = props.decision;
  return (
    <div className={styles.decision}>
      <div>
        <StatusPill
          tone={looks[verdict].tone}
          icon={looks[verdict].icon}
          label={t(`verdict.${verdict}`)}
        />
      </div>
      <ul className={styles.reasons}>
        {reasons.map(reason => (
          <li key={reason}>
            <Text as="span">{reason}</Text>
          </li>
        ))}
      </ul>
      {verdict === 'needs_approval' && <StageSteps stages={stages} />}
      {verdict === 'needs_approval' && expiresAfter && (
        <Text as="p" color="secondary">
          {t('verdict.expiresAfter', {
            duration: durationInWords(expiresAfter, language),
          })}
        </Text>
      )}
    </div>
  );
}
