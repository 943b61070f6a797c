import { soql } from '@salesdesk/backstage-plugin-salesforce-node';
import type {
  ActionContext,
  PlanProposal,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Row, SalesforceOrgServer } from '@salesdesk/salesforce-org';
import { applyChanges, preview, undo } from '../__testUtils__/applyPlan';
import { person, testContext, testNow } from '../__testUtils__/testContext';
import {
  startTestOrg,
  stopTestOrgs,
  testGateway,
} from '../__testUtils__/testOrg';
import { createUser } from './createUser';
import { deactivateUser } from './deactivateUser';
import { freezeUser } from './freezeUser';
import { offboardUser } from './offboarding/offboardUser';
import { reactivateUser } from './reactivateUser';
import { resetPassword } from './resetPassword';
import { unfreezeUser } from './unfreezeUser';
import { updateUser } from './updateUser';

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
  person('jenna.rossi', { displayName: 'Jenna Rossi-Bianchi' }),
];

async function contextOf(requester = 'sam.okafor'): Promise<ActionContext> {
  return testContext(server, {
    gateway,
    entities,
    requesterRef: `user:default/${requester}`,
  });
}

function user(username: string): Row {
  const [row] = server.org.store.findBy('User', 'Username', username);
  expect(row).toBeDefined();
  return row;
}

function loginOf(username: string): Row {
  return server.org.store.findBy('UserLogin', 'UserId', user(username).Id)[0];
}

/** Puts rows into the org as a person in Setup would. */
function change(
  object: string,
  id: string,
  fields: Record<string, never | string | boolean>,
) {
  server.org.dml.update(server.org.systemContext(), object, id, fields);
}

async function seats(name: string): Promise<{ used: number; total: number }> {
  const { records } = await gateway.query(
    soql.select({
      from: 'UserLicense',
      fields: ['UsedLicenses', 'TotalLicenses'],
      where: soql.eq('Name', name),
    }),
  );
  return {
    used: Number(records[0].UsedLicenses),
    total: Number(records[0].TotalLicenses),
  };
}

function labels(plan: PlanProposal): Record<string, string> {
  return Object.fromEntries(
    plan.changes.flatMap(({ fields }) =>
      fields.map(({ name, after, afterLabel }) => [
        name,
        String(afterLabel ?? after),
      ]),
    ),
  );
}

describe('freezing', () => {
  it('freezes the login and leaves the user active, with the unfreeze scheduled', async () => {
    const context = await contextOf();
    server.requestLog.clear();
    const plan = await preview(
      freezeUser,
      { users: ['marco@acme.com'], until: '2027-02-22' },
      context,
    );
    expect(server.requestLog.counts().total).toBe(1);
    expect(plan).toMatchObject({
      title: 'Freeze Marco Bianchi until 22 Feb 2027',
      blockers: [],
      followUps: [
        {
          action: 'salesforce_unfreeze_user',
          input: { users: [user('marco@acme.com').Id] },
          at: '2027-02-22T23:59:59Z',
        },
      ],
    });
    const { outcomes, applied } = await applyChanges(gateway, plan.changes);
    expect(outcomes).toEqual(['applied']);
    expect(loginOf('marco@acme.com').IsFrozen).toBe(true);
    expect(user('marco@acme.com').IsActive).toBe(true);

    const again = await preview(
      freezeUser,
      { users: ['marco@acme.com'] },
      context,
    );
    expect(again).toMatchObject({
      changes: [],
      leftOut: [{ reason: 'Is frozen already' }],
    });

    await undo({
      action: freezeUser,
      input: { users: ['x'] },
      applied,
      context,
      gateway,
    });
    expect(loginOf('marco@acme.com').IsFrozen).toBe(false);
  });

  it('unfreezes by the request that the freeze scheduled', async () => {
    const context = await contextOf();
    const frozen = await preview(
      freezeUser,
      { users: ['foo.bar@acme.com'], until: '2027-01-31' },
      context,
    );
    await applyChanges(gateway, frozen.changes);
    const plan = await preview(
      unfreezeUser,
      frozen.followUps?.[0].input,
      context,
    );
    await applyChanges(gateway, plan.changes);
    expect(loginOf('foo.bar@acme.com').IsFrozen).toBe(false);
  });

  it('never freezes the user that Salesdesk works as, nor the last administrator', async () => {
    const context = await contextOf();
    await expect(
      preview(freezeUser, { users: ['integration@acme.com'] }, context),
    ).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('lock itself out'),
    });
    const some = await preview(
      freezeUser,
      { users: ['integration@acme.com', 'dan@acme.com'] },
      context,
    );
    expect(some.changes).toHaveLength(1);
    expect(some.leftOut).toEqual([
      expect.objectContaining({
        reason: 'Salesdesk itself works as this user',
      }),
    ]);
    const all = await preview(
      freezeUser,
      { users: ['profile:System Administrator'] },
      context,
    );
    expect(all.blockers).toEqual([
      expect.objectContaining({ code: 'last_administrator' }),
    ]);
    const two = await preview(
      freezeUser,
      { users: ['noor.haddad@acme.com', 'viktor.lindqvist@acme.com'] },
      context,
    );
    expect(two.blockers).toEqual([]);
  });

  it('warns whoever is about to lock themselves out', async () => {
    const plan = await preview(
      freezeUser,
      { users: ['me'] },
      await contextOf('erin.walsh'),
    );
    expect(plan.warnings).toEqual([
      'You are among them: you will not be able to log in to Salesforce',
    ]);
    expect(plan.targets).toEqual([
      expect.objectContaining({ personRef: 'user:default/erin.walsh' }),
    ]);
  });

  it('refuses an end that has passed', async () => {
    await expect(
      preview(
        freezeUser,
        { users: ['me'], until: '2026-11-22' },
        await contextOf(),
      ),
    ).rejects.toMatchObject({ fields: [{ path: 'until' }] });
  });

  it('says so when Salesforce has no login record', async () => {
    const login = loginOf('zoe.mueller@acme.com');
    server.org.dml.transaction(server.org.systemContext(), tx =>
      tx.purge('UserLogin', login.Id),
    );
    const plan = await preview(
      freezeUser,
      { users: ['zoe.mueller@acme.com'] },
      await contextOf(),
    );
    expect(plan.changes).toEqual([]);
    expect(plan.blockers).toEqual([
      expect.objectContaining({ code: 'no_login_record' }),
    ]);
    // among others, it keeps nobody from being frozen
    const { title, changes, leftOut, blockers, warnings } = await preview(
      freezeUser,
      { users: ['zoe.mueller@acme.com', 'li.wei@acme.com'] },
      await contextOf(),
    );
    expect({ title, blockers, changes: changes.length }).toEqual({
      title: 'Freeze 李 伟',
      blockers: [],
      changes: 1,
    });
    expect(leftOut).toMatchObject([
      { reason: expect.stringContaining('no login record') },
    ]);
    expect(warnings).toEqual([
      expect.stringMatching(/^Zoë Müller cannot be frozen/),
    ]);
  });
});

describe('deactivating', () => {
  it('frees the licence, and undoing takes it again', async () => {
    const context = await contextOf();
    const before = (await seats('Salesforce')).used;
    const plan = await preview(
      deactivateUser,
      { users: ['sample.user@acme.com'] },
      context,
    );
    expect(plan.warnings).toContain('Frees 1 Salesforce licence');
    const { applied } = await applyChanges(gateway, plan.changes);
    expect(user('sample.user@acme.com').IsActive).toBe(false);
    expect((await seats('Salesforce')).used).toBe(before - 1);
    await undo({
      action: deactivateUser,
      input: { users: ['x'] },
      applied,
      context,
      gateway,
    });
    expect(user('sample.user@acme.com').IsActive).toBe(true);
  });

  it.each([
    'FIELD_INTEGRITY_EXCEPTION',
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    'UNKNOWN_EXCEPTION',
  ] as const)(
    'leaves a blocked user frozen and says what to clear, when Salesforce refuses with %s',
    async deactivationBlockerErrorCode => {
      Object.assign(server.switches, { deactivationBlockerErrorCode });
      const context = await contextOf();
      change('UserLogin', loginOf('pat.default@acme.com').Id, {
        IsFrozen: false,
      });
      const plan = await preview(
        deactivateUser,
        { users: ['pat.default@acme.com'], freezeMeanwhile: true },
        context,
      );
      expect(plan.warnings?.join()).toContain('may still refuse');
      const { outcomes, refusals } = await applyChanges(gateway, plan.changes);
      expect(outcomes).toEqual(['applied', 'failed']);
      expect(loginOf('pat.default@acme.com').IsFrozen).toBe(true);
      expect(refusals).toEqual([
        {
          problem: expect.objectContaining({
            code: deactivationBlockerErrorCode,
            message:
              'Deactivate Pat Default: Salesforce refuses to deactivate this user',
            details: expect.stringContaining('You cannot deactivate'),
          }),
          blocker: expect.objectContaining({
            code: 'cannot_deactivate',
            remedy: expect.stringContaining('Setup > '),
          }),
        },
      ]);
      Object.assign(server.switches, {
        deactivationBlockerErrorCode: 'FIELD_INTEGRITY_EXCEPTION',
      });
    },
  );

  it('finds hierarchy fields that block, and tells who reports to them', async () => {
    const own = await startTestOrg({
      schema: {
        objects: [
          {
            name: 'User',
            fields: [
              {
                name: 'Deputy__c',
                label: 'Deputy',
                type: 'reference',
                referenceTo: ['User'],
                relationshipName: 'Deputy__r',
              },
            ],
          },
        ],
      },
    });
    const [priya] = own.org.store.findBy(
      'User',
      'Username',
      'priya.raman@acme.com',
    );
    const [ann] = own.org.store.findBy('User', 'Username', 'ann.lee@acme.com');
    own.org.dml.update(own.org.systemContext(), 'User', ann.Id, {
      Deputy__c: priya.Id,
    });
    const plan = await preview(
      deactivateUser,
      { users: ['priya.raman@acme.com'] },
      await testContext(own),
    );
    expect(plan.blockers).toEqual([
      expect.objectContaining({
        code: 'hierarchy_field',
        message: 'Priya Raman stands in the field "Deputy" of 1 user',
      }),
    ]);
    expect(plan.warnings).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/Priya Raman is the manager of \d+ users/),
      ]),
    );
    const { refusals } = await applyChanges(testGateway(own), plan.changes);
    expect(refusals[0].blocker).toMatchObject({ code: 'cannot_deactivate' });

    // of several, the others do not wait for it
    const several = await preview(
      deactivateUser,
      { users: ['priya.raman@acme.com', 'sample.user@acme.com'] },
      await testContext(own),
    );
    expect(several.blockers).toEqual([]);
    expect(several.warnings).toContainEqual(
      expect.stringMatching(
        /^Priya Raman stands in the field "Deputy" of 1 user, and Salesforce will not/,
      ),
    );
    const { work } = await applyChanges(testGateway(own), several.changes);
    expect(work.map(item => [item.change.summary, item.outcome])).toEqual([
      ['Deactivate Priya Raman', 'failed'],
      ['Deactivate Sample User', 'applied'],
    ]);
  });

  it('leaves those out as whom Salesforce itself works, such as of a board of service users', async () => {
    const builtIn = [...server.org.store.all('User')].filter(
      ({ UserType }) => UserType === 'AutomatedProcess',
    );
    expect(builtIn.length).toBeGreaterThan(0);
    const ids = builtIn.map(({ Id }) => Id);
    for (const action of [freezeUser, deactivateUser, offboardUser]) {
      const { changes, leftOut } = await preview(
        action as typeof freezeUser,
        { users: [...ids, 'svc.billing@acme.com'] },
        await contextOf(),
      );
      expect(leftOut).toHaveLength(builtIn.length);
      expect(leftOut?.[0].reason).toMatch(/^Salesforce itself works as/);
      expect(changes.some(({ target }) => ids.includes(target?.id ?? ''))).toBe(
        false,
      );
      await expect(
        preview(action as typeof freezeUser, { users: ids }, await contextOf()),
      ).rejects.toMatchObject({
        fields: [{ path: 'users', message: expect.stringContaining('itself') }],
      });
    }
  });

  it('leaves those out who are inactive already', async () => {
    const plan = await preview(
      deactivateUser,
      { users: ['grace.holm@acme.com'] },
      await contextOf(),
    );
    expect(plan).toMatchObject({
      changes: [],
      leftOut: [{ reason: 'Is inactive already' }],
      targets: [{ label: 'Grace Holm' }],
    });
  });
});

describe('reactivating', () => {
  it('activates and unfreezes, when a seat is free', async () => {
    const context = await contextOf();
    change('UserLogin', loginOf('grace.holm@acme.com').Id, { IsFrozen: true });
    const { used, total } = await seats('Salesforce');
    const plan = await preview(
      reactivateUser,
      { users: ['grace.holm@acme.com', 'dan@acme.com'] },
      context,
    );
    expect(plan.warnings).toEqual([
      `After this, ${
        total - used - 1
      } of ${total} Salesforce licences are left`,
    ]);
    expect(plan.leftOut).toEqual([
      expect.objectContaining({ reason: 'Is active already' }),
    ]);
    const { outcomes } = await applyChanges(gateway, plan.changes);
    expect(outcomes).toEqual(['applied', 'applied']);
    expect(user('grace.holm@acme.com').IsActive).toBe(true);
    expect(loginOf('grace.holm@acme.com').IsFrozen).toBe(false);
    change('User', user('grace.holm@acme.com').Id, { IsActive: false });
  });

  it('is blocked while the licence is full, and Salesforce agrees', async () => {
    const context = await contextOf();
    const inactive = [...server.org.store.all('User')].find(
      row =>
        row.IsActive === false &&
        server.org.store.get('Profile', String(row.ProfileId))?.Name ===
          'Standard Platform User',
    );
    const plan = await preview(
      reactivateUser,
      { users: [String(inactive?.Username)] },
      context,
    );
    expect(plan.blockers).toEqual([
      {
        code: 'license_full',
        message:
          '1 Salesforce Platform licence needed, and none is free: 20 of 20 are in use',
        remedy: expect.stringContaining('Deactivate users'),
        pool: expect.objectContaining({
          kind: 'user_license',
          name: 'Salesforce Platform',
          needed: 1,
          total: 20,
          used: 20,
        }),
      },
    ]);
    const { refusals } = await applyChanges(gateway, plan.changes);
    expect(refusals[0]).toMatchObject({
      problem: { code: 'LICENSE_LIMIT_EXCEEDED' },
      blocker: { code: 'license_limit_exceeded' },
    });
  });
});

describe('creating a user', () => {
  it('fills in names, username, alias, locale and time zone, and mails a link', async () => {
    const context = await contextOf();
    const input = {
      email: 'jenna.rossi@acme.com',
      profile: 'standard user',
      timeZone: 'US/Eastern',
      role: 'Account Executive NA',
      manager: 'Priya Raman',
    };
    const plan = await preview(createUser, input, context);
    expect(plan.title).toBe('Create a Salesforce user for Jenna Rossi-Bianchi');
    expect(labels(plan)).toMatchObject({
      FirstName: 'Jenna',
      LastName: 'Rossi-Bianchi',
      Username: 'jenna.rossi@acme.com',
      Alias: 'jrossibi',
      TimeZoneSidKey: 'America/New_York',
      LocaleSidKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      ProfileId: 'Standard User',
      UserRoleId: 'Account Executive NA',
      ManagerId: 'Priya Raman',
    });
    expect(plan.targets).toEqual([
      expect.objectContaining({ personRef: 'user:default/jenna.rossi' }),
    ]);
    const { outcomes, applied } = await applyChanges(gateway, plan.changes);
    expect(outcomes).toEqual(['applied', 'applied']);
    expect(user('jenna.rossi@acme.com')).toMatchObject({
      IsActive: true,
      Name: 'Jenna Rossi-Bianchi',
    });
    expect(
      server.journal
        .entries()
        .filter(
          ({ kind, id }) =>
            kind === 'email' && id === user('jenna.rossi@acme.com').Id,
        ),
    ).toHaveLength(1);

    await expect(preview(createUser, input, context)).rejects.toMatchObject({
      fields: [
        {
          path: 'email',
          message:
            'Jenna Rossi-Bianchi has the username jenna.rossi@acme.com already',
        },
      ],
    });

    await undo({ action: createUser, input, applied, context, gateway });
    expect(user('jenna.rossi@acme.com').IsActive).toBe(false);
    await expect(preview(createUser, input, context)).rejects.toMatchObject({
      message: expect.stringContaining('reactivate'),
    });
  });

  it('gives an alias and a nickname that nobody has', async () => {
    const context = await contextOf();
    const create = async (email: string) => {
      const plan = await preview(
        createUser,
        { email, profile: 'Standard User', sendPasswordLink: false },
        context,
      );
      const { outcomes } = await applyChanges(gateway, plan.changes);
      expect(outcomes).toEqual(['applied']);
      return labels(plan);
    };
    const first = await create('max.mustermann@acme.com');
    const second = await create('max.mustermann@acme.example');
    expect([first.Alias, second.Alias]).toEqual(['mmusterm', 'mmuster1']);
    expect([first.CommunityNickname, second.CommunityNickname]).toEqual([
      'max.mustermann',
      'max.mustermann1',
    ]);
  });

  it('is blocked while the licence of the profile is full', async () => {
    const plan = await preview(
      createUser,
      { email: 'new@acme.com', profile: 'Standard Platform User' },
      await contextOf(),
    );
    expect(plan.blockers).toEqual([
      expect.objectContaining({ code: 'license_full' }),
    ]);
  });

  it.each([
    ['profile', { profile: 'Standart User' }, /Did you mean Standard User/],
    ['timeZone', { timeZone: 'Mars/Olympus' }, /no time zone/],
    ['locale', { locale: 'xx_YY' }, /no locale/],
    ['role', { role: 'Emperor' }, /no role/],
    ['manager', { manager: 'Alex' }, /more than one Salesforce user/],
    [
      'username',
      { username: 'erin.walsh@acme.com' },
      /Erin Walsh has the username/,
    ],
  ])('tells at the field %s what is wrong', async (path, input, message) => {
    await expect(
      preview(
        createUser,
        { email: 'new@acme.com', profile: 'Standard User', ...input },
        await contextOf(),
      ),
    ).rejects.toMatchObject({
      name: 'InputError',
      fields: [{ path, message: expect.stringMatching(message) }],
    });
  });
});

describe('updating', () => {
  it('writes what differs, by its readable name, and can take it back', async () => {
    const context = await contextOf();
    const input = {
      users: ['Seán O’Brien'.replace('’', "'"), 'zoe.mueller@acme.com'],
      department: 'R&D "East"',
      manager: 'priya.raman@acme.com',
      timeZone: 'Pacific',
      clear: ['phone'],
    };
    const before = user('sean.obrien@acme.com');
    const plan = await preview(updateUser, input, context);
    expect(plan.changes).toHaveLength(2);
    expect(labels(plan)).toMatchObject({
      Department: 'R&D "East"',
      TimeZoneSidKey: 'America/Los_Angeles',
    });
    const { applied } = await applyChanges(gateway, plan.changes);
    expect(user('sean.obrien@acme.com')).toMatchObject({
      Department: 'R&D "East"',
      TimeZoneSidKey: 'America/Los_Angeles',
      ManagerId: user('priya.raman@acme.com').Id,
    });
    const again = await preview(updateUser, input, context);
    expect(again.changes).toEqual([]);
    await undo({ action: updateUser, input, applied, context, gateway });
    expect(user('sean.obrien@acme.com')).toMatchObject({
      Department: before.Department,
      TimeZoneSidKey: before.TimeZoneSidKey,
      ManagerId: before.ManagerId ?? null,
    });
  });

  it.each([
    [
      'the same e-mail address for two',
      { users: ['dan@acme.com', 'ari@acme.com'], email: 'x@acme.com' },
    ],
    [
      'a field set and emptied at once',
      { users: ['dan@acme.com'], title: 'X', clear: ['title'] },
    ],
    ['nothing to change', { users: ['dan@acme.com'] }],
  ])('refuses %s', async (_, input) => {
    await expect(
      preview(updateUser, input, await contextOf()),
    ).rejects.toMatchObject({ name: 'InputError' });
  });

  it('refuses a federation id that somebody else has', async () => {
    const context = await contextOf();
    change('User', user('dan@acme.com').Id, { FederationIdentifier: 'FED-1' });
    await expect(
      preview(
        updateUser,
        { users: ['ari@acme.com'], federationId: 'FED-1' },
        context,
      ),
    ).rejects.toMatchObject({ fields: [{ path: 'federationId' }] });
  });
});

describe('resetting passwords', () => {
  it.each([
    ['refuse', 'failed'],
    ['accept', 'applied'],
  ] as const)(
    'warns of a frozen user, and stands it when Salesforce would %s',
    async (passwordResetOfFrozenUser, outcome) => {
      Object.assign(server.switches, { passwordResetOfFrozenUser });
      change('UserLogin', loginOf('dan.nowak@acme.com').Id, { IsFrozen: true });
      const plan = await preview(
        resetPassword,
        { users: ['dan.nowak@acme.com'] },
        await contextOf(),
      );
      expect(plan.warnings).toEqual([
        expect.stringContaining('ends at once'),
        expect.stringContaining('is frozen'),
      ]);
      expect((await applyChanges(gateway, plan.changes)).outcomes).toEqual([
        outcome,
      ]);
      change('UserLogin', loginOf('dan.nowak@acme.com').Id, {
        IsFrozen: false,
      });
    },
  );

  it('leaves inactive users out, and cannot be undone', async () => {
    const plan = await preview(
      resetPassword,
      { users: ['grace.holm@acme.com'] },
      await contextOf(),
    );
    expect(plan.changes).toEqual([]);
    expect(resetPassword.undo).toMatchObject({ kind: 'none' });
  });
});

describe('many targets', () => {
  it('freezes 2,000 users in a handful of calls', async () => {
    const own = await startTestOrg({ data: 'minimal' });
    const { Id: profileId } = [...own.org.store.all('User')]
      .map(({ ProfileId }) => own.org.store.get('Profile', String(ProfileId)))
      .find(row => row?.UserType === 'Standard') ?? { Id: '' };
    const ids = own.org.store.load(
      'User',
      Array.from({ length: 2000 }, (_, i) => ({
        Username: `many.${i}@acme.com`,
        LastName: `Many ${i}`,
        Name: `Many ${i}`,
        Alias: `m${i}`,
        Email: `many.${i}@acme.com`,
        ProfileId: profileId,
        UserType: 'Standard',
        IsActive: true,
      })),
    );
    own.org.store.load(
      'UserLogin',
      ids.map(UserId => ({ UserId, IsFrozen: false, IsPasswordLocked: false })),
    );
    const context = await testContext(own);
    own.requestLog.clear();
    const plan = await preview(
      freezeUser,
      { users: ["where:LastName LIKE 'Many %'"] },
      context,
    );
    expect(plan.changes).toHaveLength(2000);
    expect(own.requestLog.counts().total).toBeLessThanOrEqual(4);
    own.requestLog.clear();
    const { outcomes } = await applyChanges(testGateway(own), plan.changes);
    expect(new Set(outcomes)).toEqual(new Set(['applied']));
    // a call takes up to a thousand records
    expect(own.requestLog.counts().total).toBe(2);
  }, 60_000);
});

it('plans the same twice, for nothing to look changed that is not', async () => {
  const context = await contextOf();
  const input = {
    users: [
      'role:Account Executive EMEA',
      'public-group:Deal Desk',
      'dan@acme.com',
    ],
  };
  const [first, second] = [
    await preview(freezeUser, input, context),
    await preview(freezeUser, input, await contextOf()),
  ];
  expect(second.changes).toEqual(first.changes);
  expect(new Set(first.targets.map(({ id }) => id)).size).toBe(
    first.targets.length,
  );
  expect(testNow.toISOString()).toBe('2026-11-23T09:00:00.000Z');
  const { records } = await gateway.query(
    soql.select({
      from: 'User',
      fields: ['Id'],
      where: soql.eq('UserRole.Name', 'Account Executive EMEA'),
    }),
  );
  expect(records.length).toBeGreaterThan(0);
});
