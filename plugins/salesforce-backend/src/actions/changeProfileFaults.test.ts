import type { FaultRuleInput } from '@salesdesk/salesforce-org';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/testDatabases';
import { applyMigrations } from '../database/applyMigrations';
import {
  OffboardingBed,
  ProcessEndedError,
} from './offboarding/__testUtils__/OffboardingBed';

jest.setTimeout(120_000);

const databases = testDatabases();
const who = 'alexandra.petrova@acme.com';
const wish = {
  action: 'salesforce_change_profile',
  input: { users: [who], profile: 'Standard Platform User' },
};

/** A collection of records is written by one call. */
const writes = { path: '/composite/sobjects(\\?|$)' };
const troubles: Record<string, FaultRuleInput['effect']> = {
  'a reply lost before it': { type: 'loseReply', when: 'before' },
  'a reply lost after it': { type: 'loseReply', when: 'after' },
  'an answer 503': {
    type: 'error',
    status: 503,
    errorCode: 'SERVER_UNAVAILABLE',
  },
};
/** Assignments off, licences off, the profile, licences on, assignments on. */
const calls = 5;

describe.each(databases.eachSupportedId())(
  'a profile of another licence on %s',
  id => {
    let knex: Knex;
    let bed: OffboardingBed;
    let putBack: () => void;
    let before: string;
    let changed: string;
    let plain: { end: string[]; changes: string[]; takenBack: string };
    /** Persisted steps of each way. */
    const steps = { there: 0, back: 0 };

    /** What somebody has, whatever the ids of the records that say so. */
    const holdings = () => {
      const { store } = bed.org.server.org;
      const [user] = store.findBy('User', 'Username', who);
      const namesOf = (object: string, named: string) =>
        store
          .findBy(object, 'AssigneeId', user.Id)
          .map(row => String(row[named]))
          .sort();
      return JSON.stringify([
        user.ProfileId,
        // The profile's own set comes and goes with it.
        namesOf('PermissionSetAssignment', 'PermissionSetId').filter(
          setId => store.get('PermissionSet', setId)?.IsOwnedByProfile !== true,
        ),
        namesOf('PermissionSetLicenseAssign', 'PermissionSetLicenseId'),
      ]);
    };

    const undo = async (requestId: string) => {
      const { request } = await bed.replica.services.requests.submitUndo(
        { requestId },
        { caller: bed.caller },
      );
      return request.id;
    };

    async function expectDone(requestId: string, wanted: string) {
      const { state, blockers } = await bed.request(requestId);
      expect([state, blockers]).toEqual(['succeeded', '[]']);
      expect(holdings()).toBe(wanted);
    }

    const meet = (trouble: string, skip: number) =>
      bed.org.server.faults.add({
        match: writes,
        effect: troubles[trouble],
        skip,
        times: 1,
      });

    /** Stops the request once so many calls were made. */
    const stopAfter = (requestId: string, wanted: number) => {
      let called = 0;
      bed.checkpoint = async name => {
        if (name !== 'called') return;
        called += 1;
        if (called !== wanted) return;
        await bed.replica.services.requests.stop(
          { requestId },
          { caller: bed.caller },
        );
      };
    };

    const endAt = (wanted: number) => {
      let reached = 0;
      bed.checkpoint = () => {
        reached += 1;
        if (reached === wanted) throw new ProcessEndedError();
      };
    };

    beforeAll(async () => {
      knex = await databases.init(id);
      await applyMigrations(knex);
      bed = await OffboardingBed.create({ knex, records: 0 });
      const { org } = bed.org.server;
      const system = org.systemContext();
      // A seat is free, and what she has is allowed by both licences.
      const [user] = org.store.findBy('User', 'Username', who);
      const [profile] = org.store.findBy(
        'Profile',
        'Name',
        'Standard Platform User',
      );
      const holder = org.store
        .findBy('User', 'ProfileId', profile.Id)
        .find(({ IsActive }) => IsActive === true);
      org.dml.update(system, 'User', String(holder?.Id), { IsActive: false });
      for (const row of org.store.findBy(
        'PermissionSetAssignment',
        'AssigneeId',
        user.Id,
      )) {
        const set = org.store.get('PermissionSet', String(row.PermissionSetId));
        if (set?.IsOwnedByProfile !== true) {
          org.dml.delete(system, 'PermissionSetAssignment', row.Id);
        }
      }
      for (const row of org.store.findBy(
        'PermissionSetLicenseAssign',
        'AssigneeId',
        user.Id,
      )) {
        org.dml.delete(system, 'PermissionSetLicenseAssign', row.Id);
      }
      const [license] = org.store.findBy(
        'PermissionSetLicense',
        'DeveloperName',
        'CRMUserPsl',
      );
      org.dml.insert(system, 'PermissionSetLicenseAssign', {
        AssigneeId: user.Id,
        PermissionSetLicenseId: license.Id,
      });
      for (const name of ['Plain_One', 'Plain_Two']) {
        const set = org.dml.insert(system, 'PermissionSet', {
          Name: name,
          Label: name,
        });
        org.dml.insert(system, 'PermissionSetAssignment', {
          AssigneeId: user.Id,
          PermissionSetId: set,
        });
      }
      putBack = org.store.remember();
      before = holdings();

      bed.checkpoint = () => {
        steps.there += 1;
      };
      const requestId = await bed.submit(wish);
      await bed.run();
      const { state, blockers } = await bed.request(requestId);
      plain = {
        end: [state, blockers],
        changes: (await bed.changes(requestId)).map(
          row => `${row.operation} ${row.object}`,
        ),
        takenBack: '',
      };
      changed = holdings();
      bed.checkpoint = () => {
        steps.back += 1;
      };
      await undo(requestId);
      await bed.run();
      plain.takenBack = holdings();
    });

    beforeEach(() => {
      bed.reset();
      putBack();
    });
    afterAll(() => bed.stop());

    it('is given, and taken back, whole, where nothing goes wrong', () => {
      expect(plain).toEqual({
        end: ['succeeded', '[]'],
        changes: [
          'delete PermissionSetAssignment',
          'delete PermissionSetAssignment',
          'delete PermissionSetLicenseAssign',
          'update User',
          'create PermissionSetLicenseAssign',
          'create PermissionSetAssignment',
          'create PermissionSetAssignment',
        ],
        takenBack: before,
      });
      expect(changed).not.toBe(before);
    });

    const eachCall = Array.from({ length: calls }, (_, call) => call);
    it.each(Object.keys(troubles))(
      'is given, and taken back, whole, with %s, at each call',
      async trouble => {
        for (const skip of eachCall) {
          bed.reset();
          putBack();
          const there = meet(trouble, skip);
          const requestId = await bed.submit(wish);
          await bed.run(4);
          expect([skip, there.applied]).toEqual([skip, 1]);
          await expectDone(requestId, changed);
          bed.org.server.faults.clear();
          const back = meet(trouble, skip);
          const undoId = await undo(requestId);
          await bed.run(4);
          expect([skip, back.applied]).toEqual([skip, 1]);
          await expectDone(undoId, before);
          bed.org.server.faults.clear();
        }
      },
    );

    it('is given, and taken back, whole, wherever the process ends', async () => {
      expect(Math.min(steps.there, steps.back)).toBeGreaterThan(10);
      for (let step = 1; step <= Math.max(steps.there, steps.back); step += 1) {
        bed.reset();
        putBack();
        const requestId = await bed.submit(wish);
        endAt(step);
        await bed.run(3);
        await expectDone(requestId, changed);
        bed.checkpoint = () => {};
        const undoId = await undo(requestId);
        endAt(step);
        await bed.run(3);
        await expectDone(undoId, before);
        bed.checkpoint = () => {};
      }
    });

    it('stopped and withdrawn after any of its calls, it is taken back whole', async () => {
      for (const call of eachCall.slice(0, -1)) {
        bed.reset();
        putBack();
        const requestId = await bed.submit(wish);
        stopAfter(requestId, call + 1);
        await bed.run();
        bed.checkpoint = () => {};
        expect((await bed.request(requestId)).state).toBe('needs_admin');
        await bed.replica.services.requests.cancel(
          { requestId },
          { caller: bed.caller },
        );
        expect((await bed.request(requestId)).state).toBe('partly_failed');
        const undoId = await undo(requestId);
        await bed.run(2);
        await expectDone(undoId, before);
      }
    });
  },
);
