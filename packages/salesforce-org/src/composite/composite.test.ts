import { minimalUsers } from '../data/minimal/minimalData';
import type { SalesforceOrgServer } from '../SalesforceOrgServer';
import { startSalesforceOrg } from '../startSalesforceOrg';
import { TestCaller } from '../__testUtils__/TestCaller';

let server: SalesforceOrgServer;
let admin: TestCaller;

beforeAll(async () => {
  server = await startSalesforceOrg();
});
afterAll(async () => {
  await server.stop();
});
beforeEach(() => {
  server.reset();
  admin = new TestCaller({ server, username: minimalUsers.administrator });
});

const at = (path: string) => `/services/data/v63.0${path}`;

const accountRequest = {
  method: 'POST',
  url: at('/sobjects/Account'),
  referenceId: 'acc',
  body: { Name: 'Acme' },
};

const rolledBack = [
  {
    message:
      'The transaction was rolled back since another operation in the same transaction failed.',
    errorCode: 'PROCESSING_HALTED',
  },
];

describe('composite', () => {
  it('hands the answers of earlier calls to later ones', async () => {
    const { status, json } = await admin.post('/composite', {
      compositeRequest: [
        accountRequest,
        {
          method: 'POST',
          url: at('/sobjects/Contact'),
          referenceId: 'con',
          body: { LastName: 'Child', AccountId: '@{acc.id}' },
        },
        {
          method: 'GET',
          url: at(
            "/query?q=SELECT Id, LastName FROM Contact WHERE AccountId = '@{acc.id}'",
          ),
          referenceId: 'q',
        },
        {
          method: 'PATCH',
          url: at('/sobjects/Contact/@{q.records[0].Id}'),
          referenceId: 'upd',
          body: { FirstName: 'of @{q.records[0].LastName}' },
        },
      ],
    });
    expect(status).toBe(200);
    const [account, , query, update] = json.compositeResponse;
    expect(account).toEqual({
      body: { id: expect.any(String), success: true, errors: [] },
      httpHeaders: { Location: at(`/sobjects/Account/${account.body.id}`) },
      httpStatusCode: 201,
      referenceId: 'acc',
    });
    expect(update).toEqual({
      body: null,
      httpHeaders: {},
      httpStatusCode: 204,
      referenceId: 'upd',
    });
    const [contact] = server.org.store.all('Contact');
    expect(contact).toMatchObject({
      Id: query.body.records[0].Id,
      FirstName: 'of Child',
    });
  });

  it('halts what depends on a failure and goes on with the rest', async () => {
    const { json } = await admin.post('/composite', {
      compositeRequest: [
        { ...accountRequest, body: {} },
        {
          method: 'POST',
          url: at('/sobjects/Contact'),
          referenceId: 'con',
          body: { LastName: 'Child', AccountId: '@{acc.id}' },
        },
        { ...accountRequest, referenceId: 'other' },
      ],
    });
    expect(json.compositeResponse).toMatchObject([
      {
        httpStatusCode: 400,
        body: [{ errorCode: 'REQUIRED_FIELD_MISSING', fields: ['Name'] }],
      },
      {
        httpStatusCode: 400,
        body: [
          {
            errorCode: 'PROCESSING_HALTED',
            message:
              'Invalid reference specified. No value for acc.id found in acc',
          },
        ],
      },
      { httpStatusCode: 201 },
    ]);
  });

  it('undoes everything when all or none are wanted', async () => {
    const { status, json } = await admin.post('/composite', {
      allOrNone: true,
      compositeRequest: [
        accountRequest,
        {
          method: 'GET',
          url: at('/sobjects/Account/0015g00000ZZZZZ'),
          referenceId: 'bad',
        },
        { ...accountRequest, referenceId: 'never' },
      ],
    });
    expect(status).toBe(200);
    expect(json.compositeResponse).toMatchObject([
      { httpStatusCode: 400, body: rolledBack },
      { httpStatusCode: 404, body: [{ errorCode: 'NOT_FOUND' }] },
      { httpStatusCode: 400, body: rolledBack },
    ]);
    expect(server.org.store.count('Account')).toBe(0);
    expect(server.journal.entries().map(({ kind }) => kind)).not.toContain(
      'insert',
    );
  });

  it('takes 25 calls, five of them heavy, under names that differ', async () => {
    const read = (index: number, url: string) => ({
      method: 'GET',
      url: at(url),
      referenceId: `r${index}`,
    });
    const post = (count: number, url: string) =>
      admin.post('/composite', {
        compositeRequest: Array.from({ length: count }, (_, index) =>
          read(index, url),
        ),
      });
    expect((await post(25, '/limits')).json.compositeResponse).toHaveLength(25);
    expect((await post(26, '/limits')).status).toBe(400);
    const query = '/query?q=SELECT Id FROM User LIMIT 1';
    expect((await post(5, query)).status).toBe(200);
    expect((await post(6, query)).status).toBe(400);
    const twins = await admin.post('/composite', {
      compositeRequest: [accountRequest, accountRequest],
    });
    expect(twins.status).toBe(400);
    expect(server.org.store.count('Account')).toBe(0);
  });

  it('reads bodies that are nested without end no further', async () => {
    const nested = `${'['.repeat(2_000)}${']'.repeat(2_000)}`;
    const body = JSON.stringify({
      compositeRequest: [{ ...accountRequest, body: { Name: '@' } }],
    }).replace('"@"', nested);
    expect(await admin.post('/composite', body)).toMatchObject({
      status: 400,
      json: [{ errorCode: 'JSON_PARSER_ERROR' }],
    });
  });

  it('costs one API call', async () => {
    const before = server.wire.apiUsage.used;
    await admin.post('/composite', { compositeRequest: [accountRequest] });
    expect(server.wire.apiUsage.used).toBe(before + 1);
  });
});

describe('graphs', () => {
  it('stand or fall one by one', async () => {
    const { json } = await admin.post('/composite/graph', {
      graphs: [
        { graphId: 'good', compositeRequest: [accountRequest] },
        {
          graphId: 'bad',
          compositeRequest: [
            accountRequest,
            { ...accountRequest, referenceId: 'b', body: {} },
          ],
        },
      ],
    });
    expect(json.graphs).toMatchObject([
      {
        graphId: 'good',
        isSuccessful: true,
        graphResponse: { compositeResponse: [{ httpStatusCode: 201 }] },
      },
      {
        graphId: 'bad',
        isSuccessful: false,
        graphResponse: {
          compositeResponse: [
            { httpStatusCode: 400, body: rolledBack },
            { body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] },
          ],
        },
      },
    ]);
    expect(server.org.store.count('Account')).toBe(1);
  });

  it('have 500 nodes and 15 levels at most', async () => {
    const nodes = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...accountRequest,
        referenceId: `n${index}`,
      }));
    const chain = (length: number) =>
      Array.from({ length }, (_, index) => ({
        ...accountRequest,
        referenceId: `n${index}`,
        body: {
          Name: 'A',
          ...(index > 0 ? { ParentId: `@{n${index - 1}.id}` } : {}),
        },
      }));
    const post = async (compositeRequest: object[]) =>
      (
        await admin.post('/composite/graph', {
          graphs: [{ graphId: '1', compositeRequest }],
        })
      ).status;
    expect(await post(nodes(500))).toBe(200);
    expect(await post(nodes(501))).toBe(400);
    expect(await post(chain(15))).toBe(200);
    expect(await post(chain(16))).toBe(400);
  });
});

describe('batches', () => {
  it('run independent calls with short URLs', async () => {
    const { json } = await admin.post('/composite/batch', {
      batchRequests: [
        {
          method: 'POST',
          url: 'v63.0/sobjects/Account',
          richInput: { Name: 'Acme' },
        },
        { method: 'GET', url: '/services/data/v63.0/sobjects/Nothing' },
        { method: 'GET', url: 'v30.0/limits' },
      ],
    });
    expect(json).toEqual({
      hasErrors: true,
      results: [
        { statusCode: 201, result: expect.objectContaining({ success: true }) },
        {
          statusCode: 404,
          result: [expect.objectContaining({ errorCode: 'NOT_FOUND' })],
        },
        {
          statusCode: 410,
          result: [
            expect.objectContaining({ errorCode: 'UNSUPPORTED_API_VERSION' }),
          ],
        },
      ],
    });
  });

  it('show nothing as null, and halt when asked to', async () => {
    const created = await admin.post('/sobjects/Account', { Name: 'Acme' });
    const { json } = await admin.post('/composite/batch', {
      haltOnError: true,
      batchRequests: [
        {
          method: 'DELETE',
          url: `v63.0/sobjects/Account/${created.json.id}`,
        },
        { method: 'GET', url: 'v63.0/nothing' },
        { method: 'GET', url: 'v63.0/limits' },
      ],
    });
    expect(json.results[0]).toEqual({ statusCode: 204, result: null });
    expect(json.results[2]).toMatchObject({
      statusCode: 412,
      result: [{ errorCode: 'BATCH_PROCESSING_HALTED' }],
    });
  });
});

describe('trees', () => {
  const tree = (contact: object) => ({
    records: [
      {
        attributes: { type: 'Account', referenceId: 'a1' },
        Name: 'Acme',
        Contacts: {
          records: [
            { attributes: { type: 'Contact', referenceId: 'c1' }, ...contact },
          ],
        },
      },
    ],
  });

  it('create parents and children at once', async () => {
    const { status, json } = await admin.post(
      '/composite/tree/Account',
      tree({ LastName: 'Child' }),
    );
    expect(status).toBe(201);
    expect(json).toEqual({
      hasErrors: false,
      results: [
        { referenceId: 'a1', id: expect.stringMatching(/^001/) },
        { referenceId: 'c1', id: expect.stringMatching(/^003/) },
      ],
    });
    const [contact] = server.org.store.all('Contact');
    expect(contact.AccountId).toBe(json.results[0].id);
  });

  it('create nothing when one record is refused', async () => {
    const { status, json } = await admin.post(
      '/composite/tree/Account',
      tree({ LastName: 'Child', Email: 'not an email' }),
    );
    expect(status).toBe(400);
    expect(json).toEqual({
      hasErrors: true,
      results: [
        {
          referenceId: 'c1',
          errors: [
            {
              statusCode: 'INVALID_EMAIL_ADDRESS',
              message: 'Email: invalid email address: not an email',
              fields: ['Email'],
            },
          ],
        },
      ],
    });
    expect(server.org.store.count('Account')).toBe(0);
  });

  it.each([
    ['a name twice', { type: 'Contact', referenceId: 'a1' }, 'a1'],
    ['another type', { type: 'Lead', referenceId: 'c1' }, 'c1'],
  ])('refuse %s', async (_, attributes, referenceId) => {
    const { status, json } = await admin.post(
      '/composite/tree/Account',
      tree({ attributes, LastName: 'Child' }),
    );
    expect(status).toBe(400);
    expect(json).toEqual({
      hasErrors: true,
      results: [
        {
          referenceId,
          errors: [expect.objectContaining({ statusCode: 'INVALID_INPUT' })],
        },
      ],
    });
    expect(server.org.store.count('Account')).toBe(0);
  });
});
