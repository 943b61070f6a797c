import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import type { OrgDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { useNavigate } from 'react-router-dom';
import { ErrorPanel } from '../../components/ErrorPanel';
import { ScreenHeader } from '../../components/ScreenHeader';
import { SkeletonLines } from '../../components/SkeletonLines';
import { screenStateOf } from '../../hooks/ScreenState';
import { useTranslation } from '../../hooks/useTranslation';
import { BrowserLogin } from './BrowserLogin';
import { CheckPanel } from './CheckPanel';
import { CredentialsFields } from './CredentialsFields';
import { KeyPairPanel } from './KeyPairPanel';
import { KindField } from './KindField';
import { problemsOf } from './orgForm';
import { OrgFormSteps } from './OrgFormSteps';
import { PermissionSetPanel } from './PermissionSetPanel';
import { PersonalLoginForm } from './PersonalLoginForm';
import { PrepareSteps } from './PrepareSteps';
import { SaveBar } from './SaveBar';
import { useOrg } from './useOrg';
import { useOrgForm } from './useOrgForm';
import { useOrgLinks } from './useOrgLinks';

/** Sets up the login of an org, from the clicks in Setup to the green check. */
export function SetUpOrg(props: { orgId: string }) {
  const { t } = useTranslation();
  const org = screenStateOf(useOrg(props.orgId), detail => ({ detail }));
  switch (org.state) {
    case 'error':
      return <ErrorPanel error={org.error} retry={org.retry} />;
    case 'ready':
      return <SetUpForm org={org.detail} />;
    default:
      return (
        <div role="status">
          <VisuallyHidden>{t('orgs.loading')}</VisuallyHidden>
          <SkeletonLines count={8} height={24} />
        </div>
      );
  }
}

function SetUpForm(props: { org: OrgDetail }) {
  const { t } = useTranslation();
  const links = useOrgLinks();
  const navigate = useNavigate();
  const toastApi = useApi(toastApiRef);
  const { org } = props;
  const form = useOrgForm({
    org,
    part: 'credentials',
    onSaved: saved => {
      toastApi.post({
        title: t('orgs.form.connected', { title: saved.title }),
        status: 'success',
        timeout: 5_000,
      });
      navigate(links.one(saved.id));
    },
  });
  const { kind } = form.values;
  const complete =
    problemsOf(form.values, {
      name: false,
      credentials: true,
      hasKeyPair: org.certificate !== undefined,
    }).size === 0;
  const checked = form.checkIsCurrent && form.validation?.ok === true;
  const check = {
    id: 'check',
    title: t('orgs.form.step.check'),
    done: checked,
    content: (
      <>
        <CheckPanel form={form} />
        <SaveBar
          form={form}
          label={t('orgs.form.connectSave')}
          cancelHref={links.one(org.id)}
        />
      </>
    ),
  };
  return (
    <>
      <ScreenHeader title={t('orgs.form.setUpTitle', { title: org.title })} />
      <OrgFormSteps
        steps={[
          {
            id: 'kind',
            title: t('orgs.form.step.kind'),
            done: true,
            content: <KindField form={form} />,
          },
          {
            id: 'prepare',
            title: t('orgs.form.step.prepare'),
            // What was done in Setup shows in the check.
            done: checked,
            content: (
              <>
                <PrepareSteps kind={kind} callbackUrl={org.callbackUrl} />
                {kind === 'jwt_bearer' && <KeyPairPanel org={org} />}
                <PermissionSetPanel />
              </>
            ),
          },
          {
            id: 'login',
            title: t('orgs.form.step.login'),
            done: complete,
            content: (
              <>
                <CredentialsFields form={form} />
                {kind === 'web_server' && (
                  <BrowserLogin form={form} org={org} />
                )}
              </>
            ),
          },
          ...(kind === 'web_server' ? [] : [check]),
          {
            id: 'people',
            title: t('orgs.form.step.people'),
            done: org.personalLogin !== undefined,
            content: <PersonalLoginForm org={org} />,
          },
        ]}
      />
    </>
  );
}
