import { Text } from '@backstage/ui';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiRadioButtonLine,
  RiCircleLine,
} from '@remixicon/react';
import type { StageView } from '@salesdesk/backstage-plugin-salesforce-common';
import type { ReactElement } from 'react';
import { useTranslation } from '../hooks/useTranslation';
import { ReviewEntry } from './ReviewEntry';
import { StageRequirementView } from './StageRequirementView';
import styles from './StageSteps.module.css';

const markers: Record<StageView['state'], ReactElement> = {
  approved: <RiCheckboxCircleFill size={20} aria-hidden />,
  rejected: <RiCloseCircleFill size={20} aria-hidden />,
  open: <RiRadioButtonLine size={20} aria-hidden />,
  waiting: <RiCircleLine size={20} aria-hidden />,
};

/**
 * Approval as steps: how many of whom, who decided and what they said, who
 * can still review, and what is missing.
 */
export function StageSteps(props: { stages: StageView[] }) {
  const { t } = useTranslation();
  if (props.stages.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('stages.noStages')}
      </Text>
    );
  }
  return (
    <ol className={styles.steps} aria-label={t('stages.caption')}>
      {props.stages.map((stage, index) => (
        <li
          key={`${index}-${stage.name}`}
          className={styles.step}
          data-state={stage.state}
        >
          <span className={styles.marker}>{markers[stage.state]}</span>
          <div className={styles.words}>
            <div className={styles.name}>
              <Text as="h4" variant="body-medium" weight="bold">
                {stage.name}
              </Text>
              <Text as="span" variant="body-small" color="secondary">
                {t(`stages.${stage.state}`)}
              </Text>
            </div>
            {stage.requirements.map(requirement => (
              <StageRequirementView
                key={requirement.sentence}
                requirement={requirement}
                open={stage.state === 'open'}
              />
            ))}
            {stage.reviews.length > 0 && (
              <ul className={styles.reviews}>
                {stage.reviews.map(review => (
                  <ReviewEntry
                    key={`${review.reviewer.ref}-${review.at}`}
                    review={review}
                  />
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
