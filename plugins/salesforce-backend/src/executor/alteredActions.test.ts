import { salesforceRequestSkipApprovalPermission } from '@salesdesk/backstage-plugin-salesforce-common';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtInActions } from '../actions';
import type { ChangeRow, RequestRow } from '../database/tables';
import type { Caller } from '../permissions/Caller';
import { Catalogue, prepare } from '../__testUtils__/soak/Catalogue';
import { SoakBed } from '../__testUtils__/soak/SoakBed';
import { soakCaller } from '../__testUtils__/soak/soakCaller';

/** What somebody with a hand in the database, or in the org, does to an approved request. */
interface Alteration {
  name: string;
  change?: Partial<ChangeRow>;
  request?: Partial<RequestRow>;
  review?: Record<string, unknown>;
}

const writes = builtInActions.filter(({ kind }) => kind === 'write');

/**
 * Every action is altered in every place with `ALTERATIONS=all`, which takes
 * minutes. Without it each action takes its share, so that every place has
 * its turn with some of them.
 */
const share = process.env.ALTERATIONS === 'all' ? 1 : 6;

const securityToo = {
  stages: [
    {
      name: 'One',
      requirements: [{ count: 1, from: [{ kind: 'permission' }] }],
    },
    {
      name: 'Security',
      requirements: [
        {
          count: 1,
          from: [{ kind: 'group', ref: 'group:default/revops-approvers' }],
        },
      ],
    },
  ],
};

describe('what was approved is what runs, for every action', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'altered-'));
  let bed: SoakBed;
  let catalogue: Catalogue;
  let requester: Caller;
  let approver: Caller;

  beforeAll(async () => {
    bed = await SoakBed.create({
      directory: folder,
      name: 'altered',
      database: { client: 'better-sqlite3', file: path.join(folder, 'db') },
      orgs: 1,
    });
    catalogue = await Catalogue.read(bed);
    requester = await soakCaller('user:default/sam.okafor', {
      without: [salesforceRequestSkipApprovalPermission.name],
    });
    approver = await soakCaller('user:default/tom.becker');
  }, 120_000);
  afterAll(async () => {
    await bed.stop();
    rmSync(folder, { recursive: true });
  });

  async function approve(action: string): Promise<RequestRow> {
    const { requests } = bed.wired.services;
    const { request } = await requests.submit(
      {
        org: bed.orgs[0].id,
        action,
        input: catalogue.inputOf(action) as Record<string, unknown>,
        reason: 'Wanted',
      },
      { caller: requester },
    );
    expect(request.state).toBe('awaiting_approval');
    await requests.review(
      {
        requestId: request.id,
        decision: 'approve',
        planDigest: request.planDigest,
      },
      { caller: approver },
    );
    return bed.request(request.id);
  }

  async function alter(row: RequestRow, alteration: Alteration) {
    const { knex } = bed.wired;
    if (alteration.change) {
      const altered = await knex('salesforce_changes')
        .where({ request_id: row.id, position: 0 })
        .update(alteration.change);
      expect(altered).toBe(1);
    }
    if (alteration.request) {
      await knex('salesforce_requests')
        .where({ id: row.id })
        .update(alteration.request);
    }
    if (alteration.review) {
      await knex('salesforce_reviews')
        .where({ request_id: row.id })
        .update(alteration.review);
    }
  }

  const effects = () => [...bed.orgs[0].effects().keys()];

  it('knows an example of every action', () => {
    expect(catalogue.missing).toEqual([]);
    expect(catalogue.actions).toHaveLength(writes.length);
  });

  it.each(writes.map(({ id }) => id))(
    '%s runs as approved, once, and no way in which it was altered',
    async action => {
      const { knex, executor, services } = bed.wired;
      const [org] = bed.orgs;
      const begin = async () => {
        org.reset();
        await prepare(bed, org, action);
      };

      // Altered in one place each, all of them approved; then all try to run.
      await begin();
      const [first] = await bed.changesOf(await approve(action));
      const altered: Array<Alteration & { row: RequestRow }> = [];
      const turn = writes.findIndex(({ id }) => id === action);
      const alterations = alterationsOf(first, turn).filter(
        (_, place) => place % share === turn % share,
      );
      for (const alteration of alterations) {
        const row = await approve(action);
        await alter(row, alteration);
        altered.push({ ...alteration, row });
      }
      await knex('salesforce_jobs')
        .where({ state: 'queued' })
        .whereNotIn(
          'request_id',
          altered.map(({ row }) => row.id),
        )
        .update({ state: 'done' });
      await bed.runHere();
      const went: string[] = [];
      for (const { name, row, request } of altered) {
        const { state } = await bed.request(row.id);
        const { previousPlans } = await services.requests.get(
          { requestId: row.id },
          { caller: approver },
        );
        // An input of which there is no plan waits for an admin to look at it.
        const isRefused = request?.input
          ? state !== 'succeeded' && state !== 'running'
          : state === 'stale' && previousPlans.length > 0;
        if (!isRefused) went.push(`${name}: ${state}`);
      }
      expect(went).toEqual([]);
      expect(effects()).toEqual([]);

      // The policy no longer allows it, or asks for more.
      for (const [version, policy, states] of [
        [1, { enabled: false }, ['needs_admin']],
        [2, securityToo, ['stale']],
      ] as const) {
        const row = await approve(action);
        await knex('salesforce_policies').insert({
          action,
          version,
          policy: JSON.stringify(policy),
          reset: false,
          changed_by: 'user:default/sam.okafor',
          changed_at: '2026-11-23T09:00:00.000Z',
        });
        await bed.runHere();
        expect(states).toContain((await bed.request(row.id)).state);
        await knex('salesforce_policies').delete();
      }
      expect(effects()).toEqual([]);

      // As approved; by several at once, and again as if it had never run.
      const approved = await approve(action);
      await executor.start();
      await Promise.all(
        Array.from({ length: 4 }, () => executor.runUntilIdle()),
      );
      const once = bed.orgs[0].effects();
      expect(once.size).toBeGreaterThan(0);
      await knex('salesforce_jobs')
        .where({ request_id: approved.id })
        .update({ state: 'queued', run_at: '2026-01-01T00:00:00.000Z' });
      await executor.runUntilIdle();
      await executor.stop();
      expect(bed.orgs[0].effects()).toEqual(once);
      expect((await bed.request(approved.id)).state).toBe('succeeded');

      // Two that want the same: what the first one did is there already, and
      // the second one is not what was approved. Only what nobody can see, and
      // what has no name of its own, is done for each who was allowed to.
      if (first.operation === 'invoke') return;
      if (first.operation === 'create' && !first.natural_key) return;
      await begin();
      const [one, two] = [await approve(action), await approve(action)];
      const jobOfTwo = () =>
        knex('salesforce_jobs').where({ request_id: two.id });
      await jobOfTwo().update({ state: 'done' });
      await bed.runHere();
      await jobOfTwo().update({ state: 'queued' });
      await bed.runHere();
      expect(bed.orgs[0].effects()).toEqual(once);
      expect((await bed.request(one.id)).state).toBe('succeeded');
      expect((await bed.request(two.id)).state).not.toBe('approved');
    },
    // a busy machine is no failure
    120_000,
  );
});

/** Each member of a stored change, of the request and of its review, made another. */
function alterationsOf(change: ChangeRow, turn: number): Alteration[] {
  const fields: Array<Record<string, unknown>> = JSON.parse(change.fields);
  const other = (value: unknown) => (value === 'other' ? 'another' : 'other');
  // Each of these in a third of the actions: what is stored of them is one column.
  const rare: Alteration[] = [
    {
      name: 'method',
      change: {
        method: change.method === 'end_sessions' ? 'other' : 'end_sessions',
      },
    },
    { name: 'natural key', change: { natural_key: JSON.stringify(['Other']) } },
    { name: 'record of another change', change: { record_from: 0 } },
    { name: 'order', change: { after: JSON.stringify([0]) } },
    {
      name: 'set of records',
      change: { record_ids: JSON.stringify(['001000000000999AAA']) },
    },
    {
      name: 'one field more',
      change: {
        fields: JSON.stringify([
          ...fields,
          { name: 'Title', label: 'Title', before: null, after: 'x' },
        ]),
      },
    },
  ];
  return [
    { name: 'object', change: { object: 'Asset' } },
    { name: 'record', change: { record_id: '005000000000999AAA' } },
    {
      name: 'operation',
      change: {
        operation: change.operation === 'delete' ? 'update' : 'delete',
      },
    },
    ...[0, 1].map(step => rare[(turn * 2 + step) % rare.length]),
    ...fields.slice(0, 2).flatMap((field, index) =>
      ['name', 'before', 'after'].map(
        (member): Alteration => ({
          name: `${member} of ${field.name}`,
          change: {
            fields: JSON.stringify(
              fields.map((given, place) =>
                place === index
                  ? { ...given, [member]: other(given[member]) }
                  : given,
              ),
            ),
          },
        }),
      ),
    ),
    { name: 'digest', request: { plan_digest: 'f'.repeat(64) } },
    {
      name: 'targets that were taken off',
      request: { removed_targets: '["User:005000000000999AAA"]' },
    },
    { name: 'expiry', request: { expires_at: '2026-11-22T09:00:00.000Z' } },
    { name: 'input', request: { input: '{"users":["nobody@acme.com"]}' } },
    // whatWasApproved.test.ts alters the rest of a review, which no action changes
    { name: 'plan of the review', review: { plan_digest: 'f'.repeat(64) } },
    { name: 'reviewer', review: { reviewer_ref: 'user:default/sam.okafor' } },
  ];
}
