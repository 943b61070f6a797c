import { Button, Switch } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import type { Policy } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../../hooks/useTranslation';
import { DurationField } from './DurationField';
import { SourceEditor } from './SourceEditor';
import { newSource, withItem } from './stageEdits';
import styles from './StagesEditor.module.css';

type Escalation = NonNullable<Policy['escalation']>;

const initially: Escalation = { after: 'P2D', to: [{ kind: 'org_owner' }] };

/** To whom a stage goes as well when nobody decides it, and after how long. */
export function EscalationEditor(props: {
  escalation: Escalation | undefined;
  isDisabled: boolean;
  errorsAt(path: string): string[];
  onChange(escalation: Escalation | undefined): void;
}) {
  const { t } = useTranslation();
  const { escalation, isDisabled, errorsAt, onChange } = props;
  return (
    <div
      className={styles.stage}
      role="group"
      aria-label={t('policies.escalation')}
    >
      <Switch
        label={t('policies.form.escalates')}
        isSelected={escalation !== undefined}
        isDisabled={isDisabled}
        onChange={isOn => onChange(isOn ? initially : undefined)}
      />
      {escalation && (
        <>
          <DurationField
            label={t('policies.form.escalateAfter')}
            value={escalation.after}
            isDisabled={isDisabled}
            errors={errorsAt('policy.escalation.after')}
            onChange={after => onChange({ ...escalation, after: after ?? '' })}
          />
          {escalation.to.map((source, index) => (
            <SourceEditor
              key={index}
              source={source}
              number={index + 1}
              removable={escalation.to.length > 1}
              errors={errorsAt(`policy.escalation.to.${index}.ref`)}
              isDisabled={isDisabled}
              onChange={next =>
                onChange({
                  ...escalation,
                  to: withItem(escalation.to, index, next),
                })
              }
            />
          ))}
          {!isDisabled && escalation.to.length < 20 && (
            <div>
              <Button
                variant="tertiary"
                size="small"
                iconStart={<RiAddLine />}
                onPress={() =>
                  onChange({ ...escalation, to: [...escalation.to, newSource] })
                }
              >
                {t('policies.form.addSource')}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}
