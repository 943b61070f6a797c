import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import { RiLoginBoxLine } from '@remixicon/react';
import type { OrgDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation } from '@tanstack/react-query';
import { answerOf } from '../../api/answerOf';
import { salesforceApiRef } from '../../api/SalesforceApi';
import { ErrorPanel } from '../../components/ErrorPanel';
import { useTranslation } from '../../hooks/useTranslation';
import { goTo } from '../../personal/goTo';
import { loginAppOf } from './orgForm';
import type { OrgForm } from './useOrgForm';

/** "Log in with Salesforce": the browser leaves, and comes back connected. */
export function BrowserLogin(props: { form: OrgForm; org: OrgDetail }) {
  const { t } = useTranslation();
  const { client } = useApi(salesforceApiRef);
  const { form, org } = props;
  const login = useMutation({
    mutationFn: () =>
      answerOf(
        client.POST('/orgs/{org}/login/start', {
          params: { path: { org: org.id } },
          body: loginAppOf(form.values),
        }),
      ),
    onSuccess: ({ url }) => goTo(url),
  });
  return (
    <>
      <Text as="p" color="secondary">
        {t('orgs.form.browserLoginHint')}
      </Text>
      {Boolean(login.error) && <ErrorPanel error={login.error} />}
      <div>
        <Button
          iconStart={<RiLoginBoxLine aria-hidden />}
          isPending={login.isPending || login.isSuccess}
          onPress={() => form.ifComplete(() => login.mutate())}
        >
          {t('orgs.form.browserLogin')}
        </Button>
      </div>
    </>
  );
}
