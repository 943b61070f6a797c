import { SearchField, Text } from '@backstage/ui';
import { useState } from 'react';
import { ErrorPanel } from '../../components/ErrorPanel';
import { SkeletonLines } from '../../components/SkeletonLines';
import { screenStateOf } from '../../hooks/ScreenState';
import { useTranslation } from '../../hooks/useTranslation';
import { useObjects } from '../shared/useSchema';
import { findObjects } from './findObjects';
import styles from './Schema.module.css';

/** So many objects are drawn; who looks for another one types a bit of it. */
const most = 200;

/** The objects of an org, to be searched by label and API name. */
export function ObjectList(props: {
  org: string | undefined;
  chosen?: string;
  onChoose(object: string): void;
}) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const shown = screenStateOf(useObjects(props.org), items =>
    items.length > 0 ? { items } : undefined,
  );
  switch (shown.state) {
    case 'loading':
      return <SkeletonLines count={10} />;
    case 'error':
      return <ErrorPanel error={shown.error} retry={shown.retry} />;
    case 'empty':
      return (
        <Text as="p" color="secondary">
          {t('data.schema.none')}
        </Text>
      );
    default:
  }
  const found = findObjects(shown.items, words);
  return (
    <>
      <SearchField
        size="small"
        aria-label={t('data.schema.findObject')}
        placeholder={t('data.schema.findObject')}
        value={words}
        onChange={setWords}
      />
      <ul className={styles.list} aria-label={t('data.schema.objects')}>
        {found.slice(0, most).map(({ name, label, custom }) => (
          <li key={name}>
            <button
              type="button"
              className={styles.entry}
              aria-current={name === props.chosen || undefined}
              onClick={() => props.onChoose(name)}
            >
              <span>{label}</span>
              <span className={styles.detail}>
                <span className={styles.api}>{name}</span>
                {custom && ` · ${t('data.schema.custom')}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <Text as="p" color="secondary">
          {t('data.schema.noneFound')}
        </Text>
      )}
      {found.length > most && (
        <Text as="p" variant="body-small" color="secondary">
          {t('data.schema.more', { count: found.length - most })}
        </Text>
      )}
    </>
  );
}
