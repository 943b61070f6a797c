import { Button, Text } from '@backstage/ui';
import {
  RiAlertLine,
  RiCheckLine,
  RiLoginBoxLine,
  RiPlugLine,
} from '@remixicon/react';
import type { PersonalConnection } from '@salesdesk/backstage-plugin-salesforce-common';
import type { ReactElement } from 'react';
import { RelativeTime } from '../components/RelativeTime';
import { StatusPill, type Tone } from '../components/StatusPill';
import { useTranslation } from '../hooks/useTranslation';
import styles from './MySalesforce.module.css';
import type { PersonalConnections } from './usePersonalConnections';

const looks: Record<
  PersonalConnection['state'],
  { tone: Tone; icon: ReactElement }
> = {
  connected: { tone: 'success', icon: <RiCheckLine aria-hidden /> },
  expired: { tone: 'warning', icon: <RiAlertLine aria-hidden /> },
  not_connected: { tone: 'neutral', icon: <RiPlugLine aria-hidden /> },
  unavailable: { tone: 'neutral', icon: <RiPlugLine aria-hidden /> },
};

/** One's connection to one org. */
export function PersonalConnectionRow(props: {
  connection: PersonalConnection;
  personal: PersonalConnections;
}) {
  const { t } = useTranslation();
  const { connection } = props;
  const { connect, disconnect } = props.personal;
  const { org, orgTitle, state, username, usedAt, reason } = connection;
  const { tone, icon } = looks[state];
  // The browser is about to leave for Salesforce.
  const leaving = connect.isPending || connect.isSuccess;
  return (
    <li className={styles.row}>
      <div className={styles.facts}>
        <div className={styles.head}>
          <Text as="span" weight="bold">
            {orgTitle}
          </Text>
          <StatusPill
            tone={tone}
            icon={icon}
            label={t(`personal.state.${state}`)}
          />
        </div>
        {state === 'connected' && (
          <Text as="p" variant="body-small" color="secondary">
            {t('personal.as', { username: username ?? '' })} ·{' '}
            {usedAt ? (
              <>
                {t('personal.lastUsed')} <RelativeTime at={usedAt} />
              </>
            ) : (
              t('personal.never')
            )}
          </Text>
        )}
        {state === 'expired' && (
          <Text as="p" variant="body-small" color="secondary">
            {t('personal.expired', { reason: reason ?? '' })}
          </Text>
        )}
      </div>
      {state !== 'connected' && (
        <Button
          iconStart={<RiLoginBoxLine aria-hidden />}
          isPending={leaving && connect.variables === org}
          onPress={() => connect.mutate(org)}
        >
          {state === 'expired'
            ? t('personal.connectAgain')
            : t('personal.connect')}
        </Button>
      )}
      {(state === 'connected' || state === 'expired') && (
        <Button
          variant="secondary"
          aria-label={`${t('personal.disconnect')} ${orgTitle}`}
          isPending={disconnect.isPending && disconnect.variables === org}
          onPress={() => disconnect.mutate(org)}
        >
          {t('personal.disconnect')}
        </Button>
      )}
    </li>
  );
}
