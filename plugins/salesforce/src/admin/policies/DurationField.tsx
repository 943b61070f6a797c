import { FieldLabel, NumberField, Select, TextField } from '@backstage/ui';
import { FieldWithErrors } from '../../components/FieldWithErrors';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './DurationField.module.css';
import {
  durationUnits,
  readDuration,
  writeDuration,
  type DurationUnit,
} from './durations';

/** A duration as a number and a unit; as ISO 8601 where it is more than that. */
export function DurationField(props: {
  label: string;
  description?: string;
  value: string | undefined;
  onChange(iso: string | undefined): void;
  /** Empty means no limit. */
  isOptional?: boolean;
  isDisabled?: boolean;
  errors: string[];
}) {
  const { t } = useTranslation();
  const { label, description, value, onChange, isDisabled } = props;
  const read = value === undefined ? undefined : readDuration(value);
  const unit = read?.unit ?? 'days';

  if (value && !read) {
    return (
      <FieldWithErrors messages={props.errors}>
        {validity => (
          <TextField
            {...validity}
            label={label}
            description={t('policies.form.isoDuration')}
            value={value}
            isDisabled={isDisabled}
            onChange={iso =>
              onChange(iso === '' && props.isOptional ? undefined : iso)
            }
          />
        )}
      </FieldWithErrors>
    );
  }
  const setAmount = (amount: number) => {
    if (!Number.isNaN(amount)) onChange(writeDuration(amount, unit));
    else onChange(props.isOptional ? undefined : '');
  };
  return (
    <FieldWithErrors messages={props.errors}>
      {validity => (
        <div className={styles.field} role="group" aria-label={label}>
          <FieldLabel label={label} description={description} />
          <div className={styles.line}>
            <NumberField
              {...validity}
              aria-label={t('policies.form.amount')}
              className={styles.amount}
              minValue={1}
              maxValue={1000}
              value={read?.amount ?? NaN}
              placeholder={
                props.isOptional ? t('policies.form.noLimit') : undefined
              }
              isDisabled={isDisabled}
              onChange={setAmount}
            />
            <Select
              aria-label={t('policies.form.unit')}
              options={durationUnits.map(one => ({
                value: one,
                label: t(`policies.unit.${one}`),
              }))}
              value={unit}
              isDisabled={isDisabled || !read}
              onChange={key => {
                if (read) {
                  onChange(writeDuration(read.amount, key as DurationUnit));
                }
              }}
            />
          </div>
        </div>
      )}
    </FieldWithErrors>
  );
}
