import { Switch, Text } from '@backstage/ui';
import { useId } from 'react';
import type { FieldOf, FieldProps } from './FieldProps';
import styles from './fields.module.css';
import { useFieldMessages } from './useFieldMessages';

export function BooleanField(props: FieldProps<FieldOf<'boolean'>>) {
  const { messages } = useFieldMessages(props);
  const { field, value, onChange } = props;
  const descriptionId = useId();
  return (
    <div className={styles.switch}>
      <Switch
        label={field.title}
        isSelected={value === true}
        onChange={onChange}
        aria-describedby={descriptionId}
      />
      <div id={descriptionId}>
        {field.description && (
          <Text as="p" variant="body-small" color="secondary">
            {field.description}
          </Text>
        )}
        {messages.map(message => (
          <Text key={message} as="p" variant="body-small" color="danger">
            {message}
          </Text>
        ))}
      </div>
    </div>
  );
}
