import { TextAreaField } from '@backstage/ui';
import { useState } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import type { FieldOf, FieldProps } from './FieldProps';
import { FieldMessages } from './FieldMessages';
import { useFieldMessages } from './useFieldMessages';

/** A value without a field of its own, written as JSON. */
export function JsonField(props: FieldProps<FieldOf<'json'>>) {
  const { t } = useTranslation();
  const { value, onChange } = props;
  const [text, setText] = useState(() =>
    value === undefined ? '' : JSON.stringify(value, undefined, 2),
  );
  const parsed = parse(text);
  const { id, messages, fieldProps } = useFieldMessages(props);
  const all = parsed.ok ? messages : [t('form.jsonError'), ...messages];
  return (
    <FieldMessages id={id} messages={all}>
      <TextAreaField
        {...fieldProps}
        aria-describedby={id}
        description={[fieldProps.description, t('form.jsonHint')]
          .filter(Boolean)
          .join(' ')}
        isInvalid={all.length > 0}
        rows={4}
        value={text}
        onChange={next => {
          setText(next);
          const result = parse(next);
          onChange(result.ok ? result.value : undefined);
        }}
      />
    </FieldMessages>
  );
}

function parse(text: string): { ok: boolean; value?: unknown } {
  if (text.trim() === '') return { ok: true };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
