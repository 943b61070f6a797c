import { Button, Container, VisuallyHidden } from '@backstage/ui';
import { RiFileList3Line, RiFilterOffLine } from '@remixicon/react';
import { EmptyPanel } from '../components/EmptyPanel';
import { ErrorPanel } from '../components/ErrorPanel';
import { ScreenHeader } from '../components/ScreenHeader';
import { SkeletonLines } from '../components/SkeletonLines';
import { useTranslation } from '../hooks/useTranslation';
import { AuditBanner } from './AuditBanner';
import { AuditFileButtons } from './AuditFileButtons';
import { AuditGroups } from './AuditGroups';
import styles from './AuditPage.module.css';
import { AuditSearch } from './AuditSearch';
import { useAudit, type AuditFrame } from './useAudit';
import { VerifyElsewhere } from './VerifyElsewhere';

/** The record of everything that happened, and whether it is whole. */
export function AuditPage() {
  const { t } = useTranslation();
  const audit = useAudit();
  return (
    <Container>
      <ScreenHeader
        title={t('audit.title')}
        actions={<AuditFileButtons files={audit.files} />}
      />
      <div className={styles.page}>
        <AuditBanner log={audit.log} />
        <VerifyElsewhere status={audit.log.status} />
        <AuditSearch {...audit} />
        <Entries {...audit} />
      </div>
    </Container>
  );
}

function Entries(props: AuditFrame) {
  const { t } = useTranslation();
  const { entries, chips, clear } = props;
  switch (entries.state) {
    case 'error':
      return <ErrorPanel error={entries.error} retry={entries.retry} />;
    case 'empty':
      return chips.length > 0 ? (
        <EmptyPanel
          icon={<RiFilterOffLine size={32} />}
          title={t('audit.noneFound')}
          description={t('audit.noneFoundDescription')}
          action={
            <Button variant="secondary" onPress={clear}>
              {t('audit.clearFilters')}
            </Button>
          }
        />
      ) : (
        <EmptyPanel
          icon={<RiFileList3Line size={32} />}
          title={t('audit.empty')}
          description={t('audit.emptyDescription')}
        />
      );
    case 'ready':
      return (
        <AuditGroups
          groups={entries.groups}
          more={entries.more}
          narrowed={chips.length > 0}
        />
      );
    case 'loading':
    default:
      return (
        <div role="status">
          <VisuallyHidden>{t('audit.loading')}</VisuallyHidden>
          <SkeletonLines count={6} height={48} />
        </div>
      );
  }
}
