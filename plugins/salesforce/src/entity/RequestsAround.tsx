import { Text, VisuallyHidden } from '@backstage/ui';
import type { RequestState } from '@salesdesk/backstage-plugin-salesforce-common';
import { ErrorPanel } from '../components/ErrorPanel';
import { RequestRows } from '../components/RequestRows';
import { SkeletonLines } from '../components/SkeletonLines';
import { useTranslation } from '../hooks/useTranslation';
import { useRequestsAround } from './useRequestsAround';

/** Requests by a person or about them. */
export function RequestsAround(props: {
  personRef: string;
  name: string;
  states?: RequestState[];
  limit: number;
}) {
  const { t } = useTranslation();
  const { name } = props;
  const requests = useRequestsAround(props);
  switch (requests.state) {
    case 'error':
      return <ErrorPanel error={requests.error} retry={requests.retry} />;
    case 'empty':
      return (
        <Text as="p" color="secondary">
          {props.states
            ? t('entity.noRequests', { name })
            : t('entity.noRequestsEver', { name })}
        </Text>
      );
    case 'ready':
      return (
        <RequestRows
          label={t('entity.openRequests', { name })}
          requests={requests.items}
          withRequester
        />
      );
    case 'loading':
    default:
      return (
        <div role="status">
          <VisuallyHidden>{t('entity.requestsCard')}</VisuallyHidden>
          <SkeletonLines count={3} />
        </div>
      );
  }
}
