import type { NameResolver } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Row, SalesforceOrgServer } from '@salesdesk/salesforce-org';
import { group, person, testContext } from '../__testUtils__/testContext';
import {
  startTestOrg,
  stopTestOrgs,
  testGateway,
} from '../__testUtils__/testOrg';

let server: SalesforceOrgServer;
let gateway: ReturnType<typeof testGateway>;

beforeAll(async () => {
  server = await startTestOrg();
  gateway = testGateway(server);
}, 60_000);

afterAll(stopTestOrgs);

beforeEach(() => server.requestLog.clear());

const entities = [
  person('sam.okafor'),
  person('erin.walsh'),
  person('ines.duarte'),
  person('o-brien', {
    email: 'somebody.else@acme.com',
    annotations: { 'salesdesk.io/salesforce-username': 'sean.obrien@acme.com' },
  }),
  group('sales-na', {
    members: ['erin.walsh', 'ines.duarte'],
    children: ['sales-west'],
  }),
  group('sales-west', { members: ['o-brien'] }),
];

async function resolver(requester = 'sam.okafor'): Promise<NameResolver> {
  const context = await testContext(server, {
    gateway,
    entities,
    requesterRef: `user:default/${requester}`,
  });
  return context.resolver;
}

async function names(...references: string[]): Promise<string[]> {
  const users = await (await resolver()).users({ path: 'users', references });
  return users.map(({ name }) => name);
}

function user(username: string): Row {
  return server.org.store.findBy('User', 'Username', username)[0];
}

function create(object: string, fields: Record<string, string>): string {
  return server.org.dml.insert(server.org.systemContext(), object, fields);
}

describe('naming users', () => {
  it.each([
    ['a username', 'erin.walsh@acme.com'],
    ['a username in another casing', 'Erin.Walsh@ACME.com'],
    ['a name', 'Erin Walsh'],
    ['a name in another casing', 'erin WALSH'],
    ['spaces around it', '  Erin Walsh '],
    ['a catalog person', 'user:default/erin.walsh'],
    ['a catalog person in short', 'user:erin.walsh'],
    ['an id', () => user('erin.walsh@acme.com').Id],
    [
      'an id of 15 characters',
      () => user('erin.walsh@acme.com').Id.slice(0, 15),
    ],
  ])('finds a user by %s', async (_, reference) => {
    expect(
      await names(typeof reference === 'string' ? reference : reference()),
    ).toEqual(['Erin Walsh']);
  });

  it.each([
    ["Seán O'Brien", "Seán O'Brien"],
    ['李 伟', '李 伟'],
    ['zoe.mueller@acme.com', 'Zoë Müller'],
    // As text from a Mac often is: letters, and signs above them.
    ['Zoë Müller'.normalize('NFD'), 'Zoë Müller'],
  ])('finds %s as it is written', async (reference, name) => {
    expect(await names(reference)).toEqual([name]);
  });

  it('finds by e-mail address whoever has another username', async () => {
    server.org.dml.update(
      server.org.systemContext(),
      'User',
      user('foo.bar@acme.com').Id,
      {
        Email: 'foo@private.example',
      },
    );
    expect(await names('foo@private.example')).toEqual(['Foo Bar']);
  });

  it('knows who asks, and who of the catalog somebody is', async () => {
    const me = await (
      await resolver('erin.walsh')
    ).user({ path: 'user', reference: 'me' });
    expect(me).toMatchObject({
      name: 'Erin Walsh',
      personRef: 'user:default/erin.walsh',
      profileName: 'Standard User',
      licenseName: 'Salesforce',
      roleName: 'Account Executive NA',
      isActive: true,
      isFrozen: false,
    });
    await expect(
      (await resolver('ines.duarte')).user({ path: 'user', reference: 'me' }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('no Salesforce user of the person'),
    });
  });

  it('takes an explicit link over what looks alike', async () => {
    expect(await names('user:default/o-brien')).toEqual(["Seán O'Brien"]);
  });

  it.each([
    ['role:RevOps', 'UserRole', 'RevOps'],
    ['ROLE: revops', 'UserRole', 'RevOps'],
    ['profile:Sales Manager', 'Profile', 'Sales Manager'],
  ])('takes the active users of %s', async (reference, _, name) => {
    const users = await (
      await resolver()
    ).users({ path: 'users', references: [reference] });
    expect(users.length).toBeGreaterThan(0);
    expect(users.every(found => found.isActive)).toBe(true);
    expect(
      users.every(({ profileName, roleName }) =>
        [profileName, roleName].includes(name),
      ),
    ).toBe(true);
  });

  it('takes inactive ones too where they are wanted', async () => {
    const both = await (
      await resolver()
    ).users({
      path: 'users',
      references: ['profile:Standard User'],
      setsInclude: 'all',
    });
    expect(both.some(({ isActive }) => !isActive)).toBe(true);
  });

  it('takes sets of permission sets, groups and conditions, each user once', async () => {
    const users = await names(
      'Ann Lee',
      'public-group:North America Sales Team',
      'permission-set:Sales Cloud Einstein',
      'permission-set-group:Marketing Analytics',
      'group:default/sales-na',
      "where:Department = 'Sales' AND (NOT Name LIKE 'Z%')",
    );
    expect(users[0]).toBe('Ann Lee');
    expect(new Set(users).size).toBe(users.length);
    expect(users).toEqual(
      expect.arrayContaining(['Erin Walsh', "Seán O'Brien"]),
    );
  });

  it('follows groups in groups, roles, and roles with those below', async () => {
    const inner = create('Group', { Name: 'Inner Circle', Type: 'Regular' });
    const outer = create('Group', { Name: 'Outer Circle', Type: 'Regular' });
    const role = [...server.org.store.all('UserRole')].find(
      row => row.Name === 'SVP Sales',
    );
    const [below] = [...server.org.store.all('Group')].filter(
      row =>
        row.RelatedId === role?.Id &&
        String(row.Type).startsWith('RoleAndSubordinates'),
    );
    create('GroupMember', {
      GroupId: inner,
      UserOrGroupId: user('ann.lee@acme.com').Id,
    });
    create('GroupMember', { GroupId: outer, UserOrGroupId: inner });
    create('GroupMember', { GroupId: outer, UserOrGroupId: below.Id });
    const found = await names('public-group:Outer Circle');
    expect(found).toEqual(
      expect.arrayContaining(['Ann Lee', 'Erin Walsh', 'Priya Raman']),
    );
    expect(await names('public-group:Inner_Circle')).toEqual(['Ann Lee']);
  });

  it('takes an empty set for empty and an unknown one for an error', async () => {
    create('Group', { Name: 'Nobody', Type: 'Regular' });
    expect(await names('public-group:Nobody')).toEqual([]);
    await expect(names('public-group:No Such Group')).rejects.toMatchObject({
      fields: [{ path: 'users.0', code: 'unknown_name' }],
    });
  });

  it('asks which of several, with what tells them apart', async () => {
    await expect(names('Marco Bianchi', 'Alex')).rejects.toMatchObject({
      name: 'InputError',
      code: 'ambiguous_name',
      fields: [
        {
          path: 'users.1',
          code: 'ambiguous_name',
          candidates: expect.arrayContaining(
            ['Alex Kim', 'Alex Kimura', 'Alexandra Petrova'].map(label =>
              expect.objectContaining({
                label,
                detail: expect.stringContaining('@acme.com'),
              }),
            ),
          ),
        },
      ],
    });
    create('UserRole', { Name: 'Twin', DeveloperName: 'Twin_One' });
    create('UserRole', { Name: 'Twin', DeveloperName: 'Twin_Two' });
    await expect(names('role:Twin')).rejects.toMatchObject({
      fields: [
        {
          code: 'ambiguous_name',
          candidates: [
            expect.objectContaining({ value: 'role:Twin_One' }),
            expect.objectContaining({ value: 'role:Twin_Two' }),
          ],
        },
      ],
    });
  });

  it('suggests the closest for a name that nobody has, all mistakes at once', async () => {
    await expect(
      names('Erin Welsh', 'zoe mueler', 'dam@acme.com', 'Xyzzy Q'),
    ).rejects.toMatchObject({
      code: 'unknown_name',
      fields: [
        {
          path: 'users.0',
          candidates: expect.arrayContaining([
            expect.objectContaining({ label: 'Erin Walsh' }),
          ]),
        },
        { path: 'users.1' },
        { path: 'users.2' },
        { path: 'users.3' },
      ],
    });
    expect(server.requestLog.counts().total).toBeLessThanOrEqual(3);
  });

  it.each([
    ['a quote', "Robert'); DROP TABLE users;--"],
    ['a backslash', 'a\\'],
    ['20 KB', 'x'.repeat(20_000)],
    ['an emoji', '🙂🙂'],
    ['a wildcard', '%'],
    ['half a reference', 'role:'],
    ['a person whom nobody knows', 'user:default/nobody'],
    ['a ref that is none', 'user:/'],
    ['a group without members', 'group:default/none'],
    ['a condition that is none', 'where:Name ='],
    ['a condition with a limit', "where:Name != 'x' LIMIT 5"],
    [
      'a condition that asks another object',
      'where:Id IN (SELECT OwnerId FROM Account)',
    ],
    ['a condition on what does not exist', "where:Nonsense__c = 'x'"],
  ])('refuses %s in words, and finds nobody', async (_, reference) => {
    await expect(names(reference)).rejects.toMatchObject({
      name: 'InputError',
    });
  });

  it('resolves 1,000 references in a few calls', async () => {
    const own = await startTestOrg({ data: { generate: 1000 } });
    const all = [...own.org.store.all('User')]
      .filter(row => row.UserType === 'Standard')
      .slice(0, 1000);
    const context = await testContext(own);
    own.requestLog.clear();
    const users = await context.resolver.users({
      path: 'users',
      references: all.map((row, i) => String(i % 2 ? row.Username : row.Id)),
    });
    expect(users.map(({ id }) => id)).toEqual(all.map(({ Id }) => Id));
    expect(own.requestLog.counts().total).toBeLessThanOrEqual(2);
  }, 60_000);

  it('reads logins where they are needed, also of sets', async () => {
    const users = await (
      await resolver()
    ).users({
      path: 'users',
      references: ['profile:Sales Manager', 'dan@acme.com'],
      withLogins: true,
    });
    expect(
      users.every(({ userLoginId }) => userLoginId?.startsWith('0Yw')),
    ).toBe(true);
  });
});

describe('naming records', () => {
  it.each([
    ['profile', 'sales manager', 'Sales Manager'],
    ['role', 'RevOps', 'RevOps'],
    ['permission-set', 'Sales_Cloud_Einstein', 'Sales Cloud Einstein'],
    ['permission-set-group', 'Marketing Analytics', 'Marketing Analytics'],
    ['group', 'Deal Desk', 'Deal Desk'],
    ['license', 'Salesforce Platform', 'Salesforce Platform'],
  ] as const)('finds a %s by "%s"', async (picker, reference, label) => {
    const found = await (
      await resolver()
    ).record({ path: 'x', picker, reference });
    expect(found.label).toBe(label);
    const byId = await (
      await resolver()
    ).record({
      path: 'x',
      picker,
      reference: found.id.slice(0, 15),
    });
    expect(byId.id).toBe(found.id);
  });
});

describe('naming values', () => {
  it.each([
    ['time-zone', 'US/Eastern', 'America/New_York'],
    ['time-zone', 'america/new_york', 'America/New_York'],
    ['time-zone', 'EST', 'America/New_York'],
    ['time-zone', 'UTC', 'GMT'],
    ['time-zone', 'Los Angeles', 'America/Los_Angeles'],
    ['time-zone', 'Asia/Calcutta', 'Asia/Kolkata'],
    ['locale', 'en-US', 'en_US'],
    ['locale', 'DE_de', 'de_DE'],
    ['language', 'de_DE', 'de'],
    ['email-encoding', 'utf8', 'UTF-8'],
  ] as const)('takes %s "%s" for %s', async (picker, reference, value) => {
    expect(
      await (await resolver()).value({ path: 'x', picker, reference }),
    ).toBe(value);
  });
});
