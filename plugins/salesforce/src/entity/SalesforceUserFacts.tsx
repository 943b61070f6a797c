import { ButtonLink, Text } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import type { SalesforceUser } from '@salesdesk/backstage-plugin-salesforce-common';
import type { ReactNode } from 'react';
import { useMe } from '../api/useMe';
import { RelativeTime } from '../components/RelativeTime';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { PermissionSetTags } from './PermissionSetTags';
import { RequestChangeMenu } from './RequestChangeMenu';
import styles from './SalesforceUser.module.css';
import { SalesforceUserStatusPill } from './SalesforceUserStatusPill';

/** One Salesforce user: whether they can log in, what they may, and what can be asked for. */
export function SalesforceUserFacts(props: {
  user: SalesforceUser;
  personRef: string;
  name: string;
  email?: string;
  /** Name the org, where there are several. */
  withOrg: boolean;
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const me = useMe();
  const { user, name, withOrg } = props;
  const there = user.status !== 'none' && user.status !== 'unknown';
  const facts: [string, ReactNode][] = there
    ? [
        [t('entity.username'), user.username],
        [t('entity.profile'), user.profile],
        [t('entity.role'), user.role],
        [t('entity.license'), user.license],
        [
          t('entity.lastLogin'),
          user.lastLoginAt ? (
            <RelativeTime at={user.lastLoginAt} />
          ) : (
            t('entity.neverLoggedIn')
          ),
        ],
        [
          t('entity.permissionSets'),
          user.permissionSets && (
            <PermissionSetTags access={user.permissionSets} />
          ),
        ],
      ]
    : [];
  return (
    <section
      className={styles.user}
      aria-label={withOrg ? user.orgTitle : undefined}
    >
      <div className={styles.head}>
        {withOrg && (
          <Text as="h4" weight="bold">
            {user.orgTitle}
          </Text>
        )}
        <SalesforceUserStatusPill user={user} />
      </div>
      {user.status === 'none' && (
        <Text as="p" color="secondary">
          {t('entity.none', { name })}
        </Text>
      )}
      {user.status === 'unknown' && (
        <Text as="p">{user.problem ?? t('entity.unknown')}</Text>
      )}
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts
            .filter(([, value]) => Boolean(value))
            .map(([label, value]) => [
              <dt key={`${label}-name`}>{label}</dt>,
              <dd key={label}>{value}</dd>,
            ])}
        </dl>
      )}
      <div className={styles.actions}>
        <RequestChangeMenu {...props} />
        {user.id && me.data?.may.readInventory && (
          <ButtonLink
            href={`${links.directory('users', user.id)}?${new URLSearchParams({
              org: user.org,
            })}`}
            variant="tertiary"
          >
            {t('entity.inDirectory')}
          </ButtonLink>
        )}
        {user.url && (
          <ButtonLink
            href={user.url}
            target="_blank"
            rel="noopener noreferrer"
            variant="tertiary"
            iconEnd={<RiExternalLinkLine />}
          >
            {t('entity.openInSalesforce')}
          </ButtonLink>
        )}
      </div>
    </section>
  );
}
