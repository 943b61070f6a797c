import { Button, ButtonIcon, Text, TextField } from '@backstage/ui';
import {
  RiAddLine,
  RiArrowDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
} from '@remixicon/react';
import type { PolicyStage } from '@salesdesk/backstage-plugin-salesforce-common';
import { FieldWithErrors } from '../../components/FieldWithErrors';
import { useTranslation } from '../../hooks/useTranslation';
import type { Wording } from './policySentence';
import { RequirementEditor } from './RequirementEditor';
import { moved, newRequirement, newStage, withItem } from './stageEdits';
import styles from './StagesEditor.module.css';

/** The steps of approval: in order, each with what it requires. */
export function StagesEditor(props: {
  stages: PolicyStage[];
  onChange(stages: PolicyStage[]): void;
  errorsAt(path: string): string[];
  isDisabled: boolean;
  wording: Wording;
}) {
  const { t } = useTranslation();
  const { stages, onChange, isDisabled } = props;
  return (
    <fieldset className={styles.stages} disabled={isDisabled}>
      <legend>
        <Text as="span" weight="bold">
          {t('policies.form.stages')}
        </Text>
      </legend>
      <Text as="p" variant="body-small" color="secondary">
        {stages.length > 0
          ? t('policies.form.stagesHint')
          : t('policies.form.noStages')}
      </Text>
      <ol className={styles.list}>
        {stages.map((stage, index) => (
          <li key={index}>
            <StageEditor
              stage={stage}
              index={index}
              last={index === stages.length - 1}
              errorsAt={props.errorsAt}
              isDisabled={isDisabled}
              wording={props.wording}
              onChange={next => onChange(withItem(stages, index, next))}
              onMove={by => onChange(moved(stages, index, by))}
            />
          </li>
        ))}
      </ol>
      {!isDisabled && stages.length < 10 && (
        <div>
          <Button
            variant="secondary"
            iconStart={<RiAddLine />}
            onPress={() =>
              onChange([
                ...stages,
                newStage(
                  t('policies.form.stage', {
                    number: String(stages.length + 1),
                  }),
                ),
              ])
            }
          >
            {t('policies.form.addStage')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function StageEditor(props: {
  stage: PolicyStage;
  index: number;
  last: boolean;
  errorsAt(path: string): string[];
  isDisabled: boolean;
  wording: Wording;
  onChange(stage: PolicyStage | undefined): void;
  onMove(by: 1 | -1): void;
}) {
  const { t } = useTranslation();
  const { stage, index, last, errorsAt, isDisabled, onChange, onMove } = props;
  const number = String(index + 1);
  const path = `policy.stages.${index}`;
  return (
    <div
      className={styles.stage}
      role="group"
      aria-label={t('policies.form.stage', { number })}
    >
      <div className={styles.head}>
        <div className={styles.name}>
          <FieldWithErrors messages={errorsAt(`${path}.name`)}>
            {validity => (
              <TextField
                {...validity}
                label={t('policies.form.stageName')}
                value={stage.name}
                maxLength={100}
                isDisabled={isDisabled}
                onChange={name => onChange({ ...stage, name })}
              />
            )}
          </FieldWithErrors>
        </div>
        {!isDisabled && (
          <div className={styles.tools}>
            <ButtonIcon
              variant="tertiary"
              icon={<RiArrowUpLine />}
              aria-label={t('policies.form.moveUp', { number })}
              isDisabled={index === 0}
              onPress={() => onMove(-1)}
            />
            <ButtonIcon
              variant="tertiary"
              icon={<RiArrowDownLine />}
              aria-label={t('policies.form.moveDown', { number })}
              isDisabled={last}
              onPress={() => onMove(1)}
            />
            <ButtonIcon
              variant="tertiary"
              icon={<RiDeleteBinLine />}
              aria-label={t('policies.form.removeStage', { number })}
              onPress={() => onChange(undefined)}
            />
          </div>
        )}
      </div>
      {stage.requirements.map((requirement, at) => (
        <RequirementEditor
          key={at}
          requirement={requirement}
          number={at + 1}
          removable={stage.requirements.length > 1}
          path={`${path}.requirements.${at}`}
          errorsAt={errorsAt}
          isDisabled={isDisabled}
          wording={props.wording}
          onChange={next =>
            onChange({
              ...stage,
              requirements: withItem(stage.requirements, at, next),
            })
          }
        />
      ))}
      {!isDisabled && stage.requirements.length < 10 && (
        <div>
          <Button
            variant="tertiary"
            size="small"
            iconStart={<RiAddLine />}
            onPress={() =>
              onChange({
                ...stage,
                requirements: [...stage.requirements, newRequirement],
              })
            }
          >
            {t('policies.form.addRequirement')}
          </Button>
        </div>
      )}
    </div>
  );
}
