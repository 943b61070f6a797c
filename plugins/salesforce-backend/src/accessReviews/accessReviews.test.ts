import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  AccessReviewItem,
  RequestSummary,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { Knex } from 'knex';
import { TestPlugin } from '../__testUtils__/startTestPlugin';
import { syncInventory } from '../__testUtils__/syncInventory';
import { testDatabases } from '../__testUtils__/testDatabases';

jest.setTimeout(60_000);

const databases = testDatabases();
const days = (count: number) =>
  new Date(Date.now() + count * 86_400_000).toISOString();

/** Only Sam looks after the org and starts reviews; Ines reads the audit log. */
const rights: Record<string, string[]> = {
  'salesforce.org.manage': ['sam.okafor'],
  'salesforce.access-review.start': ['sam.okafor'],
  'salesforce.audit.read': ['ines.duarte'],
};

/** Nobody runs anything without approval; what is not named, everybody may. */
function resultOf(
  permission: string,
  credentials: unknown,
): AuthorizeResult.ALLOW | AuthorizeResult.DENY {
  const who = JSON.stringify(credentials ?? {});
  const isAllowed =
    permission !== 'salesforce.request.skip-approval' &&
    (rights[permission]?.some(name => who.includes(name)) ?? true);
  return isAllowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY;
}

/** What Sam may not do while he is not there. */
const lost = new Set<string>();

describe.each(databases.eachSupportedId())('access reviews on %s', id => {
  let knex: Knex;
  let plugin: TestPlugin;

  const get = (path: string, as = 'sam.okafor') =>
    plugin.call('get', path, { as });
  const post = (path: string, body: object, as = 'sam.okafor') =>
    plugin.call('post', path, { as }).send(body);
  const start = (body: object, as?: string) =>
    post(
      '/access-reviews',
      {
        title: 'Quarterly',
        dueAt: days(14),
        reviewers: { by: 'manager' },
        access: { kind: 'group', name: 'North America Sales Team' },
        ...body,
      },
      as,
    );
  const itemsOf = async (
    reviewId: string,
    as?: string,
    query = '',
  ): Promise<AccessReviewItem[]> =>
    (await get(`/access-reviews/${reviewId}/items?limit=200${query}`, as)).body
      .items;
  const sweep = () => plugin.runTask('salesforce-access-reviews');
  /** Their due date passes. */
  const isOver = (...reviewIds: string[]) =>
    knex('salesforce_access_reviews')
      .whereIn('id', reviewIds)
      .update({ due_at: days(-1), reminded_at: null });
  const messages = async (words: string) =>
    (await knex('salesforce_outbox').pluck<string[]>('payload')).filter(
      payload => payload.includes(words),
    ).length;
  const requestsOf = async (title: string): Promise<RequestSummary[]> =>
    (await get('/requests?view=mine&limit=200')).body.items.filter(
      ({ reason }: { reason?: string }) => reason?.includes(`"${title}"`),
    );
  const positionsOf = (items: AccessReviewItem[]) =>
    items.map(({ position }) => position);

  beforeAll(async () => {
    knex = await databases.init(id);
    plugin = await TestPlugin.start({
      knex,
      absentPeople: {
        handle: async ({ permission }, user) => ({
          result:
            !lost.has(permission.name) &&
            permission.name !== 'salesforce.request.skip-approval' &&
            user?.info.userEntityRef === 'user:default/sam.okafor' &&
            user.info.ownershipEntityRefs.includes(
              'group:default/salesforce-admins',
            )
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        }),
      },
      permissions: {
        authorize: async (asked, options) =>
          asked.map(({ permission }) => ({
            result: resultOf(permission.name, options?.credentials),
          })),
        authorizeConditional: async (asked, options) =>
          asked.map(({ permission }) => ({
            result: resultOf(permission.name, options?.credentials),
          })),
      },
    });
    await syncInventory(plugin);
  }, 60_000);

  afterAll(() => plugin.stop());

  it('asks the manager of each, and nobody about themselves', async () => {
    const { body: review, status } = await start({});
    expect({ status, error: review.error }).toEqual({ status: 201 });
    expect(review).toMatchObject({
      source: 'Group North America Sales Team',
      state: 'open',
      pending: 13,
      kept: 0,
      mayClose: true,
    });
    const all = await itemsOf(review.id);
    const reviewerOf = (target: string) =>
      all.find(item => item.target === target)?.reviewer.ref;
    expect(reviewerOf('erin.walsh@acme.com')).toBe('user:default/priya.raman');
    // Her manager is unknown to the catalog: who started it decides.
    expect(reviewerOf('priya.raman@acme.com')).toBe('user:default/sam.okafor');
    await plugin.untilNotified('"Quarterly" asks for your review');

    // Priya sees what she reviews, and no more; nor are there numbers of it.
    const hers = await itemsOf(review.id, 'priya.raman');
    expect(hers.length).toBeGreaterThan(1);
    expect(hers.every(({ mayDecide }) => mayDecide)).toBe(true);
    const hersAlone = await get(`/access-reviews/${review.id}`, 'priya.raman');
    expect(hersAlone.body).toMatchObject({
      pending: hers.length,
      mine: hers.length,
      reviewers: [],
    });
    expect(hers.map(({ target }) => target)).not.toContain(
      'priya.raman@acme.com',
    );
    expect((await get('/access-reviews', 'priya.raman')).body).toMatchObject({
      mayStart: false,
      items: [{ id: review.id, mine: hers.length, reviewers: [] }],
    });
    // Nobody else knows of it, but for those who read the audit log.
    expect(
      (await get(`/access-reviews/${review.id}`, 'tom.becker')).status,
    ).toBe(404);
    expect((await get('/access-reviews', 'tom.becker')).body.items).toEqual([]);
    expect(
      (await get(`/access-reviews/${review.id}`, 'ines.duarte')).body,
    ).toMatchObject({ pending: 13, mine: 0, mayClose: false });

    // Rows handed to whose access it is are refused, to somebody else they go.
    const [own] = all.filter(item => item.target === 'priya.raman@acme.com');
    const reassign = (reviewer: string) =>
      post(`/access-reviews/${review.id}/reassign`, {
        reviewer,
        positions: [own.position],
      });
    expect((await reassign('user:default/priya.raman')).status).toBe(400);
    expect((await reassign('user:default/nobody')).status).toBe(400);
    // Through a group she is reviewer of her own row, and still does not decide.
    expect((await reassign('group:default/revops-approvers')).status).toBe(200);
    const decide = (as: string) =>
      post(
        `/access-reviews/${review.id}/decisions`,
        { decision: 'keep', positions: [own.position] },
        as,
      );
    const seen = await itemsOf(review.id, 'priya.raman');
    expect(
      seen.find(({ position }) => position === own.position),
    ).toMatchObject({
      mayDecide: false,
      cannotDecide: 'It is your own access: somebody else decides',
    });
    expect((await decide('priya.raman')).status).toBe(403);
    expect((await decide('tom.becker')).body).toMatchObject({ kept: 1 });
    // Somebody else's rows, too, and not one of a list that has one of them.
    const mixed = await post(
      `/access-reviews/${review.id}/decisions`,
      { decision: 'revoke', positions: positionsOf(all) },
      'priya.raman',
    );
    expect(mixed.status).toBe(403);
    expect((await get(`/access-reviews/${review.id}`)).body.revoked).toBe(0);
  });

  it('makes requests of what was revoked, decided like all others', async () => {
    const { body: review } = await start({
      title: 'Exports',
      access: { kind: 'permission_set', name: 'Contract Approver' },
      reviewers: { by: 'named', ref: 'user:default/tom.becker' },
    });
    const rows = await itemsOf(review.id, 'tom.becker');
    const [first, second, ...others] = rows;
    const decide = (decision: string, positions: number[], comment?: string) =>
      post(
        `/access-reviews/${review.id}/decisions`,
        { decision, positions, comment },
        'tom.becker',
      );
    await decide('revoke', positionsOf([first, second]), 'Changed teams');
    const close = (body: object, as?: string) =>
      post(`/access-reviews/${review.id}/close`, body, as);
    // Rows are open, and nobody said what becomes of those.
    expect((await close({})).status).toBe(409);
    expect((await close({}, 'tom.becker')).status).toBe(403);
    if (others.length > 0) await decide('keep', positionsOf(others));
    await plugin.untilNotified('"Exports" is decided');

    const closed = await Promise.all([close({}), close({})]);
    expect(closed.map(({ status }) => status)).toContain(200);
    const { body: after } = await close({});
    expect(after).toMatchObject({
      state: 'closed',
      revoked: 2,
      requested: 2,
      toRequest: 0,
    });
    expect((await decide('keep', [1])).status).toBe(409);
    const { body: requests } = await get('/requests?view=mine&limit=200');
    const made = requests.items.filter(
      ({ reason, action }: { reason?: string; action: string }) =>
        action === 'salesforce_remove_permission_set' &&
        (reason ?? '').includes('Exports'),
    );
    expect(made).toHaveLength(1);
    const [{ id: requestId }] = made;
    const { body: request } = await get(`/requests/${requestId}`);
    expect(request).toMatchObject({
      state: 'awaiting_approval',
      reason: 'Revoked by the access review "Exports". Changed teams',
    });
    const approved = await post(
      `/requests/${requestId}/reviews`,
      { decision: 'approve', planDigest: request.plan.digest },
      'priya.raman',
    );
    expect(approved.status).toBe(200);
    await plugin.until(requestId, 'succeeded');

    const csv = await get(`/access-reviews/${review.id}/csv`);
    const lines = csv.text.trim().split('\r\n');
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines[0]).toMatch(/Reviewer,Decision,Comment,Decided by/);
    expect(
      lines.filter(line => line.includes(`revoke,Changed teams`)),
    ).toHaveLength(2);
    // The log alone tells who kept what.
    const { body: log } = await get(
      '/audit/entries?type=access-review.result',
      'ines.duarte',
    );
    const told = log.items.find(
      ({ data }: { data: { reviewId: string } }) => data.reviewId === review.id,
    );
    expect(told.data.rows).toHaveLength(rows.length);
    expect(told.data.rows[0]).toMatchObject({
      decision: 'revoke',
      decidedBy: 'user:default/tom.becker',
      comment: 'Changed teams',
    });
  });

  it('starts from a board, and says what cannot be reviewed', async () => {
    const { body: review } = await start({
      access: undefined,
      board: 'system-administrators',
      reviewers: { by: 'org_owner' },
    });
    expect(review).toMatchObject({ source: 'Board System Administrators' });
    const board = await get('/boards/system-administrators/rows?org=acme');
    expect(positionsOf(await itemsOf(review.id))).toHaveLength(
      board.body.items.length,
    );
    for (const body of [
      { board: 'unused-permission-sets', access: undefined },
      { board: 'system-administrators' },
      { access: { kind: 'group', name: 'No such group' } },
      { dueAt: days(-1) },
      { reviewers: { by: 'named', ref: 'user:default/nobody' } },
    ]) {
      expect((await start(body)).status).toBe(400);
    }
    expect((await start({}, 'priya.raman')).status).toBe(403);
  });

  it('lets nobody decide about their own access by closing the review', async () => {
    const { body: review } = await start({
      access: undefined,
      board: 'system-administrators',
      reviewers: { by: 'named', ref: 'user:default/tom.becker' },
      title: 'Closed at once',
    });
    const close = () =>
      post(`/access-reviews/${review.id}/close`, { undecided: 'keep' });
    const refused = await close();
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      expect.stringContaining('One row is about your own access'),
    ]);
    const own = (await itemsOf(review.id)).filter(
      ({ target }) => target === 'sam.okafor@acme.com',
    );
    const decided = await post(
      `/access-reviews/${review.id}/decisions`,
      { decision: 'keep', positions: positionsOf(own) },
      'tom.becker',
    );
    expect(decided.body).toMatchObject({ kept: 1 });
    expect((await close()).body).toMatchObject({ state: 'closed', pending: 0 });
  });

  it('ends sessions where sessions are reviewed, and keeps the Salesforce users', async () => {
    plugin.org.mintToken('erin.walsh@acme.com');
    await syncInventory(plugin);
    const board = await post('/boards', {
      title: 'Sessions of Erin',
      definition: {
        object: 'AuthSession',
        columns: ['user.name', 'sessionType'],
        filters: [
          {
            field: 'user.username',
            operator: 'is',
            value: 'erin.walsh@acme.com',
          },
        ],
      },
    });
    const { body: review } = await start({
      access: undefined,
      board: board.body.id,
      reviewers: { by: 'named', ref: 'user:default/sam.okafor' },
      title: 'Sessions',
    });
    expect(review).toMatchObject({ pending: 1 });
    const closed = await post(`/access-reviews/${review.id}/close`, {
      undecided: 'revoke',
    });
    expect(closed.body).toMatchObject({ revoked: 1, requested: 1 });
    expect(await requestsOf('Sessions')).toMatchObject([
      { action: 'salesforce_revoke_sessions', targetCount: 1 },
    ]);
  });

  it('reminds once a day, and ends by itself as it was told', async () => {
    const [keeps, revokes, waits] = await Promise.all(
      ['keep', 'revoke', 'remind'].map(async undecided => {
        const { body } = await start({
          reviewers: { by: 'named', ref: 'user:default/tom.becker' },
          title: `Ends with ${undecided}`,
          undecided,
          dueAt: days(2),
        });
        return body.id as string;
      }),
    );
    // Two replicas at once tell people once.
    await Promise.all([sweep(), sweep()]);
    await sweep();
    expect(
      await knex('salesforce_access_reviews')
        .whereIn('id', [keeps, revokes, waits])
        .whereNotNull('reminded_at')
        .pluck('revision'),
    ).toEqual([2, 2, 2]);

    await isOver(keeps, revokes, waits);
    await Promise.all([sweep(), sweep()]);
    await sweep();
    const views = await Promise.all(
      [keeps, revokes, waits].map(
        async review => (await get(`/access-reviews/${review}`)).body,
      ),
    );
    expect(views).toMatchObject([
      { state: 'closed', kept: 13, revoked: 0 },
      { state: 'closed', kept: 0, revoked: 13, requested: 13, toRequest: 0 },
      { state: 'open', pending: 13 },
    ]);
    expect(await messages('Ends with remind\\" is overdue')).toBeLessThan(2);
    // What was revoked was asked for once, as who started the review.
    const [request, ...more] = await requestsOf('Ends with revoke');
    expect(more).toEqual([]);
    expect(request).toMatchObject({
      action: 'salesforce_remove_group_member',
      state: 'awaiting_approval',
      requester: { ref: 'user:default/sam.okafor' },
      reason: expect.stringContaining('which ended by itself'),
    });
    expect(await messages('Ends with revoke\\" has ended')).toBe(1);
    expect(
      await messages('13 rows to be revoked, in your name, by 1 request'),
    ).toBe(1);
    expect(await messages('Ends with keep\\" has ended')).toBe(1);
  });

  it('goes on after a crash between asking and noting it, and asks for nothing twice', async () => {
    const { body: review } = await start({
      title: 'Interrupted',
      undecided: 'revoke',
      dueAt: days(2),
    });
    await isOver(review.id);
    const lease = (until: string) =>
      knex('salesforce_access_reviews')
        .where({ id: review.id })
        .update({ asked_at: null, asking_until: until });
    // Another replica is at it.
    await lease(days(1));
    await sweep();
    const closed = await get(`/access-reviews/${review.id}`);
    expect(closed.body).toMatchObject({ state: 'closed', requested: 0 });
    expect((await post(`/access-reviews/${review.id}/close`, {})).status).toBe(
      409,
    );
    await lease(days(-1));
    await sweep();
    const first = await requestsOf('Interrupted');
    expect(first).toHaveLength(1);
    // As a crash leaves it: asked, and not noted.
    await lease(days(-1));
    await knex('salesforce_access_review_items')
      .where({ review_id: review.id })
      .update({ request_id: null });
    // Then it was somebody else who had asked: another admin, with a click.
    await knex('salesforce_idempotency_keys')
      .where({ request_id: first[0].id })
      .update({ person_ref: 'user:default/another.admin' });
    await Promise.all([sweep(), sweep()]);
    expect((await requestsOf('Interrupted')).map(({ id: one }) => one)).toEqual(
      first.map(({ id: one }) => one),
    );
    expect((await get(`/access-reviews/${review.id}`)).body).toMatchObject({
      requested: 13,
      toRequest: 0,
    });
  });

  it('asks for nothing where somebody took the access away before', async () => {
    const { body: review } = await start({
      title: 'Gone before',
      undecided: 'revoke',
      dueAt: days(2),
    });
    await isOver(review.id);
    const { org } = plugin.org;
    const putBack = org.store.remember();
    const [group] = org.store.findBy(
      'Group',
      'Name',
      'North America Sales Team',
    );
    const members = [...org.store.findBy('GroupMember', 'GroupId', group.Id)];
    for (const { Id } of members) {
      org.dml.delete(org.systemContext(), 'GroupMember', Id);
    }
    await sweep();
    putBack();
    expect(await requestsOf('Gone before')).toEqual([]);
    expect((await get(`/access-reviews/${review.id}`)).body).toMatchObject({
      state: 'closed',
      closedBy: { displayName: 'Salesdesk' },
      requested: 0,
      gone: 13,
      toRequest: 0,
    });
    const { body } = await get(`/access-reviews/${review.id}/items`);
    for (const item of body.items) {
      expect(item).toMatchObject({ goneAt: expect.any(String) });
      expect(item.problem).toBeUndefined();
    }
    expect(await messages('13 rows to be revoked, gone already')).toBe(1);
    // asked again, there is nothing to ask for
    await post(`/access-reviews/${review.id}/close`, {});
    expect(await requestsOf('Gone before')).toEqual([]);
  });

  it('decides nothing while nobody can say whose access it is', async () => {
    const { body: review } = await start({
      title: 'Nobody knows',
      reviewers: { by: 'named', ref: 'user:default/ines.duarte' },
    });
    const away = plugin.org.faults.add({
      match: { path: '/services/data' },
      effect: { type: 'limit', limit: 'daily' },
      times: null,
    });
    const decide = () =>
      post(
        `/access-reviews/${review.id}/decisions`,
        { decision: 'keep', positions: [1] },
        'ines.duarte',
      );
    const [item] = await itemsOf(review.id, 'ines.duarte');
    expect(item).toMatchObject({
      mayDecide: false,
      cannotDecide: expect.stringContaining('cannot be found out now'),
    });
    expect((await decide()).status).toBe(409);
    plugin.org.faults.remove(away.id);
    expect((await decide()).body).toMatchObject({ kept: 1 });
  });

  it('waits while the org is away, and asks when it is back', async () => {
    const { body: review } = await start({
      title: 'Org away',
      undecided: 'revoke',
      dueAt: days(2),
    });
    await isOver(review.id);
    const away = plugin.org.faults.add({
      match: { path: '/services/data' },
      effect: { type: 'limit', limit: 'daily' },
      times: null,
    });
    await sweep();
    expect(await requestsOf('Org away')).toEqual([]);
    expect(await messages('Org away\\" has ended')).toBe(0);
    plugin.org.faults.remove(away.id);
    await sweep();
    expect(await requestsOf('Org away')).toHaveLength(1);
    expect(await messages('Org away\\" has ended')).toBe(1);
  });

  it.each(['salesforce.request.create', 'salesforce.access-review.start'])(
    'asks for nothing in the name of who lost %s, and tells them',
    async permission => {
      const title = `Lost ${permission}`;
      const { body: review } = await start({
        title,
        undecided: 'revoke',
        dueAt: days(2),
      });
      await isOver(review.id);
      lost.add(permission);
      await sweep();
      await sweep();
      lost.clear();
      expect(await requestsOf(title)).toEqual([]);
      const { body } = await get(`/access-reviews/${review.id}`);
      expect(body).toMatchObject({
        state: 'closed',
        revoked: 13,
        requested: 0,
        toRequest: 13,
      });
      expect(await messages(`${title}\\" has ended`)).toBe(1);
      const rows = await itemsOf(review.id);
      expect(rows.every(({ problem }) => problem)).toBe(true);
      // They have it again, or somebody else has: one click asks.
      const asked = await post(`/access-reviews/${review.id}/close`, {});
      expect(asked.body).toMatchObject({ requested: 13, toRequest: 0 });
    },
  );
});
