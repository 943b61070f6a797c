import type { SalesforceUser } from '@salesdesk/backstage-plugin-salesforce-common';
import { sampleActions } from '../__testUtils__/sampleActions';
import { changesFor } from './changesFor';

const user = (overrides: Partial<SalesforceUser> = {}): SalesforceUser => ({
  org: 'acme',
  orgTitle: 'Acme',
  status: 'active',
  username: 'marco@acme.com',
  ...overrides,
});

const ids = (
  of: SalesforceUser,
  options: { isSelf?: boolean; actions?: typeof sampleActions } = {},
) =>
  changesFor({
    actions: options.actions ?? sampleActions,
    user: of,
    personRef: 'user:default/marco',
    email: 'marco@acme.com',
    isSelf: options.isSelf ?? false,
  }).map(({ action }) => action.id);

describe('the changes that are offered for a person', () => {
  it.each([
    ['active', 'salesforce_freeze_user', true],
    ['active', 'salesforce_unfreeze_user', false],
    ['active', 'salesforce_reactivate_user', false],
    ['frozen', 'salesforce_unfreeze_user', true],
    ['frozen', 'salesforce_freeze_user', false],
    ['inactive', 'salesforce_reactivate_user', true],
    ['inactive', 'salesforce_deactivate_user', false],
    ['unknown', 'salesforce_unfreeze_user', true],
    ['active', 'salesforce_assign_permission_set', true],
  ] as const)('to a user who is %s: %s %s', (status, id, offered) => {
    expect(ids(user({ status })).includes(id)).toBe(offered);
  });

  it('never offer reads, nor what takes no users', () => {
    const offered = ids(user());
    expect(offered).not.toContain('salesforce_query_users');
    expect(offered).not.toContain('salesforce_create_user');
  });

  it('offer only a new user, with the address filled in, where there is none', () => {
    expect(
      changesFor({
        actions: sampleActions,
        user: user({ status: 'none', username: undefined }),
        personRef: 'user:default/jenna.rossi',
        email: 'jenna.rossi@acme.com',
        isSelf: false,
      }).map(({ action, input }) => [action.id, input]),
    ).toEqual([['salesforce_create_user', { email: 'jenna.rossi@acme.com' }]]);
  });

  it('leave out what the viewer may never ask for, and what is for oneself only', () => {
    const actions = sampleActions.map(action => {
      if (action.id === 'salesforce_freeze_user') {
        return { ...action, permitted: 'no' as const };
      }
      if (action.id === 'salesforce_reset_password') {
        return { ...action, selfService: 'only' as const };
      }
      return action;
    });
    expect(ids(user(), { actions })).not.toContain('salesforce_freeze_user');
    expect(ids(user(), { actions })).not.toContain('salesforce_reset_password');
    expect(ids(user(), { actions, isSelf: true })).toContain(
      'salesforce_reset_password',
    );
  });

  it('name the user by username, or by person where Salesforce could not be asked', () => {
    const input = (of: SalesforceUser) =>
      changesFor({
        actions: sampleActions,
        user: of,
        personRef: 'user:default/marco',
        isSelf: false,
      })[0].input;
    expect(input(user())).toEqual({ users: ['marco@acme.com'] });
    expect(input(user({ status: 'unknown', username: undefined }))).toEqual({
      users: ['user:default/marco'],
    });
  });
});
