/** Messages of the home page, under the key `home`. */
export const homeMessages = {
  title: 'What do you need in Salesforce?',
  loading: 'Loading what you can ask for',
  quickActions: 'Quick actions',
  resetMyPassword: 'Reset my password',
  getPermissionSet: 'Get a permission set',
  waiting: 'Waiting for you',
  waitingCount: 'Waiting for you · {{number}}',
  waitingMore: 'Waiting for you · more than {{number}}',
  waitingEmpty: 'Nothing is waiting for you.',
  seeApprovals: 'See all that waits for you',
  mine: 'My requests',
  mineEmpty: 'You have not asked for anything yet.',
  mineEmptyDescription:
    'Choose what you need. You see what will change before you submit it.',
  seeRequests: 'See all requests',
  byForm: 'Request by form',
  find: 'Find an action',
  noneFound: 'No action matches.',
  nothingAllowedTitle: 'There is nothing you may ask for at present',
  nothingAllowedDescription:
    'Your role in the portal does not include requests for Salesforce. Ask whoever looks after the portal if you need one.',
  family: {
    users: 'Users',
    access: 'Access',
    setup: 'Setup',
    data: 'Data',
  },
} as const;
