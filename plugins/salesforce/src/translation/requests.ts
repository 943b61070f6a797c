/** Messages of the list of requests, under the key `requests`. */
export const requestsMessages = {
  title: 'Requests',
  loading: 'Loading requests',
  newRequest: 'New request',
  view: 'Which requests',
  views: {
    mine: 'Mine',
    to_review: 'To review',
    all: 'All I may see',
  },
  search: 'Find in requests',
  searchPlaceholder: 'Words of the title or reason',
  state: 'Status',
  anyState: 'Any status',
  action: 'Action',
  anyAction: 'Any action',
  org: 'Org',
  anyOrg: 'Any org',
  order: 'Order',
  orders: {
    newest: 'Newest first',
    oldest: 'Oldest first',
    updated: 'Last changed first',
    expiring: 'Expiring first',
  },
  clear: 'Clear filters',
  emptyMine: 'You have not asked for anything yet.',
  emptyMineDescription:
    'Choose what you need. You see what will change before you submit it.',
  emptyReview: 'Nothing is waiting for you.',
  emptyReviewDescription:
    'Requests that you may review come up here, and the portal notifies you.',
  emptyAll: 'There are no requests yet.',
  emptyAllDescription:
    'Every change in Salesforce that is asked for comes here.',
  noneFound: 'No request matches.',
  noneFoundDescription: 'Try other words, or fewer filters.',
  columns: {
    number: 'No.',
    request: 'Request',
    requester: 'Asked by',
    state: 'Status',
    waitsFor: 'Waits for',
    changes: 'Changes',
    updated: 'Last change',
  },
} as const;
