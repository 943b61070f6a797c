import { Button, ButtonLink, SearchField, Text } from '@backstage/ui';
import { RiArrowLeftLine, RiPlayLine } from '@remixicon/react';
import { useState } from 'react';
import { ErrorPanel } from '../../components/ErrorPanel';
import { SkeletonLines } from '../../components/SkeletonLines';
import { screenStateOf } from '../../hooks/ScreenState';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { queryFor } from '../shared/queryFor';
import { useObject } from '../shared/useSchema';
import { ObjectList } from './ObjectList';
import styles from './Schema.module.css';

/** The org's objects beside the editor: look a field up, put it into the query. */
export function SchemaPanel(props: {
  org: string | undefined;
  onInsert(name: string): void;
  onQuery(query: string): void;
}) {
  const [object, setObject] = useState<string>();
  return object === undefined ? (
    <ObjectList org={props.org} onChoose={setObject} />
  ) : (
    <ObjectFields
      {...props}
      object={object}
      onBack={() => setObject(undefined)}
    />
  );
}

function ObjectFields(props: {
  org: string | undefined;
  object: string;
  onInsert(name: string): void;
  onQuery(query: string): void;
  onBack(): void;
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const { org, object, onInsert, onQuery, onBack } = props;
  const [words, setWords] = useState('');
  const shown = screenStateOf(useObject(org, object), described => ({
    described,
  }));
  return (
    <>
      <div className={styles.buttons}>
        <Button
          variant="tertiary"
          size="small"
          iconStart={<RiArrowLeftLine aria-hidden />}
          onPress={onBack}
        >
          {t('data.schema.allObjects')}
        </Button>
      </div>
      {shown.state === 'error' && (
        <ErrorPanel error={shown.error} retry={shown.retry} />
      )}
      {shown.state === 'loading' && <SkeletonLines count={8} />}
      {shown.state === 'ready' && (
        <>
          <Text as="h3" weight="bold" className={styles.title}>
            {shown.described.label}
          </Text>
          <div className={styles.buttons}>
            <Button
              variant="secondary"
              size="small"
              iconStart={<RiPlayLine aria-hidden />}
              onPress={() => onQuery(queryFor(shown.described))}
            >
              {t('data.schema.query')}
            </Button>
            <ButtonLink
              variant="secondary"
              size="small"
              href={links.objects({ org, object: shown.described.name })}
            >
              {t('data.schema.details')}
            </ButtonLink>
          </div>
          <SearchField
            size="small"
            aria-label={t('data.schema.findField')}
            placeholder={t('data.schema.findField')}
            value={words}
            onChange={setWords}
          />
          <ul
            className={styles.list}
            aria-label={t('data.schema.fieldsOf', {
              object: shown.described.label,
            })}
          >
            {shown.described.fields
              .filter(({ name, label }) =>
                `${name} ${label}`.toLowerCase().includes(words.toLowerCase()),
              )
              .map(({ name, label, type }) => (
                <li key={name}>
                  <button
                    type="button"
                    className={styles.entry}
                    title={t('data.schema.insert', { name })}
                    onClick={() => onInsert(name)}
                  >
                    <span className={styles.api}>{name}</span>
                    <span className={styles.detail}>
                      {label} · {type}
                    </span>
                  </button>
                </li>
              ))}
          </ul>
        </>
      )}
    </>
  );
}
