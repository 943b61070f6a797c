import { Switch, Text } from '@backstage/ui';
import { useId } from 'react';
import type { FieldOf, FieldProps } from './FieldProps';
import { FieldMessages } from './FieldMessages';
import { useFieldMessages } from './useFieldMessages';

export function BooleanField(props: FieldProps<FieldOf<'boolean'>>) {
  const { id, messages } = useFieldMessages(props);
  const { field, value, onChange } = props;
  const descriptionId = useId();
  return (
    <FieldMessages id={id} messages={messages}>
      <Switch
        label={field.title}
        isSelected={value === true}
        onChange={onChange}
        aria-describedby={`${descriptionId} ${id}`}
      />
      <div id={descriptionId}>
        {field.description && (
          <Text as="p" variant="body-small" color="secondary">
            {field.description}
          </Text>
        )}
      </div>
    </FieldMessages>
  );
}
