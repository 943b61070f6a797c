import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { SalesforceQueryProvider } from '../api/SalesforceQueryProvider';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { RequestsAround } from './RequestsAround';
import { useEntityRef } from './useEntityRef';
import { openStates } from './useRequestsAround';

/** On the page of a person: what is open by them or about them. */
export function RequestsCard() {
  const { t } = useTranslation();
  const links = useLinks();
  const { entityRef, name } = useEntityRef();
  return (
    <EntityInfoCard
      title={t('entity.requestsCard')}
      footerActions={
        <Link href={links.requests()}>{t('entity.allRequests')}</Link>
      }
    >
      <SalesforceQueryProvider>
        <RequestsAround
          personRef={entityRef}
          name={name}
          states={openStates}
          limit={5}
        />
      </SalesforceQueryProvider>
    </EntityInfoCard>
  );
}
