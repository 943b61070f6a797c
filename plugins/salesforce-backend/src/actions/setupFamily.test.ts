import type {
  ActionContext,
  SalesforceWriteAction,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Row, SalesforceOrgServer } from '@salesdesk/salesforce-org';
import { applyChanges, preview, undo } from '../__testUtils__/applyPlan';
import { testContext } from '../__testUtils__/testContext';
import {
  startTestOrg,
  stopTestOrgs,
  testGateway,
} from '../__testUtils__/testOrg';
import { createGroup } from './createGroup';
import { createPermissionSet } from './createPermissionSet';
import { createPermissionSetGroup } from './createPermissionSetGroup';
import { createQueue } from './createQueue';
import { createRole } from './createRole';
import { deleteGroup } from './deleteGroup';
import { deletePermissionSet } from './deletePermissionSet';
import { deletePermissionSetGroup } from './deletePermissionSetGroup';
import { deleteRole } from './deleteRole';
import { developerNameFrom } from './developerName';

let server: SalesforceOrgServer;
let gateway: ReturnType<typeof testGateway>;

beforeAll(async () => {
  server = await startTestOrg();
  gateway = testGateway(server);
}, 60_000);

afterAll(stopTestOrgs);

const contextOf = (): Promise<ActionContext> =>
  testContext(server, { gateway });
const rows = (object: string): Row[] => [...server.org.store.all(object)];

/** What there is of each object, by what tells it apart and not by its id. */
function inventory(): Record<string, string[]> {
  const name = (id: unknown) =>
    ['User', 'Group', 'UserRole', 'PermissionSet', 'PermissionSetGroup']
      .flatMap(object => server.org.store.get(object, String(id)) ?? [])
      .map(row => String(row.Username ?? row.DeveloperName ?? row.Name))
      .join();
  const list = (object: string, text: (row: Row) => string) =>
    rows(object).map(text).sort();
  return {
    roles: list(
      'UserRole',
      row => `${row.Name} ${row.DeveloperName} < ${name(row.ParentRoleId)}`,
    ),
    users: list('User', row => `${row.Username} ${name(row.UserRoleId)}`),
    groups: list('Group', row => `${row.Type} ${row.DeveloperName}`),
    members: list(
      'GroupMember',
      row => `${name(row.GroupId)} ${name(row.UserOrGroupId)}`,
    ),
    objects: list(
      'QueueSobject',
      row => `${name(row.QueueId)} ${row.SobjectType}`,
    ),
    sets: list('PermissionSet', row =>
      row.Type === 'Group' ? 'of a group' : `${row.Label} ${row.Name}`,
    ),
    setGroups: list(
      'PermissionSetGroup',
      row => `${row.MasterLabel} ${row.DeveloperName}`,
    ),
    components: list(
      'PermissionSetGroupComponent',
      row => `${name(row.PermissionSetGroupId)} ${name(row.PermissionSetId)}`,
    ),
    holders: list(
      'PermissionSetAssignment',
      row => `${row.AssigneeId} ${name(row.PermissionSetGroupId)}`,
    ),
  };
}

function step<TInput>(
  action: SalesforceWriteAction<TInput>,
  input: unknown,
  objects: string[],
) {
  return {
    action: action as unknown as SalesforceWriteAction,
    input,
    objects,
  };
}

describe('what setup actions do', () => {
  it.each([
    [
      'a role below another, for two users',
      step(
        createRole,
        {
          name: 'VP in R&D',
          parent: 'CTO',
          users: ['ann.lee@acme.com', 'foo.bar@acme.com'],
        },
        ['UserRole', 'User', 'User'],
      ),
    ],
    [
      'a public group with a user and a role',
      step(
        createGroup,
        { name: 'Reviewers', users: ['Ann Lee'], roles: ['CEO'] },
        ['Group', 'GroupMember', 'GroupMember'],
      ),
    ],
    [
      'a queue for objects by label and plural, with members',
      step(
        createQueue,
        {
          name: 'Renewals',
          objects: ['cases', 'Lead'],
          email: 'renewals@acme.com',
          users: ['ann.lee@acme.com'],
        },
        ['Group', 'QueueSobject', 'QueueSobject', 'GroupMember'],
      ),
    ],
    [
      'a permission set of a permission set licence',
      step(
        createPermissionSet,
        { label: 'Renewal “Managers” 😀', license: 'Sales Cloud Einstein' },
        ['PermissionSet'],
      ),
    ],
    [
      'a group of permission sets',
      step(
        createPermissionSetGroup,
        {
          label: 'Deal Makers',
          permissionSets: ['Contract Approver', 'CRM User'],
        },
        [
          'PermissionSetGroup',
          'PermissionSetGroupComponent',
          'PermissionSetGroupComponent',
        ],
      ),
    ],
    [
      'the end of a group of permission sets that people have',
      step(
        deletePermissionSetGroup,
        { permissionSetGroup: 'Sales Operations', removeFromUsers: true },
        [],
      ),
    ],
    [
      'the end of a public group with its members',
      step(deleteGroup, { group: 'Deal Desk' }, []),
    ],
    [
      'the end of a role, with its people moved',
      step(
        deleteRole,
        { role: 'RevOps', moveUsersTo: 'Sales Director NA' },
        [],
      ),
    ],
  ])('%s; undone, all is as before', async (_, { action, input, objects }) => {
    const before = inventory();
    const plan = await preview(action, input, await contextOf());
    expect(plan.blockers ?? []).toEqual([]);
    const planned = plan.changes.map(({ object }) => object);
    expect(planned).toEqual(objects.length > 0 ? objects : planned);
    const { outcomes, applied } = await applyChanges(gateway, plan.changes);
    expect(new Set(outcomes)).toEqual(new Set(['applied']));
    expect(inventory()).not.toEqual(before);

    const undone = await undo({
      action,
      input,
      applied,
      context: await contextOf(),
      gateway,
    });
    expect(new Set(undone.outcomes)).toEqual(new Set(['applied']));
    expect(inventory()).toEqual(before);
  });

  it('deletes a permission set for good, once nobody has it', async () => {
    const created = await preview(
      createPermissionSet,
      { label: 'Short lived' },
      await contextOf(),
    );
    await applyChanges(gateway, created.changes);
    const plan = await preview(
      deletePermissionSet,
      { permissionSet: 'Short_lived' },
      await contextOf(),
    );
    expect((await applyChanges(gateway, plan.changes)).outcomes).toEqual([
      'applied',
    ]);
    expect(deletePermissionSet.undo).toMatchObject({ kind: 'none' });
  });
});

describe('what Salesforce would refuse', () => {
  it.each([
    [
      'a permission set that people have',
      step(deletePermissionSet, { permissionSet: 'Contract Approver' }, []),
    ],
    ['a role that people have', step(deleteRole, { role: 'RevOps' }, [])],
    [
      'a role with roles below it',
      step(deleteRole, { role: 'CEO', moveUsersTo: 'RevOps' }, []),
    ],
  ])('is known before: %s', async (_, { action, input }) => {
    const plan = await preview(action, input, await contextOf());
    expect(plan.blockers?.[0]).toMatchObject({
      message: expect.any(String),
      remedy: expect.any(String),
    });
    const last = { ...plan.changes.slice(-1)[0], after: [] };
    const { outcomes } = await applyChanges(gateway, [last]);
    expect(outcomes).toEqual(['failed']);
  });

  it('a queue that owns records is known to be kept', async () => {
    const queue = rows('Group').find(
      ({ Type, Id }) =>
        Type === 'Queue' &&
        server.org.store.findBy('Case', 'OwnerId', Id).length +
          server.org.store.findBy('Lead', 'OwnerId', Id).length >
          0,
    );
    expect(queue).toBeDefined();
    const plan = await preview(
      deleteGroup,
      { group: String(queue?.DeveloperName) },
      await contextOf(),
    );
    expect(plan.blockers).toContainEqual(
      expect.objectContaining({ code: 'queue_in_use' }),
    );
  });

  it.each([
    ['a role', step(createRole, { name: 'CEO' }, [])],
    ['a public group', step(createGroup, { name: 'Deal Desk' }, [])],
    ['a permission set', step(createPermissionSet, { label: 'CRM User' }, [])],
    [
      'a queue for what has no owner',
      step(createQueue, { name: 'X', objects: ['Profile'] }, []),
    ],
    [
      'a queue for an object that is not there',
      step(createQueue, { name: 'X', objects: ["Case' OR '1'='1"] }, []),
    ],
    [
      'a role under nobody known',
      step(createRole, { name: 'Y', parent: '😀' }, []),
    ],
  ])(
    'a second one, or nonsense, is refused: %s',
    async (_, { action, input }) => {
      await expect(
        preview(action, input, await contextOf()),
      ).rejects.toMatchObject({ name: 'InputError' });
    },
  );
});

describe('API names', () => {
  it.each([
    ['VP in R&D', 'VP_in_R_D'],
    ['Équipe  Ventes', 'Equipe_Ventes'],
    ['2nd line', 'X2nd_line'],
    ['__a__b__', 'a_b'],
  ])('of %p is %s', (name, expected) => {
    expect(developerNameFrom(name)).toBe(expected);
  });

  it('are valid whatever the name is', () => {
    for (const name of ['李 伟', '😀', `${'a'.repeat(79)} b`, '-']) {
      expect(developerNameFrom(name)).toMatch(/^[A-Za-z](?:_?[A-Za-z0-9])*$/);
      expect(developerNameFrom(name).length).toBeLessThanOrEqual(80);
    }
  });
});
