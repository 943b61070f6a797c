import { Skeleton, Text } from '@backstage/ui';
import { useTranslation } from '../../hooks/useTranslation';
import { useDataObject } from '../useDataObject';
import type { FieldOf, FieldProps } from './FieldProps';
import { FieldMessages } from './FieldMessages';
import { RecordValues } from './RecordValues';
import styles from './recordValues.module.css';
import { useFieldMessages } from './useFieldMessages';

/** Values of a record whose object another field of the form names. */
export function RecordValuesField(props: FieldProps<FieldOf<'record-values'>>) {
  const { t } = useTranslation();
  const { field, values: form, org, errors, missing } = props;
  const state = useDataObject({ org, name: form.object });
  const { id, messages } = useFieldMessages(props);
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
        <RecordValues
          object={state.object}
          right={field.right}
          value={props.value}
          onChange={props.onChange}
          path={field.name}
          errors={errors}
          messages={missing ? [t('form.requiredError')] : []}
        />
      ) : (
        <FieldMessages id={id} messages={messages}>
          {null}
        </FieldMessages>
      )}
    </section>
  );
}
