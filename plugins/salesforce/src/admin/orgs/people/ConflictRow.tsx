import { Button, Text } from '@backstage/ui';
import type { LinkConflict } from '@salesdesk/backstage-plugin-salesforce-common';
import { PersonChip } from '../../../components/PersonChip';
import { RelativeTime } from '../../../components/RelativeTime';
import { useTranslation } from '../../../hooks/useTranslation';
import styles from './OrgPeople.module.css';
import type { OrgPeopleActions } from './useOrgPeople';

/** A claim to a user that contradicts what is known. */
export function ConflictRow(props: {
  conflict: LinkConflict;
  actions: OrgPeopleActions;
}) {
  const { t } = useTranslation();
  const { conflict, actions } = props;
  const { person, user, message, noticedAt, linkedPerson } = conflict;
  const claim = { person: person.ref, userId: user.id };
  const isPending = actions.link.isPending || actions.refuse.isPending;
  return (
    <li className={styles.row}>
      <PersonChip person={person} />
      <div className={styles.user}>
        <Text as="p">{t('orgs.who.claim', { username: user.username })}</Text>
        <Text as="p" variant="body-small" color="secondary">
          {message}
          {linkedPerson &&
            ` (${t('orgs.who.linkedTo', { name: linkedPerson.displayName })})`}
          {' · '}
          <RelativeTime at={noticedAt} />
        </Text>
      </div>
      <div className={styles.buttons}>
        <Button
          isDisabled={isPending}
          onPress={() => actions.link.mutate(claim)}
        >
          {t('orgs.who.isTheirs', { name: person.displayName })}
        </Button>
        <Button
          variant="secondary"
          isDisabled={isPending}
          onPress={() => actions.refuse.mutate(claim)}
        >
          {t('orgs.who.isNotTheirs')}
        </Button>
      </div>
    </li>
  );
}
