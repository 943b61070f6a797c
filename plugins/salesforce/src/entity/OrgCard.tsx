import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Link, Text, VisuallyHidden } from '@backstage/ui';
import type { OrgDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { OrgOwners } from '../admin/orgs/OrgOwners';
import { OrgStatusPill } from '../admin/orgs/OrgStatusPill';
import { OrgUsage } from '../admin/orgs/OrgUsage';
import { useOrgLinks } from '../admin/orgs/useOrgLinks';
import { SalesforceQueryProvider } from '../api/SalesforceQueryProvider';
import { useMe } from '../api/useMe';
import { EmptyPanel } from '../components/EmptyPanel';
import { ErrorPanel } from '../components/ErrorPanel';
import { RelativeTime } from '../components/RelativeTime';
import { SkeletonLines } from '../components/SkeletonLines';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import styles from './SalesforceUser.module.css';
import { useEntityRef } from './useEntityRef';
import { useOrgOfEntity } from './useOrgOfEntity';

/** On the page of an org: how it does, what is left, what waits, who looks after it. */
export function OrgCard() {
  const { t } = useTranslation();
  return (
    <EntityInfoCard title={t('entity.orgCard')}>
      <SalesforceQueryProvider>
        <OrgOfThisPage />
      </SalesforceQueryProvider>
    </EntityInfoCard>
  );
}

function OrgOfThisPage() {
  const { t } = useTranslation();
  const { entityRef } = useEntityRef();
  const orgLinks = useOrgLinks();
  const me = useMe();
  const org = useOrgOfEntity(entityRef);
  const manages = me.data?.may.manageOrgs === true;
  switch (org.state) {
    case 'error':
      return <ErrorPanel error={org.error} retry={org.retry} />;
    case 'empty':
      return (
        <EmptyPanel
          title={t('entity.orgUnknown')}
          description={t('entity.orgUnknownDescription')}
          action={
            manages && (
              <Link href={orgLinks.connect()}>{t('entity.connect')}</Link>
            )
          }
        />
      );
    case 'ready':
      return <OrgOverview org={org.org} manages={manages} />;
    case 'loading':
    default:
      return (
        <div role="status">
          <VisuallyHidden>{t('orgs.loading')}</VisuallyHidden>
          <SkeletonLines count={6} />
        </div>
      );
  }
}

function OrgOverview(props: { org: OrgDetail; manages: boolean }) {
  const { t } = useTranslation();
  const links = useLinks();
  const orgLinks = useOrgLinks();
  const { org, manages } = props;
  const waiting = new URLSearchParams({
    view: 'all',
    org: org.id,
    state: 'awaiting_approval',
  });
  return (
    <div className={styles.user}>
      <div className={styles.head}>
        <OrgStatusPill status={org.status} />
        {org.statusReason && <Text as="span">{org.statusReason}</Text>}
      </div>
      <OrgUsage org={org} />
      <dl className={styles.facts}>
        <dt>{t('entity.waiting')}</dt>
        <dd>
          {org.waitingRequests > 0 ? (
            <Link href={`${links.requests()}?${waiting}`}>
              {t('orgs.waitingCount', { count: org.waitingRequests })}
            </Link>
          ) : (
            t('entity.nothingWaits')
          )}
        </dd>
        <dt>{t('orgs.checkedAt')}</dt>
        <dd>
          {org.checkedAt ? (
            <RelativeTime at={org.checkedAt} />
          ) : (
            t('orgs.never')
          )}
        </dd>
        <dt>{t('entity.owner')}</dt>
        <dd>
          <OrgOwners owners={org.owners} />
        </dd>
      </dl>
      {manages && <Link href={orgLinks.one(org.id)}>{t('entity.manage')}</Link>}
    </div>
  );
}
