import { DateRangePicker, Tag, TagGroup } from '@backstage/ui';
import { parseDate } from '@internationalized/date';
import { RiSearchLine } from '@remixicon/react';
import { useState } from 'react';
import { useActions } from '../api/useActions';
import { SuggestField } from '../components/SuggestField';
import { useTranslation, type Translate } from '../hooks/useTranslation';
import { usePeopleSearch } from '../people/usePeopleSearch';
import styles from './AuditSearch.module.css';
import { FilterChipName } from './FilterChipName';
import type { FilterChip } from './auditFilters';
import { entryTypeInWords, entryTypes } from './entryTypes';
import { suggestChips } from './suggestChips';
import type { AuditFrame } from './useAudit';

/** The search line: what is typed becomes chips, and chips narrow the log down. */
export function AuditSearch(
  props: Pick<AuditFrame, 'filters' | 'chips' | 'add' | 'remove'>,
) {
  const { t } = useTranslation();
  const { filters, chips, add, remove } = props;
  const [text, setText] = useState('');
  const actions = useActions();
  const people = usePeopleSearch({ text, kinds: ['user', 'group'] });
  const suggestions = suggestChips({
    text,
    actions: actions.data ?? [],
    types: entryTypes.map(type => ({
      type,
      label: entryTypeInWords(type, t),
    })),
    people: people.suggestions,
    words: {
      doneBy: name => t('audit.doneBy', { name }),
      about: name => t('audit.about', { name }),
      action: t('audit.suggest.action'),
      type: t('audit.suggest.type'),
      request: t('audit.suggest.request'),
      target: t('audit.suggest.target'),
    },
  });
  const time = chips.find(chip => chip.field === 'time');
  return (
    <search className={styles.search}>
      <div className={styles.line}>
        <SuggestField
          className={styles.text}
          label={t('audit.search')}
          placeholder={t('audit.searchPlaceholder')}
          icon={<RiSearchLine />}
          text={text}
          onText={setText}
          suggestions={suggestions.map(({ id, label, description }) => ({
            id,
            label,
            description,
          }))}
          isLoading={people.isLoading}
          onPick={id => {
            const picked = suggestions.find(one => one.id === id);
            if (picked) add(picked.chip);
          }}
        />
        <DateRangePicker
          label={t('audit.time')}
          value={
            filters.from && filters.to
              ? { start: parseDate(filters.from), end: parseDate(filters.to) }
              : null
          }
          onChange={range => {
            if (range) {
              add({
                field: 'time',
                from: range.start.toString().slice(0, 10),
                to: range.end.toString().slice(0, 10),
              });
            } else if (time) remove(time);
          }}
        />
      </div>
      {chips.length > 0 && (
        <TagGroup
          aria-label={t('audit.chips')}
          onRemove={keys =>
            chips.filter(chip => keys.has(keyOf(chip))).forEach(remove)
          }
        >
          {chips.map(chip => (
            <Tag key={keyOf(chip)} id={keyOf(chip)} textValue={keyOf(chip)}>
              <FilterChipName
                chip={chip}
                actions={actions.data ?? []}
                kind={chipKind(chip, t)}
              />
            </Tag>
          ))}
        </TagGroup>
      )}
    </search>
  );
}

function keyOf(chip: FilterChip): string {
  return chip.field === 'time' ? 'time' : `${chip.field}:${chip.value}`;
}

function chipKind(chip: FilterChip, t: Translate): string {
  return t(`audit.chip.${chip.field}`);
}
