import { mockCredentials } from '@backstage/backend-test-utils';
import {
  people,
  startRolesTest,
  type Person,
} from './__testUtils__/startRolesTest';

type Host = Awaited<ReturnType<typeof startRolesTest>>;
type Caller = Person | 'service';

/** A request that waits for approval; the requester asked for it. */
interface Subject {
  id: string;
  planDigest: string;
}

interface Row {
  path?(subject: Subject): string;
  query?: string;
  body?(subject: Subject): object;
  /** Status by caller; everybody else gets `others`. */
  expected: Partial<Record<Caller, number>> & { others: number };
}

const everybody = { others: 200, service: 403 };
const ownData = { auditor: 403, employee: 403, service: 403, others: 200 };
const adminOnly = { admin: 200, others: 403 };
const auditOnly = { auditor: 200, service: 200, others: 403 };
const inventoryOnly = { manager: 200, approver: 200, admin: 200, others: 403 };
const whoReadsInventoryFindsNothing = {
  manager: 404,
  approver: 404,
  admin: 404,
  others: 403,
};
const board = { object: 'User', columns: ['name'], filters: [] };
/** Whoever sees the request; for the others it is not there. */
const whoSeesIt = { employee: 404, service: 403, others: 200 };

const toRequest =
  (suffix = '') =>
  ({ id }: Subject) =>
    `/requests/${id}${suffix}`;

/** Conversations are found by who had them alone. */
const nobodysConversation = (suffix = ''): Row => ({
  path: () => `/assistant/conversations/nobodys${suffix}`,
  expected: { service: 403, others: 404 },
});

const nobodysReview = (suffix: string): Row => ({
  path: () => `/access-reviews/none${suffix}`,
  expected: { service: 403, others: 404 },
});

const freezeMarco = {
  action: 'salesforce_freeze_user',
  input: { users: ['marco@acme.com'] },
};
const noUser = '005000000000000AAA';
const policy = {
  enabled: true,
  audience: [],
  selfService: 'allowed',
  stages: [],
  reason: 'optional',
  limits: {},
  expiresAfter: 'P14D',
  distinctReviewers: true,
};

/** What every operation answers to every role. A new operation needs a row. */
const matrix: Record<string, Row> = {
  GetMe: { expected: everybody },
  ListActions: { expected: everybody },
  RunReadAction: {
    path: () => '/actions/salesforce_query_users/run',
    body: () => ({ input: { search: 'erin' } }),
    // Everybody reads their own data; these two have no Salesforce user.
    expected: { auditor: 403, employee: 403, service: 403, others: 200 },
  },
  PreviewDraft: { body: () => freezeMarco, expected: everybody },
  ListRequests: { expected: everybody },
  SubmitRequest: {
    body: () => freezeMarco,
    expected: { admin: 201, others: 403 },
  },
  GetRequest: { path: toRequest(), expected: whoSeesIt },
  ListChanges: { path: toRequest('/changes'), expected: whoSeesIt },
  GetTimeline: { path: toRequest('/timeline'), expected: whoSeesIt },
  ReviewRequest: {
    path: toRequest('/reviews'),
    body: ({ planDigest }) => ({ decision: 'approve', planDigest }),
    expected: { employee: 404, approver: 200, others: 403 },
  },
  ListDelegations: { expected: everybody },
  CreateDelegation: {
    body: () => ({
      delegate: 'user:default/tom.becker',
      endsAt: new Date(Date.now() + 86_400_000).toISOString(),
    }),
    // Nobody stands in for themselves.
    expected: { approver: 400, service: 403, others: 201 },
  },
  EndDelegation: {
    path: () => '/delegations/none',
    expected: { service: 403, others: 404 },
  },
  AmendRequest: {
    path: toRequest('/amend'),
    body: () => ({ input: { users: ['me'], title: 'Another title' } }),
    expected: { requester: 200, employee: 404, others: 403 },
  },
  NarrowRequest: {
    path: toRequest('/narrow'),
    body: ({ planDigest }) => ({ planDigest, remove: ['nobody'] }),
    // Nobody of that name is a target, which only a reviewer gets to hear.
    expected: { employee: 404, approver: 400, others: 403 },
  },
  WithdrawApproval: {
    path: toRequest('/withdraw-approval'),
    body: () => ({}),
    expected: { employee: 404, service: 403, others: 409 },
  },
  ReviewAfterwards: {
    path: toRequest('/after-review'),
    body: () => ({ verdict: 'justified' }),
    expected: { employee: 404, service: 403, others: 409 },
  },
  CancelRequest: {
    path: toRequest('/cancel'),
    body: () => ({}),
    expected: { requester: 200, admin: 200, employee: 404, others: 403 },
  },
  RetryRequest: {
    path: toRequest('/retry'),
    body: () => ({}),
    // There is nothing to run again, which only an admin gets to hear.
    expected: { admin: 409, employee: 404, others: 403 },
  },
  StopRequest: {
    path: toRequest('/stop'),
    body: () => ({}),
    // It does not run, which only those who may stop it get to hear.
    expected: { requester: 409, admin: 409, employee: 404, others: 403 },
  },
  GetRequestSeats: { path: toRequest('/seats'), expected: whoSeesIt },
  WaitForSeat: {
    path: toRequest('/seats/queue'),
    // It lacks no seat.
    expected: { requester: 409, admin: 409, employee: 404, others: 403 },
  },
  StopWaitingForSeat: {
    path: toRequest('/seats/queue'),
    expected: { requester: 409, admin: 409, employee: 404, others: 403 },
  },
  PreviewUndo: {
    path: toRequest('/undo'),
    // Nothing was changed yet.
    expected: { employee: 404, service: 403, others: 409 },
  },
  SubmitUndo: {
    path: toRequest('/undo'),
    body: () => ({}),
    expected: { employee: 404, service: 403, others: 409 },
  },
  ReviewRequests: {
    body: ({ id, planDigest }) => ({
      reviews: [{ requestId: id, decision: 'approve', planDigest }],
    }),
    expected: everybody,
  },
  ListOrgs: { expected: everybody },
  CreateOrg: {
    body: () => ({
      id: 'sandbox',
      title: 'Sandbox',
      credentials: {
        kind: 'client_credentials',
        loginUrl: 'http://127.0.0.1:1',
        clientId: 'x',
        clientSecret: 'y',
      },
    }),
    // The credentials do not work.
    expected: { admin: 400, others: 403 },
  },
  ValidateCredentials: {
    body: () => ({
      credentials: {
        kind: 'client_credentials',
        loginUrl: 'http://127.0.0.1:1',
        clientId: 'x',
        clientSecret: 'y',
      },
    }),
    expected: adminOnly,
  },
  GetOrg: { path: () => '/orgs/acme', expected: everybody },
  UpdateOrg: {
    path: () => '/orgs/acme',
    body: () => ({ paused: false }),
    expected: adminOnly,
  },
  DisconnectOrg: {
    path: () => '/orgs/nowhere',
    expected: { admin: 404, others: 403 },
  },
  ValidateOrg: { path: () => '/orgs/acme/validate', expected: adminOnly },
  StartOrgLogin: {
    path: () => '/orgs/nowhere/login/start',
    body: () => ({ loginUrl: 'https://acme.my.salesforce.com', clientId: 'x' }),
    expected: { admin: 404, others: 403 },
  },
  CreateOrgKeyPair: {
    path: () => '/orgs/nowhere/key-pair',
    expected: { admin: 404, others: 403 },
  },
  ListOrgPeople: { path: () => '/orgs/acme/people', expected: adminOnly },
  LinkPerson: {
    path: () => '/orgs/acme/people/links',
    body: () => ({ person: 'user:default/nobody', userId: noUser }),
    expected: { admin: 404, others: 403 },
  },
  UnlinkPerson: {
    path: () => '/orgs/acme/people/links',
    query: '?person=user:default/nobody',
    expected: { admin: 404, others: 403 },
  },
  RefusePersonLink: {
    path: () => '/orgs/acme/people/refusals',
    body: () => ({ person: 'user:default/nobody', userId: noUser }),
    expected: { admin: 404, others: 403 },
  },
  DescribePermissionSet: { expected: adminOnly },
  ListOrgLog: { path: () => '/orgs/acme/log', expected: adminOnly },
  ListOptions: {
    path: () => '/orgs/acme/options/profile',
    expected: everybody,
  },
  GetSalesforceUsersOfPerson: {
    query: '?person=user:default/erin.walsh',
    expected: { employee: 404, auditor: 404, service: 403, others: 200 },
  },
  // Everybody's own, whoever they are.
  ListPersonalConnections: { expected: everybody },
  StartPersonalLogin: {
    path: () => '/personal/connections/nowhere/start',
    expected: { service: 403, others: 404 },
  },
  CompletePersonalLogin: {
    body: () => ({ state: 'never-given', code: 'x' }),
    expected: { service: 403, others: 409 },
  },
  DisconnectPersonal: {
    path: () => '/personal/connections/acme',
    expected: everybody,
  },
  ListPolicies: { expected: adminOnly },
  EvaluatePolicy: {
    body: () => ({
      person: 'user:default/erin.walsh',
      action: 'salesforce_freeze_user',
    }),
    expected: adminOnly,
  },
  GetPolicy: {
    path: () => '/policies/salesforce_freeze_user',
    expected: adminOnly,
  },
  SetPolicy: {
    path: () => '/policies/salesforce_freeze_user',
    body: () => ({ policy, expectedVersion: 99 }),
    // Another version is current, which only an admin gets to hear.
    expected: { admin: 409, others: 403 },
  },
  ResetPolicy: {
    path: () => '/policies/salesforce_freeze_user',
    query: '?expectedVersion=99',
    expected: { admin: 409, others: 403 },
  },
  ReplayPolicy: {
    path: () => '/policies/salesforce_freeze_user/replay',
    body: () => ({ policy }),
    expected: adminOnly,
  },
  ListPolicyVersions: {
    path: () => '/policies/salesforce_freeze_user/versions',
    expected: adminOnly,
  },
  // Everybody reads their own data; two of them have no Salesforce user.
  ListDataObjects: { expected: ownData },
  GetDataObject: { path: () => '/data/objects/Account', expected: ownData },
  GetDataRecord: {
    path: () => '/data/objects/Account/records/001000000000000AAA',
    expected: { ...ownData, others: 404 },
  },
  StreamQuery: {
    body: () => ({ query: 'SELECT Id FROM Account' }),
    expected: ownData,
  },
  ExportQuery: {
    body: () => ({ query: 'SELECT Id FROM Account' }),
    expected: ownData,
  },
  ListSavedQueries: { expected: everybody },
  CreateSavedQuery: {
    body: () => ({ title: 'Accounts', query: 'SELECT Id FROM Account' }),
    expected: { ...everybody, others: 201 },
  },
  UpdateSavedQuery: {
    path: () => '/data/saved-queries/none',
    body: () => ({ title: 'Accounts', query: 'SELECT Id FROM Account' }),
    expected: { ...everybody, others: 404 },
  },
  DeleteSavedQuery: {
    path: () => '/data/saved-queries/none',
    expected: { ...everybody, others: 404 },
  },
  ListAuditEntries: { expected: auditOnly },
  GetAuditEntry: { path: () => '/audit/entries/1', expected: auditOnly },
  ExportAuditLog: { expected: auditOnly },
  GetAuditStatus: { expected: auditOnly },
  VerifyAuditLog: { expected: auditOnly },
  GetAuditCheckpoint: { expected: auditOnly },
  ListInventoryObjects: { expected: inventoryOnly },
  GetInventoryStatus: {
    path: () => '/inventory/acme',
    expected: inventoryOnly,
  },
  ListInventorySyncs: {
    path: () => '/inventory/acme/syncs',
    expected: inventoryOnly,
  },
  StartInventorySync: {
    path: () => '/inventory/nowhere/syncs',
    body: () => ({}),
    // There is no such org, which only an admin gets to hear.
    expected: { admin: 404, others: 403 },
  },
  GetInventorySync: {
    path: () => '/inventory/acme/syncs/none',
    expected: whoReadsInventoryFindsNothing,
  },
  ListInventoryChanges: {
    path: () => '/inventory/acme/changes',
    expected: inventoryOnly,
  },
  QueryInventory: {
    path: () => '/inventory/acme/query',
    body: () => ({ object: 'User' }),
    expected: inventoryOnly,
  },
  GroupInventory: {
    path: () => '/inventory/acme/groups',
    body: () => ({ object: 'User', field: 'profile.name' }),
    expected: inventoryOnly,
  },
  ExportInventory: {
    path: () => '/inventory/acme/csv',
    body: () => ({ object: 'User', fields: ['name'] }),
    expected: inventoryOnly,
  },
  CountBoards: {
    path: () => '/inventory/acme/board-counts',
    expected: inventoryOnly,
  },
  GetInventoryRecord: {
    path: () => '/inventory/acme/records/User/none',
    expected: whoReadsInventoryFindsNothing,
  },
  GetEffectiveAccess: {
    path: () => '/inventory/acme/users/none/access',
    expected: whoReadsInventoryFindsNothing,
  },
  CompareUsers: {
    path: () => '/inventory/acme/users/none/compare/other',
    expected: whoReadsInventoryFindsNothing,
  },
  ListWhoCan: {
    path: () => '/inventory/acme/access',
    query: '?object=Account&operation=delete',
    expected: inventoryOnly,
  },
  ListBoards: { expected: inventoryOnly },
  CreateBoard: {
    body: () => ({ title: 'A', definition: board }),
    expected: { manager: 201, approver: 201, admin: 201, others: 403 },
  },
  GetBoard: {
    path: () => '/boards/service-users',
    expected: inventoryOnly,
  },
  // Nobody changes what is built in.
  UpdateBoard: {
    path: () => '/boards/service-users',
    body: () => ({ title: 'A', definition: board }),
    expected: { others: 403 },
  },
  DeleteBoard: {
    path: () => '/boards/service-users',
    expected: { others: 403 },
  },
  ListBoardRows: {
    path: () => '/boards/service-users/rows',
    expected: inventoryOnly,
  },
  GetBoardCharts: {
    path: () => '/boards/service-users/charts',
    expected: inventoryOnly,
  },
  ExportBoard: {
    path: () => '/boards/service-users/csv',
    expected: inventoryOnly,
  },
  ListBoardTargets: {
    path: () => '/boards/service-users/targets',
    body: () => ({}),
    expected: inventoryOnly,
  },
  // A reviewer needs no permission but to be one; what is nobody's is not found.
  ListAccessReviews: { expected: everybody },
  StartAccessReview: {
    body: () => ({
      title: 'A',
      access: { kind: 'profile', name: 'No such profile' },
      dueAt: new Date(Date.now() + 86_400_000).toISOString(),
      reviewers: { by: 'manager' },
    }),
    // There is nobody to review, which only an admin gets to hear.
    expected: { admin: 400, others: 403 },
  },
  GetAccessReview: nobodysReview(''),
  ListAccessReviewItems: nobodysReview('/items'),
  DecideAccessReview: {
    ...nobodysReview('/decisions'),
    body: () => ({ decision: 'keep', positions: [1] }),
  },
  ReassignAccessReview: {
    ...nobodysReview('/reassign'),
    body: () => ({ reviewer: 'user:default/tom.becker', positions: [1] }),
  },
  CloseAccessReview: { ...nobodysReview('/close'), body: () => ({}) },
  ExportAccessReview: nobodysReview('/csv'),
  // The catalog of the host alone, which is none of these.
  ListCatalogOrgs: {
    path: () => '/catalog-facts/orgs',
    expected: { others: 403 },
  },
  ListCatalogFacts: {
    path: () => '/catalog-facts/orgs/acme',
    query: '?kind=people',
    expected: { others: 403 },
  },
  GetAssistant: { expected: everybody },
  AskAssistant: { body: () => ({ text: 'help' }), expected: everybody },
  ListConversations: { expected: everybody },
  CreateConversation: {
    body: () => ({}),
    expected: { others: 201, service: 403 },
  },
  GetConversation: nobodysConversation(),
  DeleteConversation: nobodysConversation(),
  TakeTurn: {
    ...nobodysConversation('/turns'),
    body: () => ({ text: 'help' }),
  },
  GetTurn: nobodysConversation('/turns/1'),
  CancelTurn: nobodysConversation('/turns/1/cancel'),
};

describe('who may call what', () => {
  let host: Host;
  let operations: Array<{ id: string; method: string; path: string }>;

  beforeAll(async () => {
    host = await startRolesTest();
    const { body } = await host.call({
      method: 'get',
      path: '/openapi.json',
      authorization: host.headerOf('employee'),
    });
    const paths: Record<
      string,
      Record<string, { operationId: string }>
    > = body.paths;
    operations = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, { operationId }]) => ({
        id: operationId,
        method,
        path: path.replace(/^\/api\/salesforce/, ''),
      })),
    );
  }, 60_000);

  afterAll(() => host.stop());

  let submitted = 0;

  // Each time another title: some of these are approved, and run.
  async function submit(): Promise<Subject> {
    const { status, body } = await host.call({
      method: 'post',
      path: '/requests',
      body: {
        action: 'salesforce_update_user',
        input: { users: ['me'], title: `Title ${(submitted += 1)}` },
      },
      authorization: host.headerOf('requester'),
    });
    expect({ status, error: body.error }).toEqual({ status: 201 });
    return body;
  }

  async function statusOf(options: {
    id: string;
    row: Row;
    subject: Subject;
    authorization?: string;
  }): Promise<number> {
    const { row, subject, authorization } = options;
    const operation = operations.find(({ id }) => id === options.id);
    if (!operation) throw new Error(`There is no operation '${options.id}'`);
    const path = row.path?.(subject) ?? operation.path;
    const { status } = await host.call({
      method: operation.method as 'get',
      path: path + (row.query ?? ''),
      body: row.body?.(subject),
      authorization,
    });
    return status;
  }

  it('is said for every operation of the API', () => {
    expect(operations.map(({ id }) => id).sort()).toEqual(
      Object.keys(matrix).sort(),
    );
  });

  it.each(Object.entries(matrix))(
    '%s',
    async (id, row) => {
      const callers = [...Object.keys(people), 'service'] as Caller[];
      const answered: Partial<Record<Caller | 'nobody', number>> = {};
      const expected: typeof answered = { nobody: 401 };
      const subject = await submit();
      answered.nobody = await statusOf({
        id,
        row,
        subject,
        authorization: mockCredentials.none.header(),
      });
      for (const caller of callers) {
        expected[caller] = row.expected[caller] ?? row.expected.others;
        answered[caller] = await statusOf({
          id,
          row,
          // Each has a request of their own to act on.
          subject: row.path || row.body ? await submit() : subject,
          authorization:
            caller === 'service'
              ? mockCredentials.service.header()
              : host.headerOf(caller),
        });
      }
      expect(answered).toEqual(expected);
    },
    60_000,
  );
});
