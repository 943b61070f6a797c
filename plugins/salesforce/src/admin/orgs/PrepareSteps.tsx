import { Text } from '@backstage/ui';
import type { CredentialsKind } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation, type Translate } from '../../hooks/useTranslation';
import styles from './OrgForm.module.css';

/** The exact clicks in Salesforce Setup before a kind of login works. */
export function PrepareSteps(props: { kind: CredentialsKind }) {
  const { t } = useTranslation();
  return (
    <>
      <Text as="p" color="secondary">
        {t('orgs.form.prepareIntro')}
      </Text>
      <ol className={styles.clicks}>
        {clicksOf(props.kind, t).map(click => (
          <li key={click}>{click}</li>
        ))}
      </ol>
    </>
  );
}

function clicksOf(kind: CredentialsKind, t: Translate): string[] {
  switch (kind) {
    case 'jwt_bearer':
      return [
        t('orgs.prepare.jwt_bearer.user'),
        t('orgs.prepare.jwt_bearer.key'),
        t('orgs.prepare.jwt_bearer.app'),
        t('orgs.prepare.jwt_bearer.flow'),
        t('orgs.prepare.jwt_bearer.preauthorise'),
      ];
    case 'username_password':
      return [
        t('orgs.prepare.username_password.allow'),
        t('orgs.prepare.username_password.user'),
        t('orgs.prepare.username_password.app'),
        t('orgs.prepare.username_password.token'),
      ];
    case 'client_credentials':
    default:
      return [
        t('orgs.prepare.client_credentials.user'),
        t('orgs.prepare.client_credentials.app'),
        t('orgs.prepare.client_credentials.flow'),
        t('orgs.prepare.client_credentials.runAs'),
        t('orgs.prepare.client_credentials.secret'),
      ];
  }
}
