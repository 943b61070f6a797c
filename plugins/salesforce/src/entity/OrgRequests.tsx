import { useApi } from '@backstage/frontend-plugin-api';
import { Text, VisuallyHidden } from '@backstage/ui';
import { answerOf } from '../api/answerOf';
import { queryKeys } from '../api/queryKeys';
import { salesforceApiRef } from '../api/SalesforceApi';
import { useCursorPages } from '../api/useCursorPages';
import { useRequestSignal } from '../api/useRequestSignal';
import { EmptyPanel } from '../components/EmptyPanel';
import { ErrorPanel } from '../components/ErrorPanel';
import { Pager } from '../components/Pager';
import { RequestRows } from '../components/RequestRows';
import { SkeletonLines } from '../components/SkeletonLines';
import { screenStateOf } from '../hooks/ScreenState';
import { useTranslation } from '../hooks/useTranslation';
import { useOrgOfEntity } from './useOrgOfEntity';

/** The requests of an org, as far as the viewer may see them. */
export function OrgRequests(props: { entityRef: string }) {
  const { t } = useTranslation();
  const org = useOrgOfEntity(props.entityRef);
  switch (org.state) {
    case 'error':
      return <ErrorPanel error={org.error} retry={org.retry} />;
    case 'empty':
      return (
        <EmptyPanel
          title={t('entity.orgUnknown')}
          description={t('entity.orgUnknownDescription')}
        />
      );
    case 'ready':
      return <RequestsOf orgId={org.org.id} />;
    case 'loading':
    default:
      return <Loading />;
  }
}

function RequestsOf(props: { orgId: string }) {
  const { t } = useTranslation();
  const { client } = useApi(salesforceApiRef);
  const { pollInterval } = useRequestSignal();
  const filter = {
    view: 'all',
    order: 'newest',
    org: props.orgId,
    limit: 25,
  } as const;
  const pages = useCursorPages({
    queryKey: queryKeys.requestList(filter),
    refetchInterval: pollInterval,
    fetchPage: ({ cursor, signal }) =>
      answerOf(
        client.GET('/requests', {
          params: { query: { ...filter, cursor } },
          signal,
        }),
      ),
  });
  const requests = screenStateOf(pages.query, ({ items }) =>
    items.length > 0 ? { items } : undefined,
  );
  switch (requests.state) {
    case 'error':
      return <ErrorPanel error={requests.error} retry={requests.retry} />;
    case 'empty':
      return (
        <Text as="p" color="secondary">
          {t('entity.noOrgRequests')}
        </Text>
      );
    case 'ready':
      return (
        <>
          <RequestRows
            label={t('entity.tab.requests')}
            requests={requests.items}
            withRequester
          />
          <Pager {...pages} />
        </>
      );
    case 'loading':
    default:
      return <Loading />;
  }
}

function Loading() {
  const { t } = useTranslation();
  return (
    <div role="status">
      <VisuallyHidden>{t('entity.requestsCard')}</VisuallyHidden>
      <SkeletonLines count={6} height={32} />
    </div>
  );
}
