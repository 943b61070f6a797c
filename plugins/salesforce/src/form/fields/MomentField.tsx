import { Button, Checkbox, DatePicker, Text } from '@backstage/ui';
import {
  getLocalTimeZone,
  toCalendarDate,
  today,
  ZonedDateTime,
} from '@internationalized/date';
import { useState } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import type { FieldOf, FieldProps } from './FieldProps';
import styles from './fields.module.css';
import { atTimeOfDay, dateValueOf, momentOf } from './moments';
import { FieldMessages } from './FieldMessages';
import { useFieldMessages } from './useFieldMessages';

const shortcuts = [
  { name: 'inOneWeek', duration: { weeks: 1 } },
  { name: 'inOneMonth', duration: { months: 1 } },
  { name: 'inThreeMonths', duration: { months: 3 } },
] as const;

/** A day, or a moment of it, that is still to come. */
export function MomentField(props: FieldProps<FieldOf<'moment'>>) {
  const { t } = useTranslation();
  const { id, messages, fieldProps } = useFieldMessages(props);
  const { field, value, onChange } = props;
  const current = dateValueOf(value);
  const [withTime, setWithTime] = useState(current instanceof ZonedDateTime);
  const firstDay = today(getLocalTimeZone());

  const change = (next: ReturnType<typeof dateValueOf>, timed: boolean) => {
    if (!next) onChange(undefined);
    else if (!timed) onChange(momentOf(toCalendarDate(next)));
    else
      onChange(
        momentOf(next instanceof ZonedDateTime ? next : atTimeOfDay(next)),
      );
  };

  return (
    <FieldMessages id={id} messages={messages}>
      <DatePicker
        {...fieldProps}
        // Days and moments are different values: a new picker for each.
        key={String(withTime)}
        value={current}
        onChange={next =>
          next ? change(toKnown(next), withTime) : onChange(undefined)
        }
        granularity={withTime ? 'minute' : 'day'}
        minValue={firstDay}
        hideTimeZone
      />
      <div className={styles.shortcuts}>
        {shortcuts.map(({ name, duration }) => (
          <Button
            key={name}
            size="small"
            variant="secondary"
            onPress={() => change(firstDay.add(duration), withTime)}
          >
            {t(`form.${name}`)}
          </Button>
        ))}
        {current && !field.required && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => onChange(undefined)}
          >
            {t('form.clearDate')}
          </Button>
        )}
      </div>
      <Checkbox
        isSelected={withTime}
        onChange={timed => {
          setWithTime(timed);
          change(current, timed);
        }}
      >
        {t('form.withTime')}
      </Checkbox>
      {current && !withTime && (
        <Text as="p" variant="body-small" color="secondary">
          {t('form.atEndOfDay')}
        </Text>
      )}
    </FieldMessages>
  );
}

function toKnown(value: {
  toString(): string;
}): ReturnType<typeof dateValueOf> {
  return value instanceof ZonedDateTime ? value : dateValueOf(value.toString());
}
