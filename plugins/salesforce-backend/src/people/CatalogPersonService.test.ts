import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { group, person, testPeople } from '../__testUtils__/testContext';
import { CatalogPersonService } from './CatalogPersonService';
import { LinkTable } from './LinkTable';
import { matchKeysOf, UserIndex } from './matchUsers';
import type { CatalogPerson, MatchableUser } from './PersonService';
import { toOrgPeople } from './toOrgPeople';

const entities = [
  person('erin.walsh', {
    displayName: 'Erin Walsh',
    groups: ['sales-west'],
    annotations: { 'salesdesk.io/manager': 'priya.raman' },
  }),
  person('priya.raman', { groups: ['sales-na'] }),
  person('ann.lee', { groups: ['sales-west'] }),
  group('sales-west', {
    members: ['erin.walsh', 'ann.lee'],
    parent: 'sales-na',
  }),
  group('sales-na', {
    members: ['priya.raman'],
    parent: 'acme',
    children: ['sales-west'],
    annotations: { 'salesdesk.io/manager': 'user:default/priya.raman' },
  }),
  // a catalog may hold a loop; nothing may hang on it
  group('acme', { parent: 'sales-na', children: ['sales-na'] }),
];

describe('people of the catalog', () => {
  const people = testPeople(entities);

  it('shows people and groups, and whoever is unknown by the name in the ref', async () => {
    expect(
      await people.describe([
        'user:default/Erin.Walsh',
        'group:default/acme',
        'user:default/gone',
        'plugin:salesforce',
      ]),
    ).toEqual([
      {
        ref: 'user:default/erin.walsh',
        displayName: 'Erin Walsh',
        email: 'erin.walsh@acme.com',
      },
      { ref: 'group:default/acme', displayName: 'acme' },
      { ref: 'user:default/gone', displayName: 'gone' },
      { ref: 'plugin:default/salesforce', displayName: 'Salesdesk' },
    ]);
  });

  it('knows the groups above a person’s groups', async () => {
    expect((await people.groupsOf('user:default/erin.walsh')).sort()).toEqual([
      'group:default/acme',
      'group:default/sales-na',
      'group:default/sales-west',
    ]);
    expect(await people.groupsOf('user:default/gone')).toEqual([]);
  });

  it('knows everyone in a group and the groups below it', async () => {
    const members = await people.membersOf('group:default/sales-na');
    expect(members.map(({ ref }) => ref).sort()).toEqual([
      'user:default/ann.lee',
      'user:default/erin.walsh',
      'user:default/priya.raman',
    ]);
    expect(await people.membersOf('group:default/none')).toEqual([]);
  });

  it('knows a manager by the person, else by the group, never themselves', async () => {
    expect(await people.managerOf('user:default/erin.walsh')).toBe(
      'user:default/priya.raman',
    );
    expect(await people.managerOf('user:default/priya.raman')).toBeUndefined();
    expect(await people.managerOf('user:default/ann.lee')).toBeUndefined();
    // Whoever stands at the top is written down as their own manager.
    const atTheTop = testPeople([
      person('ceo', {
        groups: ['board'],
        annotations: { 'salesdesk.io/manager': 'User:Default/CEO' },
      }),
      group('board', {
        members: ['ceo'],
        annotations: { 'salesdesk.io/manager': 'chair' },
      }),
    ]);
    expect(await atTheTop.managerOf('user:default/ceo')).toBe(
      'user:default/chair',
    );
  });

  it('asks the catalog once for many who ask', async () => {
    const catalog = catalogServiceMock({ entities });
    const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
    const service = CatalogPersonService.create({
      catalog,
      auth: mockServices.auth(),
      byEmail: false,
      links: async () => new LinkTable([]),
      now: () => new Date(0),
    });
    await Promise.all(
      [1, 2, 3].map(() => service.find('user:default/ann.lee')),
    );
    await service.describe(['user:default/ann.lee']);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('tries again after the catalog was down', async () => {
    const catalog = catalogServiceMock({ entities });
    jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockRejectedValueOnce(new Error('down'));
    const service = CatalogPersonService.create({
      catalog,
      auth: mockServices.auth(),
      byEmail: false,
      links: async () => new LinkTable([]),
      now: () => new Date(0),
    });
    await expect(service.find('user:default/ann.lee')).rejects.toThrow('down');
    await expect(service.find('user:default/ann.lee')).resolves.toBeDefined();
  });

  it('recognises the people behind Salesforce users, thousands at a time', async () => {
    const many = Array.from({ length: 400 }, (_, i) => person(`p${i}`));
    const users = many.map((_, i) => ({
      id: `005${String(i).padStart(15, '0')}`,
      username: `P${i}@ACME.com`,
      email: 'shared@acme.com',
      federationId: null,
    }));
    const persons = await testPeople(many).personsOfUsers({
      orgId: 'acme',
      users: [
        ...users,
        {
          id: '005x',
          username: 'nobody@acme.com',
          email: 'p1@acme.com',
          federationId: null,
        },
      ],
    });
    expect(persons.size).toBe(400);
    expect(persons.get(users[7].id)).toBe('user:default/p7');
  });
});

describe('several people who seem to be one Salesforce user', () => {
  const users: MatchableUser[] = [
    {
      id: '0050000000000000AA',
      username: 'erin.walsh@acme.com',
      email: 'erin.walsh@acme.com',
      federationId: 'erin.walsh',
    },
  ];
  const ownerAmong = async (...people: ReturnType<typeof person>[]) =>
    (await testPeople(people).personsOfUsers({ orgId: 'acme', users })).get(
      users[0].id,
    );
  const erin = person('erin.walsh');
  /** Of the same name, in another namespace. */
  const namesake = {
    ...person('erin.walsh', { email: 'erin@contractors.example' }),
    metadata: { name: 'erin.walsh', namespace: 'contractors' },
  };
  const sameAddress = person('zoe', { email: 'erin.walsh@acme.com' });

  it('are not: it is theirs for whom more speaks, in any order', async () => {
    expect(await ownerAmong(sameAddress, erin)).toBe('user:default/erin.walsh');
    expect(await ownerAmong(erin, sameAddress)).toBe('user:default/erin.walsh');
    expect(
      await ownerAmong(
        erin,
        person('admin', {
          annotations: {
            'salesdesk.io/salesforce-username': 'erin.walsh@acme.com',
          },
        }),
      ),
    ).toBe('user:default/admin');
  });

  it('are nobody where as much speaks for each, until it is settled', async () => {
    expect(await ownerAmong(erin, namesake)).toBeUndefined();
    expect(await ownerAmong(namesake, erin)).toBeUndefined();
  });
});

describe('whose Salesforce user it is', () => {
  const somebody = (options: Partial<CatalogPerson> = {}): CatalogPerson => ({
    ref: 'user:default/erin',
    displayName: 'Erin',
    name: 'erin',
    namespace: 'default',
    email: 'erin@acme.com',
    annotations: {},
    directGroups: [],
    ...options,
  });
  const user = (
    id: string,
    options: Partial<MatchableUser> = {},
  ): MatchableUser => ({
    id,
    username: `${id}@other.example`,
    email: `${id}@other.example`,
    federationId: null,
    ...options,
  });
  const linked = user('linked');
  const federated = user('federated', { federationId: 'ERIN' });
  const named = user('named', { username: 'Erin@Acme.com' });
  const addressed = user('addressed', { email: 'erin@acme.com' });

  it.each<
    [
      string,
      Partial<CatalogPerson>,
      MatchableUser[],
      boolean,
      string | undefined,
    ]
  >([
    [
      'an explicit id',
      { annotations: { 'salesdesk.io/salesforce-user-id.acme': 'linked' } },
      [linked, federated, named],
      false,
      'linked',
    ],
    [
      'an explicit username',
      {
        annotations: {
          'salesdesk.io/salesforce-username': 'linked@other.example',
        },
      },
      [linked, federated],
      false,
      'linked',
    ],
    [
      'an explicit link to nobody, and nothing else',
      { annotations: { 'salesdesk.io/salesforce-username': 'gone@acme.com' } },
      [federated, named, addressed],
      true,
      undefined,
    ],
    [
      'an id of another org, which says nothing here',
      { annotations: { 'salesdesk.io/salesforce-user-id.other': 'linked' } },
      [linked, named],
      false,
      'named',
    ],
    [
      'the federation id before the username',
      {},
      [named, federated],
      false,
      'federated',
    ],
    ['the e-mail address as username', {}, [named, addressed], false, 'named'],
    ['never an e-mail address alone', {}, [addressed], false, undefined],
    [
      'no e-mail address alone, even where it proposes',
      {},
      [addressed],
      true,
      undefined,
    ],
    [
      'no shared federation id',
      {},
      [federated, user('twin', { federationId: 'erin' }), named],
      false,
      undefined,
    ],
  ])('takes %s', (_, options, users, byEmail, expected) => {
    const keys = matchKeysOf({
      person: somebody(options),
      orgId: 'acme',
      byEmail,
    });
    expect(new UserIndex(users).choose(keys)?.id).toBe(expected);
  });

  const linkedTo = (person_ref: string, user_id: string) =>
    new LinkTable([{ org_id: 'acme', person_ref, user_id }]);

  it('takes the settled link before federation id and username', () => {
    const keys = matchKeysOf({
      person: {
        ...somebody({}),
        links: linkedTo('user:default/erin', addressed.id),
      },
      orgId: 'acme',
      byEmail: false,
    });
    const index = new UserIndex([named, federated, addressed]);
    expect(index.choose(keys)?.id).toBe(addressed.id);
    expect(index.reasonFor(keys)).toBe('explicit');
  });

  it('takes no user who was settled to be somebody else’s', () => {
    const keys = matchKeysOf({
      person: {
        ...somebody({}),
        links: linkedTo('user:default/other', named.id),
      },
      orgId: 'acme',
      byEmail: true,
    });
    expect(new UserIndex([named]).choose(keys)).toBeUndefined();
  });

  it('proposes who might as well be somebody else', () => {
    const view = (owners: Map<string, string>) =>
      toOrgPeople({
        orgId: 'acme',
        people: [somebody()],
        users: [{ ...named, name: 'Erin', isActive: true }],
        links: [],
        conflicts: [],
        owners,
      })[0];
    expect(view(new Map([[named.id, 'user:default/erin']]))).toMatchObject({
      user: { id: named.id },
      recognisedBy: 'username',
      proposals: [],
    });
    const unsettled = view(new Map());
    expect(unsettled.user).toBeUndefined();
    expect(unsettled.proposals).toMatchObject([{ id: named.id }]);
  });

  it('proposes who shares the address, while nobody is recognised', () => {
    const keys = matchKeysOf({
      person: somebody({}),
      orgId: 'acme',
      byEmail: true,
    });
    const second = user('second', { email: 'erin@acme.com' });
    expect(new UserIndex([addressed, second]).propose(keys)).toEqual([
      addressed,
      second,
    ]);
    expect(new UserIndex([addressed, named]).propose(keys)).toEqual([]);
  });
});
