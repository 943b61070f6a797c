import { SidebarItem } from '@backstage/core-components';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { RiUserSharedLine } from '@remixicon/react';

/** Signs out, which at the demo leads to the choice of people. */
export const SwitchPerson = () => {
  const identity = useApi(identityApiRef);
  return (
    <SidebarItem
      icon={() => <RiUserSharedLine />}
      text="Switch person"
      onClick={() => identity.signOut()}
    />
  );
};
