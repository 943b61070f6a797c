import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { SalesforceQueryProvider } from '../api/SalesforceQueryProvider';
import { useTranslation } from '../hooks/useTranslation';
import { SalesforceUsersOf } from './SalesforceUsersOf';
import { useEntityRef } from './useEntityRef';

/** On the page of a person: their Salesforce user, and what can be asked for. */
export function SalesforceUserCard() {
  const { t } = useTranslation();
  const { entityRef, name } = useEntityRef();
  return (
    <EntityInfoCard title={t('entity.userCard')}>
      <SalesforceQueryProvider>
        <SalesforceUsersOf personRef={entityRef} name={name} />
      </SalesforceQueryProvider>
    </EntityInfoCard>
  );
}
