import { Button, Text } from '@backstage/ui';
import type { Option } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './fields.module.css';
import { optionDescription } from './optionText';

/** What a name could have meant, to choose from. */
export function Candidates(props: {
  candidates: Option[];
  onChoose(option: Option): void;
}) {
  const { t } = useTranslation();
  if (props.candidates.length === 0) return null;
  return (
    <div
      className={styles.candidates}
      role="group"
      aria-label={t('form.candidates')}
    >
      <Text as="span" variant="body-small" color="secondary">
        {t('form.candidates')}
      </Text>
      {props.candidates.map(candidate => (
        <Button
          key={candidate.value}
          size="small"
          variant="secondary"
          isDisabled={candidate.disabledReason !== undefined}
          onPress={() => props.onChoose(candidate)}
        >
          {[candidate.label, optionDescription(candidate)]
            .filter(Boolean)
            .join(' · ')}
        </Button>
      ))}
    </div>
  );
}
