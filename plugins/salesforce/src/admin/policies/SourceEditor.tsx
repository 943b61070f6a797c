import { ButtonIcon, Select } from '@backstage/ui';
import { RiDeleteBinLine } from '@remixicon/react';
import type { ReviewerSource } from '@salesdesk/backstage-plugin-salesforce-common';
import { FieldWithErrors } from '../../components/FieldWithErrors';
import { useTranslation } from '../../hooks/useTranslation';
import { PeopleField } from '../../people/PeopleField';
import { ofKind } from './stageEdits';
import styles from './StagesEditor.module.css';

const kinds: ReviewerSource['kind'][] = [
  'permission',
  'group',
  'user',
  'manager',
  'org_owner',
];

/** Where reviewers come from: a role, a group, a person, the manager, the org's owners. */
export function SourceEditor(props: {
  source: ReviewerSource;
  number: number;
  removable: boolean;
  errors: string[];
  isDisabled: boolean;
  onChange(source: ReviewerSource | undefined): void;
}) {
  const { t } = useTranslation();
  const { source, isDisabled, onChange } = props;
  const { kind, ref } = source;
  const number = String(props.number);
  return (
    <div className={styles.source}>
      <div className={styles.sourceLine}>
        <Select
          className={styles.kind}
          aria-label={t('policies.form.sourceKind', { number })}
          options={kinds.map(value => ({
            value,
            label: t(`policies.sourceKind.${value}`),
          }))}
          value={kind}
          isDisabled={isDisabled}
          onChange={key => onChange(ofKind(key as ReviewerSource['kind']))}
        />
        {!isDisabled && props.removable && (
          <ButtonIcon
            variant="tertiary"
            icon={<RiDeleteBinLine />}
            aria-label={t('policies.form.removeSource', { number })}
            onPress={() => onChange(undefined)}
          />
        )}
      </div>
      {(kind === 'group' || kind === 'user') && (
        <FieldWithErrors messages={props.errors}>
          {() => (
            <PeopleField
              key={kind}
              single
              label={
                kind === 'group'
                  ? t('policies.form.sourceGroup')
                  : t('policies.form.sourceUser')
              }
              kinds={[kind]}
              value={ref ? [ref] : []}
              isDisabled={isDisabled}
              onChange={([next]) => onChange({ kind, ref: next })}
            />
          )}
        </FieldWithErrors>
      )}
    </div>
  );
}
