import type {
  ActionContext,
  SalesforceWriteAction,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Row, SalesforceOrgServer } from '@salesdesk/salesforce-org';
import { applyChanges, preview, undo } from '../__testUtils__/applyPlan';
import { group, person, testContext } from '../__testUtils__/testContext';
import {
  startTestOrg,
  stopTestOrgs,
  testGateway,
} from '../__testUtils__/testOrg';
import { observeChanges } from '../executor/observeChanges';
import { addGroupMember } from './addGroupMember';
import { assignLicense } from './assignLicense';
import { assignPermissionSetGroup } from './assignPermissionSetGroup';
import { assignRole } from './assignRole';
import { deletePermissionSet } from './deletePermissionSet';
import { removeGroupMember } from './removeGroupMember';
import { removeLicense } from './removeLicense';
import { removePermissionSet } from './removePermissionSet';
import { removePermissionSetGroup } from './removePermissionSetGroup';
import { removeRole } from './removeRole';
import { revokeOauthToken } from './revokeOauthToken';
import { revokeSessions } from './revokeSessions';

let server: SalesforceOrgServer;
let gateway: ReturnType<typeof testGateway>;

beforeAll(async () => {
  server = await startTestOrg();
  gateway = testGateway(server);
}, 60_000);

afterAll(stopTestOrgs);

const entities = [
  person('sam.okafor'),
  person('erin.walsh'),
  group('sales-na', { members: ['erin.walsh'] }),
];
const contextOf = (): Promise<ActionContext> =>
  testContext(server, { gateway, entities });

const rows = (object: string): Row[] => [...server.org.store.all(object)];
function row(object: string, name: string, value: string): Row {
  const [found] = server.org.store.findBy(object, name, value);
  expect(found).toBeDefined();
  return found;
}
const idOf = (username: string) => row('User', 'Username', username).Id;

/** Records of an object that refer to these users, as comparable text. */
function refering(object: string, fields: string[], userField: string) {
  return (usernames: string[]) => {
    const ids = usernames.map(idOf);
    return rows(object)
      .filter(found => ids.includes(String(found[userField])))
      .map(found => fields.map(name => String(found[name])).join(' '))
      .sort();
  };
}
const assignments = refering(
  'PermissionSetAssignment',
  ['AssigneeId', 'PermissionSetId', 'ExpirationDate'],
  'AssigneeId',
);
const licences = refering(
  'PermissionSetLicenseAssign',
  ['AssigneeId', 'PermissionSetLicenseId'],
  'AssigneeId',
);
const packages = refering(
  'UserPackageLicense',
  ['UserId', 'PackageLicenseId'],
  'UserId',
);
const memberships = refering(
  'GroupMember',
  ['GroupId', 'UserOrGroupId'],
  'UserOrGroupId',
);
const roles = refering('User', ['UserRoleId'], 'Id');

interface Case<TInput> {
  action: SalesforceWriteAction<TInput>;
  input: unknown;
  state: (usernames: string[]) => string[];
  usernames: string[];
  /** 0 for any number of them. */
  changes: number;
}

function roundTrip<TInput>(options: Case<TInput>): Case<unknown> {
  return options as unknown as Case<unknown>;
}

describe('what access actions do', () => {
  it.each([
    [
      'assign a permission set group, by its developer name, until a day',
      roundTrip({
        action: assignPermissionSetGroup,
        input: {
          users: ['foo.bar@acme.com', 'ann.lee@acme.com'],
          permissionSetGroup: 'Marketing_Analytics',
          until: '2027-12-04',
        },
        state: names => [...assignments(names), ...licences(names)],
        usernames: ['foo.bar@acme.com', 'ann.lee@acme.com'],
        changes: 2,
      }),
    ],
    [
      'remove a permission set group from everyone who has it',
      roundTrip({
        action: removePermissionSetGroup,
        input: {
          users: ['permission-set-group:Sales Operations'],
          permissionSetGroup: 'Sales Operations',
        },
        state: () =>
          rows('PermissionSetAssignment')
            .map(
              ({ AssigneeId, PermissionSetGroupId }) =>
                `${AssigneeId} ${PermissionSetGroupId}`,
            )
            .sort(),
        usernames: [],
        changes: 0,
      }),
    ],
    [
      'assign a role',
      roundTrip({
        action: assignRole,
        input: {
          users: ['ari@acme.com', 'sean.obrien@acme.com'],
          role: 'RevOps',
        },
        state: roles,
        usernames: ['ari@acme.com', 'sean.obrien@acme.com'],
        changes: 2,
      }),
    ],
    [
      'remove a role',
      roundTrip({
        action: removeRole,
        input: { users: ['marco@acme.com'] },
        state: roles,
        usernames: ['marco@acme.com'],
        changes: 1,
      }),
    ],
    [
      'assign a permission set licence, whatever its kind is not said to be',
      roundTrip({
        action: assignLicense,
        input: {
          users: ['erin.walsh@acme.com'],
          license: 'Sales Cloud Einstein',
        },
        state: licences,
        usernames: ['erin.walsh@acme.com'],
        changes: 1,
      }),
    ],
    [
      'add users, a role and those below it, and a group to a queue',
      roundTrip({
        action: addGroupMember,
        input: {
          group: 'VIP Support',
          users: ['erin.walsh@acme.com', 'zoe.mueller@acme.com'],
          rolesAndSubordinates: ['SVP Customer Service'],
          roles: ['CEO'],
          groups: ['Deal Desk'],
        },
        state: () => [
          ...memberships(['erin.walsh@acme.com', 'zoe.mueller@acme.com']),
          String(rows('GroupMember').length),
        ],
        usernames: [],
        changes: 5,
      }),
    ],
    [
      'remove members from a public group',
      roundTrip({
        action: removeGroupMember,
        input: {
          group: 'North America Sales Team',
          users: ['ann.lee@acme.com', 'erin.walsh@acme.com'],
        },
        state: memberships,
        usernames: ['ann.lee@acme.com', 'erin.walsh@acme.com'],
        changes: 2,
      }),
    ],
  ])('%s; again it is there; undone it is as before', async (_, options) => {
    const { action, input, state, usernames, changes } = options;
    const context = await contextOf();
    const before = state(usernames);
    const plan = await preview(action, input, context);
    expect(plan.blockers ?? []).toEqual([]);
    expect(plan.changes).toHaveLength(changes || plan.changes.length);
    expect(plan.changes).not.toEqual([]);
    const { outcomes, applied } = await applyChanges(gateway, plan.changes);
    expect(new Set(outcomes)).toEqual(new Set(['applied']));
    expect(state(usernames)).not.toEqual(before);

    const again = await preview(action, input, context);
    expect(again.changes).toEqual([]);

    const undone = await undo({ action, input, applied, context, gateway });
    expect(new Set(undone.outcomes)).toEqual(new Set(['applied']));
    expect(state(usernames)).toEqual(before);
  });
});

describe('permission set groups', () => {
  it('warns where Salesforce has not recalculated the group', async () => {
    const outdated = rows('PermissionSetGroup').find(
      ({ Status }) => Status === 'Outdated',
    );
    const plan = await preview(
      assignPermissionSetGroup,
      {
        users: ['dan@acme.com'],
        permissionSetGroup: String(outdated?.MasterLabel),
      },
      await contextOf(),
    );
    expect(plan.warnings).toContainEqual(expect.stringContaining('outdated'));
  });

  it('leaves inactive users out, whatever Salesforce would do with them', async () => {
    const plan = await preview(
      assignPermissionSetGroup,
      {
        users: ['grace.holm@acme.com'],
        permissionSetGroup: 'Marketing Analytics',
      },
      await contextOf(),
    );
    expect(plan).toMatchObject({
      changes: [],
      leftOut: [{ reason: 'Is inactive' }],
    });
  });
});

describe('licences', () => {
  it('gives and takes a package licence', async () => {
    const [found] = rows('PackageLicense').filter(
      ({ AllowedLicenses, Status }) =>
        Number(AllowedLicenses) > 0 && Status === 'Active',
    );
    const input = {
      users: ['erin.walsh@acme.com'],
      license: `package-license:${found.NamespacePrefix}`,
    };
    const context = await contextOf();
    const before = packages(['erin.walsh@acme.com']);
    const isHolder = before.length > 0;
    const plan = await preview(
      isHolder ? removeLicense : assignLicense,
      input,
      context,
    );
    expect(plan.changes).toHaveLength(1);
    await applyChanges(gateway, plan.changes);
    const back = await preview(
      isHolder ? assignLicense : removeLicense,
      input,
      context,
    );
    expect((await applyChanges(gateway, back.changes)).outcomes).toEqual([
      'applied',
    ]);
    expect(packages(['erin.walsh@acme.com'])).toEqual(before);
  });

  it('asks which profile, where a user licence has several', async () => {
    await expect(
      preview(
        assignLicense,
        { users: ['ann.lee@acme.com'], license: 'user-license:Salesforce' },
        await contextOf(),
      ),
    ).rejects.toMatchObject({
      fields: [
        {
          path: 'profile',
          candidates: expect.arrayContaining([
            { value: 'Standard User', label: 'Standard User' },
          ]),
        },
      ],
    });
  });

  it('refuses to take a user licence without another profile, and says what does free it', async () => {
    await expect(
      preview(
        removeLicense,
        { users: ['ann.lee@acme.com'], license: 'Salesforce' },
        await contextOf(),
      ),
    ).rejects.toMatchObject({
      message: expect.stringContaining('deactivate the user'),
    });
  });

  it('takes permission sets that need a licence before the licence, if wanted', async () => {
    const context = await contextOf();
    const license = row(
      'PermissionSetLicense',
      'MasterLabel',
      'Sales Cloud Einstein',
    );
    const holder = rows('PermissionSetAssignment').find(
      ({ PermissionSetId }) =>
        row('PermissionSet', 'Id', String(PermissionSetId)).LicenseId ===
        license.Id,
    );
    const username = String(
      row('User', 'Id', String(holder?.AssigneeId)).Username,
    );
    const input = { users: [username], license: 'Sales Cloud Einstein' };
    const kept = await preview(removeLicense, input, context);
    expect(kept.blockers).toEqual([
      expect.objectContaining({ code: 'license_needed' }),
    ]);
    const full = { ...input, removePermissionSets: true };
    const before = [...assignments([username]), ...licences([username])];
    const plan = await preview(removeLicense, full, context);
    expect(plan.changes.map(({ object }) => object)).toEqual([
      'PermissionSetAssignment',
      'PermissionSetLicenseAssign',
    ]);
    const { applied } = await applyChanges(gateway, plan.changes);
    expect(applied).toHaveLength(2);
    const undone = await undo({
      action: removeLicense,
      input: full,
      applied,
      context,
      gateway,
    });
    expect(undone.outcomes).toEqual(['applied', 'applied']);
    expect([...assignments([username]), ...licences([username])]).toEqual(
      before,
    );
  });
});

describe('members of groups', () => {
  it.each(['error', 'success'] as const)(
    'stands a member who joined meanwhile, when Salesforce answers with %s',
    async duplicateGroupMember => {
      server.org.switches.duplicateGroupMember = duplicateGroupMember;
      const input = { group: 'Deal Desk', users: ['zoe.mueller@acme.com'] };
      const before = memberships(['zoe.mueller@acme.com']);
      const plan = await preview(addGroupMember, input, await contextOf());
      await applyChanges(gateway, plan.changes);
      const { outcomes, applied } = await applyChanges(gateway, plan.changes);
      expect(['applied', 'already_there']).toContain(outcomes[0]);
      expect(memberships(['zoe.mueller@acme.com'])).toHaveLength(
        before.length + 1,
      );
      const back = await preview(removeGroupMember, input, await contextOf());
      expect((await applyChanges(gateway, back.changes)).outcomes).toEqual([
        'applied',
      ]);
      expect(applied.length).toBeLessThanOrEqual(1);
    },
  );

  it('wants somebody to be named, and no group in itself', async () => {
    const context = await contextOf();
    await expect(
      preview(addGroupMember, { group: 'Deal Desk' }, context),
    ).rejects.toMatchObject({ name: 'InputError' });
    await expect(
      preview(
        addGroupMember,
        { group: 'Deal Desk', groups: ['Deal_Desk'] },
        context,
      ),
    ).rejects.toMatchObject({
      message: 'A group cannot be a member of itself',
    });
  });
});

describe('tokens and sessions', () => {
  const tokensOf = (username: string) =>
    rows('OauthToken').filter(({ UserId }) => UserId === idOf(username));
  const sessionsOf = (username: string) =>
    rows('AuthSession').filter(({ UsersId }) => UsersId === idOf(username));

  it('revokes the tokens of one app, then all, and no token leaves the gateway', async () => {
    const context = await contextOf();
    const held = tokensOf('dan@acme.com');
    expect(held.length).toBeGreaterThan(1);
    const secrets = held.flatMap(({ DeleteToken, AccessToken }) => [
      String(DeleteToken),
      String(AccessToken),
    ]);
    const app = String(held[0].AppName);
    const one = await preview(
      revokeOauthToken,
      { users: ['dan@acme.com'], app: app.toUpperCase() },
      context,
    );
    expect(one.changes).toEqual([
      expect.objectContaining({ method: 'revoke_oauth_tokens' }),
    ]);
    expect((await applyChanges(gateway, one.changes)).outcomes).toEqual([
      'applied',
    ]);
    expect(
      tokensOf('dan@acme.com').map(({ AppName }) => AppName),
    ).not.toContain(app);
    expect(tokensOf('dan@acme.com').length).toBeGreaterThan(0);

    const rest = await preview(
      revokeOauthToken,
      { users: ['dan@acme.com'] },
      context,
    );
    const { work } = await applyChanges(gateway, rest.changes);
    expect(tokensOf('dan@acme.com')).toEqual([]);
    expect(
      await observeChanges({ reader: context.reader, work, all: work }),
    ).toEqual(new Map([[0, expect.objectContaining({ state: 'applied' })]]));
    for (const secret of secrets) {
      expect(JSON.stringify([one, rest, work])).not.toContain(secret);
    }
    const after = await preview(
      revokeOauthToken,
      { users: ['dan@acme.com'] },
      context,
    );
    expect(after).toMatchObject({
      changes: [],
      leftOut: [{ reason: 'Has no token' }],
    });
  });

  it('names apps that come close to one that nobody uses', async () => {
    await expect(
      preview(
        revokeOauthToken,
        { users: ['dan@acme.com'], app: "x' OR AppName != '😀" },
        await contextOf(),
      ),
    ).rejects.toMatchObject({
      fields: [{ path: 'app', code: 'unknown_name' }],
    });
  });

  it('ends every session, and sees that it did', async () => {
    const context = await contextOf();
    expect(sessionsOf('dan@acme.com').length).toBeGreaterThan(0);
    const plan = await preview(
      revokeSessions,
      { users: ['dan@acme.com', 'grace.holm@acme.com'] },
      context,
    );
    expect(plan).toMatchObject({
      changes: [{ method: 'end_sessions' }],
      leftOut: [{ reason: 'Has no session' }],
    });
    const { work, outcomes } = await applyChanges(gateway, plan.changes);
    expect(outcomes).toEqual(['applied']);
    expect(sessionsOf('dan@acme.com')).toEqual([]);
    expect(
      await observeChanges({ reader: context.reader, work, all: work }),
    ).toEqual(new Map([[0, expect.objectContaining({ state: 'applied' })]]));
  });

  it('never ends what Salesdesk itself works with', async () => {
    const context = await contextOf();
    for (const action of [revokeSessions, revokeOauthToken]) {
      await expect(
        action.preview({
          input: { users: context.protectedUserIds },
          context,
        }),
      ).rejects.toMatchObject({ name: 'InputError' });
    }
  });

  it('never takes away by what Salesdesk itself may work', async () => {
    const context = await contextOf();
    const permissionSet = 'Salesdesk Integration';
    await expect(
      preview(
        removePermissionSet,
        { users: ['integration@acme.com'], permissionSet },
        context,
      ),
    ).rejects.toMatchObject({
      message: expect.stringContaining('lock itself out'),
    });
    const plan = await preview(
      deletePermissionSet,
      { permissionSet, removeFromUsers: true },
      context,
    );
    expect(plan.blockers).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('lock itself out'),
      }),
    ]);
  });
});
