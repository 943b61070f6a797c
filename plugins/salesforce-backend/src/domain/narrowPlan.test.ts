import type {
  PlannedChange,
  PlanProposal,
} from '@salesdesk/backstage-plugin-salesforce-node';
import fc from 'fast-check';
import { narrowPlan, targetKey } from './narrowPlan';

const targets = ['a', 'b', 'c', 'd'].map(label => ({
  object: 'User',
  id: label === 'd' ? null : `005${label}`,
  label,
}));

const changeOf = (
  index: number,
  more: Partial<PlannedChange> = {},
): PlannedChange => ({
  object: 'UserLogin',
  recordId: `0Yw${index}`,
  operation: 'update',
  summary: `Change ${index}`,
  target: targets[index % targets.length],
  fields: [{ name: 'IsFrozen', label: 'Frozen', before: false, after: true }],
  ...more,
});

function proposalOf(changes: PlannedChange[]): PlanProposal {
  return {
    title: 'Freeze 4 users',
    targets,
    changes,
    leftOut: [{ target: targets[3], reason: 'is frozen' }],
    blockers: [
      { code: 'x', message: 'About a', remedy: '', target: targets[0] },
      { code: 'y', message: 'About all', remedy: '' },
    ],
    warnings: ['One seat is left'],
  };
}

describe('narrowing a plan', () => {
  it('only ever takes away, and leaves the rest as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 8 }),
        fc.subarray(targets),
        (order, removed) => {
          const proposal = proposalOf(order.map(index => changeOf(index)));
          const narrowed = narrowPlan({
            proposal,
            removed: removed.map(targetKey),
          });
          if (!narrowed.ok) throw new Error(narrowed.reason);
          expect(narrowed.proposal.changes).toEqual(
            proposal.changes.filter(({ target }) => !removed.includes(target)),
          );
          expect(narrowed.proposal.targets).toEqual(
            targets.filter(target => !removed.includes(target)),
          );
        },
      ),
    );
  });

  it('moves references along, and refuses to take away what others build on', () => {
    const proposal = proposalOf([
      changeOf(0),
      changeOf(1, { operation: 'create' }),
      changeOf(1, {
        recordFrom: 1,
        after: [1],
        fields: [
          { name: 'X', label: 'X', before: null, after: null, afterFrom: 1 },
        ],
      }),
      changeOf(2, { after: [0] }),
    ]);
    const withoutC = narrowPlan({ proposal, removed: ['User:005c'] });
    expect(withoutC).toMatchObject({
      ok: true,
      proposal: { title: 'Freeze 4 users, without c' },
    });
    expect(
      narrowPlan({ proposal, removed: ['User:005a', 'User:005c'] }),
    ).toMatchObject({
      ok: true,
      proposal: {
        title: 'Freeze 4 users, without a and 1 more',
        changes: [
          { operation: 'create' },
          { recordFrom: 0, after: [0], fields: [{ afterFrom: 0 }] },
        ],
        blockers: [{ code: 'y' }],
        leftOut: [{ reason: 'is frozen' }],
        warnings: ['One seat is left'],
      },
    });
    expect(narrowPlan({ proposal, removed: ['User:005a'] })).toEqual({
      ok: false,
      reason: '"Change 2" builds on what would be taken off',
    });
  });

  it('names targets by id, and by label where they have none', () => {
    expect(targets.map(targetKey)).toEqual([
      'User:005a',
      'User:005b',
      'User:005c',
      'User:d',
    ]);
    const proposal = proposalOf([changeOf(3)]);
    expect(narrowPlan({ proposal, removed: ['User:d'] })).toMatchObject({
      proposal: { changes: [], leftOut: [] },
    });
    expect(narrowPlan({ proposal, removed: [] })).toEqual({
      ok: true,
      proposal,
    });
  });
});
