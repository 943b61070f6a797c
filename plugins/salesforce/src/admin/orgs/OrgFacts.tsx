import { Link } from '@backstage/ui';
import type { OrgDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import type { ReactNode } from 'react';
import { RelativeTime } from '../../components/RelativeTime';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './OrgFacts.module.css';

/** What is known of an org and of its login. Never a secret. */
export function OrgFacts(props: { org: OrgDetail }) {
  const { t } = useTranslation();
  const links = useLinks();
  const { org } = props;
  const { credentials, entityRef } = org;
  const catalogPage = entityRef && links.entity(entityRef);
  const facts: [string, ReactNode][] = [
    [t('orgs.id'), org.id],
    [t('orgs.organizationId'), org.organizationId],
    [t('orgs.edition'), org.edition],
    [
      t('orgs.instance'),
      org.instanceUrl && (
        <Link
          href={org.instanceUrl}
          target="_blank"
          rel="noopener noreferrer"
          variant="body-medium"
        >
          {org.instanceUrl}
        </Link>
      ),
    ],
    [t('orgs.apiVersion'), org.apiVersion],
    [
      t('orgs.catalog'),
      catalogPage && <Link href={catalogPage}>{entityRef}</Link>,
    ],
    [t('orgs.loginKind'), credentials && t(`orgs.kind.${credentials.kind}`)],
    [t('orgs.loginUrl'), credentials?.loginUrl],
    [t('orgs.username'), credentials?.username],
    [t('orgs.clientId'), credentials?.clientId],
    [
      t('orgs.updatedAt'),
      credentials?.updatedAt && <RelativeTime at={credentials.updatedAt} />,
    ],
    [t('orgs.keyId'), credentials?.keyId],
    [
      t('orgs.checkedAt'),
      org.checkedAt ? <RelativeTime at={org.checkedAt} /> : t('orgs.never'),
    ],
  ];
  return (
    <>
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => Boolean(value))
          .map(([name, value]) => [
            <dt key={`${name}-name`}>{name}</dt>,
            <dd key={name}>{value}</dd>,
          ])}
      </dl>
      {org.source === 'config' && (
        <p className={styles.note}>{t('orgs.fromConfig')}</p>
      )}
    </>
  );
}
