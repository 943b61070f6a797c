import { Button, Text } from '@backstage/ui';
import type { OrgPerson } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { Breakable } from '../../../components/Breakable';
import { PersonChip } from '../../../components/PersonChip';
import { useTranslation } from '../../../hooks/useTranslation';
import { ChooseUser } from './ChooseUser';
import styles from './OrgPeople.module.css';
import type { OrgPeopleActions } from './useOrgPeople';

/** A person, their Salesforce user, and how it was recognised. */
export function PersonRow(props: {
  orgId: string;
  item: OrgPerson;
  actions: OrgPeopleActions;
}) {
  const { t } = useTranslation();
  const { orgId, item, actions } = props;
  const { person, user, recognisedBy, proposals } = item;
  const [choosing, setChoosing] = useState(false);
  const link = (chosen: { userId?: string; username?: string }) => {
    setChoosing(false);
    actions.link.mutate({ person: person.ref, ...chosen });
  };
  return (
    <li className={styles.row}>
      <PersonChip person={person} />
      <div className={styles.user}>
        {user && (
          <>
            <Text as="p">
              <Breakable>{user.username}</Breakable>
              {user.isActive === false && ` (${t('orgs.who.inactive')})`}
            </Text>
            <Text as="p" variant="body-small" color="secondary">
              {t(`orgs.who.by.${recognisedBy ?? 'username'}`)}
            </Text>
          </>
        )}
        {!user && proposals.length === 0 && (
          <Text as="p" color="secondary">
            {t('orgs.who.noUser')}
          </Text>
        )}
        {!user &&
          proposals.map(({ id, username, name }) => (
            <div key={id} className={styles.proposal}>
              <Text as="p">
                {t('orgs.who.proposal', { username, name: name ?? username })}
              </Text>
              <Button size="small" onPress={() => link({ userId: id })}>
                {t('orgs.who.confirm')}
              </Button>
              <Button
                size="small"
                variant="secondary"
                onPress={() =>
                  actions.refuse.mutate({ person: person.ref, userId: id })
                }
              >
                {t('orgs.who.isNotTheirs')}
              </Button>
            </div>
          ))}
        {choosing && (
          <ChooseUser orgId={orgId} onChoose={username => link({ username })} />
        )}
      </div>
      <div className={styles.buttons}>
        <Button
          variant="secondary"
          size="small"
          aria-label={t('orgs.who.chooseFor', { name: person.displayName })}
          onPress={() => setChoosing(!choosing)}
        >
          {t('orgs.who.choose')}
        </Button>
        {recognisedBy === 'link' && (
          <Button
            variant="secondary"
            size="small"
            aria-label={t('orgs.who.unlinkOf', { name: person.displayName })}
            onPress={() => actions.unlink.mutate(person.ref)}
          >
            {t('orgs.who.unlink')}
          </Button>
        )}
      </div>
    </li>
  );
}
