import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  salesforceRequestReadPermission,
  type RequestSummary,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceConditionalDecision,
  salesforceConditions as conditions,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { TestPlugin } from '../__testUtils__/startTestPlugin';
import { testDatabases } from '../__testUtils__/testDatabases';

jest.setTimeout(60_000);

const databases = testDatabases();

type Criteria = PermissionCriteria<PermissionCondition<'salesforce-request'>>;

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

/** What a host's policy says that nobody here has seen; default: yes. */
let says: Record<string, PolicyDecision | Error> = {};

/** By this one, every request would have been decided differently. */
const nobodyMay = {
  enabled: false,
  audience: [],
  selfService: 'allowed',
  stages: [],
  reason: 'optional',
  limits: {},
  expiresAfter: 'P14D',
  distinctReviewers: true,
};

const everythingNeedsApproval = { 'salesforce.request.skip-approval': deny };

async function answer<T>(
  asked: ReadonlyArray<{ permission: { name: string } }>,
): Promise<T[]> {
  return asked.map(({ permission }) => {
    const said = { ...everythingNeedsApproval, ...says }[permission.name];
    if (said instanceof Error) throw said;
    return (said ?? allow) as T;
  });
}

const readable = (criteria: Criteria): PolicyDecision =>
  createSalesforceConditionalDecision(
    salesforceRequestReadPermission,
    criteria,
  ) as PolicyDecision;

const isErins = conditions.isRequester({
  userRefs: ['User:Default/ERIN.Walsh'],
});
const isFreeze = conditions.hasAction({ actions: ['salesforce_freeze_user'] });
const isSmall = conditions.sizeAtMost({ size: 1 });
const isOwn = conditions.isOwnUser();
const ofPriyasTeam = conditions.isManagerOfRequester({
  userRefs: ['user:default/Priya.Raman'],
});

describe.each(databases.eachSupportedId())(
  'policies that nobody here has seen, on %s',
  id => {
    let plugin: TestPlugin;
    let ids: string[];

    const get = (path: string, as = 'tom.becker') =>
      plugin.call('get', path, { as });
    const post = (path: string, body: object, as = 'tom.becker') =>
      plugin.call('post', path, { as }).send(body);
    const listed = async (): Promise<string[]> =>
      (await get('/requests?limit=200')).body.items
        .map((request: RequestSummary) => request.id)
        .sort();
    const openedOneByOne = async () => {
      const found: string[] = [];
      for (const requestId of ids) {
        const { status } = await get(`/requests/${requestId}`);
        if (status === 200) found.push(requestId);
        else if (status !== 404) throw new Error(`Answered ${status}`);
      }
      return found.sort();
    };
    const counted = async () => {
      const { body: org } = await get('/orgs/acme');
      const replays = await Promise.all(
        ['salesforce_freeze_user', 'salesforce_reset_password'].map(action =>
          post(`/policies/${action}/replay`, { policy: nobodyMay }),
        ),
      );
      return {
        waiting: org.waitingRequests,
        replayed: replays
          .flatMap(({ body }) => body.differences)
          .map(({ requestId }: { requestId: string }) => requestId)
          .sort(),
        considered: replays.reduce((sum, { body }) => sum + body.considered, 0),
      };
    };

    beforeAll(async () => {
      plugin = await TestPlugin.start({
        knex: await databases.init(id),
        permissions: { authorize: answer, authorizeConditional: answer },
      });
      ids = [];
      for (const [as, action, users] of [
        ['erin.walsh', 'salesforce_reset_password', ['me']],
        ['erin.walsh', 'salesforce_freeze_user', ['dan@acme.com']],
        ['sam.okafor', 'salesforce_freeze_user', ['maya.thompson@acme.com']],
        [
          'sam.okafor',
          'salesforce_reset_password',
          ['dan@acme.com', 'erin.walsh@acme.com'],
        ],
      ] as const) {
        const made = await post(
          '/requests',
          { action, input: { users }, reason: 'For a test' },
          as,
        );
        if (made.body.state !== 'awaiting_approval') {
          throw new Error(JSON.stringify(made.body));
        }
        ids.push(made.body.id);
      }
    }, 60_000);

    afterEach(() => {
      says = {};
    });

    afterAll(() => plugin.stop());

    it.each<[string, Criteria, number]>([
      ['one rule, in capitals', isErins, 2],
      ['no rule of several', { not: { anyOf: [isErins, isFreeze] } }, 1],
      [
        'rules within rules',
        { anyOf: [{ allOf: [isErins, { not: isFreeze }] }, { not: isSmall }] },
        2,
      ],
      [
        'what is not known of a request',
        { not: { allOf: [{ not: ofPriyasTeam }, { not: isOwn }] } },
        2,
      ],
      [
        'what holds for none',
        { allOf: [isOwn, { not: { not: { not: isOwn } } }] },
        0,
      ],
    ])(
      'show the same in lists, alone and in numbers: %s',
      async (_, criteria, many) => {
        says = {
          'salesforce.request.read': readable(criteria),
          'salesforce.org.manage': deny,
        };
        const list = await listed();
        expect(list).toHaveLength(many);
        expect(await openedOneByOne()).toEqual(list);
        expect(await counted()).toEqual({
          waiting: many,
          replayed: list,
          considered: many,
        });
      },
    );

    it('show nothing where reading is denied, whatever else is allowed', async () => {
      says = {
        'salesforce.request.read': deny,
        'salesforce.org.manage': deny,
      };
      expect(await listed()).toEqual([]);
      expect(await openedOneByOne()).toEqual([]);
      expect(await counted()).toEqual({
        waiting: 0,
        replayed: [],
        considered: 0,
      });
      expect((await get('/requests?view=to_review')).body.items).toEqual([]);
      for (const [path, body] of [
        ['reviews', { decision: 'approve', planDigest: 'x' }],
        ['cancel', {}],
        ['stop', {}],
        ['retry', {}],
        ['undo', {}],
      ] as const) {
        const { status } = await post(`/requests/${ids[0]}/${path}`, body);
        expect([path, status]).toEqual([path, 404]);
      }
      for (const path of ['changes', 'timeline', 'undo', 'seats']) {
        const { status } = await get(`/requests/${ids[0]}/${path}`);
        expect([path, status]).toEqual([path, 404]);
      }
    });

    it('pass nothing that is only perhaps allowed, where there is no request to ask about', async () => {
      const perhaps = readable(isErins);
      says = Object.fromEntries(
        [
          'org.manage',
          'policy.manage',
          'audit.read',
          'inventory.read',
          'access-review.start',
          'assistant.use',
        ].map(name => [`salesforce.${name}`, perhaps]),
      );
      for (const path of [
        '/policies',
        '/audit/entries',
        '/inventory/acme',
        '/boards',
        '/orgs/acme/log',
      ]) {
        expect([path, (await get(path)).status]).toEqual([path, 403]);
      }
      expect((await get('/me')).body.may).toMatchObject({
        manageOrgs: false,
        managePolicies: false,
        readAudit: false,
        readInventory: false,
        useAssistant: false,
      });
    });

    it('that fail let nobody do anything', async () => {
      says = {
        'salesforce.request.read': new Error('The policy does not work'),
        'salesforce.org.manage': new Error('The policy does not work'),
      };
      for (const path of ['/me', '/requests', `/requests/${ids[0]}`, '/orgs']) {
        const { status, body } = await get(path);
        expect([path, status]).toEqual([path, 500]);
        expect(JSON.stringify(body)).not.toContain('salesforce_freeze');
      }
      says = {
        'salesforce.request.read': {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'salesforce',
          resourceType: 'salesforce-request',
          conditions: {
            rule: 'OF_ANOTHER_PLUGIN',
            resourceType: 'salesforce-request',
          },
        },
      };
      for (const path of ['/requests', `/requests/${ids[0]}`]) {
        const { status, body } = await get(path);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(body.items).toBeUndefined();
      }
    });
  },
);
