import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import { TestPlugin } from '../__testUtils__/startTestPlugin';

const allow: DefinitivePolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: DefinitivePolicyDecision = { result: AuthorizeResult.DENY };

/** Sam reads everything, the others their own data. */
const onlySamReadsAll: Partial<PermissionsService> = {
  authorizeConditional: async (queries, options) =>
    queries.map(({ permission }) => {
      const isSam = JSON.stringify(options?.credentials ?? {}).includes('sam.');
      return permission.name === 'salesforce.action.read' && !isSam
        ? deny
        : allow;
    }),
  authorize: async queries => queries.map(() => allow),
};

let plugin: TestPlugin;

beforeAll(async () => {
  plugin = await TestPlugin.start({ permissions: onlySamReadsAll });
}, 60_000);

afterAll(() => plugin.stop());

const sam = { as: 'sam.okafor' };

function linesOf(text: string) {
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
}

describe('the data of an org', () => {
  it('is described as far as one may see it', async () => {
    const all = await plugin.call('get', '/data/objects', sam);
    const own = await plugin.call('get', '/data/objects');
    const namesIn = (answer: typeof all) =>
      answer.body.items.map(({ name }: { name: string }) => name);
    expect(namesIn(all)).toContain('Subscription__c');
    expect(namesIn(own)).toContain('Account');
    expect(namesIn(own).length).toBeLessThan(namesIn(all).length);

    const account = await plugin.call('get', '/data/objects/account');
    expect(account.body).toMatchObject({
      name: 'Account',
      keyPrefix: '001',
      fields: expect.arrayContaining([
        expect.objectContaining({ name: 'Name', required: true }),
        expect.objectContaining({ name: 'OwnerId', relationshipName: 'Owner' }),
      ]),
      childRelationships: expect.arrayContaining([
        { name: 'Contacts', object: 'Contact', field: 'AccountId' },
      ]),
    });
    expect(await plugin.call('get', '/data/objects/Nothing__c')).toMatchObject({
      status: 404,
    });
  });

  it('streams rows line by line, of one’s own or of everybody', async () => {
    const query = 'SELECT Id, Name, Owner.Name FROM Account';
    const everything = await plugin
      .call('post', '/data/query', sam)
      .send({ query });
    expect(everything.headers['content-type']).toMatch('application/x-ndjson');
    const [start, rows, end] = linesOf(everything.text);
    expect(start).toMatchObject({
      kind: 'start',
      object: 'Account',
      recordUrl: `${plugin.org.url}/lightning/r/Account/{id}/view`,
      columns: [{ name: 'Id' }, { name: 'Name' }, { name: 'Owner.Name' }],
    });
    expect(rows.rows).toHaveLength(start.total);
    expect(end).toMatchObject({ kind: 'end', complete: true });

    const own = linesOf(
      (await plugin.call('post', '/data/query').send({ query })).text,
    );
    expect(own[0]).toMatchObject({
      total: 9,
      restrictedTo: 'records that you own',
    });
    expect(own[0].query).toContain('OwnerId');
    const cut = linesOf(
      (
        await plugin
          .call('post', '/data/query', sam)
          .send({ query, maximum: 10 })
      ).text,
    );
    expect(cut.at(-1)).toMatchObject({ count: 10, complete: false });
    expect(
      await plugin.call('post', '/data/query').send({ query: 'DELETE' }),
    ).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_query' } },
    });
  });

  it('exports CSV, large ones by a bulk job that is tidied away', async () => {
    plugin.org.org.store.load(
      'Product2',
      Array.from({ length: 10_500 }, (_, i) => ({
        Name: `Exported "${i}"`,
        ProductCode: i % 2 ? `C,${i}` : null,
      })),
    );
    const large = await plugin
      .call('post', '/data/export', sam)
      .send({
        query:
          "SELECT Name, ProductCode FROM Product2 WHERE Name LIKE 'Exported%'",
      })
      .buffer(true);
    expect(large.headers['content-type']).toMatch('text/csv');
    const lines = large.text.trim().split('\n');
    expect(lines).toHaveLength(10_501);
    expect(lines[0]).toBe('"Name","ProductCode"');
    expect(lines[1]).toBe('"Exported ""0""",""');
    expect(lines[2]).toBe('"Exported ""1""","C,1"');
    const calls = plugin.org.requestLog
      .entries()
      .map(({ method, url }) => `${method} ${url}`);
    expect(calls).toContainEqual(
      expect.stringMatching(/^POST .*\/jobs\/query$/),
    );
    expect(calls).toContainEqual(
      expect.stringMatching(/^DELETE .*\/jobs\/query\//),
    );

    const own = await plugin
      .call('post', '/data/export')
      .send({ query: 'SELECT Name, Owner.Name FROM Account ORDER BY Name' })
      .buffer(true);
    const ownLines = own.text.trim().split('\n');
    expect(ownLines[0]).toBe('"Name","Owner.Name"');
    expect(ownLines).toHaveLength(10);
    expect(ownLines[1]).toMatch(/"Erin Walsh"$/);
  }, 20_000);

  it('shows a record with what belongs to it, if one may see it', async () => {
    const { store } = plugin.org.org;
    const [acme] = store.findBy('Account', 'Name', 'Acme Industries');
    const page = await plugin.call(
      'get',
      `/data/objects/Account/records/${acme.Id}`,
    );
    expect(page.body).toMatchObject({
      object: 'Account',
      title: 'Acme Industries',
      url: `${plugin.org.url}/lightning/r/Account/${acme.Id}/view`,
      fields: expect.arrayContaining([
        expect.objectContaining({
          name: 'OwnerId',
          shown: 'Erin Walsh',
          object: 'User',
        }),
      ]),
      related: expect.arrayContaining([
        expect.objectContaining({ relationship: 'Assets', total: 7 }),
      ]),
    });
    const [marco] = store.findBy('User', 'Username', 'marco@acme.com');
    const [hidden] = store
      .findBy('Opportunity', 'OwnerId', marco.Id)
      .map(({ Id }) => Id);
    expect(
      await plugin.call('get', `/data/objects/Opportunity/records/${hidden}`),
    ).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
    expect(
      await plugin.call(
        'get',
        `/data/objects/Opportunity/records/${hidden}`,
        sam,
      ),
    ).toMatchObject({ status: 200 });
  });

  it('keeps queries for oneself, or for others to run as themselves', async () => {
    const saved = await plugin
      .call('post', '/data/saved-queries')
      .send({ title: 'Mine', query: 'SELECT Id FROM Account' });
    expect(saved).toMatchObject({
      status: 201,
      body: { org: 'acme', ownedByMe: true, shared: false },
    });
    const path = `/data/saved-queries/${saved.body.id}`;
    const seenBySam = async () =>
      (await plugin.call('get', '/data/saved-queries', sam)).body.items;
    expect(await seenBySam()).toEqual([]);
    await plugin.call('put', path).send({
      title: 'Ours',
      query: 'SELECT Id FROM Account',
      shared: true,
    });
    expect(await seenBySam()).toMatchObject([
      { title: 'Ours', ownedByMe: false },
    ]);
    expect(await plugin.call('delete', path, sam)).toMatchObject({
      status: 404,
    });
    expect(await plugin.call('delete', path)).toMatchObject({ status: 204 });
    expect(await seenBySam()).toEqual([]);
  });

  it('records who read what', async () => {
    const entries = await plugin.call('get', '/audit/entries', sam);
    expect(entries.body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'action.read',
          summary: 'Exported 10500 rows as CSV',
        }),
      ]),
    );
  });
});
