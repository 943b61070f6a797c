import { SearchField, Text } from '@backstage/ui';
import type {
  AccessSource,
  EffectiveAccess,
  ObjectOperation,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ErrorPanel } from '../components/ErrorPanel';
import { SkeletonLines } from '../components/SkeletonLines';
import { useTranslation } from '../hooks/useTranslation';
import { permissionInWords } from '../inventory/permissionInWords';
import styles from './Access.module.css';
import { ObjectAccess } from './ObjectAccess';
import record from './Record.module.css';
import { RecordSection } from './RecordSection';
import { recognizeAccessQuestion } from './recognizeAccessQuestion';
import { SourceList } from './SourceList';
import { useAccess, useKnownObjects } from './useAccess';

const shortNames: ObjectOperation[] = [
  'read',
  'create',
  'edit',
  'delete',
  'viewAll',
  'modifyAll',
];

/** What a user may do: everything, or what somebody asks about in their words. */
export function AccessExplorer(props: {
  org: string;
  userId: string;
  name: string;
}) {
  const { t } = useTranslation();
  const { org, userId, name } = props;
  const [search, setSearch] = useSearchParams();
  const text = search.get('q') ?? '';
  const access = useAccess({ org, userId });
  const known = useKnownObjects(org);
  const objects = known.data;
  const question = useMemo(
    () =>
      recognizeAccessQuestion(text, {
        objects: objects ?? [],
        permissions:
          access.data?.system.map(({ permission }) => permission) ?? [],
      }),
    [text, objects, access.data],
  );
  if (access.isPending) {
    return (
      <div role="status" aria-label={t('directory.access.loading')}>
        <SkeletonLines count={8} height={28} />
      </div>
    );
  }
  if (access.isError) {
    return (
      <ErrorPanel error={access.error} retry={() => void access.refetch()} />
    );
  }
  const { system, muted } = access.data;
  const shownSystem = text
    ? system.filter(({ permission }) =>
        question.permissions.includes(permission),
      )
    : system;
  const isUnrecognized =
    text !== '' && !question.object && question.permissions.length === 0;
  return (
    <div className={record.page}>
      <div className={record.toolbar}>
        <SearchField
          className={record.search}
          label={t('directory.access.search')}
          description={t('directory.access.searchDescription')}
          placeholder={t('directory.access.searchPlaceholder')}
          value={text}
          onChange={q =>
            setSearch(
              before => {
                const next = new URLSearchParams(before);
                if (q) next.set('q', q);
                else next.delete('q');
                return next;
              },
              { replace: true },
            )
          }
        />
      </div>
      {isUnrecognized && known.isError && (
        <ErrorPanel error={known.error} retry={() => void known.refetch()} />
      )}
      {isUnrecognized && known.isPending && <SkeletonLines count={2} />}
      {isUnrecognized && known.isSuccess && (
        <Text as="p" role="status">
          {t('directory.access.unknown', { name })}
        </Text>
      )}
      {question.object && (
        <ObjectAccess
          org={org}
          userId={userId}
          name={name}
          object={question.object}
          operation={question.operation}
          field={question.field}
        />
      )}
      {shownSystem.length > 0 && (
        <RecordSection title={t('directory.systemPermissions')}>
          <dl className={styles.grid}>
            {shownSystem.map(({ permission, sources }) => (
              <Row
                key={permission}
                name={permissionInWords(permission)}
                title={permission}
                sources={sources}
                org={org}
              />
            ))}
          </dl>
        </RecordSection>
      )}
      {!text && <ObjectOverview access={access.data} />}
      {!text && muted.length > 0 && (
        <RecordSection title={t('directory.access.muted')}>
          <ul className={styles.names}>
            {muted.map(({ group, permission }) => (
              <li key={`${group}-${permission}`}>
                {t('directory.access.mutedBy', {
                  permission: permissionInWords(permission),
                  group,
                })}
              </li>
            ))}
          </ul>
        </RecordSection>
      )}
    </div>
  );
}

function Row(props: {
  name: string;
  title?: string;
  sources: AccessSource[];
  org: string;
}) {
  return (
    <div>
      <dt title={props.title}>{props.name}</dt>
      <dd>
        <SourceList sources={props.sources} org={props.org} />
      </dd>
    </div>
  );
}

/** Each object in one line; asking about one shows through what. */
function ObjectOverview(props: { access: EffectiveAccess }) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const byObject = useMemo(() => {
    const found = new Map<string, ObjectOperation[]>();
    for (const { object, operation } of props.access.objects) {
      found.set(object, [...(found.get(object) ?? []), operation]);
    }
    return [...found];
  }, [props.access.objects]);
  return (
    <RecordSection title={t('directory.objectPermissions')}>
      {byObject.length === 0 ? (
        <Text as="p" color="secondary">
          {t('directory.noObjectPermissions')}
        </Text>
      ) : (
        <ul className={record.list}>
          {byObject.map(([object, may]) => (
            <li key={object} className={record.item}>
              <span className={record.words}>{object}</span>
              <Text as="span" color="secondary">
                {shortNames
                  .filter(operation => may.includes(operation))
                  .map(operation => t(`directory.operation.${operation}`))
                  .join(', ')}
              </Text>
              <button
                type="button"
                className={styles.why}
                aria-label={t('directory.access.whyObject', { object })}
                onClick={() =>
                  setSearch(before => {
                    const next = new URLSearchParams(before);
                    next.set('q', object);
                    return next;
                  })
                }
              >
                {t('directory.access.why')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </RecordSection>
  );
}
