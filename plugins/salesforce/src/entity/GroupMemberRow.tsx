import { Skeleton, Text } from '@backstage/ui';
import type { SalesforceUser } from '@salesdesk/backstage-plugin-salesforce-common';
import { isApiError } from '../api/ApiError';
import { describeError } from '../components/describeError';
import { PersonChip } from '../components/PersonChip';
import { RelativeTime } from '../components/RelativeTime';
import { useTranslation } from '../hooks/useTranslation';
import { RequestChangeMenu } from './RequestChangeMenu';
import styles from './SalesforceTab.module.css';
import { SalesforceUserStatusPill } from './SalesforceUserStatusPill';
import type { GroupMember } from './useGroupMembers';
import { useSalesforceUsers } from './useSalesforceUsers';

/** A member on a line for each org: status, profile and role, last login, what can be asked for. */
export function GroupMemberRow(props: { member: GroupMember }) {
  const { t } = useTranslation();
  const { member } = props;
  const users = useSalesforceUsers(member.ref);
  const person = users.data?.person ?? {
    ref: member.ref,
    displayName: member.name,
  };
  if (!users.data) {
    return (
      <li className={styles.member}>
        <PersonChip person={person} />
        {users.isError ? (
          <Text as="p" color="secondary" className={styles.access}>
            {isApiError(users.error) && users.error.status === 404
              ? t('entity.notYours')
              : describeError(users.error, t).title}
          </Text>
        ) : (
          <Skeleton width={96} height={24} />
        )}
      </li>
    );
  }
  return (
    <>
      {users.data.items.map(user => (
        <li key={user.org} className={styles.member}>
          <PersonChip person={person} />
          <span>
            <SalesforceUserStatusPill user={user} />
          </span>
          <Access user={user} withOrg={users.data.items.length > 1} />
          <Text as="span" variant="body-small" color="secondary">
            {user.lastLoginAt && (
              <>
                {t('entity.lastLogin')} <RelativeTime at={user.lastLoginAt} />
              </>
            )}
          </Text>
          <RequestChangeMenu
            user={user}
            personRef={member.ref}
            name={person.displayName}
            email={users.data.person.email}
          />
        </li>
      ))}
    </>
  );
}

function Access(props: { user: SalesforceUser; withOrg: boolean }) {
  const { profile, role, orgTitle, problem } = props.user;
  return (
    <div className={styles.access}>
      <Text as="span">{profile ?? problem}</Text>
      <Text as="span" variant="body-small" color="secondary">
        {[role, props.withOrg ? orgTitle : undefined]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </div>
  );
}
