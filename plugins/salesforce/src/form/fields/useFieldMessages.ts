import { useTranslation } from '../../hooks/useTranslation';
import type { FieldProps } from './FieldProps';

/** What the design system's fields need to show our errors in their own place. */
export function useFieldMessages(
  props: Pick<FieldProps, 'field' | 'errors' | 'missing'>,
) {
  const { t } = useTranslation();
  const messages = [
    ...(props.missing ? [t('form.requiredError')] : []),
    ...props.errors.map(({ message }) => message),
  ];
  return {
    messages,
    fieldProps: {
      label: props.field.title,
      description: props.field.description,
      secondaryLabel: props.field.required ? t('form.required') : undefined,
      isInvalid: messages.length > 0,
      validationBehavior: 'aria' as const,
      validate: () => (messages.length > 0 ? messages : null),
    },
  };
}
