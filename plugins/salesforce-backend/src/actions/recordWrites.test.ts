import type {
  ActionContext,
  SalesforceWriteAction,
} from '@salesdesk/backstage-plugin-salesforce-node';
import type { Row, SalesforceOrgServer } from '@salesdesk/salesforce-org';
import { applyChanges, preview } from '../__testUtils__/applyPlan';
import { person, testContext } from '../__testUtils__/testContext';
import {
  startTestOrg,
  stopTestOrgs,
  testGateway,
} from '../__testUtils__/testOrg';
import { observeChanges } from '../executor/observeChanges';
import type { PlannedWork } from '../executor/PlannedWork';
import { convertLead } from './convertLead';
import { createRecord } from './createRecord';
import { updateRecord } from './updateRecord';

let server: SalesforceOrgServer;
let gateway: ReturnType<typeof testGateway>;
let erin: ActionContext;
let sam: ActionContext;

const entities = [
  person('erin.walsh'),
  person('sam.okafor'),
  person('tom.becker'),
  person('ines.duarte'),
];

const contextOf = (name: string) =>
  testContext(server, {
    entities,
    gateway,
    requesterRef: `user:default/${name}`,
  });

beforeAll(async () => {
  server = await startTestOrg();
  gateway = testGateway(server);
  erin = await contextOf('erin.walsh');
  sam = await contextOf('sam.okafor');
}, 60_000);

afterAll(stopTestOrgs);

const idOf = (username: string) =>
  server.org.store.findBy('User', 'Username', username)[0].Id;
const named = (object: string, name: string): Row =>
  server.org.store.findBy(object, 'Name', name)[0];
const openOf = (username: string): Row =>
  [...server.org.store.findBy('Opportunity', 'OwnerId', idOf(username))].find(
    ({ IsClosed }) => IsClosed !== true,
  ) as Row;

/** What is wrong with an input: path, code and whether there are candidates. */
async function errorsOf<T>(
  action: SalesforceWriteAction<T>,
  input: unknown,
  context: ActionContext = erin,
) {
  try {
    await preview(action, input, context);
  } catch (error) {
    return (error as { fields: unknown[] }).fields;
  }
  return [];
}

describe('creating records', () => {
  it('creates what was said for whoever asks, with labels and values as people write them', async () => {
    const plan = await preview(
      createRecord,
      {
        object: 'opportunities',
        values: {
          Name: 'Northwind pilot',
          stage: 'qualification',
          'Close Date': '31 December 2026',
          Amount: '$50k',
          Account: 'Acme Industries',
        },
      },
      erin,
    );
    expect(plan.title).toBe('Create the opportunity "Northwind pilot"');
    const [change] = plan.changes;
    expect(
      Object.fromEntries(change.fields.map(f => [f.name, f.after])),
    ).toEqual({
      Name: 'Northwind pilot',
      StageName: 'Qualification',
      CloseDate: '2026-12-31',
      Amount: 50_000,
      AccountId: named('Account', 'Acme Industries').Id,
      OwnerId: idOf('erin.walsh@acme.com'),
    });
    expect(plan.targets).toEqual([
      expect.objectContaining({
        object: 'Opportunity',
        id: null,
        ownerRef: 'user:default/erin.walsh',
      }),
    ]);
    const { outcomes, work } = await applyChanges(gateway, plan.changes);
    expect(outcomes).toEqual(['applied']);
    expect(
      server.org.store.get('Opportunity', String(work[0].recordId)),
    ).toMatchObject({ Name: 'Northwind pilot', Amount: 50_000 });
  });

  it('creates what stands below it, of the same object or another', async () => {
    const plan = await preview(
      createRecord,
      {
        object: 'Account',
        values: { Name: 'CloudWave - HQ' },
        children: [
          { values: { Name: 'CloudWave NA' } },
          { object: 'Contact', values: { LastName: 'Wave' } },
        ],
      },
      erin,
    );
    expect(plan.changes).toHaveLength(3);
    const { outcomes, work } = await applyChanges(gateway, plan.changes);
    expect(outcomes).toEqual(['applied', 'applied', 'applied']);
    const parent = String(work[0].recordId);
    expect(named('Account', 'CloudWave NA').ParentId).toBe(parent);
    expect(
      server.org.store.get('Contact', String(work[2].recordId))?.AccountId,
    ).toBe(parent);
  });

  it('counts as somebody else’s where another owner is named', async () => {
    const plan = await preview(
      createRecord,
      {
        object: 'Task',
        values: { Subject: 'Call', OwnerId: 'ari@acme.com' },
      },
      erin,
    );
    expect(plan.targets[0].ownerRef).toBeUndefined();
  });

  it('keeps the owner that was approved, whatever assignment rules say', async () => {
    const plan = await preview(
      createRecord,
      { object: 'Case', values: { Subject: 'Printer is on fire' } },
      erin,
    );
    const { work } = await applyChanges(gateway, plan.changes);
    expect(
      server.org.store.get('Case', String(work[0].recordId))?.OwnerId,
    ).toBe(idOf('erin.walsh@acme.com'));
  });

  it.each([
    [{ object: 'Acount', values: {} }, 'object', 'unknown_name'],
    [{ object: 'User', values: { LastName: 'X' } }, 'object', 'invalid_input'],
    [{ object: 'PermissionSet', values: {} }, 'object', 'invalid_input'],
    [{ object: 'AccountShare', values: {} }, 'object', 'invalid_input'],
    [
      { object: 'Lead', values: { Companie: 'X' } },
      'values.Companie',
      'unknown_name',
    ],
    [
      { object: 'Lead', values: { LastName: 'X' } },
      'values.Company',
      'invalid_input',
    ],
    [
      {
        object: 'Lead',
        values: { LastName: 'X', Company: 'Y', CreatedDate: '2026-01-01' },
      },
      'values.CreatedDate',
      'invalid_input',
    ],
    [
      {
        object: 'Lead',
        values: { LastName: 'X', Company: 'Y', Email: 'nobody' },
      },
      'values.Email',
      'invalid_input',
    ],
    [
      {
        object: 'Lead',
        values: { LastName: 'X', Company: 'Y', Rating: 'Lukewarm' },
      },
      'values.Rating',
      'unknown_name',
    ],
    [
      {
        object: 'Lead',
        values: { LastName: 'x'.repeat(81), Company: 'Y' },
      },
      'values.LastName',
      'invalid_input',
    ],
    [
      {
        object: 'Opportunity',
        values: {
          Name: 'A',
          StageName: 'Prospecting',
          CloseDate: 'next Friday',
        },
      },
      'values.CloseDate',
      'ambiguous_name',
    ],
    [
      {
        object: 'Opportunity',
        values: {
          Name: 'A',
          StageName: 'Prospecting',
          CloseDate: '4/12/2026',
        },
      },
      'values.CloseDate',
      'ambiguous_name',
    ],
    [
      {
        object: 'Opportunity',
        values: {
          Name: 'A',
          StageName: 'Prospecting',
          CloseDate: '2026-12-31',
          Amount: 'a lot',
        },
      },
      'values.Amount',
      'invalid_input',
    ],
    [
      {
        object: 'Contact',
        values: { LastName: 'A', Account: 'No Such Company' },
      },
      'values.Account',
      'unknown_name',
    ],
    [
      {
        object: 'Contact',
        values: { LastName: 'A', AccountId: '001000000000000AAA' },
      },
      'values.AccountId',
      'unknown_name',
    ],
    [
      { object: 'Contact', values: { LastName: 'A', Account: 'Acme' } },
      'values.Account',
      'ambiguous_name',
    ],
  ])('refuses %j at %s: %s', async (input, path, code) => {
    expect(await errorsOf(createRecord, input)).toContainEqual(
      expect.objectContaining({ path, code }),
    );
  });

  it('tells records of one name apart', async () => {
    const [error] = (await errorsOf(updateRecord, {
      object: 'Opportunity',
      record: 'Acme Industries - Platform',
      values: { NextStep: 'x' },
    })) as Array<{ candidates: Array<{ detail: string }> }>;
    const details = error.candidates.map(({ detail }) => detail);
    expect(details.length).toBeGreaterThan(1);
    expect(details[0]).toMatch(/^Acme Industries · .+ · \d{4}-\d{2}-\d{2}$/);
  });

  it('names everything that is wrong at once', async () => {
    expect(
      await errorsOf(createRecord, {
        object: 'Opportunity',
        values: { Amount: 'x', StageName: 'Wonderful' },
      }),
    ).toEqual(
      ['Amount', 'StageName', 'Name', 'CloseDate'].map(name =>
        expect.objectContaining({ path: `values.${name}` }),
      ),
    );
  });

  it('takes custom objects, by label too', async () => {
    const plan = await preview(
      createRecord,
      {
        object: 'subscriptions',
        values: { Name: 'Sub 1', Account: 'Acme Industries' },
      },
      erin,
    );
    expect(plan.changes[0]).toMatchObject({ object: 'Subscription__c' });
  });

  it('writes with the rights of whoever asks, not of the integration user', async () => {
    const ines = await contextOf('ines.duarte');
    expect(
      await errorsOf(
        createRecord,
        { object: 'Lead', values: { LastName: 'X', Company: 'Y' } },
        ines,
      ),
    ).toEqual([expect.objectContaining({ code: 'not_permitted' })]);
  });
});

describe('changing records', () => {
  it('shows before and after, and takes it back', async () => {
    const { Id, StageName } = openOf('erin.walsh@acme.com');
    const plan = await preview(
      updateRecord,
      {
        object: 'Opportunity',
        record: Id,
        values: { Stage: 'Closed Won', 'Next Step': 'Party' },
      },
      erin,
    );
    expect(plan.changes).toEqual([
      expect.objectContaining({
        recordId: Id,
        operation: 'update',
        target: expect.objectContaining({
          ownerRef: 'user:default/erin.walsh',
        }),
        fields: [
          expect.objectContaining({
            name: 'StageName',
            before: StageName,
            after: 'Closed Won',
          }),
          expect.objectContaining({ name: 'NextStep', after: 'Party' }),
        ],
      }),
    ]);
    const { applied } = await applyChanges(gateway, plan.changes);
    expect(server.org.store.get('Opportunity', Id)?.StageName).toBe(
      'Closed Won',
    );
    const same = await preview(
      updateRecord,
      { record: Id, values: { StageName: 'Closed Won' } },
      erin,
    );
    expect(same.changes).toEqual([]);
    expect(same.leftOut).toHaveLength(1);

    if (updateRecord.undo.kind !== 'plan') throw new Error('no undo');
    const options = { input: { record: Id, values: {} }, applied };
    const back = await updateRecord.undo.plan({ ...options, context: erin });
    await applyChanges(gateway, back.changes);
    expect(server.org.store.get('Opportunity', Id)?.StageName).toBe(StageName);
    await expect(
      updateRecord.undo.plan({
        ...options,
        context: await contextOf('tom.becker'),
      }),
    ).rejects.toMatchObject({ fields: [{ path: 'object' }] });
  });

  it('empties a field by null, and not one that is needed', async () => {
    const { Id } = openOf('erin.walsh@acme.com');
    const plan = await preview(
      updateRecord,
      { record: Id, values: { Amount: null } },
      erin,
    );
    expect(plan.changes[0].fields).toEqual([
      expect.objectContaining({ name: 'Amount', after: null }),
    ]);
    expect(
      await errorsOf(updateRecord, { record: Id, values: { Name: null } }),
    ).toEqual([expect.objectContaining({ path: 'values.Name' })]);
  });

  it('changes nothing that the person may not see or change in Salesforce', async () => {
    const foreign = openOf('marco@acme.com');
    expect(
      await errorsOf(updateRecord, {
        record: foreign.Id,
        values: { NextStep: 'Mine' },
      }),
    ).toEqual([expect.objectContaining({ path: 'record' })]);
    // the admin may, and it counts as somebody else's
    const plan = await preview(
      updateRecord,
      { record: foreign.Id, values: { NextStep: 'Ours' } },
      sam,
    );
    expect(plan.changes).toHaveLength(1);
    expect(plan.targets[0].ownerRef).toBeUndefined();
  });

  it('goes by field-level security of the person', async () => {
    const tom = await contextOf('tom.becker');
    const account = [...server.org.store.all('Account')][20];
    await gateway.update({
      object: 'Account',
      records: [{ Id: account.Id, OwnerId: idOf('tom.becker@acme.com') }],
    });
    expect(
      await errorsOf(
        updateRecord,
        { record: account.Id, values: { AnnualRevenue: 5 } },
        tom,
      ),
    ).toEqual([
      expect.objectContaining({
        path: 'values.AnnualRevenue',
        code: 'unknown_name',
      }),
    ]);
  });

  it.each([
    [{ object: 'User', record: 'me', values: { Title: 'CEO' } }, 'object'],
    [{ object: 'Profile', record: 'x', values: { Name: 'y' } }, 'object'],
    [{ record: 'Acme Industries', values: { Name: 'y' } }, 'object'],
    [
      { object: 'Account', record: 'Nowhere Ltd', values: { Name: 'y' } },
      'record',
    ],
    [
      {
        object: 'Account',
        record: 'Acme Industries',
        values: { OwnerId: 'grace.holm@acme.com' },
      },
      'values.OwnerId',
    ],
    [
      {
        object: 'Account',
        record: 'Acme Industries',
        values: { Phone: '1', phone: '2' },
      },
      'values.phone',
    ],
  ])('refuses %j at %s', async (input, path) => {
    expect(await errorsOf(updateRecord, input)).toContainEqual(
      expect.objectContaining({ path }),
    );
  });
});

describe('converting leads', () => {
  const newLead = (values: Record<string, unknown>) =>
    server.org.store.load('Lead', [
      {
        LastName: 'Convertible',
        Company: 'Convertible GmbH',
        Status: 'Open - Not Contacted',
        OwnerId: idOf('erin.walsh@acme.com'),
        IsConverted: false,
        ...values,
      },
    ])[0];

  const workOf = (changes: PlannedWork['change'][]): PlannedWork[] =>
    changes.map((change, position) => ({
      position,
      change,
      outcome: 'pending',
      isIntended: true,
      attempts: 1,
      recordId: change.recordId,
    }));

  it('makes an account, a contact and an opportunity, and sees that it did', async () => {
    const lead = newLead({});
    const plan = await preview(
      convertLead,
      { lead, opportunity: 'First deal' },
      erin,
    );
    const work = workOf(plan.changes);
    const look = () => observeChanges({ reader: gateway, work, all: work });
    expect((await look()).get(0)).toEqual({ state: 'not_applied' });
    expect((await applyChanges(gateway, plan.changes)).outcomes).toEqual([
      'applied',
    ]);
    expect((await look()).get(0)).toMatchObject({ state: 'applied' });
    const row = server.org.store.get('Lead', lead) as Row;
    expect(row).toMatchObject({
      IsConverted: true,
      Status: 'Closed - Converted',
    });
    expect(
      server.org.store.get('Opportunity', String(row.ConvertedOpportunityId))
        ?.Name,
    ).toBe('First deal');
    // Salesforce refuses the second one
    expect((await applyChanges(gateway, plan.changes)).outcomes).toEqual([
      'failed',
    ]);
    const again = await preview(convertLead, { lead }, erin);
    expect(again.changes).toEqual([]);
  });

  it('uses the account of the same name where that is wanted', async () => {
    const lead = newLead({ Company: 'Acme Industries' });
    const plan = await preview(
      convertLead,
      { lead, matchAccount: true, withoutOpportunity: true },
      erin,
    );
    await applyChanges(gateway, plan.changes);
    const row = server.org.store.get('Lead', lead) as Row;
    expect(row.ConvertedAccountId).toBe(named('Account', 'Acme Industries').Id);
    expect(row.ConvertedOpportunityId ?? null).toBeNull();
  });

  it('sees when somebody else converted it into another account', async () => {
    const lead = newLead({ Company: 'Acme Industries' });
    const plan = await preview(convertLead, { lead, matchAccount: true }, erin);
    const other = await preview(convertLead, { lead }, erin);
    expect(other.warnings?.join()).toContain('already');
    await applyChanges(gateway, other.changes);
    const work = workOf(plan.changes);
    expect(
      (await observeChanges({ reader: gateway, work, all: work })).get(0),
    ).toMatchObject({ state: 'drifted' });
  });

  it.each([
    [{ status: 'Nurturing' }, 'status'],
    [{ account: 'No Such Company' }, 'account'],
    [{ contact: 'Nobody' }, 'contact'],
    [{ withoutOpportunity: true, opportunity: 'X' }, 'opportunity'],
    [{ owner: 'grace.holm@acme.com' }, 'owner'],
  ])('refuses %j at %s', async (wrong, path) => {
    const lead = newLead({});
    expect(await errorsOf(convertLead, { lead, ...wrong })).toContainEqual(
      expect.objectContaining({ path }),
    );
  });
});
