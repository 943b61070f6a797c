import type {
  ActionDescription,
  Me,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { FormLink } from '../hooks/useLinks';

/** A form with values filled in that many people need. */
export interface QuickAction {
  name: 'resetMyPassword' | 'getPermissionSet';
  link: FormLink;
}

const candidates: QuickAction[] = [
  {
    name: 'resetMyPassword',
    link: { action: 'salesforce_reset_password', input: { users: ['me'] } },
  },
  {
    name: 'getPermissionSet',
    link: {
      action: 'salesforce_assign_permission_set',
      input: { users: ['me'] },
    },
  },
];

/**
 * Quick actions about oneself. They need a Salesforce user to be about, and
 * only what the person may ask for is offered.
 */
export function quickActionsFor(options: {
  me: Me;
  requestable: ActionDescription[];
}): QuickAction[] {
  const hasUser = options.me.salesforceUsers.some(
    ({ status }) => status === 'active' || status === 'frozen',
  );
  if (!hasUser) return [];
  const allowed = new Set(
    options.requestable
      .filter(({ selfService }) => selfService !== 'off')
      .map(({ id }) => id),
  );
  return candidates.filter(({ link }) => allowed.has(link.action));
}
