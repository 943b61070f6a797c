import {
  createSalesforceConditionalDecision,
  salesforceConditions,
} from '@salesdesk/backstage-plugin-salesforce-node';
import {
  salesforceRequestDecidePermission,
  salesforceRequestReadPermission,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { testDatabases } from '../__testUtils__/testDatabases';
import type { RequestQuery } from './RequestService';
import {
  everything,
  RequestTestBed,
  type Roles,
} from './__testUtils__/RequestTestBed';

const databases = testDatabases();

describe.each(databases.eachSupportedId())('listing, %p', databaseId => {
  const policy = {
    stages: [
      {
        name: 'Two',
        requirements: [
          {
            count: 2,
            from: [{ kind: 'group', ref: 'group:default/approvers' }],
          },
        ],
      },
    ],
  };

  async function createBed() {
    const bed = await RequestTestBed.create({
      knex: await databases.init(databaseId),
      policy: policy as object,
    });
    // Seven requests, some by Sam and some by Erin, about three people.
    const names = ['marco', 'erin', 'tom'];
    for (let index = 0; index < 7; index += 1) {
      await bed.submit('sam', {
        boxes: [names[index % 3]],
        reason: `Reason number ${index}: émigré@acme.com`,
      });
      bed.advance(60_000);
    }
    return bed;
  }

  async function list(
    bed: RequestTestBed,
    name: string,
    query: Partial<RequestQuery>,
    roles?: Roles,
  ) {
    return bed.requests.list(
      { view: 'all', order: 'newest', limit: 50, ...query },
      { caller: await bed.caller(name, roles ? { roles } : {}) },
    );
  }

  const numbers = (page: { items: Array<{ number: number }> }) =>
    page.items.map(({ number }) => number);

  it('pages through every order without a gap or a repetition', async () => {
    const bed = await createBed();
    const expected = {
      newest: [7, 6, 5, 4, 3, 2, 1],
      oldest: [1, 2, 3, 4, 5, 6, 7],
      updated: [7, 6, 5, 4, 3, 2, 1],
      expiring: [1, 2, 3, 4, 5, 6, 7],
    } as const;
    for (const order of Object.keys(expected) as Array<keyof typeof expected>) {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await list(bed, 'tom', { order, limit: 3, cursor });
        seen.push(...numbers(page));
        cursor = page.nextCursor;
      } while (cursor);
      expect({ order, seen }).toEqual({ order, seen: expected[order] });
    }
  });

  it('refuses a cursor that it did not give out', async () => {
    const bed = await createBed();
    const { nextCursor } = await list(bed, 'tom', { limit: 3 });
    for (const query of [
      { cursor: 'nonsense' },
      { cursor: nextCursor, order: 'oldest' as const },
    ]) {
      await expect(list(bed, 'tom', query)).rejects.toMatchObject({
        name: 'InputError',
      });
    }
  });

  it('filters by each of its filters', async () => {
    const bed = await createBed();
    const found = async (query: Partial<RequestQuery>) =>
      numbers(await list(bed, 'tom', query));
    expect(await found({ states: ['approved'] })).toEqual([]);
    expect(await found({ states: ['awaiting_approval'], limit: 2 })).toEqual([
      7, 6,
    ]);
    expect(await found({ actions: ['test_count_boxes'] })).toEqual([]);
    expect(await found({ org: 'sandbox' })).toEqual([]);
    expect(await found({ requesterRef: 'user:default/erin' })).toEqual([]);
    expect(await found({ target: 'user:default/tom' })).toEqual([6, 3]);
    expect(await found({ target: '005000000000002AAA' })).toEqual([5, 2]);
    expect(await found({ view: 'mine' })).toEqual([]);
    expect(numbers(await list(bed, 'sam', { view: 'mine' }))).toHaveLength(7);
  });

  it('finds by the beginnings of words, accents and addresses included', async () => {
    const bed = await createBed();
    const found = async (search: string) =>
      numbers(await list(bed, 'tom', { search }));
    expect(await found('MARCO')).toEqual([7, 4, 1]);
    expect(await found('open mar')).toEqual([7, 4, 1]);
    expect(await found('arco')).toEqual([]);
    expect(await found('émig marco')).toEqual([7, 4, 1]);
    expect(await found('émigré@acme.com')).toHaveLength(7);
    expect(await found('acme')).toHaveLength(7);
    expect(await found("%' OR 1=1 --")).toEqual([]);
    expect(await found('🙂')).toEqual([]);
    expect(await found('3')).toEqual([4, 3]);
  });

  it('shows what waits for my review, as long as it does', async () => {
    const bed = await createBed();
    const waiting = async (name: string, roles?: Roles) =>
      numbers(await list(bed, name, { view: 'to_review' }, roles));
    // Tom is the target of 3 and 6, Sam asked for all of them.
    expect(await waiting('tom')).toEqual([7, 5, 4, 2, 1]);
    expect(await waiting('erin')).toEqual([7, 6, 4, 3, 1]);
    expect(await waiting('sam')).toEqual([]);
    expect(await waiting('stranger')).toEqual([]);

    const { items } = await list(bed, 'tom', { view: 'to_review' });
    const first = items[items.length - 1];
    await bed.review('tom', first);
    expect(await waiting('tom')).toEqual([7, 5, 4, 2]);
    expect(await waiting('priya')).toContain(1);
    await bed.review('priya', first);
    expect(await waiting('erin')).toEqual([7, 6, 4, 3]);

    // What the role does not review, or does not see, is not waiting.
    const onlyOne = (permission: typeof salesforceRequestReadPermission) =>
      createSalesforceConditionalDecision(
        permission,
        salesforceConditions.hasAction({ actions: ['another_action'] }),
      );
    expect(
      await waiting('tom', {
        ...everything,
        'salesforce.request.decide': onlyOne(salesforceRequestDecidePermission),
      }),
    ).toEqual([]);
    expect(
      await waiting('tom', {
        ...everything,
        'salesforce.request.read': onlyOne(salesforceRequestReadPermission),
      }),
    ).toEqual([]);
  });

  it('offers on each row exactly what is then allowed', async () => {
    const bed = await createBed();
    for (const name of ['tom', 'erin', 'sam', 'marco', 'stranger']) {
      const page = await list(bed, name, {});
      const toReview = await list(bed, name, { view: 'to_review' });
      const reviewable = page.items.filter(item =>
        item.allowedActions.includes('approve'),
      );
      expect(numbers({ items: reviewable })).toEqual(numbers(toReview));
    }
  });
});
