import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import type { AuditEntry } from '@salesdesk/backstage-plugin-salesforce-common';
import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { ErrorPanel } from '../components/ErrorPanel';
import { PersonChip } from '../components/PersonChip';
import { RelativeTime } from '../components/RelativeTime';
import { SkeletonLines } from '../components/SkeletonLines';
import { useTranslation } from '../hooks/useTranslation';
import styles from './RequestPage.module.css';

const PAGE_SIZE = 50;

/** Everything that was recorded about a request, oldest first. */
export function Timeline(props: { requestId: string }) {
  const { t } = useTranslation();
  const { requestId } = props;
  const { client } = useApi(salesforceApiRef);
  const query = useInfiniteQuery({
    queryKey: queryKeys.timeline(requestId),
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        client.GET('/requests/{requestId}/timeline', {
          params: {
            path: { requestId },
            query: { cursor: pageParam, limit: PAGE_SIZE },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor,
  });
  if (query.isPending) return <SkeletonLines count={4} />;
  if (query.isError && !query.data) {
    return (
      <ErrorPanel error={query.error} retry={() => void query.refetch()} />
    );
  }
  const entries = query.data.pages.flatMap(page => page.items);
  if (entries.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('request.timelineEmpty')}
      </Text>
    );
  }
  return (
    <>
      <ol className={styles.timeline}>
        {entries.map(entry => (
          <TimelineEntry key={entry.sequence} entry={entry} />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button
          variant="secondary"
          isPending={query.isFetchingNextPage}
          onPress={() => void query.fetchNextPage()}
        >
          {t('request.timelineMore')}
        </Button>
      )}
    </>
  );
}

function TimelineEntry(props: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const { entry } = props;
  return (
    <li className={styles.entry}>
      <Text as="span" color="secondary">
        <RelativeTime at={entry.at} />
      </Text>
      {entry.actorPerson ? (
        <PersonChip person={entry.actorPerson} />
      ) : (
        <Text as="span" color="secondary">
          {t('request.system')}
        </Text>
      )}
      {Object.keys(entry.data).length > 0 ? (
        <details className={styles.entryWords}>
          <summary>{entry.summary}</summary>
          <pre
            className={styles.data}
            aria-label={t('request.entryDetails', {
              sequence: String(entry.sequence),
            })}
          >
            {JSON.stringify(entry.data, undefined, 2)}
          </pre>
        </details>
      ) : (
        <Text as="p" className={styles.entryWords}>
          {entry.summary}
        </Text>
      )}
    </li>
  );
}
