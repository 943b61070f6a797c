import {
  GatewayError,
  type ActionContext,
  type PlanProposal,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Row, SalesforceOrgServer } from '@salesdesk/salesforce-org';
import { applyChanges, preview, undo } from '../../__testUtils__/applyPlan';
import { testContext } from '../../__testUtils__/testContext';
import {
  startTestOrg,
  stopTestOrgs,
  testGateway,
} from '../../__testUtils__/testOrg';
import { deleteUser } from '../deleteUser';
import { offboardUser } from './offboardUser';

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
const user = (username: string): Row =>
  server.org.store.findBy('User', 'Username', username)[0];
const isFrozen = (username: string) =>
  server.org.store.findBy('UserLogin', 'UserId', user(username).Id)[0]
    ?.IsFrozen;
const change = (object: string, id: string, fields: Record<string, never>) =>
  server.org.dml.update(server.org.systemContext(), object, id, fields);

/** What a user has, by what tells it apart and not by its id. */
function having(username: string): Record<string, unknown> {
  const { Id, IsActive } = user(username);
  const of = (object: string, owner: string, what: string[]) =>
    rows(object)
      .filter(row => row[owner] === Id)
      .map(row => what.map(name => String(row[name])).join(' '))
      .sort();
  return {
    IsActive,
    isFrozen: isFrozen(username),
    sets: of('PermissionSetAssignment', 'AssigneeId', [
      'PermissionSetId',
      'PermissionSetGroupId',
    ]),
    licences: of('PermissionSetLicenseAssign', 'AssigneeId', [
      'PermissionSetLicenseId',
    ]),
    packages: of('UserPackageLicense', 'UserId', ['PackageLicenseId']),
    groups: of('GroupMember', 'UserOrGroupId', ['GroupId']),
    accounts: of('Account', 'OwnerId', ['Id']),
    opportunities: of('Opportunity', 'OwnerId', ['Id']),
    cases: of('Case', 'OwnerId', ['Id']),
  };
}

/** A reader to which the org does not show an object. */
function withoutObject(
  reader: ActionContext['reader'],
  object: string,
): ActionContext['reader'] {
  return new Proxy(reader, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) =>
        name === 'query' && String(given[0]).includes(`FROM ${object} `)
          ? Promise.reject(
              new GatewayError({
                failure: 'invalid_query',
                message: 'Salesforce does not know it',
                certainty: 'not_applied',
                salesforceCode: 'INVALID_TYPE',
              }),
            )
          : value.apply(target, given);
    },
  });
}

const steps = (plan: PlanProposal) => [
  ...new Set(
    plan.changes.map(
      ({ method, operation, object }) => method ?? `${operation} ${object}`,
    ),
  ),
];

describe('offboarding', () => {
  it('freezes first, deactivates last, does all between, and gives all back', async () => {
    const input = {
      users: ['ari@acme.com'],
      transferTo: 'priya.raman@acme.com',
    };
    const before = having('ari@acme.com');
    const context = await contextOf();
    const plan = await preview(offboardUser, input, context);
    const order = steps(plan);
    expect(order[0]).toBe('update UserLogin');
    expect(order.at(-1)).toBe('update User');
    expect(order).toEqual(
      expect.arrayContaining([
        'rehearse_deactivation',
        'update Account',
        'update Opportunity',
        'delete GroupMember',
      ]),
    );
    expect(plan.warnings).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/Accounts.* of Ari Cohen go to Priya Raman$/),
        expect.stringContaining('no API shows'),
      ]),
    );
    const { outcomes, applied } = await applyChanges(gateway, plan.changes);
    expect(new Set(outcomes)).toEqual(new Set(['applied']));
    const { sets, ...gone } = having('ari@acme.com');
    expect(gone).toEqual({
      IsActive: false,
      isFrozen: true,
      licences: [],
      packages: [],
      groups: [],
      accounts: [],
      opportunities: [],
      cases: [],
    });
    // only what the profile itself owns
    expect(sets).toHaveLength(1);

    const again = await preview(offboardUser, input, await contextOf());
    expect(again.changes).toEqual([]);
    const undone = await undo({
      action: offboardUser,
      input,
      applied,
      context: await contextOf(),
      gateway,
    });
    expect(new Set(undone.outcomes)).toEqual(new Set(['applied']));
    expect(having('ari@acme.com')).toEqual(before);
  });

  it('hands over to the manager where nobody is named, and says so where there is none', async () => {
    const erin = await preview(
      offboardUser,
      { users: ['erin.walsh@acme.com'] },
      await contextOf(),
    );
    expect(erin.warnings?.[0]).toMatch(/of Erin Walsh go to Priya Raman$/);
    const { ManagerId } = user('erin.walsh@acme.com');
    change('User', user('erin.walsh@acme.com').Id, {
      ManagerId: null,
    } as never);
    await expect(
      preview(
        offboardUser,
        { users: ['erin.walsh@acme.com'] },
        await contextOf(),
      ),
    ).rejects.toMatchObject({
      fields: [
        {
          path: 'transferTo',
          message: expect.stringMatching(
            /^Erin Walsh has no manager who stays and is active: say who takes over .*Accounts/,
          ),
        },
      ],
    });
    change('User', user('erin.walsh@acme.com').Id, { ManagerId } as never);
  });

  it('says which records it cannot see, and leaves where they are', async () => {
    const input = { users: ['marco@acme.com'], transferTo: 'ari@acme.com' };
    const context = await contextOf();
    const { warnings, changes } = await preview(offboardUser, input, {
      ...context,
      reader: withoutObject(context.reader, 'Contract'),
    });
    expect(warnings).toContain(
      'Contracts cannot be seen by the integration user and are left as they are',
    );
    expect(changes.some(({ object }) => object === 'Contract')).toBe(false);
    const seen = await preview(offboardUser, input, await contextOf());
    expect(JSON.stringify(seen.warnings)).not.toContain('cannot be seen');
    expect(seen.changes.some(({ object }) => object === 'Contract')).toBe(true);
  });

  it('hands over to nobody who may not see the records, and says which', async () => {
    const offboard = (transferTo?: string) =>
      contextOf().then(context =>
        preview(
          offboardUser,
          { users: ['marco@acme.com'], transferTo },
          context,
        ),
      );
    const refusal = {
      fields: [
        {
          path: 'transferTo',
          message: expect.stringMatching(
            /^Tom Becker may not see .*Opportunities.*choose somebody else/,
          ),
        },
      ],
    };
    await expect(offboard('tom.becker@acme.com')).rejects.toMatchObject(
      refusal,
    );
    // a manager who takes over without being named is looked at as well
    const { Id, ManagerId } = user('marco@acme.com');
    const tom = user('tom.becker@acme.com').Id;
    change('User', Id, { ManagerId: tom } as never);
    await expect(offboard()).rejects.toMatchObject(refusal);
    change('User', Id, { ManagerId } as never);
    expect((await offboard('ari@acme.com')).warnings).not.toContainEqual(
      expect.stringContaining('is frozen'),
    );
    const [login] = server.org.store.findBy(
      'UserLogin',
      'UserId',
      user('ari@acme.com').Id,
    );
    change('UserLogin', login.Id, { IsFrozen: true } as never);
    expect((await offboard('ari@acme.com')).warnings).toContainEqual(
      expect.stringMatching(/^Ari Cohen is frozen and cannot log in/),
    );
    change('UserLogin', login.Id, { IsFrozen: false } as never);
  });

  it.each(['FIELD_INTEGRITY_EXCEPTION', 'UNKNOWN_EXCEPTION'] as const)(
    'leaves the user frozen, and the rest done, where Salesforce keeps them (%s)',
    async code => {
      server.switches.deactivationBlockerErrorCode = code;
      const input = {
        users: ['pat.default@acme.com'],
        transferTo: 'ari@acme.com',
      };
      const plan = await preview(offboardUser, input, await contextOf());
      const { work, refusals } = await applyChanges(gateway, plan.changes);
      const ask = work.find(
        item => item.change.method === 'rehearse_deactivation',
      );
      expect(ask?.outcome).toBe('failed');
      expect(refusals[0].blocker).toMatchObject({
        code: 'cannot_deactivate',
        remedy: expect.stringContaining('Lead Settings'),
      });
      expect(work.at(-1)?.outcome).toBe('skipped');
      expect(
        work
          .filter(item => item !== ask && item !== work.at(-1))
          .every(({ outcome }) => outcome === 'applied'),
      ).toBe(true);
      expect(user('pat.default@acme.com').IsActive).toBe(true);
      expect(isFrozen('pat.default@acme.com')).toBe(true);
    },
  );

  it('goes on from there, once an admin has cleared what stood in the way', async () => {
    rows('SetupReference')
      .filter(row => row.ReferenceId === user('pat.default@acme.com').Id)
      .forEach(row =>
        server.org.dml.delete(
          server.org.systemContext(),
          'SetupReference',
          row.Id,
        ),
      );
    const rest = await preview(
      offboardUser,
      { users: ['pat.default@acme.com'], transferTo: 'ari@acme.com' },
      await contextOf(),
    );
    expect(steps(rest)).toEqual(['rehearse_deactivation', 'update User']);
    const { outcomes } = await applyChanges(gateway, rest.changes);
    expect(outcomes).toEqual(['applied', 'applied']);
  });

  it('never fails to deactivate whom Salesforce said it would', async () => {
    const refused: string[] = [];
    for (const username of [
      'foo.bar@acme.com',
      'alex.kim@acme.com',
      'zoe.mueller@acme.com',
      'li.wei@acme.com',
      'sean.obrien@acme.com',
    ]) {
      const plan = await preview(
        offboardUser,
        { users: [username], records: 'none' },
        await contextOf(),
      );
      const { work } = await applyChanges(gateway, plan.changes);
      const isGreen = work.some(
        ({ change: { method }, outcome }) =>
          method === 'rehearse_deactivation' && outcome === 'applied',
      );
      if (isGreen && work.at(-1)?.outcome !== 'applied') refused.push(username);
      expect(isGreen).toBe(user(username).IsActive === false);
    }
    expect(refused).toEqual([]);
  });

  it.each([
    ['DefaultLeadOwner', true],
    ['DefaultCaseOwner', true],
    ['AutomatedCaseUser', true],
    ['DefaultWorkflowUser', true],
    ['WebToLeadCreator', true],
    ['ApprovalApprover', true],
    ['EmailAlertRecipient', true],
    // rules that name somebody do not keep them
    ['CaseAssignment', false],
    ['LeadAssignment', false],
  ])(
    'deactivates nobody whom %s keeps (%s), and everybody else',
    async (kind, keeps) => {
      const system = server.org.systemContext();
      const { Id } = user('alexandra.petrova@acme.com');
      const input = { users: [Id], records: 'none' };
      const reference = server.org.dml.insert(system, 'SetupReference', {
        Kind: kind,
        Name: 'Something in Setup',
        ReferenceId: Id,
      });
      const deactivation = async () => {
        const plan = await preview(offboardUser, input, await contextOf());
        const { work } = await applyChanges(gateway, plan.changes);
        const answer = (method: string | undefined) =>
          work.filter(({ change: { object, method: done } }) =>
            method ? done === method : object === 'User' && !done,
          )[0]?.outcome;
        return [answer('rehearse_deactivation'), answer(undefined)];
      };
      const first = await deactivation();
      server.org.dml.delete(system, 'SetupReference', reference);
      const then = keeps ? await deactivation() : first;
      expect([first, then]).toEqual([
        keeps ? ['failed', 'skipped'] : ['applied', 'applied'],
        ['applied', 'applied'],
      ]);
      change('User', Id, { IsActive: true } as never);
    },
  );

  it('offboards several in one request, each to their own', async () => {
    const plan = await preview(
      offboardUser,
      {
        users: ['dan@acme.com', 'ann.lee@acme.com'],
        transferTo: 'priya.raman@acme.com',
        records: 'open',
      },
      await contextOf(),
    );
    const last = plan.changes.slice(-2);
    expect(last.map(({ summary }) => summary)).toEqual([
      'Deactivate Dan Novak',
      'Deactivate Ann Lee',
    ]);
    const first = plan.changes.slice(0, 2);
    expect(first.map(({ summary }) => summary)).toEqual([
      'Freeze Dan Novak',
      'Freeze Ann Lee',
    ]);
    expect(
      (await applyChanges(gateway, plan.changes)).outcomes.every(
        outcome => outcome === 'applied',
      ),
    ).toBe(true);
  });

  it.each([
    ['users', { users: ['sam.okafor@nowhere.com'] }],
    ['users', { users: ["Robert'); DROP TABLE--"] }],
    ['transferTo', { users: ['erin.walsh@acme.com'], transferTo: '😀' }],
    [
      'transferTo',
      { users: ['erin.walsh@acme.com'], transferTo: 'erin.walsh@acme.com' },
    ],
    [
      'transferTo',
      { users: ['erin.walsh@acme.com'], transferTo: 'grace.holm@acme.com' },
    ],
  ])('refuses %s of %j', async (path, input) => {
    await expect(
      preview(offboardUser, input, await contextOf()),
    ).rejects.toMatchObject({
      fields: [{ path: expect.stringMatching(`^${path}`) }],
    });
  });
});

describe('deleting a user', () => {
  it('changes nothing, and says what to ask for instead', async () => {
    const context = await contextOf();
    const effects = server.org.journal.entries().length;
    const answer = await deleteUser.run({
      input: { users: ['erin.walsh@acme.com'] },
      context,
    });
    expect(answer).toMatchObject({
      kind: 'text',
      text: expect.stringContaining('deactivated instead'),
    });
    expect(server.org.journal.entries()).toHaveLength(effects);
    expect(deleteUser).toMatchObject({
      kind: 'read',
      attributes: { readOnly: true },
    });
  });
});
