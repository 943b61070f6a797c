import { Button, Tag, TagGroup, Text } from '@backstage/ui';
import { RiErrorWarningLine } from '@remixicon/react';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import { indexOfError } from '../fieldErrors';
import { referencesIn } from '../references';
import { Candidates } from './Candidates';
import type { FieldOf, FieldProps } from './FieldProps';
import styles from './fields.module.css';
import { OptionPicker } from './OptionPicker';
import { useChosenLabels } from './useChosenLabels';
import { FieldMessages } from './FieldMessages';
import { useFieldMessages } from './useFieldMessages';

/** So many are drawn before the rest is folded. */
const SHOWN_TAGS = 25;

/** Many references: chosen one by one, typed, or pasted as a list. */
export function ManyPicker(props: FieldProps<FieldOf<'picker'>>) {
  const { t } = useTranslation();
  const { id, messages, fieldProps } = useFieldMessages(props);
  const { field, onChange, org, errors } = props;
  const chosen = Array.isArray(props.value) ? (props.value as string[]) : [];
  const [words, setWords] = useState('');
  const [showAll, setShowAll] = useState(false);
  const { labelOf, remember } = useChosenLabels();

  const add = (references: string[]) => {
    setWords('');
    const added = [...new Set([...chosen, ...references])];
    if (added.length > chosen.length) onChange(added);
  };
  const replace = (index: number, value: string) =>
    onChange([
      ...new Set(chosen.map((old, at) => (at === index ? value : old))),
    ]);
  const onPaste = (event: ClipboardEvent) => {
    const references = referencesIn(event.clipboardData.getData('text'));
    if (references.length < 2) return;
    event.preventDefault();
    add(references);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
    // An option that the arrow keys stand on is chosen by the list itself.
    if (target.getAttribute('aria-activedescendant') || !words.trim()) return;
    event.preventDefault();
    event.stopPropagation();
    add([words.trim()]);
  };

  const badIndexes = new Set(errors.map(e => indexOfError(field.name, e)));
  const shown = showAll ? chosen : chosen.slice(0, SHOWN_TAGS);
  const hidden = chosen.length - shown.length;
  return (
    <FieldMessages
      id={id}
      messages={messages}
      help={errors.map(error => {
        const index = indexOfError(field.name, error);
        return (
          <Candidates
            key={error.path}
            candidates={error.candidates ?? []}
            onChoose={option => {
              remember(option);
              if (index === undefined) add([option.value]);
              else replace(index, option.value);
            }}
          />
        );
      })}
    >
      <div onPasteCapture={onPaste} onKeyDownCapture={onKeyDown}>
        <OptionPicker
          fieldProps={fieldProps}
          org={org}
          picker={field.picker}
          placeholder={t('form.pickerManyPlaceholder')}
          words={words}
          onWords={setWords}
          onChoose={option => {
            remember(option);
            add([option.value]);
          }}
          onBlur={() => words.trim() && add([words.trim()])}
          without={new Set(chosen)}
        />
      </div>
      {shown.length > 0 && (
        <TagGroup
          aria-label={t('form.chosen', { title: field.title })}
          onRemove={keys => onChange(chosen.filter(value => !keys.has(value)))}
        >
          {shown.map((value, index) => (
            <Tag
              key={value}
              id={value}
              textValue={labelOf(value)}
              icon={
                badIndexes.has(index) ? (
                  <RiErrorWarningLine className={styles.bad} aria-hidden />
                ) : undefined
              }
            >
              {labelOf(value)}
            </Tag>
          ))}
        </TagGroup>
      )}
      {chosen.length > 1 && (
        <div className={styles.shortcuts}>
          <Text as="span" variant="body-small" color="secondary">
            {t('form.chosenCount', { count: chosen.length })}
          </Text>
          {hidden > 0 && (
            <Button
              size="small"
              variant="tertiary"
              onPress={() => setShowAll(true)}
            >
              {t('form.showAll', { count: hidden })}
            </Button>
          )}
          <Button size="small" variant="tertiary" onPress={() => onChange([])}>
            {t('form.clearAll')}
          </Button>
        </div>
      )}
    </FieldMessages>
  );
}
