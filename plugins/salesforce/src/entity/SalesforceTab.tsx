import { useEntity } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import { SalesforceQueryProvider } from '../api/SalesforceQueryProvider';
import { useTranslation } from '../hooks/useTranslation';
import { GroupMembers } from './GroupMembers';
import { OrgRequests } from './OrgRequests';
import { RequestsAround } from './RequestsAround';
import styles from './SalesforceTab.module.css';
import { SalesforceUsersOf } from './SalesforceUsersOf';
import { useEntityRef } from './useEntityRef';

/** The Salesforce tab of a person, a group or an org. */
export function SalesforceTab() {
  const { entity } = useEntity();
  const kind = entity.kind.toLocaleLowerCase('en-US');
  return (
    <SalesforceQueryProvider>
      <div className={styles.tab}>
        {kind === 'user' && <UserTab />}
        {kind === 'group' && <GroupTab />}
        {kind === 'resource' && <OrgTab />}
      </div>
    </SalesforceQueryProvider>
  );
}

function UserTab() {
  const { t } = useTranslation();
  const { entityRef, name } = useEntityRef();
  return (
    <>
      <Section title={t('entity.tab.users')}>
        <SalesforceUsersOf personRef={entityRef} name={name} />
      </Section>
      <Section title={t('entity.tab.requests')}>
        <RequestsAround personRef={entityRef} name={name} limit={50} />
      </Section>
    </>
  );
}

function GroupTab() {
  const { t } = useTranslation();
  const { entityRef, name } = useEntityRef();
  return (
    <Section title={t('entity.tab.members')}>
      <GroupMembers groupRef={entityRef} name={name} />
    </Section>
  );
}

function OrgTab() {
  const { t } = useTranslation();
  const { entityRef } = useEntityRef();
  return (
    <Section title={t('entity.tab.requests')}>
      <OrgRequests entityRef={entityRef} />
    </Section>
  );
}

function Section(props: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={props.title}>
      <Text as="h2" variant="title-x-small" weight="bold">
        {props.title}
      </Text>
      {props.children}
    </section>
  );
}
