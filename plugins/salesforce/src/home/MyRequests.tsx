import { EmptyPanel } from '../components/EmptyPanel';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { RequestsCard } from './RequestsCard';
import type { RequestsState } from './useHome';

/** How the person's own requests stand, newest first. */
export function MyRequests(props: { mine: RequestsState }) {
  const { t } = useTranslation();
  const links = useLinks();
  return (
    <RequestsCard
      title={t('home.mine')}
      requests={props.mine}
      all={{ href: links.requests(), label: t('home.seeRequests') }}
      empty={
        <EmptyPanel
          title={t('home.mineEmpty')}
          description={t('home.mineEmptyDescription')}
        />
      }
    />
  );
}
