import type { ActionContext } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Row, SalesforceOrgServer } from '@salesdesk/salesforce-org';
import { applyChanges, preview, undo } from '../__testUtils__/applyPlan';
import { group, person, testContext } from '../__testUtils__/testContext';
import {
  startTestOrg,
  stopTestOrgs,
  testGateway,
} from '../__testUtils__/testOrg';
import { assignPermissionSet } from './assignPermissionSet';
import { changeProfile } from './changeProfile';
import { removePermissionSet } from './removePermissionSet';

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
  person('zoe', { email: 'zoe.mueller@acme.com' }),
  group('sales-na', { members: ['erin.walsh', 'ines.duarte', 'zoe'] }),
];

async function contextOf(): Promise<ActionContext> {
  return testContext(server, { gateway, entities });
}

function user(username: string): Row {
  const [row] = server.org.store.findBy('User', 'Username', username);
  expect(row).toBeDefined();
  return row;
}

function assignments(username: string, label: string): readonly Row[] {
  return server.org.store
    .findBy('PermissionSetAssignment', 'AssigneeId', user(username).Id)
    .filter(
      row =>
        server.org.store.get('PermissionSet', String(row.PermissionSetId))
          ?.Label === label,
    );
}

function licensed(username: string): readonly Row[] {
  return server.org.store.findBy(
    'PermissionSetLicenseAssign',
    'AssigneeId',
    user(username).Id,
  );
}

describe('assigning a permission set', () => {
  it('gives a team the set and the licence that it needs, in one call of reading', async () => {
    const context = await contextOf();
    const licenses = licensed('erin.walsh@acme.com').length;
    server.requestLog.clear();
    const input = {
      users: ['public-group:North America Sales Team'],
      permissionSet: 'sales cloud einstein',
    };
    const plan = await preview(assignPermissionSet, input, context);
    expect(server.requestLog.counts()).toMatchObject({
      total: 1,
      byResource: { 'POST /composite': 1 },
    });
    expect(plan.changes.map(({ summary }) => summary)).toEqual([
      'Give Ann Lee the licence "Sales Cloud Einstein"',
      'Give Ari Cohen the licence "Sales Cloud Einstein"',
      'Give Erin Walsh the licence "Sales Cloud Einstein"',
      'Assign "Sales Cloud Einstein" to Ann Lee',
      'Assign "Sales Cloud Einstein" to Ari Cohen',
      'Assign "Sales Cloud Einstein" to Erin Walsh',
    ]);
    expect(plan.warnings).toEqual([
      'After this, 0 of 25 Sales Cloud Einstein licences are left',
    ]);
    expect(plan.leftOut?.length).toBeGreaterThan(5);
    expect(plan.targets).toHaveLength(3 + (plan.leftOut?.length ?? 0));

    const { outcomes, applied } = await applyChanges(gateway, plan.changes);
    expect(new Set(outcomes)).toEqual(new Set(['applied']));
    expect(
      assignments('erin.walsh@acme.com', 'Sales Cloud Einstein'),
    ).toHaveLength(1);

    const full = await preview(
      assignPermissionSet,
      {
        users: ['zoe.mueller@acme.com'],
        permissionSet: 'Sales Cloud Einstein',
      },
      context,
    );
    expect(full.blockers).toEqual([
      expect.objectContaining({
        code: 'permission_set_license_full',
        message:
          '1 Sales Cloud Einstein licence needed, and none is free: 25 of 25 are in use',
      }),
    ]);

    const undone = await undo({
      action: assignPermissionSet,
      input,
      applied,
      context,
      gateway,
    });
    expect(new Set(undone.outcomes)).toEqual(new Set(['applied']));
    expect(licensed('erin.walsh@acme.com')).toHaveLength(licenses);
  });

  it('needs three calls for 250 users, look-ups for preview and run included', async () => {
    const own = await startTestOrg({ data: { generate: 600 } });
    const ownGateway = testGateway(own);
    const salesforce = [...own.org.store.all('Profile')].filter(
      profile =>
        own.org.store.get('UserLicense', String(profile.UserLicenseId))
          ?.Name === 'Salesforce',
    );
    const usernames = [...own.org.store.all('User')]
      .filter(
        row =>
          row.IsActive === true &&
          salesforce.some(({ Id }) => Id === row.ProfileId) &&
          row.UserType === 'Standard',
      )
      .filter(
        row =>
          !own.org.store
            .findBy('PermissionSetAssignment', 'AssigneeId', row.Id)
            .some(
              held =>
                own.org.store.get('PermissionSet', String(held.PermissionSetId))
                  ?.Label === 'Knowledge Editor',
            ),
      )
      .slice(0, 250)
      .map(row => String(row.Username));
    expect(usernames).toHaveLength(250);
    const context = () => testContext(own, { gateway: ownGateway });
    await context();
    own.requestLog.clear();
    const input = { users: usernames, permissionSet: 'Knowledge Editor' };
    await preview(assignPermissionSet, input, await context());
    const plan = await preview(assignPermissionSet, input, await context());
    expect(plan.changes).toHaveLength(250);
    await applyChanges(ownGateway, plan.changes);
    expect(own.requestLog.counts()).toMatchObject({
      total: 3,
      byResource: { 'POST /composite': 3 },
    });
  }, 60_000);

  it('ends by itself where Salesforce can end it, and by a request of ours where not', async () => {
    const context = await contextOf();
    const input = {
      users: ['ann.lee@acme.com'],
      permissionSet: 'Contract Approver',
      until: '2026-12-04',
    };
    const native = await preview(assignPermissionSet, input, context);
    expect(native.followUps).toEqual([]);
    await applyChanges(gateway, native.changes);
    const [held] = assignments('ann.lee@acme.com', 'Contract Approver');
    expect(Date.parse(String(held.ExpirationDate))).toBe(
      Date.parse('2026-12-04T23:59:59Z'),
    );
    expect(
      (await preview(assignPermissionSet, input, context)).leftOut,
    ).toEqual([
      expect.objectContaining({ reason: 'Has it until 4 Dec 2026 already' }),
    ]);
    const longer = await preview(
      assignPermissionSet,
      { ...input, until: '2026-12-31' },
      context,
    );
    expect(longer.changes).toEqual([
      expect.objectContaining({ operation: 'update', recordId: held.Id }),
    ]);
    expect((await applyChanges(gateway, longer.changes)).outcomes).toEqual([
      'applied',
    ]);

    const describe = jest.spyOn(context.reader, 'describe');
    describe.mockResolvedValue({
      ...(await gateway.describe('PermissionSetAssignment')),
      fields: [],
    });
    const ours = await preview(
      assignPermissionSet,
      { ...input, users: ['foo.bar@acme.com'] },
      context,
    );
    expect(ours.changes[0].fields.map(({ name }) => name)).toEqual([
      'AssigneeId',
      'PermissionSetId',
    ]);
    expect(ours.followUps).toEqual([
      expect.objectContaining({
        action: 'salesforce_remove_permission_set',
        at: '2026-12-04T23:59:59Z',
      }),
    ]);
  });

  it('takes the people of a catalog group who have a Salesforce user', async () => {
    const plan = await preview(
      assignPermissionSet,
      { users: ['group:default/sales-na'], permissionSet: 'Data Export' },
      await contextOf(),
    );
    expect(
      plan.targets.map(({ label, personRef }) => [label, personRef]),
    ).toEqual([
      ['Erin Walsh', 'user:default/erin.walsh'],
      ['Zoë Müller', 'user:default/zoe'],
    ]);
  });

  it.each(['refuse', 'accept', 'ignore'] as const)(
    'leaves inactive users out, whether Salesforce would %s them',
    async assignmentToInactiveUser => {
      Object.assign(server.switches, { assignmentToInactiveUser });
      const plan = await preview(
        assignPermissionSet,
        { users: ['grace.holm@acme.com'], permissionSet: 'Data Export' },
        await contextOf(),
      );
      expect(plan).toMatchObject({
        changes: [],
        leftOut: [{ reason: 'Is inactive' }],
      });
    },
  );

  it('says in plain words that a licence does not allow the set', async () => {
    const plan = await preview(
      assignPermissionSet,
      {
        users: ['tom.becker@acme.com'],
        permissionSet: 'Sales Cloud Einstein',
      },
      await contextOf(),
    );
    const sets = plan.changes.filter(
      ({ object }) => object === 'PermissionSetAssignment',
    );
    const { refusals } = await applyChanges(
      gateway,
      sets.map(({ after: _after, ...change }) => change),
    );
    expect(refusals[0]).toMatchObject({
      problem: {
        code: 'FIELD_INTEGRITY_EXCEPTION',
        message: expect.stringContaining('licence does not allow'),
      },
      blocker: { remedy: expect.stringContaining('permission set licence') },
    });
  });

  it.each([';', ','] as const)(
    'sees that somebody else was faster, with "%s" in the words of it',
    async duplicateAssignmentSeparator => {
      Object.assign(server.switches, { duplicateAssignmentSeparator });
      const context = await contextOf();
      const plan = await preview(
        assignPermissionSet,
        { users: ['li.wei@acme.com'], permissionSet: 'Knowledge Editor' },
        context,
      );
      await applyChanges(gateway, plan.changes);
      const { outcomes } = await applyChanges(gateway, plan.changes);
      expect(outcomes).toEqual(['already_there']);
      const removal = await preview(
        removePermissionSet,
        { users: ['li.wei@acme.com'], permissionSet: 'Knowledge Editor' },
        context,
      );
      await applyChanges(gateway, removal.changes);
    },
  );

  it.each([
    ['Einstein', 'ambiguous_name', /Sales Cloud Einstein/],
    [
      'Sales Cloud Einstien',
      'unknown_name',
      /Did you mean Sales Cloud Einstein/,
    ],
    ['X00e5g0000000001AAA', 'unknown_name', /no permission set/],
    ["Robert'); DROP", 'unknown_name', /no permission set/],
  ])('asks back for the set "%s"', async (permissionSet, code, message) => {
    await expect(
      preview(
        assignPermissionSet,
        { users: ['dan@acme.com'], permissionSet },
        await contextOf(),
      ),
    ).rejects.toMatchObject({
      fields: [
        {
          path: 'permissionSet',
          code,
          message: expect.stringMatching(message),
        },
      ],
    });
  });
});

describe('removing a permission set', () => {
  it('takes it from everyone who has it, and gives it back when undone', async () => {
    const context = await contextOf();
    const input = {
      users: ['permission-set:Service_Cloud_User', 'dan@acme.com'],
      permissionSet: 'Service Cloud User',
    };
    const plan = await preview(removePermissionSet, input, context);
    expect(plan.changes.length).toBeGreaterThan(0);
    expect(plan.leftOut).toEqual([
      expect.objectContaining({
        target: expect.objectContaining({ label: 'Dan Novak' }),
      }),
    ]);
    const { outcomes, applied } = await applyChanges(gateway, plan.changes);
    expect(new Set(outcomes)).toEqual(new Set(['applied']));
    await undo({
      action: removePermissionSet,
      input,
      applied,
      context,
      gateway,
    });
    const after = await preview(removePermissionSet, input, context);
    expect(after.changes.map(({ target }) => target.label)).toEqual(
      plan.changes.map(({ target }) => target.label),
    );
  });

  it.each(['NOT_FOUND', 'INVALID_CROSS_REFERENCE_KEY'] as const)(
    'is content when it is gone already (%s)',
    async missingRowErrorCode => {
      Object.assign(server.switches, { missingRowErrorCode });
      const plan = await preview(
        removePermissionSet,
        { users: ['permission-set:CRM User'], permissionSet: 'CRM User' },
        await contextOf(),
      );
      const [first] = plan.changes;
      expect((await applyChanges(gateway, [first])).outcomes).toEqual([
        'applied',
      ]);
      expect((await applyChanges(gateway, [first])).outcomes).toEqual([
        'already_there',
      ]);
    },
  );
});

describe('changing a profile', () => {
  it('changes the profile and then the role, of whom it was said', async () => {
    const context = await contextOf();
    const input = {
      users: ['ari@acme.com'],
      profile: 'Sales Manager',
      from: 'Standard User',
      role: 'RevOps',
    };
    const plan = await preview(changeProfile, input, context);
    expect(plan.changes.map(({ summary }) => summary)).toEqual([
      'Change the profile of Ari Cohen from "Standard User" to "Sales Manager"',
      'Change the role of Ari Cohen from "Account Executive NA" to "RevOps"',
    ]);
    const before = user('ari@acme.com');
    const { outcomes, applied } = await applyChanges(gateway, plan.changes);
    expect(outcomes).toEqual(['applied', 'applied']);
    expect(await preview(changeProfile, input, context)).toMatchObject({
      changes: [],
      leftOut: [{ reason: 'Has this profile and this role already' }],
    });
    await undo({ action: changeProfile, input, applied, context, gateway });
    expect(user('ari@acme.com')).toMatchObject({
      ProfileId: before.ProfileId,
      UserRoleId: before.UserRoleId,
    });
  });

  it('refuses when the current profile is not what was said', async () => {
    await expect(
      preview(
        changeProfile,
        {
          users: ['priya.raman@acme.com'],
          profile: 'Read Only',
          from: 'Standard User',
        },
        await contextOf(),
      ),
    ).rejects.toMatchObject({
      fields: [
        {
          path: 'from',
          message:
            'Priya Raman has the profile "Sales Manager", not "Standard User"',
        },
      ],
    });
  });

  it.each([
    'FIELD_INTEGRITY_EXCEPTION',
    'INVALID_CROSS_REFERENCE_KEY',
  ] as const)(
    'gives another licence in the one order that works, and takes the same way back (%s)',
    async profileLicenseMismatchErrorCode => {
      Object.assign(server.switches, { profileLicenseMismatchErrorCode });
      const input = {
        users: ['alexandra.petrova@acme.com'],
        profile: 'Standard Platform User',
      };
      const context = await contextOf();
      const plan = await preview(changeProfile, input, context);
      expect(plan.blockers).toEqual([
        expect.objectContaining({ code: 'license_full' }),
      ]);
      expect(plan.warnings).toEqual([
        expect.stringContaining('"Contract Approver"'),
      ]);
      const held = assignments(input.users[0], 'Contract Approver');
      const before = { ...user(input.users[0]) };
      const full = await applyChanges(gateway, plan.changes);
      expect(full.refusals).toHaveLength(1);
      expect(full.refusals[0].blocker?.remedy).toBeTruthy();
      const back = { action: changeProfile, input, context, gateway };
      await undo({ ...back, applied: full.applied });
      expect(assignments(input.users[0], 'Contract Approver')).toHaveLength(
        held.length,
      );

      // a seat is free: off, profile, on; what the licence does not allow stays off
      const holder = [...server.org.store.all('User')].find(
        ({ IsActive, ProfileId, Username }) =>
          IsActive === true &&
          Username !== 'tom.becker@acme.com' &&
          server.org.store.get('Profile', String(ProfileId))?.Name ===
            'Standard Platform User',
      );
      const system = server.org.systemContext();
      server.org.dml.update(system, 'User', String(holder?.Id), {
        IsActive: false,
      });
      const free = await preview(changeProfile, input, context);
      expect(free.blockers).toEqual([]);
      expect(
        free.changes.map(({ operation, object }) => `${operation} ${object}`),
      ).toEqual([
        'delete PermissionSetAssignment',
        'update User',
        'create PermissionSetAssignment',
      ]);
      const { outcomes, applied, refusals } = await applyChanges(
        gateway,
        free.changes,
      );
      expect(outcomes).toEqual(['applied', 'applied', 'failed']);
      expect(refusals[0].blocker?.remedy).toContain('licence');
      await undo({ ...back, applied });
      expect(user(input.users[0]).ProfileId).toBe(before.ProfileId);
      expect(assignments(input.users[0], 'Contract Approver')).toHaveLength(
        held.length,
      );
      server.org.dml.update(system, 'User', String(holder?.Id), {
        IsActive: true,
      });
    },
  );

  it('never takes the rights from the last administrator, nor from Salesdesk itself', async () => {
    const context = await contextOf();
    const plan = await preview(
      changeProfile,
      { users: ['profile:System Administrator'], profile: 'Read Only' },
      context,
    );
    expect(plan.blockers).toEqual([
      expect.objectContaining({ code: 'last_administrator' }),
    ]);
    await expect(
      preview(
        changeProfile,
        { users: ['integration@acme.com'], profile: 'Read Only' },
        context,
      ),
    ).rejects.toMatchObject({ code: 'invalid_input' });
  });
});
