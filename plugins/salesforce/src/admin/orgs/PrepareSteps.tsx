import { Text } from '@backstage/ui';
import type { LoginKind } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation, type Translate } from '../../hooks/useTranslation';
import styles from './OrgForm.module.css';

/** The exact clicks in Salesforce Setup before a kind of login works. */
export function PrepareSteps(props: {
  kind: LoginKind;
  /** What the app has to know of the portal, for logins with a browser. */
  callbackUrl?: string;
}) {
  const { t } = useTranslation();
  const { kind, callbackUrl } = props;
  return (
    <>
      <Text as="p" color="secondary">
        {t('orgs.form.prepareIntro')}
      </Text>
      <ol className={styles.clicks}>
        {clicksOf(kind, t).map(click => (
          <li key={click}>{click}</li>
        ))}
      </ol>
      {kind === 'web_server' && callbackUrl && (
        <Text as="p">
          {t('orgs.prepare.callback')} <code>{callbackUrl}</code>
        </Text>
      )}
    </>
  );
}

function clicksOf(kind: LoginKind, t: Translate): string[] {
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
    case 'web_server':
      return [
        t('orgs.prepare.web_server.user'),
        t('orgs.prepare.web_server.app'),
        t('orgs.prepare.web_server.flow'),
        t('orgs.prepare.web_server.install'),
        t('orgs.prepare.web_server.secret'),
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
