import { TextAreaField } from '@backstage/ui';
import { useTranslation } from '../../hooks/useTranslation';
import type { FieldOf, FieldProps } from './FieldProps';
import { FieldMessages } from './FieldMessages';
import { useFieldMessages } from './useFieldMessages';

/** A list of texts, one a line. */
export function TextsField(props: FieldProps<FieldOf<'texts'>>) {
  const { t } = useTranslation();
  const { id, messages, fieldProps } = useFieldMessages(props);
  const { value, onChange } = props;
  const lines = Array.isArray(value) ? value : [];
  return (
    <FieldMessages id={id} messages={messages}>
      <TextAreaField
        {...fieldProps}
        description={[fieldProps.description, t('form.textsHint')]
          .filter(Boolean)
          .join(' ')}
        rows={3}
        value={lines.join('\n')}
        onChange={text => onChange(text === '' ? [] : text.split('\n'))}
      />
    </FieldMessages>
  );
}
