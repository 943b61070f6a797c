import type { ActionContext } from '@salesdesk/backstage-plugin-salesforce-node';
import type { SalesforceOrgServer } from '@salesdesk/salesforce-org';
import { testContext, testContexts } from '../__testUtils__/testContext';
import {
  startTestOrg,
  stopTestOrgs,
  testGateway,
} from '../__testUtils__/testOrg';
import { queryUsers } from './queryUsers';
import { readAccount } from './readAccount';
import { runSoql } from './runSoql';

let server: SalesforceOrgServer;
let gateway: ReturnType<typeof testGateway>;

beforeAll(async () => {
  server = await startTestOrg();
  gateway = testGateway(server);
}, 60_000);

afterAll(stopTestOrgs);

beforeEach(() => server.requestLog.clear());

async function contextOf(): Promise<ActionContext> {
  return testContext(server, { gateway });
}

async function soqlAnswer(query: string, cursor?: string) {
  return runSoql.run({
    input: runSoql.input.parse({ query }),
    context: await contextOf(),
    cursor,
  });
}

/** What the first row holds when it has travelled as JSON. */
function keysOf(answer: { rows?: Array<Record<string, unknown>> }): string[] {
  return Object.keys(JSON.parse(JSON.stringify(answer.rows?.[0] ?? {})));
}

describe('running SOQL', () => {
  it('answers with rows as they are, labelled columns and links', async () => {
    const answer = await soqlAnswer(
      "select id, name, owner.name, Owner.Manager.Email, ARR__c, (SELECT Name FROM Assets) FROM account WHERE Name = 'Acme Industries'",
    );
    expect(answer.columns).toEqual([
      { name: 'Id', label: 'Account ID', type: 'id' },
      { name: 'Name', label: 'Account Name', type: 'string' },
      { name: 'Owner.Name', label: 'Owner', type: 'string' },
      {
        name: 'Owner.Manager.Email',
        label: 'Owner Manager Email',
        type: 'email',
      },
      { name: 'ARR__c', label: 'ARR', type: 'currency' },
      { name: 'Assets', label: 'Assets', type: 'records' },
    ]);
    expect(answer.rows).toEqual([
      expect.objectContaining({
        Name: 'Acme Industries',
        Owner: {
          Name: 'Erin Walsh',
          Manager: { Email: 'priya.raman@acme.com' },
        },
        Assets: expect.objectContaining({ totalSize: 7 }),
      }),
    ]);
    expect(answer.linkTemplate).toBe(
      `${server.url}/lightning/r/Account/{Id}/view`,
    );
  });

  it('links rows into Salesforce where the query does not ask for their ids', async () => {
    const answer = await soqlAnswer(
      "SELECT Name, Industry FROM Account WHERE BillingCountry = 'Germany' LIMIT 2",
    );
    expect(answer.columns?.map(({ name }) => name)).toEqual([
      'Name',
      'Industry',
    ]);
    expect(answer.rows?.[0]).toHaveProperty('Id');
    expect(answer.linkTemplate).toBe(
      `${server.url}/lightning/r/Account/{Id}/view`,
    );
    expect(answer.query).not.toContain('Id');
  });

  it('names the columns of groups as the rows do', async () => {
    const answer = await soqlAnswer(
      'SELECT StageName, COUNT(Id) number, SUM(Amount) FROM Opportunity GROUP BY StageName ORDER BY COUNT(Id) DESC',
    );
    expect(answer.columns?.map(({ name }) => name)).toEqual([
      'StageName',
      'number',
      'expr0',
    ]);
    expect(keysOf(answer)).toEqual(answer.columns?.map(({ name }) => name));
    const counted = await soqlAnswer('SELECT COUNT() FROM User');
    expect(counted.columns?.map(({ name }) => name)).toEqual(['count']);
    expect(counted.rows).toEqual([{ count: expect.any(Number) }]);
    const whole = await soqlAnswer('SELECT FIELDS(ALL) FROM Asset LIMIT 1');
    expect(whole.columns?.map(({ name }) => name)).toEqual(keysOf(whole));
  });

  it('pages by cursors that work for one person in one org', async () => {
    server.org.store.load(
      'Product2',
      Array.from({ length: 2500 }, (_, i) => ({ Name: `Paged ${i}` })),
    );
    const query = "SELECT Id, Name FROM Product2 WHERE Name LIKE 'Paged%'";
    const contexts = testContexts(server, { gateway });
    const open = (name: string) =>
      contexts.open({ orgId: 'acme', requesterRef: `user:default/${name}` });
    const first = await runSoql.run({
      input: { query },
      context: await open('sam.okafor'),
    });
    expect([first.rows?.length, first.total]).toEqual([2000, 2500]);
    expect(first.nextCursor).not.toContain('query');
    const cursor = first.nextCursor ?? '';
    const second = await runSoql.run({
      input: { query },
      context: await open('sam.okafor'),
      cursor,
    });
    expect(second.rows).toHaveLength(500);
    expect(second.nextCursor).toBeUndefined();
    for (const forged of [
      cursor,
      `${cursor}x`,
      '/services/data/v63.0/query/01g-2000',
    ]) {
      await expect(
        runSoql.run({
          input: { query },
          context: await open(forged === cursor ? 'erin.walsh' : 'sam.okafor'),
          cursor: forged,
        }),
      ).rejects.toMatchObject({ name: 'InputError' });
    }
    await expect(
      queryUsers.run({
        input: queryUsers.input.parse({}),
        context: await open('sam.okafor'),
        cursor,
      }),
    ).rejects.toMatchObject({ name: 'InputError' });
  });

  it.each([
    ['a token', 'SELECT Id, AccessToken FROM OauthToken'],
    ['a token in any casing', 'SELECT id, deletetoken FROM oauthtoken'],
    ['a token by an alias', 'SELECT t.RequestToken FROM OauthToken t'],
    [
      'a token by the name of the object',
      'SELECT OauthToken.AccessToken FROM OauthToken',
    ],
    [
      'a filter on a token',
      "SELECT AppName FROM OauthToken WHERE AccessToken LIKE 'a%'",
    ],
    [
      'an order by a token',
      'SELECT AppName FROM OauthToken ORDER BY DeleteToken',
    ],
    [
      'a group by a token',
      'SELECT COUNT(Id) FROM OauthToken GROUP BY AccessToken',
    ],
    ['an aggregate of a token', 'SELECT MAX(AccessToken) FROM OauthToken'],
    [
      'a group filtered by a token',
      "SELECT AppName FROM OauthToken GROUP BY AppName HAVING MAX(AccessToken) > 'a'",
    ],
    [
      'a token in a semi-join',
      "SELECT Id FROM User WHERE Id IN (SELECT UserId FROM OauthToken WHERE DeleteToken > 'a')",
    ],
    [
      'a token in a child query',
      'SELECT Id, (SELECT AccessToken FROM OauthTokens) FROM User',
    ],
    ['a function of a token', 'SELECT toLabel(AccessToken) FROM OauthToken'],
    [
      'a token in a TYPEOF',
      'SELECT TYPEOF Owner WHEN User THEN Password__c ELSE Name END FROM Account',
    ],
    [
      'all fields of what holds tokens',
      'SELECT FIELDS(ALL) FROM OauthToken LIMIT 1',
    ],
    ['a field called like a secret', 'SELECT Id, Api_Secret__c FROM Account'],
    [
      'a secret behind a relationship',
      'SELECT Id, Owner.Password__c FROM Account',
    ],
    ['locking rows', 'SELECT Id FROM Account FOR UPDATE'],
    ['marking rows as viewed', 'SELECT Id FROM Account FOR VIEW'],
    ['counting views', 'SELECT Title FROM FAQ__kav UPDATE VIEWSTAT'],
    ['two statements', 'SELECT Id FROM User; DELETE FROM User'],
    ['a comment', 'SELECT Id FROM User -- everyone'],
    ['a statement that writes', "UPDATE User SET Name = 'x'"],
    [
      'what is true of every row',
      "SELECT Id FROM User WHERE Name = '' OR '1'='1'",
    ],
  ])('refuses %s before a row is read', async (_, query) => {
    await expect(soqlAnswer(query)).rejects.toMatchObject({
      name: 'InputError',
      code: 'invalid_query',
    });
    expect(
      server.requestLog.entries().filter(({ url }) => url.includes('query')),
    ).toEqual([]);
  });

  it('refuses fields that Salesforce keeps encrypted', async () => {
    server.org.addSchema({
      objects: [
        {
          name: 'Vault__c',
          fields: [
            {
              name: 'Pin__c',
              label: 'Pin',
              type: 'encryptedstring',
              length: 10,
            },
          ],
        },
      ],
    });
    await expect(
      runSoql.run({
        input: { query: 'SELECT Pin__c FROM Vault__c' },
        context: await testContext(server),
      }),
    ).rejects.toMatchObject({ message: expect.stringContaining('Pin__c') });
  });

  it('reads what only sounds like a secret', async () => {
    await expect(
      soqlAnswer(
        'SELECT Id, LastPasswordChangeDate, NumberOfFailedLogins FROM User LIMIT 1',
      ),
    ).resolves.toMatchObject({ total: 1 });
    await expect(
      soqlAnswer('SELECT Id, AppName, UseCount, LastUsedDate FROM OauthToken'),
    ).resolves.toBeDefined();
  });

  it('passes on what Salesforce says of a wrong query', async () => {
    await expect(
      soqlAnswer('SELECT Id, NoSuchField__c FROM Account'),
    ).rejects.toMatchObject({
      code: 'invalid_query',
      details: expect.stringContaining("No such column 'NoSuchField__c'"),
    });
    await expect(
      soqlAnswer('SELECT Id FROM NoSuchThing__c'),
    ).rejects.toMatchObject({
      code: 'invalid_query',
    });
  });
});

describe('finding users', () => {
  const find = async (input: unknown) =>
    queryUsers.run({
      input: queryUsers.input.parse(input),
      context: await contextOf(),
    });

  it('lists who has a profile, with e-mail address and last login', async () => {
    const answer = await find({ profile: 'system administrator' });
    expect(answer.rows?.map(row => row.Name)).toEqual([
      'Noor Haddad',
      'Sam Okafor',
      'Viktor Lindqvist',
    ]);
    expect(answer.rows?.[1]).toMatchObject({
      Email: 'sam.okafor@acme.com',
      License: 'Salesforce',
      LastLoginDate: expect.any(String),
    });
  });

  it('says of inactive users that they hold no licence, and what does free something', async () => {
    const answer = await find({
      status: 'inactive',
      lastLoginBefore: '2025-01-01',
      neverLoggedIn: false,
    });
    expect(answer.total).toBe(11);
    expect(answer.rows?.every(row => row.License === null)).toBe(true);
    expect(answer.notes?.[0]).toBe(
      'Inactive users hold no user licence: there is none to take away',
    );
  });

  it('finds by words, role, and being frozen', async () => {
    const marco = server.org.store.findBy(
      'User',
      'Username',
      'marco@acme.com',
    )[0];
    const [login] = server.org.store.findBy('UserLogin', 'UserId', marco.Id);
    server.org.dml.update(server.org.systemContext(), 'UserLogin', login.Id, {
      IsFrozen: true,
    });
    const frozen = (await find({ status: 'frozen' })).rows ?? [];
    expect(frozen.map(({ Name }) => Name)).toContain('Marco Bianchi');
    expect(frozen.every(({ Status }) => Status === 'frozen')).toBe(true);
    const alex = await find({ search: 'alex kim' });
    expect(alex.rows?.map(row => row.Name)).toEqual([
      'Alex Kim',
      'Alex Kimura',
    ]);
    expect(
      (await find({ role: 'RevOps', status: 'all' })).total,
    ).toBeGreaterThan(0);
    expect((await find({ search: "%' OR '" })).rows).toEqual([]);
  });
});

describe('reading an account', () => {
  const read = async (input: unknown) =>
    readAccount.run({
      input: readAccount.input.parse(input),
      context: await contextOf(),
    });

  it('shows address, owner and all assets, custom fields included', async () => {
    const answer = await read({ account: 'acme industries' });
    expect(answer.record).toMatchObject({
      Name: 'Acme Industries',
      BillingCity: expect.any(String),
      Owner: { Name: 'Erin Walsh' },
      Assets: expect.arrayContaining([
        expect.objectContaining({ Name: expect.any(String) }),
      ]),
    });
    expect(answer.notes).toEqual(['It has 7 assets']);
    expect(answer.columns?.map(({ name }) => name)).toContain('ARR__c');
    expect(Object.keys(answer.links ?? {}).length).toBeGreaterThanOrEqual(9);
  });

  it('shows the fields that were asked for, by label too', async () => {
    const answer = await read({
      account: 'Acme Industries',
      fields: ['ARR', 'owner.email', 'Parent.Industry'],
      assets: false,
    });
    expect(answer.columns?.map(({ name, label }) => [name, label])).toEqual([
      ['ARR__c', 'ARR'],
      ['Owner.Email', 'Owner Email'],
      ['Parent.Industry', expect.stringContaining('Industry')],
    ]);
    await expect(
      read({
        account: 'Acme Industries',
        fields: ['Nonsense', 'Owner.Password__c'],
      }),
    ).rejects.toMatchObject({
      fields: [{ path: 'fields.0' }, { path: 'fields.1' }],
    });
  });

  it('asks which of several, and never guesses', async () => {
    await expect(read({ account: 'Energy' })).rejects.toMatchObject({
      fields: [
        {
          path: 'account',
          code: 'ambiguous_name',
          candidates: expect.arrayContaining([
            expect.objectContaining({ value: expect.stringMatching(/^001/) }),
          ]),
        },
      ],
    });
    await expect(read({ account: 'No such company' })).rejects.toMatchObject({
      fields: [{ code: 'unknown_name' }],
    });
  });

  it('finds one by its id, 15 or 18 characters, and by a part of its name', async () => {
    const { record } = await read({ account: 'Acme Industries' });
    const id = String(record?.Id);
    for (const account of [id, id.slice(0, 15)]) {
      expect((await read({ account })).title).toBe('Acme Industries');
    }
    const names = [...server.org.store.all('Account')].map(row =>
      String(row.Name),
    );
    const name = names.find(
      one =>
        names.filter(other => other.includes(one.slice(1, -1))).length === 1,
    );
    expect((await read({ account: name?.slice(1, -1) })).title).toBe(name);
  });
});
