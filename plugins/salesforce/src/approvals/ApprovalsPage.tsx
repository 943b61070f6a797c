import { ButtonLink, Container } from '@backstage/ui';
import { RiInboxLine } from '@remixicon/react';
import { EmptyPanel } from '../components/EmptyPanel';
import { ErrorPanel } from '../components/ErrorPanel';
import { ScreenHeader } from '../components/ScreenHeader';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { ApprovalsLoading } from './ApprovalsLoading';
import { ApprovalsWorkspace } from './ApprovalsWorkspace';
import { DelegatesButton } from './delegates/DelegatesButton';
import { useApprovals } from './useApprovals';

/** The inbox: what waits for the person's review. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const links = useLinks();
  const approvals = useApprovals();
  switch (approvals.state) {
    case 'loading':
      return (
        <Container>
          <ScreenHeader title={t('approvals.title')} />
          <ApprovalsLoading />
        </Container>
      );
    case 'error':
      return (
        <Container>
          <ScreenHeader title={t('approvals.title')} />
          <ErrorPanel error={approvals.error} retry={approvals.retry} />
        </Container>
      );
    case 'empty':
      return (
        <Container>
          <ScreenHeader
            title={t('approvals.title')}
            actions={<DelegatesButton />}
          />
          <EmptyPanel
            icon={<RiInboxLine size={32} />}
            title={t('approvals.empty')}
            description={t('approvals.emptyDescription')}
            action={
              <ButtonLink href={links.requests()} variant="secondary">
                {t('approvals.seeRequests')}
              </ButtonLink>
            }
          />
        </Container>
      );
    case 'ready':
    default:
      return (
        <Container>
          <ApprovalsWorkspace {...approvals} />
        </Container>
      );
  }
}
