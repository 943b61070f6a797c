import { Badge, Link, Text } from '@backstage/ui';
import type { OrgSummary } from '@salesdesk/backstage-plugin-salesforce-common';
import { ErrorPanel } from '../../components/ErrorPanel';
import { SkeletonLines } from '../../components/SkeletonLines';
import { useTranslation } from '../../hooks/useTranslation';
import { OrgOwners } from './OrgOwners';
import styles from './OrgsList.module.css';
import { OrgStatusPill } from './OrgStatusPill';
import { OrgUsage } from './OrgUsage';
import { useOrg } from './useOrg';
import { useOrgLinks } from './useOrgLinks';

/** An org at a glance: status, what is left, who looks after it. */
export function OrgSummaryCard(props: { org: OrgSummary }) {
  const { t } = useTranslation();
  const links = useOrgLinks();
  const { org } = props;
  const detail = useOrg(org.id);
  return (
    <article className={styles.card} aria-labelledby={`org-${org.id}`}>
      <header className={styles.head}>
        <h3 id={`org-${org.id}`}>
          <Link href={links.one(org.id)} variant="title-x-small" weight="bold">
            {org.title}
          </Link>
        </h3>
        {org.isSandbox && <Badge>{t('orgs.sandbox')}</Badge>}
        {org.isDefault && <Badge>{t('orgs.default')}</Badge>}
        <OrgStatusPill status={org.status} />
      </header>
      {org.statusReason && <Text as="p">{org.statusReason}</Text>}
      {detail.data && <OrgUsage org={detail.data} />}
      {!detail.data && detail.isError && <ErrorPanel error={detail.error} />}
      {!detail.data && !detail.isError && <SkeletonLines count={4} />}
      <div className={styles.facts}>
        {detail.data && detail.data.waitingRequests > 0 && (
          <Text as="p" variant="body-small">
            {t('orgs.waitingCount', { count: detail.data.waitingRequests })}
          </Text>
        )}
        <OrgOwners owners={org.owners} />
      </div>
    </article>
  );
}
