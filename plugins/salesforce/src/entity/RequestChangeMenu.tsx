import {
  Button,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
} from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import type { SalesforceUser } from '@salesdesk/backstage-plugin-salesforce-common';
import { useActions } from '../api/useActions';
import { useMe } from '../api/useMe';
import { byFamily } from '../home/requestableActions';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { changesFor } from './changesFor';

/** What the viewer may ask for, each leading to its form filled in. */
export function RequestChangeMenu(props: {
  user: SalesforceUser;
  personRef: string;
  name: string;
  email?: string;
  size?: 'small' | 'medium';
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const actions = useActions();
  const me = useMe();
  const { user, personRef, name, email } = props;
  const offered = changesFor({
    actions: actions.data ?? [],
    user,
    personRef,
    email,
    isSelf: me.data?.person.ref === personRef,
  });
  if (offered.length === 0) return null;
  const inputOf = new Map(
    offered.map(({ action, input }) => [action.id, input]),
  );
  return (
    <MenuTrigger>
      <Button
        variant="secondary"
        size={props.size ?? 'small'}
        iconEnd={<RiArrowDownSLine />}
        aria-label={t('entity.requestChangeFor', { name })}
      >
        {t('entity.requestChange')}
      </Button>
      <Menu>
        {byFamily(offered.map(({ action }) => action)).map(shelf => (
          <MenuSection
            key={shelf.family}
            title={t(`entity.family.${shelf.family}`)}
          >
            {shelf.actions.map(({ id, title }) => (
              <MenuItem
                key={id}
                id={id}
                href={links.form({
                  action: id,
                  input: inputOf.get(id),
                  org: user.org,
                })}
              >
                {title}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
