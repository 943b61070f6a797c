import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import type { AuditEntry } from '@salesdesk/backstage-plugin-salesforce-common';
import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { Details } from '../components/Details';
import { ErrorPanel } from '../components/ErrorPanel';
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
      <div className={styles.entryWords}>
        <Text as="p">{entry.summary}</Text>
        {Object.keys(entry.data).length > 0 && (
          <Details
            summary={t('request.entryDetails', {
              sequence: String(entry.sequence),
            })}
          >
            <pre className={styles.data}>
              {JSON.stringify(entry.data, undefined, 2)}
            </pre>
          </Details>
        )}
      </div>
    </li>
  );
}
