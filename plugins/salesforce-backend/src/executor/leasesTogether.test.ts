import { mockServices } from '@backstage/backend-test-utils';
import type { SalesforceWriteAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { GENESIS_HASH } from '@salesdesk/audit-verify';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { testDatabases } from '../__testUtils__/testDatabases';
import { DatabaseAuditLog } from '../audit';
import { applyMigrations } from '../database/applyMigrations';
import { ensureHead } from '../database/operations/audit/readEntries';
import { holdSiblings } from '../database/operations/jobs/claimSiblings';
import { resumeJobs } from '../database/operations/jobs/resumeJobs';
import type { JobRow, RequestRow } from '../database/tables';
import { DatabaseOutbox } from '../outbox';
import { requestRow } from '../requests/__testUtils__/requestRow';
import { DefaultExecutor } from './DefaultExecutor';

jest.setTimeout(30_000);

const databases = testDatabases();
const start = Date.UTC(2026, 10, 23, 9);
const minute = 60_000;
const at = (time: number) => new Date(time).toISOString();

/** Follow-ups that are due, but for what the test says of them. */
async function schedule(
  knex: Knex,
  count: number,
  more: { request?: Partial<RequestRow>; job?: Partial<JobRow> } = {},
): Promise<string[]> {
  const rows = Array.from({ length: count }, () =>
    requestRow({
      state: 'scheduled',
      source: 'follow_up',
      plan_version: 0,
      ...more.request,
    }),
  );
  await knex.batchInsert('salesforce_requests', rows, 20);
  await knex.batchInsert(
    'salesforce_jobs',
    rows.map(({ id, org_id }) => ({
      request_id: id,
      org_id,
      state: 'queued',
      run_at: at(start),
      ticket: 0,
      attempts: 0,
      repeat_unknown: false,
      created_at: at(start),
      updated_at: at(start),
      ...more.job,
    })),
    50,
  );
  return rows.map(({ id }) => id);
}

describe.each(databases.eachSupportedId())(
  'leases of follow-ups that run together, %p',
  databaseId => {
    let knex: Knex;
    const leased = () =>
      knex<JobRow>('salesforce_jobs').where({ state: 'leased' });

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      await applyMigrations(knex);
    });

    it('are renewed in one statement, where they are still what was claimed', async () => {
      const lease = { state: 'leased' as const, lease_until: at(start) };
      const [ours] = await schedule(knex, 1, { job: { ...lease, ticket: 1 } });
      const [others] = await schedule(knex, 1, {
        job: { ...lease, ticket: 1 },
      });
      const [takenOver] = await schedule(knex, 1, {
        job: { ...lease, ticket: 2 },
      });
      const [done] = await schedule(knex, 1, {
        job: { ...lease, state: 'done', ticket: 1 },
      });
      await holdSiblings({
        knex,
        holders: [ours, takenOver, done].map(requestId => ({
          requestId,
          ticket: 1,
        })),
        leaseUntil: at(start + minute),
      });
      const until = new Map(
        (await knex<JobRow>('salesforce_jobs')).map(row => [
          row.request_id,
          row.lease_until,
        ]),
      );
      expect(until.get(ours)).toBe(at(start + minute));
      expect([others, takenOver, done].map(id => until.get(id))).toEqual([
        at(start),
        at(start),
        at(start),
      ]);
    });

    it('are taken for two hundred at once, and kept for as long as they run', async () => {
      await ensureHead({
        knex,
        logId: randomUUID(),
        genesisHash: GENESIS_HASH,
      });
      const clock = { time: start };
      const now = () => new Date(clock.time);
      await schedule(knex, 190);
      // They waited while their org was paused.
      await schedule(knex, 13, {
        job: {
          state: 'waiting',
          ticket: 7,
          attempts: 7,
          last_problem: '{"code":"org_paused"}',
        },
      });
      await resumeJobs({ knex, orgId: 'acme', now: at(start) });
      await schedule(knex, 1, { job: { run_at: at(start + 1) } });
      await schedule(knex, 1, { request: { action_id: 'another_action' } });
      await schedule(knex, 1, { request: { plan_version: 1 } });
      await schedule(knex, 1, { request: { source: 'form' } });
      await schedule(knex, 1, { job: { ticket: 1, attempts: 1 } });

      let fail = (_: Error) => {};
      const opened = new Promise<never>((_, reject) => {
        fail = reject;
      });
      let isOpen = () => {};
      const opening = new Promise<void>(resolve => {
        isOpen = resolve;
      });
      const unused = async (): Promise<never> => {
        throw new Error('Nothing of this is asked here');
      };
      const executor = DefaultExecutor.create({
        wait: unused,
        knex,
        auditLog: DatabaseAuditLog.create({ knex, now, signer: undefined }),
        outbox: DatabaseOutbox.create({ now, onCommitted: () => {} }),
        planStore: {
          storePlan: unused,
          reopenReview: unused,
          scheduleFollowUps: unused,
        },
        approvals: { check: unused },
        orgAdmins: { adminsOf: async () => [] },
        contexts: {
          open: () => {
            isOpen();
            return opened;
          },
        },
        actions: {
          find: id =>
            ({
              id,
              isPerUser: true,
            } as Partial<SalesforceWriteAction> as SalesforceWriteAction),
        },
        planner: { plan: unused },
        explain: () => ({ problem: { message: '' }, isTransient: false }),
        completeBlockers: async ({ blockers }) => blockers,
        logger: mockServices.logger.mock(),
        now,
        random: () => 0.5,
        owner: 'test',
        // Renewed every third of it, by the clock of the machine.
        leaseMilliseconds: 900,
        concurrency: { total: 1, perOrg: 1 },
        checkpoint: () => {},
      });
      executor.wake();
      await opening;
      const held = await leased();
      expect(held).toHaveLength(200);
      expect(held.filter(({ ticket }) => ticket === 8).length).toBeGreaterThan(
        9,
      );
      expect(new Set(held.map(({ ticket }) => ticket))).toEqual(
        new Set([1, 8]),
      );
      expect(new Set(held.map(({ lease_until }) => lease_until))).toEqual(
        new Set([at(start + 900)]),
      );

      // Another worker took one over; its lease is its own affair.
      const [lost] = held;
      await knex<JobRow>('salesforce_jobs')
        .where({ request_id: lost.request_id })
        .update({ ticket: 9, lease_until: at(start + 7) });
      clock.time = start + minute;
      const renewed = () =>
        leased().where({ lease_until: at(start + minute + 900) });
      const deadline = Date.now() + 10_000;
      while ((await renewed()).length < 199 && Date.now() < deadline) {
        // The renewal is due by a timer.
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      expect(await renewed()).toHaveLength(199);
      expect(
        (await leased().where({ request_id: lost.request_id }).first())
          ?.lease_until,
      ).toBe(at(start + 7));

      const stopped = executor.stop();
      fail(new Error('The org is away'));
      await stopped;
      const after = await leased();
      expect(after.map(({ request_id }) => request_id)).toEqual([
        lost.request_id,
      ]);
    });
  },
);
