import { useState } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import { Candidates } from './Candidates';
import type { FieldOf, FieldProps } from './FieldProps';
import { OptionPicker } from './OptionPicker';
import { FieldMessages } from './FieldMessages';
import { useFieldMessages } from './useFieldMessages';

/** One reference. What is typed stands as it is until an option is chosen. */
export function OnePicker(props: FieldProps<FieldOf<'picker'>>) {
  const { t } = useTranslation();
  const { id, messages, fieldProps } = useFieldMessages(props);
  const { field, value, onChange, org, errors } = props;
  const [words, setWords] = useState(typeof value === 'string' ? value : '');

  const choose = (option: { value: string; label: string }) => {
    setWords(option.label);
    onChange(option.value);
  };
  return (
    <FieldMessages
      id={id}
      messages={messages}
      help={errors.map(error => (
        <Candidates
          key={error.path + error.message}
          candidates={error.candidates ?? []}
          onChoose={choose}
        />
      ))}
    >
      <OptionPicker
        fieldProps={fieldProps}
        org={org}
        picker={field.picker}
        placeholder={t('form.pickerPlaceholder')}
        words={words}
        onWords={typed => {
          if (typed === words) return;
          setWords(typed);
          onChange(undefined);
        }}
        onChoose={choose}
        onBlur={() => {
          if (value === undefined && words.trim()) onChange(words.trim());
        }}
      />
    </FieldMessages>
  );
}
