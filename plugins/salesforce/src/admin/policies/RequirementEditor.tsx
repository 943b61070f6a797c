import { Button, ButtonIcon, NumberField, Text } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import type { StageRequirement } from '@salesdesk/backstage-plugin-salesforce-common';
import { FieldWithErrors } from '../../components/FieldWithErrors';
import { useTranslation } from '../../hooks/useTranslation';
import { requirementInWords, type Wording } from './policySentence';
import { SourceEditor } from './SourceEditor';
import { newSource, withItem } from './stageEdits';
import styles from './StagesEditor.module.css';

/** How many reviews, of whom. */
export function RequirementEditor(props: {
  requirement: StageRequirement;
  number: number;
  removable: boolean;
  path: string;
  errorsAt(path: string): string[];
  isDisabled: boolean;
  wording: Wording;
  onChange(requirement: StageRequirement | undefined): void;
}) {
  const { t } = useTranslation();
  const { requirement, path, errorsAt, isDisabled, onChange } = props;
  const number = String(props.number);
  const { count, from } = requirement;
  return (
    <div
      className={styles.requirement}
      role="group"
      aria-label={t('policies.form.requirement', { number })}
    >
      <div className={styles.head}>
        <Text as="p" variant="body-small" color="secondary">
          {requirementInWords(requirement, props.wording)}
        </Text>
        {!isDisabled && props.removable && (
          <ButtonIcon
            variant="tertiary"
            icon={<RiDeleteBinLine />}
            aria-label={t('policies.form.removeRequirement', { number })}
            onPress={() => onChange(undefined)}
          />
        )}
      </div>
      <FieldWithErrors messages={errorsAt(`${path}.count`)}>
        {validity => (
          <NumberField
            {...validity}
            label={t('policies.form.count')}
            minValue={1}
            maxValue={20}
            value={count}
            isDisabled={isDisabled}
            onChange={value => onChange({ ...requirement, count: value })}
          />
        )}
      </FieldWithErrors>
      <FieldWithErrors messages={errorsAt(`${path}.from`)}>
        {() =>
          from.map((source, index) => (
            <SourceEditor
              key={index}
              source={source}
              number={index + 1}
              removable={from.length > 1}
              errors={errorsAt(`${path}.from.${index}.ref`)}
              isDisabled={isDisabled}
              onChange={next =>
                onChange({ ...requirement, from: withItem(from, index, next) })
              }
            />
          ))
        }
      </FieldWithErrors>
      {!isDisabled && from.length < 20 && (
        <div>
          <Button
            variant="tertiary"
            size="small"
            iconStart={<RiAddLine />}
            onPress={() =>
              onChange({ ...requirement, from: [...from, newSource] })
            }
          >
            {t('policies.form.addSource')}
          </Button>
        </div>
      )}
    </div>
  );
}
