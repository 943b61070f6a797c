import type {
  ActionDescription,
  SalesforceUser,
  SalesforceUserStatus,
} from '@salesdesk/backstage-plugin-salesforce-common';

/** A change that may be asked for, with the form filled in. */
export interface OfferedChange {
  action: ActionDescription;
  input: Record<string, unknown>;
}

const CREATE_USER = 'salesforce_create_user';

// Where a change makes sense only in some states; all others fit any user.
const fitting: Record<string, SalesforceUserStatus[]> = {
  salesforce_freeze_user: ['active'],
  salesforce_unfreeze_user: ['frozen'],
  salesforce_deactivate_user: ['active', 'frozen'],
  salesforce_reactivate_user: ['inactive'],
  salesforce_reset_password: ['active'],
};

/**
 * What the viewer may ask for concerning one person in one org. The backend
 * decides again when the form is opened and when it is sent.
 */
export function changesFor(options: {
  actions: ActionDescription[];
  user: SalesforceUser;
  personRef: string;
  email?: string;
  /** The viewer looks at their own page. */
  isSelf: boolean;
}): OfferedChange[] {
  const { actions, user, personRef, email, isSelf } = options;
  const offered = actions.filter(
    ({ kind, permitted, selfService }) =>
      kind === 'write' &&
      permitted !== 'no' &&
      (isSelf ? selfService !== 'off' : selfService !== 'only'),
  );
  if (user.status === 'none') {
    return offered
      .filter(({ id }) => id === CREATE_USER)
      .map(action => ({ action, input: email ? { email } : {} }));
  }
  const input = { users: [user.username ?? personRef] };
  return offered
    .filter(takesUsers)
    .filter(
      ({ id }) =>
        user.status === 'unknown' ||
        (fitting[id]?.includes(user.status) ?? true),
    )
    .map(action => ({ action, input }));
}

function takesUsers({ inputSchema }: ActionDescription): boolean {
  const { properties } = inputSchema;
  return (
    typeof properties === 'object' &&
    properties !== null &&
    'users' in properties
  );
}
