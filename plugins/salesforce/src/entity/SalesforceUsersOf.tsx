import { Text, VisuallyHidden } from '@backstage/ui';
import { isApiError } from '../api/ApiError';
import { ErrorPanel } from '../components/ErrorPanel';
import { SkeletonLines } from '../components/SkeletonLines';
import { screenStateOf } from '../hooks/ScreenState';
import { useTranslation } from '../hooks/useTranslation';
import styles from './SalesforceUser.module.css';
import { SalesforceUserFacts } from './SalesforceUserFacts';
import { useSalesforceUsers } from './useSalesforceUsers';

/** The Salesforce users of a person, in each org. */
export function SalesforceUsersOf(props: { personRef: string; name: string }) {
  const { t } = useTranslation();
  const { personRef, name } = props;
  const users = screenStateOf(
    useSalesforceUsers(personRef),
    ({ items, person }) =>
      items.length > 0 ? { items, email: person.email } : undefined,
  );
  switch (users.state) {
    case 'error':
      // What one may not see reads as not found; here we know what it means.
      return isApiError(users.error) && users.error.status === 404 ? (
        <Text as="p" color="secondary">
          {t('entity.notYours')}
        </Text>
      ) : (
        <ErrorPanel error={users.error} retry={users.retry} />
      );
    case 'empty':
      return (
        <Text as="p" color="secondary">
          {t('entity.noOrg')}
        </Text>
      );
    case 'ready':
      return (
        <div className={styles.users}>
          {users.items.map(user => (
            <SalesforceUserFacts
              key={user.org}
              user={user}
              personRef={personRef}
              name={name}
              email={users.email}
              withOrg={users.items.length > 1}
            />
          ))}
        </div>
      );
    case 'loading':
    default:
      return (
        <div role="status">
          <VisuallyHidden>{t('entity.userCard')}</VisuallyHidden>
          <SkeletonLines count={5} />
        </div>
      );
  }
}
