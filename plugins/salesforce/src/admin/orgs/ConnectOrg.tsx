import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useNavigate } from 'react-router-dom';
import { ScreenHeader } from '../../components/ScreenHeader';
import { useTranslation } from '../../hooks/useTranslation';
import { CheckPanel } from './CheckPanel';
import { CredentialsFields } from './CredentialsFields';
import { KindField } from './KindField';
import { NameFields } from './NameFields';
import { problemsOf } from './orgForm';
import { OrgFormSteps } from './OrgFormSteps';
import { PrepareSteps } from './PrepareSteps';
import { SaveBar } from './SaveBar';
import { useOrgForm } from './useOrgForm';
import { useOrgLinks } from './useOrgLinks';

/** Connects an org, from the clicks in Setup to the check that turns green. */
export function ConnectOrg() {
  const { t } = useTranslation();
  const links = useOrgLinks();
  const navigate = useNavigate();
  const toastApi = useApi(toastApiRef);
  const form = useOrgForm({
    onSaved: org => {
      toastApi.post({
        title: t('orgs.form.connected', { title: org.title }),
        status: 'success',
        timeout: 5_000,
      });
      navigate(links.one(org.id));
    },
  });
  const lacks = (parts: { name: boolean; credentials: boolean }) =>
    problemsOf(form.values, parts).size > 0;
  const loginDone = !lacks({ name: false, credentials: true });
  const checked = form.checkIsCurrent && form.validation?.ok === true;
  return (
    <>
      <ScreenHeader title={t('orgs.form.connectTitle')} />
      <OrgFormSteps
        steps={[
          {
            id: 'prepare',
            title: t('orgs.form.step.prepare'),
            // What was done in Setup shows in the check.
            done: checked,
            content: (
              <>
                <KindField form={form} />
                <PrepareSteps kind={form.values.kind} />
              </>
            ),
          },
          {
            id: 'login',
            title: t('orgs.form.step.login'),
            done: loginDone,
            content: <CredentialsFields form={form} />,
          },
          {
            id: 'check',
            title: t('orgs.form.step.check'),
            done: checked,
            content: <CheckPanel form={form} />,
          },
          {
            id: 'name',
            title: t('orgs.form.step.name'),
            done: !lacks({ name: true, credentials: false }),
            content: (
              <>
                <NameFields form={form} />
                <SaveBar
                  form={form}
                  label={t('orgs.form.connectSave')}
                  cancelHref={links.all()}
                />
              </>
            ),
          },
        ]}
      />
    </>
  );
}
