import { PasswordField, Text, TextAreaField, TextField } from '@backstage/ui';
import { FieldWithErrors } from '../../components/FieldWithErrors';
import { useTranslation } from '../../hooks/useTranslation';
import { loginUrlInWords } from './loginUrlInWords';
import styles from './OrgForm.module.css';
import { fieldsOfKind, type CredentialsField } from './orgForm';
import type { OrgForm } from './useOrgForm';

/** How Salesdesk logs in to the org. Secrets go one way: in. */
export function CredentialsFields(props: { form: OrgForm }) {
  const { t } = useTranslation();
  const { form } = props;
  const { kind } = form.values;
  return (
    <div className={styles.fields}>
      <Text as="p" variant="body-small" color="secondary">
        {t('orgs.form.secretsHint')}
      </Text>
      {fieldsOfKind[kind].map(({ field, optional }) => (
        <CredentialField
          key={`${kind}-${field}`}
          field={field}
          optional={optional}
          form={form}
        />
      ))}
    </div>
  );
}

function CredentialField(props: {
  field: CredentialsField;
  optional?: boolean;
  form: OrgForm;
}) {
  const { t } = useTranslation();
  const { field, optional, form } = props;
  const hints: Partial<Record<CredentialsField, string>> = {
    loginUrl: loginUrlInWords(form.values.credentials.loginUrl, t),
    securityToken: t('orgs.form.securityTokenHint'),
    privateKey: form.org?.certificate
      ? t('orgs.form.privateKeyOurs')
      : t('orgs.form.privateKeyHint'),
  };
  return (
    <FieldWithErrors messages={form.errorsAt(`credentials.${field}`)}>
      {validity => {
        const shared = {
          ...validity,
          label: t(`orgs.form.${field}`),
          description: hints[field],
          secondaryLabel: optional ? t('orgs.form.optional') : undefined,
          value: form.values.credentials[field] ?? '',
          onChange: (value: string) => form.changeCredential(field, value),
          spellCheck: 'false' as const,
        };
        switch (field) {
          case 'password':
          case 'securityToken':
          case 'clientSecret':
            // Not the person's own password: nothing to remember or to fill in.
            return <PasswordField {...shared} autoComplete="new-password" />;
          case 'privateKey':
            // A key has lines, which a one-line field would take away.
            return (
              <TextAreaField
                {...shared}
                className={styles.secret}
                autoComplete="off"
                rows={5}
              />
            );
          default:
            return <TextField {...shared} autoComplete="off" />;
        }
      }}
    </FieldWithErrors>
  );
}
