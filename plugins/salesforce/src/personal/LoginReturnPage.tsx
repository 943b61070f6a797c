import { ButtonLink, Container, Text, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiPlugLine } from '@remixicon/react';
import type { CompletedLogin } from '@salesdesk/backstage-plugin-salesforce-common';
import { EmptyPanel } from '../components/EmptyPanel';
import { ErrorPanel } from '../components/ErrorPanel';
import { ScreenHeader } from '../components/ScreenHeader';
import { SkeletonLines } from '../components/SkeletonLines';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { useLoginReturn } from './useLoginReturn';

/** Where Salesforce sends the browser after a login. */
export function LoginReturnPage() {
  return (
    <Container>
      <LoginReturn />
    </Container>
  );
}

function LoginReturn() {
  const { t } = useTranslation();
  const links = useLinks();
  const back = useLoginReturn();
  switch (back.state) {
    case 'failed':
      return (
        <>
          <ScreenHeader title={t('personal.failedTitle')} />
          <ErrorPanel error={back.error} />
          <Text as="p" color="secondary">
            {t('personal.failedNext')}
          </Text>
          <ButtonLink href={links.home()}>{t('personal.toHome')}</ButtonLink>
        </>
      );
    case 'finished':
      return <Finished login={back.login} />;
    case 'nothing':
      return (
        <EmptyPanel
          icon={<RiPlugLine size={32} />}
          title={t('personal.nothingHere')}
          action={
            <ButtonLink href={links.home()}>{t('personal.toHome')}</ButtonLink>
          }
        />
      );
    default:
      return (
        <div role="status">
          <VisuallyHidden>{t('personal.finishing')}</VisuallyHidden>
          <SkeletonLines count={4} />
        </div>
      );
  }
}

function Finished(props: { login: CompletedLogin }) {
  const { t } = useTranslation();
  const links = useLinks();
  const { purpose, org, orgTitle = org, connection } = props.login;
  const icon = <RiCheckLine size={32} />;
  return purpose === 'personal' ? (
    <EmptyPanel
      icon={icon}
      title={t('personal.finishedTitle')}
      description={t('personal.finishedText', {
        org: orgTitle,
        username: connection?.username ?? '',
      })}
      action={
        <ButtonLink href={links.home()}>{t('personal.toHome')}</ButtonLink>
      }
    />
  ) : (
    <EmptyPanel
      icon={icon}
      title={t('personal.finishedOrgTitle')}
      description={t('personal.finishedOrgText', { org: orgTitle })}
      action={
        <ButtonLink href={`${links.orgs()}/${encodeURIComponent(org)}`}>
          {t('personal.toOrg', { org: orgTitle })}
        </ButtonLink>
      }
    />
  );
}
