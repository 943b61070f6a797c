import { ButtonIcon, Select, Skeleton, Text } from '@backstage/ui';
import type { DataObject } from '@salesdesk/backstage-plugin-salesforce-common';
import { RiCloseLine } from '@remixicon/react';
import { useState } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import { useDataObject } from '../useDataObject';
import type { FieldOf, FieldProps } from './FieldProps';
import { FieldMessages } from './FieldMessages';
import { RecordValueInput, type DataField } from './RecordValueInput';
import styles from './recordValues.module.css';
import { useFieldMessages } from './useFieldMessages';

type Props = FieldProps<FieldOf<'record-values'>>;

/** Values of a record: the fields of its object that must be given, and those that are added. */
export function RecordValuesField(props: Props) {
  const { t } = useTranslation();
  const { field, values: form, org } = props;
  const state = useDataObject({ org, name: form.object });
  return (
    <section aria-label={field.title} className={styles.values}>
      <Text as="h3" variant="body-medium" weight="bold">
        {field.title}
      </Text>
      {state.kind === 'unnamed' && (
        <Text as="p" color="secondary">
          {t('form.valuesNeedObject')}
        </Text>
      )}
      {state.kind === 'loading' && <Skeleton height={40} />}
      {state.kind === 'unknown' && (
        <Text as="p" color="secondary">
          {t('form.valuesUnknownObject')}
        </Text>
      )}
      {state.kind === 'known' ? (
        <ValuesOf {...props} object={state.object} />
      ) : (
        <Elsewhere {...props} shown={[]} />
      )}
    </section>
  );
}

function ValuesOf(props: Props & { object: DataObject }) {
  const { t } = useTranslation();
  const { field, object, onChange } = props;
  const values = asValues(props.value);
  const [added, setAdded] = useState<string[]>([]);
  const writable = object.fields.filter(
    each =>
      (field.right === 'create' ? each.createable : each.updateable) ||
      each.name in values,
  );
  const shown = writable.filter(
    each =>
      (field.right === 'create' && each.required) ||
      each.name in values ||
      added.includes(each.name),
  );
  const others = writable.filter(each => !shown.includes(each));
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
              required={field.right === 'create' && each.required}
              value={values[each.name]}
              onChange={value => set(each.name, value)}
              errors={errorsOf(each, props)}
            />
            {!(field.right === 'create' && each.required) && (
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
      </div>
      <Elsewhere {...props} shown={shown} />
      {others.length > 0 && (
        <Select
          key={shown.length}
          label={t('form.valuesAdd')}
          searchable
          options={others.map(({ name, label }) => ({ id: name, label }))}
          onChange={chosen => {
            if (typeof chosen === 'string') setAdded([...added, chosen]);
          }}
        />
      )}
    </>
  );
}

/** What is wrong with the values and belongs to none of the fields that are shown. */
function Elsewhere(props: Props & { shown: DataField[] }) {
  const { shown, errors, field } = props;
  const rest = errors.filter(
    ({ path }) => !shown.some(each => isAbout(path, each, field.name)),
  );
  const { id, messages } = useFieldMessages({ ...props, errors: rest });
  return (
    <FieldMessages id={id} messages={messages}>
      {null}
    </FieldMessages>
  );
}

function errorsOf(each: DataField, { errors, field }: Props): string[] {
  return errors
    .filter(({ path }) => isAbout(path, each, field.name))
    .map(({ message }) => message);
}

function isAbout(path: string, each: DataField, name: string): boolean {
  return (
    path.toLowerCase() === `${name}.${each.name}`.toLowerCase() ||
    path === `${name}.${each.label}`
  );
}

function asValues(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}
