import type { Knex } from 'knex';
import { TestPlugin } from '../__testUtils__/startTestPlugin';
import { syncInventory } from '../__testUtils__/syncInventory';
import { testDatabases } from '../__testUtils__/testDatabases';
import { builtInBoards } from '../boards';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('the inventory on %s', id => {
  let knex: Knex;
  let plugin: TestPlugin;

  const get = async (path: string, as = 'sam.okafor') =>
    plugin.call('get', path, { as });
  const post = async (path: string, body: object, as = 'sam.okafor') =>
    plugin.call('post', path, { as }).send(body);

  beforeAll(async () => {
    knex = await databases.init(id);
    plugin = await TestPlugin.start({
      knex,
      config: {
        inventory: {
          afterRequestsEvery: { milliseconds: 1 },
          licenseCosts: {
            currency: 'EUR',
            licenses: [{ name: 'Salesforce', perMonth: 165 }],
          },
        },
      },
    });
    // Nobody has called the org of the configuration: the schedule does.
    await plugin.runTask('salesforce-inventory-plan');
    const deadline = Date.now() + 30_000;
    for (;;) {
      const { body } = await get('/inventory/acme');
      const sync = body.lastSync ?? body.sync;
      if (sync?.state === 'succeeded') break;
      if (Date.now() > deadline || sync?.problem) {
        throw new Error(`The sync is ${sync?.state}: ${sync?.problem}`);
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }, 60_000);

  afterAll(() => plugin.stop());

  it('says what it knows and how it came by it', async () => {
    const { body } = await get('/inventory/acme');
    expect(body).toMatchObject({
      ready: true,
      lastSync: { state: 'succeeded', progress: 1 },
    });
    const users = body.objects.find(
      ({ object }: { object: string }) => object === 'User',
    );
    expect(users.rows).toBeGreaterThan(150);
    expect(body.lastSync.apiCalls).toBeLessThan(20);
  });

  it('pages through people in a stable order, each once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body, status } = await post('/inventory/acme/query', {
        object: 'User',
        fields: ['name', 'profile.license.name', 'assignments.count'],
        sort: { field: 'profile.name', descending: true },
        limit: 40,
        withTotal: true,
        cursor,
      });
      expect({ status, error: body.error }).toEqual({ status: 200 });
      seen.push(...body.items.map((item: { id: string }) => item.id));
      cursor = body.nextCursor;
      expect(new Set(seen).size).toBe(seen.length);
      expect(cursor ? body.total : seen.length).toBe(body.total);
    } while (cursor);
  });

  it('finds by words, filters by what is joined, and counts', async () => {
    const { body } = await post('/inventory/acme/query', {
      object: 'User',
      fields: ['name', 'person.displayName', 'state', 'cost'],
      search: 'walsh er',
    });
    expect(body.items).toEqual([
      expect.objectContaining({
        target: 'erin.walsh@acme.com',
        values: ['Erin Walsh', expect.anything(), 'active', 165],
      }),
    ]);
    const groups = await post('/inventory/acme/groups', {
      object: 'User',
      field: 'profile.license.name',
      sum: 'cost',
      filters: [{ field: 'isActive', operator: 'isTrue' }],
    });
    expect(groups.body.items[0]).toMatchObject({
      value: 'Salesforce',
      count: 122,
      sum: 122 * 165,
    });
  });

  it('finds nobody by signs alone, so that no request is about everybody', async () => {
    for (const search of ['😀', `"'`, '%', '_ *']) {
      const { body } = await post('/inventory/acme/query', {
        object: 'User',
        fields: ['name'],
        search,
        withTotal: true,
      });
      expect(body).toMatchObject({ items: [], total: 0 });
      const targets = await post('/boards/never-logged-in/targets', { search });
      expect(targets.body).toEqual({ users: [], truncated: false });
    }
    const { body: all } = await post('/inventory/acme/query', {
      object: 'User',
      search: '  ',
      withTotal: true,
    });
    expect(all.total).toBeGreaterThan(150);
  });

  it('knows records by ids of 15 letters, as reports give them out', async () => {
    const erin = plugin.org.org.store.findBy(
      'User',
      'Username',
      'erin.walsh@acme.com',
    )[0];
    const short = erin.Id.slice(0, 15);
    for (const path of [
      `records/User/${short}`,
      `users/${short}/access`,
      `users/${short}/compare/${short}`,
    ]) {
      expect((await get(`/inventory/acme/${path}`)).status).toBe(200);
    }
    for (const filter of [
      { field: 'id', operator: 'is', value: short },
      { field: 'id', operator: 'isOneOf', values: ['x', short] },
    ]) {
      const { body } = await post('/inventory/acme/query', {
        object: 'User',
        fields: ['username'],
        filters: [filter],
      });
      expect(
        body.items.map(({ values }: { values: string[] }) => values),
      ).toEqual([['erin.walsh@acme.com']]);
    }
    const { body: held } = await post('/inventory/acme/query', {
      object: 'User',
      filters: [
        {
          field: 'profileId',
          operator: 'is',
          value: String(erin.ProfileId).slice(0, 15),
        },
      ],
      withTotal: true,
    });
    expect(held.total).toBeGreaterThan(1);
  });

  it('names what it does not know', async () => {
    for (const body of [
      { object: 'Nothing' },
      { object: 'User', fields: ['nothing'] },
      { object: 'User', fields: ['name"; drop table x'] },
      {
        object: 'User',
        filters: [{ field: 'isActive', operator: 'contains' }],
      },
      { object: 'User', filters: [{ field: 'name' }] },
      { object: 'User', cursor: 'x' },
    ]) {
      const answer = await post('/inventory/acme/query', body);
      expect([answer.status, answer.body.error.code]).toEqual([
        400,
        'invalid_input',
      ]);
    }
    expect((await get('/inventory/nowhere')).body.error.code).toBe(
      'org_not_found',
    );
  });

  it('compares with letters of all languages, and with what is unknown', async () => {
    const found = async (object: string, filter: object) => {
      const { status, body } = await post('/inventory/acme/query', {
        object,
        fields: object === 'User' ? ['name'] : ['label'],
        filters: [filter],
        withTotal: true,
      });
      return status === 200 ? body.total : body.error.message;
    };
    const ofUsers = (filter: object) => found('User', filter);
    const name = { field: 'name' };
    const all = await post('/inventory/acme/query', {
      object: 'User',
      fields: ['name'],
      limit: 200,
    });
    const value = all.body.items
      .map(({ values }: { values: [string] }) => values[0])
      .find((each: string) => /^\p{Lu}/u.test(each) && each > '~');
    expect(value).toBeDefined();
    expect(await ofUsers({ ...name, operator: 'is', value })).toBe(1);
    expect(
      await ofUsers({ ...name, operator: 'isOneOf', values: [value] }),
    ).toBe(1);
    expect(await ofUsers({ ...name, operator: 'startsWith', value })).toBe(1);
    expect(await ofUsers({ ...name, operator: 'isNot', value })).toBe(
      (await ofUsers({ ...name, operator: 'isNotEmpty' })) - 1,
    );
    expect(
      await ofUsers({ ...name, operator: 'is', value: "SEÁN O'BRIEN" }),
    ).toBe(1);
    const manager = 'person.annotation:salesdesk.io/manager';
    expect(
      await ofUsers({ field: manager, operator: 'contains', value: 'PRIYA' }),
    ).toBe(1);

    const days = { field: 'daysSinceLogin' };
    expect(await ofUsers({ field: 'lastLoginAt', operator: 'isEmpty' })).toBe(
      (await ofUsers({ ...name, operator: 'isNotEmpty' })) -
        (await ofUsers({ ...days, operator: 'atMost', value: '100000' })),
    );
    expect(
      await ofUsers({ ...days, operator: 'lessThan', value: ' ' }),
    ).toMatch('is compared with a number');
    expect(
      await ofUsers({
        field: 'lastLoginAt',
        operator: 'olderThanDays',
        value: '1e20',
      }),
    ).toMatch('0 to 36525 days');

    const allowed = { field: 'permissions', operator: 'grantsAnyOf' };
    expect(await found('PermissionSet', { ...allowed, values: [] })).toBe(0);
    for (const [operator, total] of [
      ['isOneOf', 0],
      ['isNoneOf', await ofUsers({ ...name, operator: 'isNotEmpty' })],
    ]) {
      expect(await ofUsers({ ...name, operator, values: [] })).toBe(total);
    }
  });

  it('answers why somebody can delete accounts', async () => {
    const { body: who } = await get(
      '/inventory/acme/access?object=Account&operation=delete&limit=200',
    );
    expect(who.question).toBe('Who can delete Account?');
    expect(who.total).toBe(who.items.length);
    const sam = who.items.find(
      ({ user }: { user: { name: string } }) => user.name === 'Sam Okafor',
    );
    expect(sam.sources).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'profile',
          label: 'System Administrator',
        }),
      ]),
    );
    const { body: access } = await get(
      `/inventory/acme/users/${sam.user.id}/access?object=Account`,
    );
    expect(access.objects).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ object: 'Account', operation: 'delete' }),
      ]),
    );
    // everyone who can is found, and nobody who cannot
    const able = new Set(
      who.items.map(({ user }: { user: { id: string } }) => user.id),
    );
    const { access: model, schema, store } = plugin.org.org;
    const account = schema.get('Account');
    const truth = [...store.all('User')]
      .filter(
        user =>
          user.IsActive === true &&
          account !== undefined &&
          model.canDelete({ userId: user.Id, apiVersion: '63.0' }, account),
      )
      .map(({ Id }) => Id);
    expect([...able].sort()).toEqual(truth.sort());
  });

  it('guesses no names of objects, fields and permissions', async () => {
    const ask = async (question: string) => {
      const { status, body } = await get(`/inventory/acme/access?${question}`);
      return status === 200
        ? [body.total, body.question]
        : [status, body.error.message];
    };
    // whoever may modify all data would seem to be able to delete these
    expect(await ask('object=Acount&operation=delete')).toEqual([
      400,
      expect.stringMatching(/object 'Acount'.*Did you mean Account/),
    ]);
    expect(await ask('field=Account.Phnoe')).toEqual([
      400,
      expect.stringContaining('Account.Phone'),
    ]);
    expect(await ask('permission=%25')).toEqual([
      0,
      expect.stringContaining('grants a permission of that name'),
    ]);
    const [total, question] = await ask('permission=modifyalldata');
    expect(total).toBeGreaterThan(0);
    expect(question).toBe('Who holds the system permission modifyalldata?');
    expect((await ask('permission=PermissionsModifyAllData'))[0]).toBe(total);
    expect((await ask('object=account&operation=delete'))[1]).toBe(
      'Who can delete Account?',
    );
  });

  it('compares two people', async () => {
    const idOf = (username: string) =>
      plugin.org.org.store.findBy('User', 'Username', username)[0].Id;
    const { body } = await get(
      `/inventory/acme/users/${idOf('sam.okafor@acme.com')}/compare/${idOf(
        'erin.walsh@acme.com',
      )}`,
    );
    expect(body.onlyUser.system).toContain('ModifyAllData');
    expect(body.onlyOther.system).not.toContain('ModifyAllData');
  });

  it.each(builtInBoards.map(board => [board.id]))(
    'answers the built-in board %s',
    async boardId => {
      for (const part of ['rows', 'charts']) {
        const answer = await get(`/boards/${boardId}/${part}`);
        expect([answer.status, answer.body.error]).toEqual([200, undefined]);
      }
      const csv = await get(`/boards/${boardId}/csv`);
      expect(csv.status).toBe(200);
      const { body } = await get(`/boards/${boardId}/rows`);
      expect(csv.text.trim().split('\r\n')).toHaveLength(body.total + 1);
    },
  );

  it('keeps a board, shares it, and keeps it from others', async () => {
    const definition = {
      object: 'User',
      columns: ['name', 'person.annotation:salesdesk.io/manager'],
      filters: [
        {
          anyOf: [
            { field: 'profile.name', operator: 'is', value: 'Sales Manager' },
            { field: 'assignments.count', operator: 'moreThan', value: '3' },
          ],
        },
      ],
      charts: [{ title: 'By role', field: 'role.name' }],
    };
    const { body: board, status } = await post('/boards', {
      title: 'Managers',
      definition,
      sharedWith: ['user:default/tom.becker'],
    });
    expect({ status, error: board.error }).toEqual({ status: 201 });
    expect(await get(`/boards/${board.id}`, 'priya.raman')).toMatchObject({
      status: 404,
    });
    expect(await get(`/boards/${board.id}`, 'tom.becker')).toMatchObject({
      status: 200,
      body: { editable: false },
    });
    const rows = await get(`/boards/${board.id}/rows?sort=-name`);
    expect(rows.body.items.length).toBeGreaterThan(0);
    const targets = await post(`/boards/${board.id}/targets`, {
      ids: [rows.body.items[0].id],
    });
    expect(targets.body).toEqual({
      users: [rows.body.items[0].target],
      truncated: false,
    });
    const bad = await post('/boards', {
      title: 'Bad',
      definition: { ...definition, columns: ['nothing.at.all'] },
    });
    expect(bad.status).toBe(400);
    const put = (body: object) =>
      plugin
        .call('put', `/boards/${board.id}`, { as: 'sam.okafor' })
        .send(body);
    expect(
      (await put({ title: 'New', definition, expectedRevision: 1 })).body,
    ).toMatchObject({ title: 'New', revision: 2 });
    expect(
      (await put({ title: 'Old', definition, expectedRevision: 1 })).status,
    ).toBe(409);
    expect(
      (
        await plugin.call('delete', `/boards/${board.id}`, {
          as: 'sam.okafor',
        })
      ).status,
    ).toBe(204);
  });

  it('never keeps what is a token, or revokes one', async () => {
    const kept = JSON.stringify(
      await knex('salesforce_inventory_oauth_tokens').select('*'),
    );
    const tokens = [...plugin.org.org.store.all('OauthToken')];
    expect(tokens.length).toBeGreaterThan(0);
    for (const { AppName, DeleteToken, AccessToken } of tokens) {
      expect(kept).toContain(AppName);
      for (const secret of [DeleteToken, AccessToken]) {
        expect(secret && kept.includes(String(secret))).toBeFalsy();
      }
    }
  });

  it('shows what a request changed without waiting for the hour', async () => {
    const plan = () => plugin.runTask('salesforce-inventory-plan');
    const syncs = () =>
      knex('salesforce_inventory_syncs').orderBy('number').pluck('mode');
    const titleOf = async () => {
      const { body } = await post('/inventory/acme/query', {
        object: 'User',
        fields: ['title'],
        filters: [
          { field: 'username', operator: 'is', value: 'erin.walsh@acme.com' },
        ],
      });
      return body.items[0].values[0];
    };
    await plan();
    expect(await syncs()).toEqual(['full']);
    const { body: request } = await post('/requests', {
      action: 'salesforce_update_user',
      input: { users: ['erin.walsh@acme.com'], title: 'Head of boards' },
      reason: 'Promoted',
    });
    await plugin.until(request.id, 'succeeded');
    await plan();
    const deadline = Date.now() + 20_000;
    while ((await titleOf()) !== 'Head of boards' && Date.now() < deadline) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    expect(await titleOf()).toBe('Head of boards');
    expect(await syncs()).toEqual(['full', 'incremental']);
    // Nothing has changed since.
    await plan();
    expect(await syncs()).toHaveLength(2);
  });

  it('says by their names who got and lost what, and not by ids', async () => {
    const { dml, store } = plugin.org.org;
    const system = plugin.org.org.systemContext();
    const named = (object: string, field: string, name: string) =>
      store.findBy(object, field, name)[0];
    const ann = named('User', 'Username', 'ann.lee@acme.com');
    const set = named('PermissionSet', 'Label', 'Knowledge Editor');
    const desk = named('Group', 'Name', 'Deal Desk');
    const [member] = store
      .findBy('GroupMember', 'GroupId', desk.Id)
      .filter(({ UserOrGroupId }) => String(UserOrGroupId).startsWith('005'));
    const lost = store.get('User', String(member.UserOrGroupId));
    for (const held of store.findBy(
      'PermissionSetAssignment',
      'AssigneeId',
      ann.Id,
    )) {
      if (held.PermissionSetId === set.Id) {
        dml.delete(system, 'PermissionSetAssignment', held.Id);
      }
    }
    await syncInventory(plugin);
    dml.insert(system, 'PermissionSetAssignment', {
      AssigneeId: ann.Id,
      PermissionSetId: set.Id,
    });
    dml.delete(system, 'GroupMember', member.Id);
    dml.update(system, 'User', ann.Id, {
      ManagerId: named('User', 'Username', 'sam.okafor@acme.com').Id,
    });
    await syncInventory(plugin);
    const { body } = await get('/inventory/acme/changes?limit=50');
    const of = (object: string) =>
      body.items.find((change: { object: string }) => change.object === object);
    expect(of('PermissionSetAssignment')).toMatchObject({
      kind: 'added',
      label: 'Ann Lee · Knowledge Editor',
    });
    expect(of('GroupMember')).toMatchObject({
      kind: 'removed',
      label: `Deal Desk · ${lost?.Name}`,
    });
    expect(of('User').fields).toContainEqual(
      expect.objectContaining({ label: 'Manager', after: 'Sam Okafor' }),
    );
  });
});
