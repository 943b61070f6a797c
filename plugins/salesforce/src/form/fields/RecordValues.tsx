import { ButtonIcon, Select } from '@backstage/ui';
import type {
  DataObject,
  FieldError,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { RiCloseLine } from '@remixicon/react';
import { useId, useState } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import { FieldMessages } from './FieldMessages';
import { RecordValueInput, type DataField } from './RecordValueInput';
import styles from './recordValues.module.css';

/** The values of one record: the fields that must be given, and those that are added. */
export function RecordValues(props: {
  object: DataObject;
  right: 'create' | 'edit';
  value: unknown;
  onChange(value: Record<string, unknown>): void;
  /** Where these values stand in the input, as errors name it: `values`, `children.0.values`. */
  path: string;
  errors: FieldError[];
  /** Said besides the errors, e.g. that something must be filled in. */
  messages?: string[];
  /** Fields that are given elsewhere. */
  without?: ReadonlySet<string>;
}) {
  const { t } = useTranslation();
  const id = useId();
  const { object, right, onChange, path, errors } = props;
  const values = asValues(props.value);
  const [added, setAdded] = useState<string[]>([]);
  const writable = object.fields.filter(
    each =>
      !props.without?.has(each.name) &&
      ((right === 'create' ? each.createable : each.updateable) ||
        each.name in values),
  );
  const isNeeded = (each: DataField) => right === 'create' && each.required;
  const shown = writable.filter(
    each => isNeeded(each) || each.name in values || added.includes(each.name),
  );
  const others = writable.filter(each => !shown.includes(each));
  const elsewhere = errors.filter(
    error => !shown.some(each => isAbout(error, each, path)),
  );
  const set = (name: string, value: unknown) => {
    const { [name]: _before, ...rest } = values;
    onChange(value === undefined ? rest : { ...rest, [name]: value });
  };
  return (
    <>
      <div className={styles.grid}>
        {shown.map(each => (
          <div key={each.name} className={styles.row}>
            <RecordValueInput
              field={each}
              required={isNeeded(each)}
              value={values[each.name]}
              onChange={value => set(each.name, value)}
              errors={errors
                .filter(error => isAbout(error, each, path))
                .map(({ message }) => message)}
            />
            {!isNeeded(each) && (
              <ButtonIcon
                variant="tertiary"
                icon={<RiCloseLine aria-hidden />}
                aria-label={t('form.valuesRemove', { field: each.label })}
                onPress={() => {
                  setAdded(added.filter(name => name !== each.name));
                  set(each.name, undefined);
                }}
              />
            )}
          </div>
        ))}
        {others.length > 0 && (
          <Select
            key={shown.length}
            label={t('form.valuesAdd')}
            placeholder={t('form.valuesAddPlaceholder')}
            searchable
            options={others.map(({ name, label }) => ({ id: name, label }))}
            onChange={chosen => {
              if (typeof chosen === 'string') setAdded([...added, chosen]);
            }}
          />
        )}
      </div>
      <FieldMessages
        id={id}
        messages={[
          ...(props.messages ?? []),
          ...elsewhere.map(({ message }) => message),
        ]}
      >
        {null}
      </FieldMessages>
    </>
  );
}

function isAbout(error: FieldError, each: DataField, path: string): boolean {
  return [each.name, each.label].some(
    name => error.path.toLowerCase() === `${path}.${name}`.toLowerCase(),
  );
}

function asValues(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}
