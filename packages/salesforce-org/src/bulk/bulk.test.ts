import { minimalUsers } from '../data/minimal/minimalData';
import type { SalesforceOrgServer } from '../SalesforceOrgServer';
import { startSalesforceOrg } from '../startSalesforceOrg';
import { TestCaller } from '../__testUtils__/TestCaller';

const { administrator, integration } = minimalUsers;

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
  admin = new TestCaller({ server, username: administrator });
});

async function open(fields: object): Promise<string> {
  const { status, json } = await admin.post('/jobs/ingest', {
    object: 'Account',
    operation: 'insert',
    ...fields,
  });
  expect({ status, json }).toMatchObject({ status: 200 });
  return json.id;
}

const upload = (id: string, csv: string) =>
  admin.call('PUT', `/jobs/ingest/${id}/batches`, csv, {
    'content-type': 'text/csv',
  });
const close = (id: string) =>
  admin.patch(`/jobs/ingest/${id}`, { state: 'UploadComplete' });
const job = async (id: string) => (await admin.get(`/jobs/ingest/${id}`)).json;
const csv = async (id: string, name: string) =>
  (await admin.get(`/jobs/ingest/${id}/${name}`)).text;

async function run(fields: object, data: string): Promise<string> {
  const id = await open(fields);
  expect(await upload(id, data)).toMatchObject({ status: 201, text: '' });
  await close(id);
  return id;
}

describe('ingest jobs', () => {
  it('say everything about themselves', async () => {
    const { json } = await admin.post('/jobs/ingest', {
      object: 'account',
      operation: 'insert',
    });
    expect(json).toMatchObject({
      id: expect.stringMatching(/^750\w{15}$/),
      object: 'Account',
      operation: 'insert',
      state: 'Open',
      concurrencyMode: 'Parallel',
      contentType: 'CSV',
      apiVersion: 63,
      contentUrl: `services/data/v63.0/jobs/ingest/${json.id}/batches`,
      lineEnding: 'LF',
      columnDelimiter: 'COMMA',
      jobType: 'V2Ingest',
    });
  });

  it('insert rows and report those that failed', async () => {
    const id = await run({}, 'Name,Industry\n"Acme, Inc",Energy\n,Retail\n');
    expect(await job(id)).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 2,
      numberRecordsFailed: 1,
    });
    const [account] = server.org.store.all('Account');
    expect(account).toMatchObject({ Name: 'Acme, Inc', Industry: 'Energy' });
    expect(await csv(id, 'successfulResults')).toBe(
      `"sf__Id","sf__Created","Name","Industry"\n"${account.Id}","true","Acme, Inc","Energy"\n`,
    );
    expect(await csv(id, 'failedResults')).toBe(
      '"sf__Id","sf__Error","Name","Industry"\n"","REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name--","","Retail"\n',
    );
    expect(await csv(id, 'unprocessedrecords')).toBe('"Name","Industry"\n');
  });

  it('update: empty leaves a value, #N/A takes it away', async () => {
    const { json } = await admin.post('/sobjects/Account', {
      Name: 'Acme',
      Industry: 'Energy',
      NumberOfEmployees: 5,
    });
    await job(
      await run(
        { operation: 'update' },
        `Id,Name,Industry,NumberOfEmployees\n${json.id},,#N/A,12\n`,
      ),
    );
    const { json: account } = await admin.get(`/sobjects/Account/${json.id}`);
    expect(account).toMatchObject({
      Name: 'Acme',
      Industry: null,
      NumberOfEmployees: 12,
    });
  });

  it('upsert by an external id, with parents by theirs', async () => {
    server.org.addSchema({
      name: 'Account',
      fields: [
        { name: 'Key__c', type: 'string', length: 20, externalId: true },
      ],
    });
    const upsert = async (data: string) => {
      const id = await run(
        { operation: 'upsert', externalIdFieldName: 'Key__c' },
        data,
      );
      await job(id);
      return csv(id, 'successfulResults');
    };
    expect(await upsert('Key__c,Name\nk1,One\n')).toContain('"true","k1"');
    expect(
      await upsert('Key__c,Name,Parent.Key__c\nk1,Uno,\nk2,Two,k1\n'),
    ).toMatch(/"false","k1","Uno".*\n.*"true","k2","Two","k1"/);
    const { json } = await admin.query(
      'SELECT Name, Parent.Name FROM Account ORDER BY Name',
    );
    expect(json.records).toMatchObject([
      { Name: 'Two', Parent: { Name: 'Uno' } },
      { Name: 'Uno', Parent: null },
    ]);
    expect(
      await admin.post('/jobs/ingest', {
        object: 'Account',
        operation: 'upsert',
      }),
    ).toMatchObject({ status: 400, json: [{ errorCode: 'INVALIDJOB' }] });
  });

  it('delete into the recycle bin, or for good', async () => {
    const create = async () =>
      (await admin.post('/sobjects/Account', { Name: 'A' })).json.id;
    const [soft, hard] = [await create(), await create()];
    await job(await run({ operation: 'delete' }, `Id\n${soft}\n`));
    expect(server.org.store.get('Account', soft)?.IsDeleted).toBe(true);
    const { access } = server.org;
    jest
      .spyOn(access, 'hasSystemPermission')
      .mockImplementation(
        (_, permission) => permission !== 'BulkApiHardDelete',
      );
    expect(
      await admin.post('/jobs/ingest', {
        object: 'Account',
        operation: 'hardDelete',
      }),
    ).toMatchObject({
      status: 400,
      json: [{ errorCode: 'FEATURENOTENABLED' }],
    });
    jest.mocked(access.hasSystemPermission).mockReturnValue(true);
    await job(await run({ operation: 'hardDelete' }, `Id\n${hard}\n`));
    jest.restoreAllMocks();
    expect(server.org.store.get('Account', hard)).toBeUndefined();
  });

  it('work on users and permission set assignments as well', async () => {
    const [user] = server.org.store.findBy('User', 'Username', integration);
    await job(
      await run(
        { object: 'User', operation: 'update' },
        `Id,IsActive\n${user.Id},false\n`,
      ),
    );
    expect(server.org.store.get('User', user.Id)?.IsActive).toBe(false);
  });

  it.each([
    ['SEMICOLON', 'CRLF', 'Name;Industry\r\n"A;B";Energy\r\n'],
    ['TAB', 'LF', 'Name\tIndustry\n"A;B"\tEnergy\n'],
    ['PIPE', 'LF', 'Name|Industry\nA;B|Energy\n'],
    ['CARET', 'LF', 'Name^Industry\nA;B^Energy\n'],
    ['BACKQUOTE', 'CRLF', 'Name`Industry\r\nA;B`Energy\r\n'],
  ])('understand %s and %s', async (columnDelimiter, lineEnding, data) => {
    const id = await run({ columnDelimiter, lineEnding }, data);
    expect(await job(id)).toMatchObject({ state: 'JobComplete' });
    expect([...server.org.store.all('Account')][0]).toMatchObject({
      Name: 'A;B',
      Industry: 'Energy',
    });
    const lines = (await csv(id, 'successfulResults')).split(
      lineEnding === 'LF' ? '\n' : '\r\n',
    );
    expect(lines).toHaveLength(3);
  });

  it.each([
    [
      'Name\r\nAcme\r\n',
      'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF',
    ],
    ['Name,Foo\nAcme,1\n', 'InvalidBatch : Field name not found : Foo'],
    [
      'Name,Industry\nAcme\n',
      'InvalidBatch : The number of columns in a row (1) does not match the header (2)',
    ],
  ])(
    'fail as a whole when the upload does not fit: %j',
    async (data, message) => {
      const id = await run({}, data);
      expect(await job(id)).toMatchObject({
        state: 'Failed',
        errorMessage: message,
      });
      expect(server.org.store.count('Account')).toBe(0);
    },
  );

  it('take data once, and only while they are open', async () => {
    const id = await open({});
    await upload(id, 'Name\nA\n');
    const state = { status: 400, json: [{ errorCode: 'INVALIDJOBSTATE' }] };
    expect(await upload(id, 'Name\nB\n')).toMatchObject(state);
    await close(id);
    expect(await close(id)).toMatchObject(state);
    expect(await job(id)).toMatchObject({ state: 'JobComplete' });
    expect(
      await admin.patch(`/jobs/ingest/${id}`, { state: 'Aborted' }),
    ).toMatchObject(state);
    expect((await admin.delete(`/jobs/ingest/${id}`)).status).toBe(204);
    expect((await admin.get(`/jobs/ingest/${id}`)).status).toBe(404);
  });

  it('take as long as the switch says, and can be aborted meanwhile', async () => {
    server.switches.bulkProcessingMs = 60_000;
    const first = await run({}, 'Name\nA\n');
    const second = await run({}, 'Name\nB\n');
    expect(await job(first)).toMatchObject({ state: 'InProgress' });
    expect(
      (await admin.patch(`/jobs/ingest/${second}`, { state: 'Aborted' })).json
        .state,
    ).toBe('Aborted');
    server.org.clock.advance(60_000);
    expect(await job(first)).toMatchObject({ state: 'JobComplete' });
    expect(await job(second)).toMatchObject({ state: 'Aborted' });
    expect(server.org.store.count('Account')).toBe(1);
  });

  it('give back what they did not process when they fail or are aborted', async () => {
    const failed = await run(
      { columnDelimiter: 'PIPE', lineEnding: 'CRLF' },
      'Name|Nothing\r\nA|"b|c"\r\nD|\r\n',
    );
    expect(await job(failed)).toMatchObject({ state: 'Failed' });
    expect(await csv(failed, 'unprocessedrecords')).toBe(
      '"Name"|"Nothing"\r\n"A"|"b|c"\r\n"D"|""\r\n',
    );
    const aborted = await open({});
    await upload(aborted, 'Name\nA\n');
    await admin.patch(`/jobs/ingest/${aborted}`, { state: 'Aborted' });
    expect(await csv(aborted, 'unprocessedrecords')).toBe('"Name"\n"A"\n');
    expect(server.org.store.count('Account')).toBe(0);
  });

  it.each([
    [{ contentType: 'XML' }, 'INVALIDJOB'],
    [{ object: 'Nothing' }, 'INVALIDENTITY'],
    [{ operation: 'upsert', externalIdFieldName: 'Phone' }, 'INVALIDJOB'],
    [{ columnDelimiter: 'SPACE' }, 'INVALIDJOB'],
  ])('are refused with %j', async (fields, errorCode) => {
    expect(
      await admin.post('/jobs/ingest', {
        object: 'Account',
        operation: 'insert',
        ...fields,
      }),
    ).toMatchObject({ status: 400, json: [{ errorCode }] });
  });

  it('delete no rows of another object', async () => {
    const { json } = await admin.post('/sobjects/Contact', { LastName: 'C' });
    const id = await run({ operation: 'delete' }, `Id\n${json.id}\n`);
    await job(id);
    expect(await csv(id, 'failedResults')).toContain('MALFORMED_ID');
    expect(server.org.store.get('Contact', json.id)?.IsDeleted).not.toBe(true);
  });

  it('are not there for others', async () => {
    const id = await open({});
    const other = new TestCaller({ server, username: integration });
    expect((await other.get(`/jobs/ingest/${id}`)).status).toBe(404);
    expect((await admin.get('/jobs/ingest')).json.records).toHaveLength(1);
  });
});

describe('query jobs', () => {
  const start = async (fields: object) =>
    admin.post('/jobs/query', { operation: 'query', ...fields });

  beforeEach(() => {
    server.org.store.load(
      'Account',
      Array.from({ length: 5 }, (_, index) => ({
        Name: `A "${index}"`,
        CreatedDate: '2026-01-02T03:04:05.000+0000',
      })),
    );
  });

  it('come in pages with a locator, null on the last', async () => {
    const { json } = await start({
      query: 'SELECT Name, CreatedDate, Parent.Name FROM Account ORDER BY Name',
    });
    expect(json).toMatchObject({ state: 'UploadComplete', jobType: 'V2Query' });
    expect((await admin.get(`/jobs/query/${json.id}`)).json).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 5,
    });
    const pages: string[] = [];
    let locator: string | null = '';
    while (locator !== 'null') {
      const page = await admin.get(
        `/jobs/query/${json.id}/results?maxRecords=2${
          locator ? `&locator=${locator}` : ''
        }`,
      );
      pages.push(page.text);
      locator = page.headers.get('sforce-locator');
    }
    expect(pages).toHaveLength(3);
    expect(pages[0]).toBe(
      '"Name","CreatedDate","Parent.Name"\n"A ""0""","2026-01-02T03:04:05.000Z",""\n"A ""1""","2026-01-02T03:04:05.000Z",""\n',
    );
  });

  it.each([
    ['SELECT COUNT(Id) FROM Account', 'API_ERROR'],
    ['SELECT Name FROM Account GROUP BY Name', 'API_ERROR'],
    ['SELECT Id FROM Account OFFSET 1', 'API_ERROR'],
    ['SELECT Id, (SELECT Id FROM Contacts) FROM Account', 'API_ERROR'],
    ['SELECT FIELDS(ALL) FROM Account LIMIT 1', 'MALFORMED_QUERY'],
    ['SELECT Foo FROM Account', 'INVALID_FIELD'],
  ])('refuse %s', async (query, errorCode) => {
    expect(await start({ query })).toMatchObject({
      status: 400,
      json: [{ errorCode }],
    });
  });

  it('name the pages that can be read side by side', async () => {
    const { json: one } = await admin.post('/jobs/query', {
      operation: 'query',
      query: 'SELECT Id FROM User LIMIT 3',
    });
    const { json: pages } = await admin.get(
      `/jobs/query/${one.id}/resultPages`,
    );
    expect(pages).toEqual({
      resultPages: [
        {
          resultUrl: `/services/data/v63.0/jobs/query/${one.id}/results?maxRecords=50000`,
        },
      ],
      nextRecordsUrl: null,
      done: true,
    });
    const { text } = await admin.get(pages.resultPages[0].resultUrl);
    expect(text.trim().split('\n')).toHaveLength(4);
  });

  it('have no results before they are complete', async () => {
    server.switches.bulkProcessingMs = 60_000;
    const { json } = await start({ query: 'SELECT Id FROM Account' });
    const results = () => admin.get(`/jobs/query/${json.id}/results`);
    expect(await results()).toMatchObject({
      status: 400,
      json: [{ errorCode: 'INVALIDJOBSTATE' }],
    });
    server.org.clock.advance(60_000);
    expect((await results()).status).toBe(200);
  });

  it('find deleted rows with queryAll', async () => {
    const [first] = server.org.store.all('Account');
    await admin.delete(`/sobjects/Account/${first.Id}`);
    const { json } = await start({
      operation: 'queryAll',
      query: 'SELECT Id FROM Account',
    });
    const { headers } = await admin.get(`/jobs/query/${json.id}/results`);
    expect(headers.get('sforce-numberofrecords')).toBe('5');
  });
});
