import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Switch, VisuallyHidden } from '@backstage/ui';
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
import { KindField } from './KindField';
import { NameFields } from './NameFields';
import { OrgFormSteps } from './OrgFormSteps';
import { PersonalLoginForm } from './PersonalLoginForm';
import { SaveBar } from './SaveBar';
import { useOrg } from './useOrg';
import { useOrgForm } from './useOrgForm';
import { useOrgLinks } from './useOrgLinks';

/** Renames an org, changes its owners, or gives it new credentials. */
export function EditOrg(props: { orgId: string }) {
  const { t } = useTranslation();
  const org = screenStateOf(useOrg(props.orgId), detail => ({ detail }));
  switch (org.state) {
    case 'error':
      return <ErrorPanel error={org.error} retry={org.retry} />;
    case 'ready':
      return <EditForm org={org.detail} />;
    default:
      return (
        <div role="status">
          <VisuallyHidden>{t('orgs.loading')}</VisuallyHidden>
          <SkeletonLines count={8} height={24} />
        </div>
      );
  }
}

function EditForm(props: { org: OrgDetail }) {
  const { t } = useTranslation();
  const links = useOrgLinks();
  const navigate = useNavigate();
  const toastApi = useApi(toastApiRef);
  const { org } = props;
  const form = useOrgForm({
    org,
    onSaved: saved => {
      toastApi.post({
        title: t('orgs.form.saved'),
        status: 'success',
        timeout: 5_000,
      });
      navigate(links.one(saved.id));
    },
  });
  const checked = form.checkIsCurrent && form.validation?.ok === true;
  return (
    <>
      <ScreenHeader title={t('orgs.form.editTitle', { title: org.title })} />
      <OrgFormSteps
        steps={[
          {
            id: 'name',
            title: t('orgs.form.step.name'),
            done: false,
            content: <NameFields form={form} />,
          },
          {
            id: 'login',
            title: t('orgs.form.step.login'),
            done: checked,
            content: (
              <>
                <Switch
                  label={t('orgs.updateCredentials')}
                  isSelected={form.withCredentials}
                  onChange={form.setWithCredentials}
                />
                {form.withCredentials && (
                  <>
                    <KindField form={form} />
                    <CredentialsFields form={form} />
                    {form.values.kind === 'web_server' ? (
                      <BrowserLogin form={form} org={org} />
                    ) : (
                      <CheckPanel form={form} />
                    )}
                  </>
                )}
                <SaveBar
                  form={form}
                  label={t('orgs.form.save')}
                  cancelHref={links.one(org.id)}
                />
              </>
            ),
          },
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
