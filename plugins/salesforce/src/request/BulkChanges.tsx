import { useApi } from '@backstage/frontend-plugin-api';
import { SearchField, Select, Text } from '@backstage/ui';
import type { ChangeOutcome } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { useCursorPages } from '../api/useCursorPages';
import { ChangesTable } from '../components/ChangesTable';
import { ErrorPanel } from '../components/ErrorPanel';
import { Pager } from '../components/Pager';
import { SkeletonLines } from '../components/SkeletonLines';
import { useDebounced } from '../hooks/useDebounced';
import { useTranslation } from '../hooks/useTranslation';
import { outcomes } from './OutcomeCounts';
import styles from './RequestPage.module.css';

const PAGE_SIZE = 25;
const TYPING_RESTS = 250;
const ALL = 'all';

/** Many changes: found by words and by outcome, a page at a time. */
export function BulkChanges(props: {
  requestId: string;
  withOutcomes: boolean;
}) {
  const { t } = useTranslation();
  const { client } = useApi(salesforceApiRef);
  const { requestId, withOutcomes } = props;
  const [words, setWords] = useState('');
  const [outcome, setOutcome] = useState<ChangeOutcome>();
  const q = useDebounced(words.trim(), TYPING_RESTS);
  const { query, ...paging } = useCursorPages({
    queryKey: queryKeys.changes(requestId, { q, outcome }),
    fetchPage: ({ cursor, signal }) =>
      answerOf(
        client.GET('/requests/{requestId}/changes', {
          params: {
            path: { requestId },
            query: { cursor, outcome, q: q || undefined, limit: PAGE_SIZE },
          },
          signal,
        }),
      ),
  });
  return (
    <div className={styles.stack}>
      <div className={styles.filters}>
        <SearchField
          aria-label={t('changes.filter')}
          placeholder={t('changes.filterPlaceholder')}
          value={words}
          onChange={setWords}
        />
        {withOutcomes && (
          <Select
            aria-label={t('changes.outcomeFilter')}
            options={[
              { id: ALL, label: t('changes.allOutcomes') },
              ...outcomes.map(word => ({
                id: word,
                label: t(`outcome.${word}`),
              })),
            ]}
            value={outcome ?? ALL}
            onChange={chosen =>
              setOutcome(outcomes.find(word => word === chosen))
            }
          />
        )}
      </div>
      {query.isError && (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending && <SkeletonLines count={8} />}
      {query.data &&
        (query.data.items.length > 0 ? (
          <ChangesTable
            changes={query.data.items}
            withOutcomes={withOutcomes}
          />
        ) : (
          <Text as="p" color="secondary">
            {t('changes.noneFound')}
          </Text>
        ))}
      <Pager {...paging} />
    </div>
  );
}
