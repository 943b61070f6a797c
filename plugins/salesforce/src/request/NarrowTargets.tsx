import { useApi } from '@backstage/frontend-plugin-api';
import { Checkbox, SearchField, Text } from '@backstage/ui';
import type { Target } from '@salesdesk/backstage-plugin-salesforce-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { ErrorPanel } from '../components/ErrorPanel';
import { SkeletonLines } from '../components/SkeletonLines';
import { useDebounced } from '../hooks/useDebounced';
import { useTranslation } from '../hooks/useTranslation';
import styles from './RequestPage.module.css';

const TYPING_RESTS = 250;
const SHOWN = 50;

/** Takes targets off a plan: found by name, so that it serves for thousands. */
export function NarrowTargets(props: {
  requestId: string;
  removed: string[];
  onChange(removed: string[]): void;
}) {
  const { t } = useTranslation();
  const { client } = useApi(salesforceApiRef);
  const { requestId, removed, onChange } = props;
  const [words, setWords] = useState('');
  const q = useDebounced(words.trim(), TYPING_RESTS);
  const changes = useQuery({
    queryKey: queryKeys.changes(requestId, { q }),
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/requests/{requestId}/changes', {
          params: {
            path: { requestId },
            query: { q: q || undefined, limit: SHOWN },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const targets = targetsIn(changes.data?.items ?? []);
  return (
    <div className={styles.stack}>
      <Text as="p" color="secondary">
        {t('request.dialog.narrowIntro')}
      </Text>
      <SearchField
        aria-label={t('request.dialog.narrowFind')}
        placeholder={t('request.dialog.narrowFind')}
        value={words}
        onChange={setWords}
      />
      {changes.isError && (
        <ErrorPanel
          error={changes.error}
          retry={() => void changes.refetch()}
        />
      )}
      {changes.isPending && <SkeletonLines count={4} />}
      <ul className={styles.plain} aria-label={t('request.dialog.narrowList')}>
        {targets.map(({ name, target }) => (
          <li key={name}>
            <Checkbox
              isSelected={removed.includes(name)}
              onChange={isRemoved =>
                onChange(
                  isRemoved
                    ? [...removed, name]
                    : removed.filter(other => other !== name),
                )
              }
            >
              {target.detail
                ? `${target.label} (${target.detail})`
                : target.label}
            </Checkbox>
          </li>
        ))}
      </ul>
      <Text as="p" role="status">
        {t('request.dialog.narrowCount', { count: removed.length })}
      </Text>
    </div>
  );
}

/** Each target once, by the name that the API takes. */
function targetsIn(changes: Array<{ target: Target }>) {
  const byName = new Map(
    changes.map(({ target }) => [target.id ?? target.label, target]),
  );
  return [...byName].map(([name, target]) => ({ name, target }));
}
