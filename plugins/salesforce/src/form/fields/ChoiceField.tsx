import { Select } from '@backstage/ui';
import { useTranslation } from '../../hooks/useTranslation';
import type { FieldOf, FieldProps } from './FieldProps';
import { FieldMessages } from './FieldMessages';
import { useFieldMessages } from './useFieldMessages';
import { wordsOf } from './wordsOf';

// A select has no empty value, so "not set" is a choice of its own.
const NONE = '';

/** One of a few words. */
export function ChoiceField(props: FieldProps<FieldOf<'choice'>>) {
  const { t } = useTranslation();
  const { id, messages, fieldProps } = useFieldMessages(props);
  const { field, value, onChange } = props;
  return (
    <FieldMessages id={id} messages={messages}>
      <Select
        {...fieldProps}
        options={[
          ...(field.required ? [] : [{ id: NONE, label: t('form.noChoice') }]),
          ...field.options.map(word => ({ id: word, label: wordsOf(word) })),
        ]}
        value={typeof value === 'string' ? value : NONE}
        onChange={chosen => onChange(chosen === NONE ? undefined : chosen)}
      />
    </FieldMessages>
  );
}
