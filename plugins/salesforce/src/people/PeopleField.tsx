import { FieldLabel, Tag, TagGroup } from '@backstage/ui';
import { useState } from 'react';
import { SuggestField } from '../components/SuggestField';
import { useTranslation } from '../hooks/useTranslation';
import styles from './PeopleField.module.css';
import { RefName } from './RefName';
import { usePeopleSearch, type PersonKind } from './usePeopleSearch';

/** People and groups of the catalog, several of them. */
export function PeopleField(props: {
  label: string;
  description?: string;
  kinds: readonly PersonKind[];
  value: string[];
  onChange(refs: string[]): void;
  /** One at most: picking another replaces the first. */
  single?: boolean;
  isDisabled?: boolean;
}) {
  const { t } = useTranslation();
  const { label, description, kinds, value, onChange, single } = props;
  const [text, setText] = useState('');
  const { suggestions, isLoading } = usePeopleSearch({ text, kinds });
  return (
    <div className={styles.field}>
      <FieldLabel label={label} description={description} />
      {value.length > 0 && (
        <TagGroup
          aria-label={label}
          onRemove={keys => onChange(value.filter(ref => !keys.has(ref)))}
        >
          {value.map(ref => (
            <Tag key={ref} id={ref} textValue={ref}>
              <RefName entityRef={ref} />
            </Tag>
          ))}
        </TagGroup>
      )}
      {!(single && value.length > 0) && (
        <SuggestField
          aria-label={label}
          placeholder={
            kinds.includes('group')
              ? t('people.searchWithGroups')
              : t('people.search')
          }
          text={text}
          onText={setText}
          suggestions={suggestions.filter(({ id }) => !value.includes(id))}
          isLoading={isLoading}
          isDisabled={props.isDisabled}
          onPick={ref => onChange(single ? [ref] : [...value, ref])}
        />
      )}
    </div>
  );
}
