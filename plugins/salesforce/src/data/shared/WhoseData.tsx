import { Link, Skeleton, Text } from '@backstage/ui';
import { RiEyeLine } from '@remixicon/react';
import { useMe } from '../../api/useMe';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { usePersonalConnections } from '../../personal/usePersonalConnections';
import styles from './WhoseData.module.css';

/** Whose eyes the person reads the org with, before anything was read. */
export function WhoseData(props: { orgInPath: string }) {
  const { t } = useTranslation();
  const links = useLinks();
  const me = useMe();
  const { connections } = usePersonalConnections();
  const connection = connections.data?.items.find(
    ({ org }) => org === props.orgInPath,
  );
  if (!me.data || connections.isPending) {
    return <Skeleton width="60%" height={20} />;
  }
  const canConnect =
    connection !== undefined &&
    connection.state !== 'connected' &&
    connection.state !== 'unavailable';
  let words = t('data.whose.own');
  if (connection?.state === 'connected') words = t('data.whose.self');
  else if (me.data.may.readAllData) words = t('data.whose.integration');
  return (
    <p className={styles.line}>
      <RiEyeLine size={16} aria-hidden className={styles.icon} />
      <Text as="span" color="secondary">
        {words}{' '}
        {canConnect && (
          <Link href={links.home()}>
            {me.data.may.readAllData
              ? t('data.whose.connectSelf')
              : t('data.whose.connect')}
          </Link>
        )}
      </Text>
    </p>
  );
}
