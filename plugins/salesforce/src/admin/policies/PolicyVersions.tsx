import { useApi } from '@backstage/frontend-plugin-api';
import { Badge, Button, Text } from '@backstage/ui';
import type {
  Policy,
  PolicyRecord,
  PolicyVersionPage,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useInfiniteQuery } from '@tanstack/react-query';
import { answerOf } from '../../api/answerOf';
import { salesforceApiRef } from '../../api/SalesforceApi';
import { ErrorPanel } from '../../components/ErrorPanel';
import { FieldChanges } from '../../components/FieldChanges';
import { PersonChip } from '../../components/PersonChip';
import { RelativeTime } from '../../components/RelativeTime';
import { SkeletonLines } from '../../components/SkeletonLines';
import { screenStateOf } from '../../hooks/ScreenState';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './Policies.module.css';
import { policyDifference } from './policyDifference';
import { policyVersionsKey } from './policyKeys';
import type { Wording } from './policySentence';
import { useWording } from './useWording';

/** Earlier versions, each with what it changed. */
export function PolicyVersions(props: {
  action: string;
  currentVersion: number;
  startFrom?(policy: Policy): void;
}) {
  const { t } = useTranslation();
  const { client } = useApi(salesforceApiRef);
  const { action, currentVersion, startFrom } = props;
  const query = useInfiniteQuery({
    queryKey: policyVersionsKey(action),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        client.GET('/policies/{action}/versions', {
          params: {
            path: { action },
            query: { cursor: pageParam, limit: 20 },
          },
          signal,
        }),
      ),
    getNextPageParam: (page: PolicyVersionPage) => page.nextCursor,
  });
  const versions = screenStateOf(query, data => {
    const items = data.pages.flatMap(page => page.items);
    return items.length > 0 ? { items } : undefined;
  });
  const items = versions.state === 'ready' ? versions.items : [];
  const wording = useWording(items.map(({ policy }) => policy));
  switch (versions.state) {
    case 'error':
      return <ErrorPanel error={versions.error} retry={versions.retry} />;
    case 'empty':
      return (
        <Text as="p" color="secondary">
          {t('policies.versions.none')}
        </Text>
      );
    case 'ready':
      return (
        <>
          <ol className={styles.versions}>
            {items.map((record, index) => (
              <Version
                key={record.version}
                record={record}
                // The oldest shown has something before it on the next page.
                before={items[index + 1]}
                isLast={index === items.length - 1 && !query.hasNextPage}
                isCurrent={record.version === currentVersion}
                wording={wording}
                startFrom={startFrom}
              />
            ))}
          </ol>
          {query.hasNextPage && (
            <Button
              variant="secondary"
              isPending={query.isFetchingNextPage}
              onPress={() => void query.fetchNextPage()}
            >
              {t('policies.versions.more')}
            </Button>
          )}
        </>
      );
    default:
      return <SkeletonLines count={5} />;
  }
}

function Version(props: {
  record: PolicyRecord;
  before?: PolicyRecord;
  isLast: boolean;
  isCurrent: boolean;
  wording: Wording;
  startFrom?(policy: Policy): void;
}) {
  const { t } = useTranslation();
  const { record, before, isLast, isCurrent, wording, startFrom } = props;
  const number = String(record.version);
  const fields = before
    ? policyDifference(before.policy, record.policy, wording)
    : undefined;
  return (
    <li className={styles.version}>
      <div className={styles.facts}>
        <Text as="span" weight="bold">
          {t('policies.version', { number })}
        </Text>
        {isCurrent && <Badge>{t('policies.versions.current')}</Badge>}
        {record.source !== 'database' && (
          <Badge>{t('policies.versions.reset')}</Badge>
        )}
        {record.changedBy && <PersonChip person={record.changedBy} />}
        {record.changedAt && (
          <Text as="span" variant="body-small" color="secondary">
            <RelativeTime at={record.changedAt} />
          </Text>
        )}
      </div>
      {record.comment && <Text as="p">“{record.comment}”</Text>}
      {fields && fields.length > 0 && (
        <FieldChanges change={{ operation: 'update', fields }} />
      )}
      {fields && fields.length === 0 && (
        <Text as="p" color="secondary">
          {t('policies.versions.nothing')}
        </Text>
      )}
      {!fields && isLast && (
        <>
          <Text as="p">{record.sentence}</Text>
          <Text as="p" variant="body-small" color="secondary">
            {t('policies.versions.first')}
          </Text>
        </>
      )}
      {startFrom && !isCurrent && (
        <div>
          <Button
            variant="tertiary"
            size="small"
            onPress={() => startFrom(record.policy)}
          >
            {t('policies.versions.use', { number })}
          </Button>
        </div>
      )}
    </li>
  );
}
