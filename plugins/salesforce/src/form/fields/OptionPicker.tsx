import { Combobox } from '@backstage/ui';
import type {
  Option,
  Picker,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { useOptions } from '../useOptions';
import { optionDescription } from './optionText';
import type { useFieldMessages } from './useFieldMessages';

/**
 * A text field that offers what the org has. What is typed need not be among
 * it: the backend also knows addresses, ids and sets of users by name.
 */
export function OptionPicker(props: {
  fieldProps: ReturnType<typeof useFieldMessages>['fieldProps'];
  org: string;
  picker: Picker;
  placeholder: string;
  words: string;
  onWords(words: string): void;
  onChoose(option: Option): void;
  onBlur(): void;
  /** Not offered, because chosen already. */
  without?: ReadonlySet<string>;
}) {
  const [used, setUsed] = useState(false);
  // The list closes when a choice shows in its value, and only then.
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const { options, loading } = useOptions({
    org: props.org,
    picker: props.picker,
    words: props.words,
    enabled: used,
  });
  const offered = options.filter(({ value }) => !props.without?.has(value));
  return (
    <Combobox
      {...props.fieldProps}
      placeholder={props.placeholder}
      allowsCustomValue
      options={offered.map(option => ({
        id: option.value,
        label: option.label,
        description: optionDescription(option),
        disabled: option.disabledReason !== undefined,
      }))}
      loading={{ state: loading ? 'filtering' : 'idle' }}
      search={{
        mode: 'server',
        inputValue: props.words,
        onInputChange: words => {
          if (words !== props.words) setChosenKey(null);
          props.onWords(words);
        },
      }}
      value={chosenKey}
      onChange={key => {
        const option = offered.find(({ value }) => value === key);
        setChosenKey(option ? option.value : null);
        if (option) props.onChoose(option);
      }}
      onFocus={() => setUsed(true)}
      onBlur={props.onBlur}
    />
  );
}
