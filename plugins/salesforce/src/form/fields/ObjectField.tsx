import { Combobox } from '@backstage/ui';
import { useState } from 'react';
import { useObjects } from '../../data/shared/useSchema';
import { useTranslation } from '../../hooks/useTranslation';
import type { FieldOf, FieldProps } from './FieldProps';
import { FieldMessages } from './FieldMessages';
import { useFieldMessages } from './useFieldMessages';

/** No list is longer than this: who looks for another object types its name. */
const mostOffered = 200;

/** A Salesforce object, by label or API name; offered are those that the person may see. */
export function ObjectField(props: FieldProps<FieldOf<'sobject'>>) {
  const { t } = useTranslation();
  const { id, messages, fieldProps } = useFieldMessages(props);
  const { value, onChange, org } = props;
  const { data: objects = [], isLoading } = useObjects(org);
  const named = objects.find(({ name }) => name === value);
  const given = named?.label ?? (typeof value === 'string' ? value : '');
  const [typed, setTyped] = useState<string>();
  const words = typed ?? given;
  const plain = words.trim().toLowerCase();
  const offered = objects
    .filter(
      ({ name, label }) =>
        typed === undefined ||
        name.toLowerCase().includes(plain) ||
        label.toLowerCase().includes(plain),
    )
    .slice(0, mostOffered);
  return (
    <FieldMessages id={id} messages={messages}>
      <Combobox
        {...fieldProps}
        allowsCustomValue
        placeholder={t('form.pickerPlaceholder')}
        options={offered.map(({ name, label }) => ({
          id: name,
          label,
          description: name === label ? undefined : name,
        }))}
        loading={{ state: isLoading ? 'filtering' : 'idle' }}
        search={{
          mode: 'server',
          inputValue: words,
          onInputChange: next => {
            if (next === words) return;
            setTyped(next);
            const same = objects.find(({ name, label }) =>
              [name, label].some(
                each => each.toLowerCase() === next.trim().toLowerCase(),
              ),
            );
            onChange(same?.name ?? (next.trim() || undefined));
          },
        }}
        value={named?.name ?? null}
        onChange={key => {
          if (key === null) return;
          setTyped(undefined);
          onChange(String(key));
        }}
      />
    </FieldMessages>
  );
}
