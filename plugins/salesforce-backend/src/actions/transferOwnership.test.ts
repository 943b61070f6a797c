import type { ActionContext } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Row, SalesforceOrgServer } from '@salesdesk/salesforce-org';
import { applyChanges, preview, undo } from '../__testUtils__/applyPlan';
import { testContext } from '../__testUtils__/testContext';
import {
  startTestOrg,
  stopTestOrgs,
  testGateway,
} from '../__testUtils__/testOrg';
import { planDigest } from '../domain/planDigest';
import { observeChanges } from '../executor/observeChanges';
import { transferOwnership } from './transferOwnership';

let server: SalesforceOrgServer;
let gateway: ReturnType<typeof testGateway>;

beforeAll(async () => {
  server = await startTestOrg();
  gateway = testGateway(server);
}, 60_000);

afterAll(stopTestOrgs);

const contextOf = (): Promise<ActionContext> =>
  testContext(server, { gateway });
const idOf = (username: string) =>
  server.org.store.findBy('User', 'Username', username)[0].Id;
const owned = (object: string, username: string): readonly Row[] =>
  server.org.store.findBy(object, 'OwnerId', idOf(username));

const digestOf = (changes: Parameters<typeof planDigest>[0]['changes']) =>
  planDigest({ orgId: 'acme', actionId: 'test', changes, followUps: [] });

describe('transferring records', () => {
  it('moves open opportunities one by one, and gives back what was taken', async () => {
    const input = {
      from: 'marco@acme.com',
      to: 'ari@acme.com',
      objects: ['opportunities'],
      openOnly: true,
    };
    const before = owned('Opportunity', 'marco@acme.com');
    const open = before.filter(({ IsClosed }) => IsClosed !== true);
    expect(open.length).toBeGreaterThan(0);
    expect(open.length).toBeLessThan(before.length);
    const context = await contextOf();
    const plan = await preview(transferOwnership, input, context);
    expect(plan.title).toContain(`${open.length} Opportunit`);
    expect(plan.changes.map(({ recordId }) => recordId).sort()).toEqual(
      open.map(({ Id }) => Id).sort(),
    );
    const { applied, outcomes } = await applyChanges(gateway, plan.changes);
    expect(new Set(outcomes)).toEqual(new Set(['applied']));
    expect(owned('Opportunity', 'marco@acme.com')).toHaveLength(
      before.length - open.length,
    );
    await undo({ action: transferOwnership, input, applied, context, gateway });
    expect(owned('Opportunity', 'marco@acme.com')).toHaveLength(before.length);
  });

  it('gives nobody what they may not see', async () => {
    const give = async (objects: string[]) =>
      preview(
        transferOwnership,
        { from: 'marco@acme.com', to: 'tom.becker@acme.com', objects },
        await contextOf(),
      );
    await expect(
      give(['Account', 'Opportunity', 'Lead']),
    ).rejects.toMatchObject({
      fields: [
        {
          path: 'to',
          message: expect.stringMatching(
            /^Tom Becker may not see Opportunities and Leads,/,
          ),
        },
      ],
    });
    const { changes } = await give(['Account']);
    expect(changes.length).toBeGreaterThan(0);
  });

  it('takes a condition, and only a condition', async () => {
    const context = await contextOf();
    const input = {
      from: 'marco@acme.com',
      to: 'ari@acme.com',
      objects: ['Opportunity'],
    };
    const some = await preview(
      transferOwnership,
      { ...input, where: "StageName = 'Prospecting'" },
      context,
    );
    expect(some.changes.length).toBeLessThan(
      owned('Opportunity', 'marco@acme.com').length,
    );
    for (const where of [
      "Name = 'x'; DELETE FROM User",
      'Id IN (SELECT AccountId FROM Contact)',
      'Amount > 5 ORDER BY Id',
      `Name = '${'x'.repeat(3_900)}`,
    ]) {
      await expect(
        preview(transferOwnership, { ...input, where }, context),
      ).rejects.toMatchObject({ fields: [{ path: 'where' }] });
    }
  });

  it.each([
    ['to', { to: 'grace.holm@acme.com' }],
    ['to', { to: 'marco@acme.com' }],
    ['objects.0', { objects: ['Profile'] }],
    ['objects.0', { objects: ['Acount'] }],
  ])('refuses at %s: %j', async (path, wrong) => {
    const input = {
      from: 'marco@acme.com',
      to: 'ari@acme.com',
      objects: ['Account'],
      ...wrong,
    };
    await expect(
      preview(transferOwnership, input, await contextOf()),
    ).rejects.toMatchObject({ fields: [{ path }] });
  });
});

describe('sets of records', () => {
  const many = 2_500;
  const input = {
    from: 'dan@acme.com',
    to: 'ari@acme.com',
    objects: ['Subscription__c', 'Account'],
  };
  let ids: string[];

  beforeAll(() => {
    ids = server.org.store.load(
      'Account',
      Array.from({ length: many }, (_, i) => ({
        Name: `Many ${i}`,
        OwnerId: idOf('dan@acme.com'),
      })),
    );
  });

  it('hands over more than 2,000 by one bulk job; the plan names each by its digest', async () => {
    const context = await contextOf();
    const plan = await preview(transferOwnership, input, context);
    const set = plan.changes.find(
      ({ method }) => method === 'transfer_records',
    );
    expect(set?.recordIds?.length).toBeGreaterThanOrEqual(many);
    expect(set?.summary).toMatch(/^Give 2,5\d\d Accounts of Dan Novak to Ari/);
    const digest = digestOf(plan.changes);
    expect(
      digestOf((await preview(transferOwnership, input, context)).changes),
    ).toBe(digest);
    const other = plan.changes.map(change =>
      change.recordIds
        ? { ...change, recordIds: change.recordIds.slice(1) }
        : change,
    );
    expect(digestOf(other)).not.toBe(digest);

    server.requestLog.clear();
    const { work, applied, outcomes } = await applyChanges(
      gateway,
      plan.changes,
    );
    expect(new Set(outcomes)).toEqual(new Set(['applied']));
    expect(server.requestLog.counts().total).toBeLessThanOrEqual(12);
    expect(owned('Account', 'dan@acme.com')).toEqual([]);
    const states = await observeChanges({
      reader: context.reader,
      work,
      all: work,
    });
    expect([...states.values()].map(({ state }) => state)).toEqual(
      work.map(() => 'applied'),
    );

    // a third person got one meanwhile: undoing leaves it there
    const [first] = ids;
    server.org.dml.update(server.org.systemContext(), 'Account', first, {
      OwnerId: idOf('ann.lee@acme.com'),
    });
    const undone = await undo({
      action: transferOwnership,
      input,
      applied,
      context,
      gateway,
    });
    expect(new Set(undone.outcomes)).toEqual(new Set(['applied']));
    expect(owned('Account', 'dan@acme.com').length).toBeGreaterThanOrEqual(
      many - 1,
    );
    expect(server.org.store.get('Account', first)?.OwnerId).toBe(
      idOf('ann.lee@acme.com'),
    );
  });

  it('goes on where it ended, after a lost reply and after refusals', async () => {
    const context = await contextOf();
    const plan = await preview(transferOwnership, input, context);
    const set = plan.changes.filter(({ recordIds }) => recordIds);
    server.faults.add({
      match: { method: 'PATCH', path: '/jobs/ingest/' },
      effect: { type: 'loseReply', when: 'after' },
    });
    await expect(applyChanges(gateway, set)).rejects.toMatchObject({
      certainty: 'unknown',
    });
    const again = await applyChanges(gateway, set);
    expect(['applied', 'already_there']).toContain(again.outcomes[0]);
    expect(owned('Account', 'dan@acme.com')).toEqual([]);
    const [refused] = ids.slice(-1);
    server.faults.add({
      match: { object: 'Account' },
      times: null,
      effect: {
        type: 'rowError',
        id: refused,
        errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        message: 'Not this one',
      },
    });
    const back = await preview(
      transferOwnership,
      { from: input.to, to: input.from, objects: ['Account'] },
      context,
    );
    const { outcomes, refusals } = await applyChanges(gateway, back.changes);
    expect(outcomes).toEqual(['failed']);
    expect(refusals[0]).toMatchObject({
      problem: {
        code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        details: expect.stringMatching(/^1 of 2,5\d\d records .*Not this one/),
      },
      blocker: { remedy: expect.stringContaining('Validation Rules') },
    });
    expect(owned('Account', 'dan@acme.com').length).toBeGreaterThan(2_000);
    server.faults.clear();
    expect((await applyChanges(gateway, back.changes)).outcomes).toEqual([
      'applied',
    ]);
    expect(server.org.store.get('Account', refused)?.OwnerId).toBe(
      idOf('dan@acme.com'),
    );
  });
});
