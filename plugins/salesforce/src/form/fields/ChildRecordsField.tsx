import { Button, ButtonIcon, Select, Skeleton, Text } from '@backstage/ui';
import type {
  DataObject,
  FieldError,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { useObjects } from '../../data/shared/useSchema';
import { useTranslation } from '../../hooks/useTranslation';
import { errorsAt } from '../fieldErrors';
import { useDataObject } from '../useDataObject';
import type { FieldOf, FieldProps } from './FieldProps';
import { FieldMessages } from './FieldMessages';
import { RecordValues } from './RecordValues';
import styles from './recordValues.module.css';
import { useFieldMessages } from './useFieldMessages';

/** A record that is created below another; without an object it is of the same. */
interface ChildRecord {
  object?: string;
  values: Record<string, unknown>;
}

/** Records that are created below the new one, each with a form of its own. */
export function ChildRecordsField(props: FieldProps<FieldOf<'child-records'>>) {
  const { t } = useTranslation();
  const { field, value, onChange, values: form, org, errors } = props;
  const parent = useDataObject({ org, name: form.object });
  const children: ChildRecord[] = Array.isArray(value) ? value : [];
  const own = errors.filter(({ path }) => path === field.name);
  const { id, messages } = useFieldMessages({ ...props, errors: own });
  const header = (
    <>
      <Text as="h3" variant="body-medium" weight="bold">
        {field.title}
      </Text>
      <Text as="p" color="secondary" variant="body-small">
        {field.description}
      </Text>
    </>
  );
  if (parent.kind !== 'known') {
    return (
      <section aria-label={field.title} className={styles.values}>
        {header}
      </section>
    );
  }
  const { object } = parent;
  const kinds = [
    ...new Set(object.childRelationships.map(({ object: kind }) => kind)),
  ];
  const change = (position: number, child: ChildRecord | undefined) =>
    onChange(
      children.flatMap((each, at) => {
        if (at !== position) return [each];
        return child ? [child] : [];
      }),
    );
  const first = kinds.includes(object.name) ? object.name : kinds[0];
  return (
    <section aria-label={field.title} className={styles.values}>
      {header}
      {children.map((child, position) => (
        <Child
          // who leaves one out sees the others as they are
          key={`${position} of ${children.length}`}
          parent={object}
          kinds={kinds}
          child={child}
          number={position + 1}
          path={`${field.name}.${position}`}
          org={org}
          errors={errorsAt(`${field.name}.${position}`, errors)}
          onChange={next => change(position, next)}
        />
      ))}
      <FieldMessages id={id} messages={messages}>
        {null}
      </FieldMessages>
      <div>
        <Button
          size="small"
          variant="secondary"
          isDisabled={kinds.length === 0}
          iconStart={<RiAddLine aria-hidden />}
          onPress={() =>
            onChange([
              ...children,
              children.at(-1)?.object || first
                ? { object: children.at(-1)?.object ?? first, values: {} }
                : { values: {} },
            ])
          }
        >
          {t('form.childAdd')}
        </Button>
      </div>
    </section>
  );
}

function Child(props: {
  parent: DataObject;
  /** Objects whose records can stand below the parent. */
  kinds: string[];
  child: ChildRecord;
  number: number;
  path: string;
  org: string;
  errors: FieldError[];
  onChange(child: ChildRecord | undefined): void;
}) {
  const { t } = useTranslation();
  const { parent, kinds, child, number, path, org, errors, onChange } = props;
  const name = child.object ?? parent.name;
  const state = useDataObject({ org, name });
  const { data: objects = [] } = useObjects(org);
  const labelOf = (kind: string) =>
    objects.find(each => each.name === kind)?.label ?? kind;
  const title = t('form.childTitle', { number: String(number) });
  const offered = [...new Set([...kinds, name])];
  // what puts it below the parent is given by where it stands
  const given = new Set(
    parent.childRelationships
      .filter(
        ({ object, field }) =>
          object === name && [`${parent.name}Id`, 'ParentId'].includes(field),
      )
      .map(({ field }) => field),
  );
  return (
    <section aria-label={title} className={styles.child}>
      <div className={styles.row}>
        <Select
          label={title}
          searchable={offered.length > 10}
          options={offered
            .map(kind => ({ id: kind, label: labelOf(kind) }))
            .sort((left, right) => left.label.localeCompare(right.label))}
          value={name}
          onChange={chosen => {
            if (typeof chosen === 'string' && chosen !== name) {
              onChange({ object: chosen, values: {} });
            }
          }}
        />
        <ButtonIcon
          variant="tertiary"
          icon={<RiDeleteBinLine aria-hidden />}
          aria-label={t('form.childRemove', { number: String(number) })}
          onPress={() => onChange(undefined)}
        />
      </div>
      {state.kind === 'loading' && <Skeleton height={40} />}
      {state.kind === 'known' && (
        <RecordValues
          key={name}
          object={state.object}
          right="create"
          value={child.values}
          onChange={values => onChange({ ...child, values })}
          path={`${path}.values`}
          errors={errors}
          without={given}
        />
      )}
    </section>
  );
}
