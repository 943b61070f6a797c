import { Alert, Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { ErrorPanel } from '../components/ErrorPanel';
import { screenStateOf } from '../hooks/ScreenState';
import { useTranslation } from '../hooks/useTranslation';
import styles from './MySalesforce.module.css';
import { PersonalConnectionRow } from './PersonalConnectionRow';
import { usePersonalConnections } from './usePersonalConnections';

/**
 * "Connect my Salesforce". It stays away while it is not known whether any org
 * offers it: nobody came to the page for this.
 */
export function MySalesforce() {
  const { t } = useTranslation();
  const personal = usePersonalConnections();
  const { connections, connect, disconnect } = personal;
  const shown = screenStateOf(connections, ({ items }) => {
    const offered = items.filter(({ state }) => state !== 'unavailable');
    return offered.length > 0 ? { items: offered } : undefined;
  });
  if (shown.state !== 'ready') return null;
  const error = connect.error ?? disconnect.error;
  const ended = disconnect.data;
  return (
    <Card>
      <CardHeader>
        <Text
          as="h3"
          variant="body-large"
          weight="bold"
          className={styles.title}
        >
          {t('personal.title')}
        </Text>
      </CardHeader>
      <CardBody>
        <Text as="p" color="secondary" className={styles.intro}>
          {t('personal.intro')}
        </Text>
        {Boolean(error) && <ErrorPanel error={error} />}
        {ended?.revoked !== undefined && (
          <Alert
            role="status"
            status={ended.revoked ? 'success' : 'warning'}
            icon
            title={
              ended.revoked
                ? t('personal.disconnected', { org: ended.orgTitle })
                : t('personal.disconnectedUnconfirmed', {
                    org: ended.orgTitle,
                  })
            }
          />
        )}
        <ul className={styles.list} aria-label={t('personal.title')}>
          {shown.items.map(connection => (
            <PersonalConnectionRow
              key={connection.org}
              connection={connection}
              personal={personal}
            />
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
