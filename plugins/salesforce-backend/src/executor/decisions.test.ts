import fc from 'fast-check';
import type {
  Observation,
  PlannedChange,
  WriteResult,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { planDigest } from '../domain/planDigest';
import { backOff } from './backOff';
import { checkPlan } from './checkPlan';
import { finalOutcome } from './finalOutcome';
import { judgeResults, maximumAttempts } from './judgeResults';
import { batchSize, nextBatch } from './nextBatch';
import { observedRecords } from './observedRecords';
import type { PlannedWork } from './PlannedWork';
import { sameValue } from './sameValue';

function work(
  position: number,
  change: Partial<PlannedChange> = {},
  more: Partial<PlannedWork> = {},
): PlannedWork {
  return {
    position,
    outcome: 'pending',
    isIntended: false,
    attempts: 0,
    recordId: change.recordId ?? null,
    change: {
      object: 'User',
      recordId: null,
      operation: 'update',
      fields: [],
      summary: `Change ${position}`,
      target: { object: 'User', id: null, label: 'Marco' },
      ...change,
    },
    ...more,
  };
}

describe('nextBatch', () => {
  it('fills calls with changes that do not wait for each other', () => {
    // Licence and permission set for 1,250 people, each pair in its order
    const all = Array.from({ length: 2500 }, (_, position) =>
      work(
        position,
        position % 2 === 0
          ? { object: 'PermissionSetLicenseAssign', operation: 'create' }
          : {
              object: 'PermissionSetAssignment',
              operation: 'create',
              after: [position - 1],
            },
      ),
    );
    const calls: number[] = [];
    for (;;) {
      const next = nextBatch(all);
      if (next.kind !== 'call') break;
      calls.push(next.work.length);
      next.work.forEach(item => {
        item.outcome = 'applied';
      });
    }
    expect(calls).toEqual([1000, 1000, 250, 250]);
  });

  it('keeps the order of changes of one record, and never names it twice in a call', () => {
    const all = [
      work(0, { recordId: '005A' }),
      work(1, { recordId: '005A' }),
      work(2, { recordId: '005B' }),
    ];
    expect(nextBatch(all)).toMatchObject({ work: [all[0], all[2]] });
    all[0].outcome = 'applied';
    all[2].outcome = 'failed';
    expect(nextBatch(all)).toMatchObject({ work: [all[1]] });
  });

  it('leaves out what depends on something that failed', () => {
    const all = [
      work(0, { operation: 'create' }, { outcome: 'failed' }),
      work(1, { recordFrom: 0, operation: 'invoke' }),
      work(2, { after: [1] }),
    ];
    expect(nextBatch(all)).toMatchObject({ kind: 'skip', work: [all[1]] });
    all[1].outcome = 'skipped';
    expect(nextBatch(all)).toMatchObject({ kind: 'skip', work: [all[2]] });
    all[2].outcome = 'skipped';
    expect(nextBatch(all)).toEqual({ kind: 'done' });
  });

  it('resets one password in a call', () => {
    const all = [
      work(0, { operation: 'invoke', recordId: '005A' }),
      work(1, { operation: 'invoke', recordId: '005B' }),
    ];
    expect(nextBatch(all)).toMatchObject({ work: [all[0]] });
  });

  it('comes to an end for any plan without cycles, every change once, none before what it waits for', () => {
    const anyChange = fc.record({
      object: fc.constantFrom('User', 'UserLogin', 'GroupMember'),
      operation: fc.constantFrom('create', 'update', 'delete', 'invoke'),
      record: fc.option(fc.nat(20), { nil: null }),
      waits: fc.array(fc.nat(50), { maxLength: 3 }),
      ends: fc.constantFrom('applied', 'already_there', 'failed', 'unknown'),
    });
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 60 }), changes => {
        const all = changes.map((change, position) =>
          work(position, {
            object: change.object,
            operation: change.operation as PlannedChange['operation'],
            recordId: change.record === null ? null : `005${change.record}`,
            after: change.waits.filter(other => other < position),
          }),
        );
        const seen = new Set<number>();
        for (let steps = 0; steps <= changes.length; steps++) {
          const next = nextBatch(all);
          if (next.kind === 'done') break;
          expect(next.work.length).toBeLessThanOrEqual(batchSize);
          for (const item of next.work) {
            expect(seen.has(item.position)).toBe(false);
            seen.add(item.position);
            const good = (item.change.after ?? []).every(other =>
              ['applied', 'already_there'].includes(all[other].outcome),
            );
            expect(good).toBe(next.kind === 'call');
          }
          next.work.forEach(item => {
            item.outcome =
              next.kind === 'skip'
                ? 'skipped'
                : (changes[item.position].ends as PlannedWork['outcome']);
          });
        }
        expect(seen.size).toBe(changes.length);
      }),
    );
  });
});

describe('finalOutcome', () => {
  it.each([
    [['applied', 'already_there'], [], 'succeeded'],
    [[], [], 'succeeded'],
    [['applied', 'failed'], [], 'partly_failed'],
    [['failed', 'skipped'], [], 'failed'],
    [['applied', 'failed'], [1], 'needs_admin'],
    [['applied', 'unknown'], [], 'needs_admin'],
    [['unknown'], [0], 'needs_admin'],
  ] as const)(
    '%j with clearable %j ends as %s',
    (outcomes, clearable, state) => {
      expect(
        finalOutcome({
          work: outcomes.map((outcome, i) => work(i, {}, { outcome })),
          clearable: new Set(clearable),
        }).state,
      ).toBe(state);
    },
  );
});

describe('judgeResults', () => {
  const explain = ({ code, message }: { code: string; message: string }) => ({
    problem: { code, message: `Plainly: ${message}` },
    isTransient: code === 'UNABLE_TO_LOCK_ROW',
    ...(code === 'LICENSE_LIMIT_EXCEEDED'
      ? { blocker: { code, message, remedy: 'Free a seat' } }
      : {}),
  });
  const refused = (code: string): WriteResult => ({
    outcome: 'refused',
    code,
    message: code,
  });

  it('takes each record by itself', () => {
    const batch = [
      work(0),
      work(1),
      work(2, { operation: 'create', naturalKey: ['Name'] }),
      work(3),
      work(4, {}, { attempts: maximumAttempts - 1 }),
      // by what would one find it? a duplicate of what has no key is refused
      work(5, { operation: 'create' }),
    ];
    const judged = judgeResults({
      batch,
      results: [
        { outcome: 'applied', id: '005A' },
        refused('LICENSE_LIMIT_EXCEEDED'),
        refused('DUPLICATE_VALUE'),
        refused('UNABLE_TO_LOCK_ROW'),
        refused('UNABLE_TO_LOCK_ROW'),
        refused('DUPLICATE_VALUE'),
      ],
      explain,
    });
    expect(judged.records).toEqual([
      { position: 0, outcome: 'applied', recordId: '005A' },
      expect.objectContaining({ position: 1, outcome: 'failed' }),
      { position: 3, outcome: 'pending' },
      expect.objectContaining({ position: 4, outcome: 'failed' }),
      expect.objectContaining({ position: 5, outcome: 'failed' }),
    ]);
    expect([...judged.blockers.keys()]).toEqual([1]);
    expect(judged.toObserve).toEqual([batch[2]]);
    expect(judged.isTransient).toBe(true);
  });
});

describe('observedRecords', () => {
  const table: Array<
    [string, Observation, Partial<PlannedWork>, string | undefined]
  > = [
    [
      'there',
      { state: 'applied', recordId: 'x' },
      { isIntended: true },
      'applied',
    ],
    ['there before us', { state: 'applied' }, {}, 'already_there'],
    [
      'not there',
      { state: 'not_applied' },
      { isIntended: true, attempts: 1 },
      'pending',
    ],
    ['not there, never sent', { state: 'not_applied' }, {}, undefined],
    [
      'not there after many tries',
      { state: 'not_applied' },
      { isIntended: true, attempts: maximumAttempts },
      'failed',
    ],
    [
      'changed by somebody else',
      { state: 'drifted', found: null },
      {},
      'failed',
    ],
    [
      'invisible and perhaps sent',
      { state: 'unobservable' },
      { isIntended: true },
      'unknown',
    ],
    ['invisible and never sent', { state: 'unobservable' }, {}, undefined],
  ];
  it.each(table)('%s', (_, observation, more, outcome) => {
    const item = work(0, {}, more);
    const { records, blockers } = observedRecords({
      work: [item],
      observations: new Map([[0, observation]]),
    });
    expect(records[0]?.outcome).toBe(outcome);
    expect(blockers.size).toBe(
      outcome === 'failed' || outcome === 'unknown' ? 1 : 0,
    );
  });
});

describe('checkPlan', () => {
  const change = work(0, {
    object: 'UserLogin',
    recordId: '0Yw1',
    fields: [{ name: 'IsFrozen', label: 'Frozen', before: false, after: true }],
  }).change;
  const proposal = { title: 'Freeze Marco', changes: [change], targets: [] };
  const digest = planDigest({
    orgId: 'acme',
    actionId: 'freeze',
    changes: [change],
    followUps: [],
  });
  const request = { plan_version: 1, plan_digest: digest };
  const blocker = { code: 'seat', message: 'No seat', remedy: 'Free one' };

  it('lets only the approved plan run', () => {
    const blocked = { ...proposal, blockers: [blocker] };
    const other = 'f'.repeat(64);
    const storedDigest = digest;
    const asked = { request, digest, storedDigest };
    expect(checkPlan({ ...asked, proposal })).toEqual({
      kind: 'as_approved',
    });
    expect(checkPlan({ ...asked, proposal: blocked, digest: other })).toEqual({
      kind: 'changed',
    });
    // What is stored is what is written.
    expect(checkPlan({ ...asked, proposal, storedDigest: other })).toEqual({
      kind: 'changed',
    });
    expect(checkPlan({ ...asked, proposal: blocked })).toEqual({
      kind: 'blocked',
      blockers: [blocker],
    });
    expect(
      checkPlan({
        ...asked,
        proposal: { ...proposal, changes: [] },
        digest: other,
      }),
    ).toEqual({ kind: 'already_there' });
    expect(
      checkPlan({
        request: { plan_version: 0, plan_digest: '' },
        proposal,
        digest,
        storedDigest: '',
      }),
    ).toEqual({ kind: 'first_plan' });
  });
});

describe('sameValue', () => {
  it.each([
    ['0Yw000000000001AAA', '0Yw000000000001', true],
    ['2026-11-23T09:00:00.000+0000', '2026-11-23T09:00:00Z', true],
    ['Marco@acme.com', 'marco@acme.com', true],
    ['Marco', 'marco', false],
    [null, '', true],
    [undefined, null, true],
    [null, 'x', false],
    [false, null, false],
    [3, 3, true],
    ['3', 3, false],
    ['  padded ', 'padded', true],
  ])('%j and %j: %s', (found, wanted, same) => {
    expect(sameValue(found, wanted)).toBe(same);
    expect(sameValue(wanted, found)).toBe(
      // Only what was wanted decides whether case matters.
      found === 'Marco@acme.com' ? true : same,
    );
  });
});

describe('backOff', () => {
  it('doubles, ends at a quarter of an hour, and waits as long as it is told', () => {
    const wait = (attempt: number) => backOff({ attempt, jitter: 0.5 });
    expect([1, 2, 3, 4].map(wait)).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(wait(100)).toBe(15 * 60_000);
    expect(backOff({ attempt: 1, jitter: 0, retryAfter: 60_000 })).toBe(60_000);
  });
});
