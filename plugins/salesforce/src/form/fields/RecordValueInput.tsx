import { Select, TextAreaField, TextField } from '@backstage/ui';
import type { DataObject } from '@salesdesk/backstage-plugin-salesforce-common';
import { useId } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import { FieldMessages } from './FieldMessages';

/** A field of an object as the backend describes it. */
export type DataField = DataObject['fields'][number];

/** Texts that may be longer than this get several lines. */
const LONG_TEXT = 255;

/** The input for one field of a record, by its type. */
export function RecordValueInput(props: {
  field: DataField;
  required: boolean;
  value: unknown;
  onChange(value: unknown): void;
  errors: string[];
}) {
  const { t } = useTranslation();
  const id = useId();
  const { field, required, value, onChange, errors } = props;
  const shared = {
    label: field.label.replace(/ ID$/, ''),
    secondaryLabel: required ? t('form.required') : undefined,
    isInvalid: errors.length > 0,
    'aria-describedby': errors.length > 0 ? id : undefined,
  };
  const text = value === undefined || value === null ? '' : String(value);
  const onText = (written: string) =>
    onChange(written === '' ? undefined : written);
  return (
    <FieldMessages id={id} messages={errors}>
      {input()}
    </FieldMessages>
  );

  function input() {
    if (field.type === 'boolean') {
      return (
        <Select
          {...shared}
          options={[
            { id: 'true', label: t('form.valuesYes') },
            { id: 'false', label: t('form.valuesNo') },
          ]}
          value={text || null}
          onChange={chosen => onChange(chosen === 'true')}
        />
      );
    }
    if (field.type === 'picklist' && field.picklistValues?.length) {
      return (
        <Select
          {...shared}
          searchable={field.picklistValues.length > 10}
          options={field.picklistValues.map(option => ({
            id: option.value,
            label: option.label,
          }))}
          value={text || null}
          onChange={chosen =>
            onChange(typeof chosen === 'string' ? chosen : undefined)
          }
        />
      );
    }
    if (field.type === 'textarea' && (field.length ?? 0) > LONG_TEXT) {
      return (
        <TextAreaField {...shared} rows={3} value={text} onChange={onText} />
      );
    }
    return (
      <TextField
        {...shared}
        description={hint()}
        maxLength={field.length || undefined}
        value={text}
        onChange={onText}
      />
    );
  }

  function hint(): string | undefined {
    if (field.type === 'reference') {
      return t('form.valuesReference', {
        objects: field.referenceTo.slice(0, 3).join(', '),
      });
    }
    return field.type === 'date' ? t('form.valuesDay') : undefined;
  }
}
