import { Button, Text } from '@backstage/ui';
import type {
  Delegation,
  Person,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { PersonChip } from '../../components/PersonChip';
import { RelativeTime } from '../../components/RelativeTime';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './Delegates.module.css';

/** Delegations as lines: who, from when, until when. */
export function DelegationRows(props: {
  title: string;
  empty?: string;
  delegations: Delegation[];
  personOf(delegation: Delegation): Person;
  onEnd?(id: string): void;
}) {
  const { t } = useTranslation();
  const { title, empty, delegations, personOf, onEnd } = props;
  return (
    <section className={styles.stack} aria-label={title}>
      <Text as="h3" weight="bold">
        {title}
      </Text>
      {delegations.length === 0 && (
        <Text as="p" color="secondary">
          {empty}
        </Text>
      )}
      <ul className={styles.rows}>
        {delegations.map(delegation => (
          <li key={delegation.id} className={styles.row}>
            <PersonChip person={personOf(delegation)} />
            <Text as="span" color="secondary">
              {delegation.isCurrent ? (
                t('delegates.now')
              ) : (
                <>
                  {t('delegates.begins')}{' '}
                  <RelativeTime at={delegation.startsAt} />
                </>
              )}
              {', '}
              {t('delegates.ends')} <RelativeTime at={delegation.endsAt} />
            </Text>
            {delegation.note && <Text as="span">“{delegation.note}”</Text>}
            {onEnd && (
              <Button
                variant="tertiary"
                size="small"
                onPress={() => onEnd(delegation.id)}
              >
                {t('delegates.takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
