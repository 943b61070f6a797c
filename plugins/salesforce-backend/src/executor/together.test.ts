import type {
  PlannedChange,
  PlanProposal,
  SalesforceWriter,
  WriteResult,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { JoinedWrites } from './JoinedWrites';
import { splitPlan } from './splitPlan';

const applied = (id: string): WriteResult => ({ outcome: 'applied', id });

function writerThat(answer: (ids: string[]) => Promise<WriteResult[]>) {
  const calls: string[][] = [];
  const writer: Partial<SalesforceWriter> = {
    delete: async ({ ids }) => {
      calls.push(ids);
      return answer(ids);
    },
    resetPassword: async ({ userId }) => applied(userId),
  };
  return { calls, writer: writer as SalesforceWriter };
}

const ids = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `id-${from + index}`);

describe('calls of jobs that run together', () => {
  it('leave as one when every job waits or has left, and each hears of its own', async () => {
    const { calls, writer } = writerThat(async all => all.map(applied));
    const joined = new JoinedWrites({ writer, members: 3 });
    const first = joined.writer.delete({ object: 'X', ids: ids(2) });
    const second = joined.writer.delete({ object: 'X', ids: ids(1, 2) });
    await new Promise(resolve => {
      setImmediate(resolve);
    });
    expect(calls).toEqual([]);
    joined.leave();
    expect(await first).toEqual([applied('id-0'), applied('id-1')]);
    expect(await second).toEqual([applied('id-2')]);
    expect(calls).toEqual([['id-0', 'id-1', 'id-2']]);
  });

  it('take as many records as one write takes, and never tear one job apart', async () => {
    const { calls, writer } = writerThat(async all => all.map(applied));
    const joined = new JoinedWrites({ writer, members: 3 });
    await Promise.all(
      [750, 500, 250].map((count, index) =>
        joined.writer.delete({ object: 'X', ids: ids(count, index * 1000) }),
      ),
    );
    expect(calls.map(call => call.length)).toEqual([1_000, 500]);
  });

  it('fail for each of them, since none knows whether it took effect', async () => {
    const { writer } = writerThat(async () => {
      throw new Error('The reply was lost');
    });
    const joined = new JoinedWrites({ writer, members: 2 });
    const both = await Promise.allSettled([
      joined.writer.delete({ object: 'X', ids: ids(1) }),
      joined.writer.delete({ object: 'X', ids: ids(1, 1) }),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('pass through where there is nothing to join', async () => {
    const { writer } = writerThat(async () => []);
    const joined = new JoinedWrites({ writer, members: 2 });
    expect(await joined.writer.resetPassword({ userId: 'u' })).toEqual(
      applied('u'),
    );
  });
});

describe('a plan for many users', () => {
  const change = (
    user: string,
    more: Partial<PlannedChange> = {},
  ): PlannedChange => ({
    object: 'UserLogin',
    recordId: `login of ${user}`,
    operation: 'update',
    fields: [],
    summary: user,
    target: { object: 'User', id: user, label: user },
    ...more,
  });
  const planOf = (...changes: PlannedChange[]): PlanProposal => ({
    title: 'All',
    changes,
    targets: changes.map(({ target }) => target),
  });
  const split = (plan: PlanProposal, ...users: string[]) =>
    splitPlan({ plan, userIds: new Set(users), title: 'Ours' });

  it('is told apart, with the references between changes', () => {
    const plan = planOf(
      change('ann'),
      change('bob'),
      change('ann', { after: [0], recordFrom: 0 }),
      change('bob', { after: [1] }),
    );
    expect(split(plan, 'bob')).toMatchObject({
      title: 'Ours',
      changes: [{ summary: 'bob' }, { summary: 'bob', after: [0] }],
    });
    expect(split(plan, 'ann')?.changes[1]).toMatchObject({
      after: [0],
      recordFrom: 0,
    });
  });

  it('is not, where changes of two people hang together or something blocks', () => {
    const tied = planOf(change('ann'), change('bob', { after: [0] }));
    expect(split(tied, 'bob')).toBeUndefined();
    expect(split(tied, 'ann')?.changes).toHaveLength(1);
    expect(
      split(
        {
          ...planOf(change('ann')),
          blockers: [{ code: 'x', message: 'x', remedy: 'x' }],
        },
        'ann',
      ),
    ).toBeUndefined();
  });
});
