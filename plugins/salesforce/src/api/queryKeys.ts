/**
 * Keys of what is held of the backend's answers. A prefix names a family, so
 * that `invalidateQueries({ queryKey: queryKeys.requests })` refreshes all lists.
 */
export const queryKeys = {
  me: ['salesforce', 'me'],
  actions: ['salesforce', 'actions'],
  requests: ['salesforce', 'requests'],
  requestList: (filter: unknown) => ['salesforce', 'requests', 'list', filter],
  request: (id: string) => ['salesforce', 'requests', 'one', id],
  changes: (id: string, filter: unknown) => [
    'salesforce',
    'requests',
    'one',
    id,
    'changes',
    filter,
  ],
  timeline: (id: string) => ['salesforce', 'requests', 'one', id, 'timeline'],
  undo: (id: string) => ['salesforce', 'requests', 'one', id, 'undo'],
  draft: (body: unknown) => ['salesforce', 'draft', body],
  options: (filter: unknown) => ['salesforce', 'options', filter],
  dataObject: (filter: unknown) => ['salesforce', 'data-object', filter],
  orgs: ['salesforce', 'orgs'],
  personal: ['salesforce', 'personal'],
  delegations: ['salesforce', 'delegations'],
  policies: ['salesforce', 'policies'],
  audit: ['salesforce', 'audit'],
  assistant: ['salesforce', 'assistant'],
  conversations: ['salesforce', 'conversations'],
  conversation: (id: string | undefined) => ['salesforce', 'conversation', id],
  turn: (conversationId: string, turnId: string) => [
    'salesforce',
    'turn',
    conversationId,
    turnId,
  ],
  salesforceUsers: (person: string) => ['salesforce', 'users', person],
} as const;
