import { useId } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import type { FieldProps } from './FieldProps';

/**
 * What is wrong with a field, and the props that tie it to the input. The
 * design system shows errors it finds itself, not those of a backend, so
 * `FieldMessages` draws them.
 */
export function useFieldMessages(
  props: Pick<FieldProps, 'field' | 'errors' | 'missing'>,
) {
  const { t } = useTranslation();
  const id = useId();
  const messages = [
    ...(props.missing ? [t('form.requiredError')] : []),
    ...props.errors.map(({ message }) => message),
  ];
  return {
    id,
    messages,
    fieldProps: {
      label: props.field.title,
      description: props.field.description,
      secondaryLabel: props.field.required ? t('form.required') : undefined,
      isInvalid: messages.length > 0,
      'aria-describedby': messages.length > 0 ? id : undefined,
    },
  };
}
