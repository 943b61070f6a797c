import { freezeChange, marco, samplePlan } from '../__testUtils__/samples';
import { comparePlans } from './comparePlans';

const ari = { ...marco, id: '005AriAAA', label: 'Ari Cohen' };

function profile(before: string, after: string) {
  return freezeChange(0, marco, {
    fields: [
      { name: 'ProfileId', label: 'Profile', before, after },
      { name: 'IsActive', label: 'Active', before: true, after: true },
    ],
  });
}

describe('comparePlans', () => {
  it('marks nothing when both plans change the same', () => {
    const plan = samplePlan();
    const { earlier, current } = comparePlans(plan, { ...plan, version: 2 });
    expect([...earlier, ...current]).toEqual([]);
  });

  it('marks the field whose value before or after is another, on both sides', () => {
    const { earlier, current } = comparePlans(
      samplePlan({ changes: [profile('Standard User', 'Sales Manager')] }),
      samplePlan({ changes: [profile('Read Only', 'Sales Manager')] }),
    );
    const mark = { fields: new Set(['ProfileId']), alone: false };
    expect([...earlier]).toEqual([[0, mark]]);
    expect([...current]).toEqual([[0, mark]]);
  });

  it('marks a change that only one plan has, wherever it stands', () => {
    const { earlier, current } = comparePlans(
      samplePlan({ changes: [freezeChange(0, ari), freezeChange(1, marco)] }),
      samplePlan({
        changes: [freezeChange(0, marco, { recordId: '0Yw000000000001' })],
      }),
    );
    expect([...earlier]).toEqual([
      [0, { fields: new Set(['IsFrozen']), alone: true }],
    ]);
    expect([...current]).toEqual([]);
  });
});
