import { Text } from '@backstage/ui';
import { useNavigate } from 'react-router-dom';
import { ScreenHeader } from '../../components/ScreenHeader';
import { useTranslation } from '../../hooks/useTranslation';
import { NameFields } from './NameFields';
import { problemsOf } from './orgForm';
import { OrgFormSteps } from './OrgFormSteps';
import { SaveBar } from './SaveBar';
import { useOrgForm } from './useOrgForm';
import { useOrgLinks } from './useOrgLinks';

/**
 * The first step of connecting an org: what it is called, and whose it is. It
 * is noted then, so that its login can be set up by another owner, or later.
 */
export function ConnectOrg() {
  const { t } = useTranslation();
  const links = useOrgLinks();
  const navigate = useNavigate();
  const form = useOrgForm({
    part: 'name',
    onSaved: org => navigate(links.setUp(org.id)),
  });
  const named =
    problemsOf(form.values, { name: true, credentials: false }).size === 0;
  const later = (
    <Text as="p" color="secondary">
      {t('orgs.form.afterName')}
    </Text>
  );
  return (
    <>
      <ScreenHeader title={t('orgs.form.connectTitle')} />
      <OrgFormSteps
        steps={[
          {
            id: 'name',
            title: t('orgs.form.step.name'),
            done: named,
            content: (
              <>
                <NameFields form={form} />
                <SaveBar
                  form={form}
                  label={t('orgs.form.goOn')}
                  cancelHref={links.all()}
                />
              </>
            ),
          },
          {
            id: 'then',
            title: t('orgs.form.step.then'),
            done: false,
            content: later,
          },
        ]}
      />
    </>
  );
}
