import { ButtonLink, VisuallyHidden } from '@backstage/ui';
import { RiAddLine, RiCloudLine } from '@remixicon/react';
import { useOrgs } from '../../api/useOrgs';
import { EmptyPanel } from '../../components/EmptyPanel';
import { ErrorPanel } from '../../components/ErrorPanel';
import { ScreenHeader } from '../../components/ScreenHeader';
import { SkeletonLines } from '../../components/SkeletonLines';
import { screenStateOf } from '../../hooks/ScreenState';
import { useTranslation } from '../../hooks/useTranslation';
import { OrgSummaryCard } from './OrgSummaryCard';
import styles from './OrgsList.module.css';
import { useOrgLinks } from './useOrgLinks';

/** Every org as a card. */
export function OrgsList() {
  const { t } = useTranslation();
  const links = useOrgLinks();
  const orgs = screenStateOf(useOrgs(), items =>
    items.length > 0 ? { items } : undefined,
  );
  const connect = (
    <ButtonLink href={links.connect()} iconStart={<RiAddLine />}>
      {t('orgs.connect')}
    </ButtonLink>
  );
  return (
    <>
      <ScreenHeader
        title={t('orgs.title')}
        actions={orgs.state === 'ready' ? connect : undefined}
      />
      {orgs.state === 'loading' && (
        <div role="status">
          <VisuallyHidden>{t('orgs.loading')}</VisuallyHidden>
          <SkeletonLines count={3} height={120} />
        </div>
      )}
      {orgs.state === 'error' && (
        <ErrorPanel error={orgs.error} retry={orgs.retry} />
      )}
      {orgs.state === 'empty' && (
        <EmptyPanel
          icon={<RiCloudLine size={32} />}
          title={t('orgs.empty')}
          description={t('orgs.emptyDescription')}
          action={connect}
        />
      )}
      {orgs.state === 'ready' && (
        <ul className={styles.cards} aria-label={t('orgs.title')}>
          {orgs.items.map(org => (
            <li key={org.id}>
              <OrgSummaryCard org={org} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
