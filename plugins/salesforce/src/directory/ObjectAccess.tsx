import { SearchField, Text } from '@backstage/ui';
import type {
  EffectiveAccess,
  ObjectOperation,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { ErrorPanel } from '../components/ErrorPanel';
import { SkeletonLines } from '../components/SkeletonLines';
import { useTranslation } from '../hooks/useTranslation';
import styles from './Access.module.css';
import { RecordSection } from './RecordSection';
import { SourceList } from './SourceList';
import { useAccess } from './useAccess';

const operations: ObjectOperation[] = [
  'read',
  'create',
  'edit',
  'delete',
  'viewAll',
  'modifyAll',
];
/** So many fields are listed before somebody looks for one. */
const SHOWN_FIELDS = 30;

/** What a user may do with one object and its fields, each with its source. */
export function ObjectAccess(props: {
  org: string;
  userId: string;
  name: string;
  object: string;
  operation?: ObjectOperation;
  field?: string;
}) {
  const { t } = useTranslation();
  const { org, userId, name, object, operation, field } = props;
  const access = useAccess({ org, userId, object });
  if (access.isPending) return <SkeletonLines count={6} height={28} />;
  if (access.isError) {
    return (
      <ErrorPanel error={access.error} retry={() => void access.refetch()} />
    );
  }
  const sourcesOf = (wanted: ObjectOperation) =>
    access.data.objects.find(
      found => found.object === object && found.operation === wanted,
    )?.sources ?? [];
  const asked = operation && sourcesOf(operation);
  return (
    <>
      {operation && asked && (
        <div className={styles.answer} role="status">
          <Text as="p" variant="body-large" weight="bold">
            {asked.length > 0
              ? t('directory.access.can', {
                  name,
                  what: t(`directory.operation.${operation}`).toLowerCase(),
                  object,
                })
              : t('directory.access.cannot', {
                  name,
                  what: t(`directory.operation.${operation}`).toLowerCase(),
                  object,
                })}
          </Text>
          <SourceList sources={asked} org={org} />
          <Text as="p" variant="body-small" color="secondary">
            {t('directory.access.sharing')}
          </Text>
        </div>
      )}
      <RecordSection title={object}>
        <dl className={styles.grid}>
          {operations.map(each => {
            const sources = sourcesOf(each);
            return (
              <div key={each}>
                <dt data-asked={each === operation || undefined}>
                  {t(`directory.operation.${each}`)}
                </dt>
                <dd>
                  {sources.length > 0 ? (
                    <SourceList sources={sources} org={org} />
                  ) : (
                    <Text as="span" color="secondary">
                      {t('directory.access.nothingGives')}
                    </Text>
                  )}
                </dd>
              </div>
            );
          })}
        </dl>
      </RecordSection>
      <FieldAccess
        key={`${object}-${field ?? ''}`}
        access={access.data}
        object={object}
        field={field}
        org={org}
      />
    </>
  );
}

function FieldAccess(props: {
  access: EffectiveAccess;
  object: string;
  field?: string;
  org: string;
}) {
  const { t } = useTranslation();
  const { access, object, field, org } = props;
  const [text, setText] = useState(field?.split('.').pop() ?? '');
  const found = access.fields.filter(entry =>
    entry.field.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const shown = found.slice(0, SHOWN_FIELDS);
  return (
    <RecordSection title={t('directory.access.fieldsOf', { object })}>
      {access.fields.length > 0 && (
        <SearchField
          aria-label={t('directory.access.findField')}
          placeholder={t('directory.access.findField')}
          value={text}
          onChange={setText}
        />
      )}
      {shown.length > 0 ? (
        <dl className={styles.grid}>
          {shown.map(({ field: name, operation, sources }) => (
            <div key={`${name}-${operation}`}>
              <dt>
                {name.replace(`${object}.`, '')} ·{' '}
                {t(`directory.operation.${operation}`)}
              </dt>
              <dd>
                <SourceList sources={sources} org={org} />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <Text as="p" color="secondary">
          {access.fields.length === 0
            ? t('directory.access.noFields')
            : t('directory.access.noFieldFound')}
        </Text>
      )}
      {found.length > shown.length && (
        <Text as="p" color="secondary">
          {t('directory.access.moreFields', {
            count: found.length - shown.length,
          })}
        </Text>
      )}
    </RecordSection>
  );
}
