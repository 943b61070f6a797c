import { Text } from '@backstage/ui';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { RequestsCard } from './RequestsCard';
import type { RequestsState } from './useHome';

/** What the person is asked to review, longest waiting first. */
export function WaitingForYou(props: { waiting: RequestsState }) {
  const { t } = useTranslation();
  const links = useLinks();
  const { waiting } = props;

  const title = () => {
    if (waiting.state !== 'ready') return t('home.waiting');
    const number = String(waiting.items.length);
    return waiting.nextCursor
      ? t('home.waitingMore', { number })
      : t('home.waitingCount', { number });
  };

  return (
    <RequestsCard
      title={title()}
      requests={waiting}
      withRequester
      hrefOf={request => links.approval(request.id)}
      all={{ href: links.approvals(), label: t('home.seeApprovals') }}
      empty={
        <Text as="p" color="secondary">
          {t('home.waitingEmpty')}
        </Text>
      }
    />
  );
}
