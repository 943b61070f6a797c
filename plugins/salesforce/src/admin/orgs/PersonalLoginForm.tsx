import { useApi } from '@backstage/frontend-plugin-api';
import { Button, PasswordField, Text, TextField } from '@backstage/ui';
import type {
  OrgDetail,
  UpdateOrgBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf } from '../../api/answerOf';
import { queryKeys } from '../../api/queryKeys';
import { salesforceApiRef } from '../../api/SalesforceApi';
import { ErrorPanel } from '../../components/ErrorPanel';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './OrgForm.module.css';

/** The app through which people connect their own Salesforce user. */
export function PersonalLoginForm(props: { org: OrgDetail }) {
  const { t } = useTranslation();
  const { client } = useApi(salesforceApiRef);
  const queryClient = useQueryClient();
  const { org } = props;
  const [clientId, setClientId] = useState(org.personalLogin?.clientId ?? '');
  const [clientSecret, setClientSecret] = useState('');
  const [loginUrl, setLoginUrl] = useState(
    org.credentials?.loginUrl ?? org.instanceUrl ?? '',
  );
  const save = useMutation({
    mutationFn: (body: UpdateOrgBody) =>
      answerOf(
        client.PATCH('/orgs/{org}', {
          params: { path: { org: org.id } },
          body,
        }),
      ),
    onSuccess: () => setClientSecret(''),
    onSettled: () =>
      queryClient.invalidateQueries({ queryKey: queryKeys.orgs }),
  });
  return (
    <div
      className={styles.fields}
      role="group"
      aria-label={t('orgs.own.title')}
    >
      <Text as="p" color="secondary">
        {t('orgs.own.intro')}
      </Text>
      {org.callbackUrl && (
        <Text as="p">
          {t('orgs.prepare.callback')} <code>{org.callbackUrl}</code>
        </Text>
      )}
      <TextField
        label={t('orgs.own.loginUrl')}
        value={loginUrl}
        maxLength={500}
        spellCheck="false"
        onChange={setLoginUrl}
      />
      <TextField
        label={t('orgs.own.clientId')}
        value={clientId}
        maxLength={1000}
        spellCheck="false"
        onChange={setClientId}
      />
      <PasswordField
        label={t('orgs.own.clientSecret')}
        secondaryLabel={t('orgs.form.optional')}
        value={clientSecret}
        autoComplete="new-password"
        onChange={setClientSecret}
      />
      {Boolean(save.error) && <ErrorPanel error={save.error} />}
      {save.isSuccess && (
        <Text as="p" role="status">
          {t('orgs.form.saved')}
        </Text>
      )}
      <div className={styles.buttons}>
        <Button
          variant="secondary"
          isPending={save.isPending}
          isDisabled={!clientId.trim() || !loginUrl.trim()}
          onPress={() =>
            save.mutate({
              personalLogin: {
                loginUrl,
                clientId,
                ...(clientSecret ? { clientSecret } : {}),
              },
            })
          }
        >
          {t('orgs.own.save')}
        </Button>
        {org.personalLogin && (
          <Button
            variant="secondary"
            destructive
            isDisabled={save.isPending}
            onPress={() => save.mutate({ removePersonalLogin: true })}
          >
            {t('orgs.own.remove')}
          </Button>
        )}
      </div>
    </div>
  );
}
