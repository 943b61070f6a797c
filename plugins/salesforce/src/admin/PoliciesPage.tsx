import { ButtonLink, Container, VisuallyHidden } from '@backstage/ui';
import { RiFlaskLine, RiScales3Line } from '@remixicon/react';
import { useParams } from 'react-router-dom';
import { EmptyPanel } from '../components/EmptyPanel';
import { ErrorPanel } from '../components/ErrorPanel';
import { ScreenHeader } from '../components/ScreenHeader';
import { SkeletonLines } from '../components/SkeletonLines';
import { screenStateOf } from '../hooks/ScreenState';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import styles from './policies/Policies.module.css';
import { PoliciesTable } from './policies/PoliciesTable';
import { PolicyPanel } from './policies/PolicyPanel';
import { TryItPanel } from './policies/TryItPanel';
import { usePolicies } from './policies/usePolicies';

/** No action is called that: ids begin with a letter. */
const TRY_IT = '_try';

/** What holds for each action, and what it would decide. */
export function PoliciesPage() {
  const { t } = useTranslation();
  const links = useLinks();
  const open = useParams()['*'] || undefined;
  const policies = screenStateOf(usePolicies(), items =>
    items.length > 0 ? { items } : undefined,
  );
  const record =
    policies.state === 'ready'
      ? policies.items.find(({ action }) => action === open)
      : undefined;
  return (
    <Container>
      <ScreenHeader
        title={t('policies.title')}
        actions={
          policies.state === 'ready' && (
            <ButtonLink
              variant="secondary"
              iconStart={<RiFlaskLine />}
              href={`${links.policies()}/${TRY_IT}`}
            >
              {t('policies.tryIt.title')}
            </ButtonLink>
          )
        }
      />
      {policies.state === 'loading' && (
        <div role="status">
          <VisuallyHidden>{t('policies.loading')}</VisuallyHidden>
          <SkeletonLines count={8} height={40} />
        </div>
      )}
      {policies.state === 'error' && (
        <ErrorPanel error={policies.error} retry={policies.retry} />
      )}
      {policies.state === 'empty' && (
        <EmptyPanel
          icon={<RiScales3Line size={32} />}
          title={t('policies.empty')}
          description={t('policies.emptyDescription')}
        />
      )}
      {policies.state === 'ready' && (
        <div className={styles.workspace} data-open={open ? '' : undefined}>
          <div className={styles.table}>
            <PoliciesTable
              policies={policies.items}
              openAction={open}
              compact={open !== undefined}
            />
          </div>
          {record && <PolicyPanel key={record.action} record={record} />}
          {open === TRY_IT && <TryItPanel policies={policies.items} />}
          {open && open !== TRY_IT && !record && (
            <EmptyPanel
              title={t('error.titleNotFound')}
              description={t('error.nextNotFound')}
            />
          )}
        </div>
      )}
    </Container>
  );
}
