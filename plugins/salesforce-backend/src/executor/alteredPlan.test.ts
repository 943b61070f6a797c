import type { Knex } from 'knex';
import { emptyTables } from '../__testUtils__/emptyTables';
import { testDatabases } from '../__testUtils__/testDatabases';
import { applyMigrations } from '../database/applyMigrations';
import { ExecutorTestBed } from './__testUtils__/ExecutorTestBed';

const databases = testDatabases();
const admin = 'admin@minimal.test';

/** What somebody with a hand in the database could make of an approved change. */
const alterations: Record<string, object> = {
  object: { object: 'Account' },
  record: { record_id: '005000000000999AAA' },
  operation: { operation: 'delete' },
  method: { method: 'end_sessions' },
  field: {
    fields: JSON.stringify([
      { name: 'Department', label: 'Title', before: null, after: 'Chief' },
    ]),
  },
  'value after': {
    fields: JSON.stringify([
      { name: 'Title', label: 'Title', before: null, after: 'Chief' },
    ]),
  },
  'value before': {
    fields: JSON.stringify([
      { name: 'Title', label: 'Title', before: 'x', after: 'Boss' },
    ]),
  },
  'natural key': { natural_key: JSON.stringify(['Title']) },
  'record of another change': { record_from: 0 },
  order: { after: JSON.stringify([0]) },
};

describe.each(databases.eachSupportedId())(
  'what was approved is what runs, %s',
  id => {
    let knex: Knex;
    let bed: ExecutorTestBed;
    beforeAll(async () => {
      knex = await databases.init(id);
      await applyMigrations(knex);
    });
    beforeEach(async () => {
      await emptyTables(knex);
      bed = await ExecutorTestBed.create({ knex });
    });
    afterEach(() => bed.stop());

    const approve = async () => {
      const requestId = await bed.approve([
        {
          object: 'User',
          id: bed.userId(admin),
          operation: 'update',
          fields: { Title: 'Boss' },
        },
      ]);
      bed.org.journal.clear();
      return requestId;
    };

    it.each(Object.keys(alterations))(
      'sends nothing when the %s of a stored change was altered',
      async name => {
        const requestId = await approve();
        await knex('salesforce_changes')
          .where('request_id', requestId)
          .update(alterations[name]);
        await bed.createExecutor().runUntilIdle();
        const request = await bed.request(requestId);
        expect(request.state).toBe('stale');
        expect(bed.effects('User')).toEqual([]);
        // Both plans stay: the altered one, and what is to be reviewed now.
        expect(
          await knex('salesforce_plans').where('request_id', requestId),
        ).toHaveLength(2);
      },
    );

    it.each([
      ['the digest', { plan_digest: 'f'.repeat(64) }],
      ['the targets that were taken off', { removed_targets: '["User:x"]' }],
    ])('sends nothing when %s was altered', async (_, altered) => {
      const requestId = await approve();
      await knex('salesforce_requests').where('id', requestId).update(altered);
      await bed.createExecutor().runUntilIdle();
      expect((await bed.request(requestId)).state).toBe('stale');
      expect(bed.effects('User')).toEqual([]);
    });

    it('sends nothing when the record changed in Salesforce meanwhile', async () => {
      const requestId = await approve();
      await bed.write('User', bed.userId(admin), { Title: 'Somebody else' });
      bed.org.journal.clear();
      await bed.createExecutor().runUntilIdle();
      expect((await bed.request(requestId)).state).toBe('stale');
      expect(bed.effects('User')).toEqual([]);
    });

    it('runs once, however many workers take it up again', async () => {
      const requestId = await approve();
      await Promise.all(
        Array.from({ length: 4 }, () => bed.createExecutor().runUntilIdle()),
      );
      // A replay: the job is put back as if it had never run.
      await knex('salesforce_jobs')
        .where('request_id', requestId)
        .update({ state: 'queued', run_at: '2026-01-01T00:00:00.000Z' });
      await bed.createExecutor().runUntilIdle();
      expect(bed.effects('User')).toHaveLength(1);
      expect((await bed.request(requestId)).state).toBe('succeeded');
    });
  },
);
