import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import {
  RiAlertLine,
  RiCloseCircleLine,
  RiInformationLine,
} from '@remixicon/react';
import type { OrgLogPage } from '@salesdesk/backstage-plugin-salesforce-common';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { answerOf } from '../../api/answerOf';
import { salesforceApiRef } from '../../api/SalesforceApi';
import { Details } from '../../components/Details';
import { ErrorPanel } from '../../components/ErrorPanel';
import { RelativeTime } from '../../components/RelativeTime';
import { SkeletonLines } from '../../components/SkeletonLines';
import { screenStateOf } from '../../hooks/ScreenState';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './OrgLog.module.css';
import { orgLogKey } from './orgKeys';

type LogEntry = OrgLogPage['items'][number];

/** What happened to the connection, newest first, in plain words. */
export function OrgLog(props: { orgId: string }) {
  const { t } = useTranslation();
  const { client } = useApi(salesforceApiRef);
  const { orgId } = props;
  const query = useInfiniteQuery({
    queryKey: orgLogKey(orgId),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        client.GET('/orgs/{org}/log', {
          params: {
            path: { org: orgId },
            query: { cursor: pageParam, limit: 20 },
          },
          signal,
        }),
      ),
    getNextPageParam: page => page.nextCursor,
  });
  const log = screenStateOf(query, data => {
    const entries = data.pages.flatMap(page => page.items);
    return entries.length > 0 ? { entries } : undefined;
  });
  switch (log.state) {
    case 'error':
      return <ErrorPanel error={log.error} retry={log.retry} />;
    case 'empty':
      return (
        <Text as="p" color="secondary">
          {t('orgs.logEmpty')}
        </Text>
      );
    case 'ready':
      return (
        <>
          <ol className={styles.log}>
            {log.entries.map((entry, index) => (
              <LogLine key={`${entry.at}-${index}`} entry={entry} />
            ))}
          </ol>
          {query.hasNextPage && (
            <Button
              variant="secondary"
              isPending={query.isFetchingNextPage}
              onPress={() => void query.fetchNextPage()}
            >
              {t('orgs.logMore')}
            </Button>
          )}
        </>
      );
    case 'loading':
    default:
      return <SkeletonLines count={4} />;
  }
}

const icons: Record<LogEntry['level'], ReactElement> = {
  info: <RiInformationLine size={16} aria-hidden />,
  warning: <RiAlertLine size={16} aria-hidden />,
  error: <RiCloseCircleLine size={16} aria-hidden />,
};

function LogLine(props: { entry: LogEntry }) {
  const { t } = useTranslation();
  const { at, level, message, details } = props.entry;
  return (
    <li className={styles.line}>
      <span
        className={styles.icon}
        data-level={level}
        role="img"
        aria-label={t(`orgs.logLevel.${level}`)}
      >
        {icons[level]}
      </span>
      <div className={styles.words}>
        <Text as="p">{message}</Text>
        {details && (
          <Details summary={t('orgs.check.details')}>
            <Text as="p">{details}</Text>
          </Details>
        )}
      </div>
      <Text as="span" variant="body-small" color="secondary">
        <RelativeTime at={at} />
      </Text>
    </li>
  );
}
