import { Connection } from 'jsforce';
import { TestCaller } from '../__testUtils__/TestCaller';
import { minimalUsers } from '../data/minimal/minimalData';
import type { SalesforceOrgServer } from '../SalesforceOrgServer';
import { startSalesforceOrg } from '../startSalesforceOrg';

const { administrator, integration } = minimalUsers;
const root = '/services/async/63.0';

let server: SalesforceOrgServer;
let token: string;
let caller: TestCaller;

beforeAll(async () => {
  server = await startSalesforceOrg();
});
afterAll(async () => {
  await server.stop();
});
beforeEach(() => {
  server.reset();
  token = server.mintToken(administrator);
  caller = new TestCaller({ server, username: null });
});

/** As simple-salesforce calls: everything in JSON, the session in its header. */
const json = (method: string, path: string, body?: unknown) =>
  caller.call(method, `${root}${path}`, body, {
    'content-type': 'application/json',
    'x-sfdc-session': token,
  });

const xml = (
  method: string,
  path: string,
  body?: string,
  type = 'application/xml; charset=utf-8',
) =>
  caller.call(method, `${root}${path}`, body, {
    'content-type': type,
    'x-sfdc-session': token,
  });

async function openJson(fields: object): Promise<string> {
  const answer = await json('POST', '/job', {
    operation: 'insert',
    object: 'Account',
    concurrencyMode: 0,
    contentType: 'JSON',
    ...fields,
  });
  expect(answer.status).toBe(201);
  return answer.json.id;
}

async function openXml(fields: string): Promise<string> {
  const { status, text } = await xml(
    'POST',
    '/job',
    `<?xml version="1.0" encoding="UTF-8"?><jobInfo xmlns="http://www.force.com/2009/06/asyncapi/dataload">${fields}</jobInfo>`,
  );
  expect({ status, text }).toMatchObject({ status: 201 });
  return /<id>(\w+)<\/id>/.exec(text)?.[1] ?? '';
}

describe('as simple-salesforce speaks', () => {
  it('inserts rows and tells what became of each', async () => {
    const job = await openJson({});
    const batch = await json('POST', `/job/${job}/batch`, [
      { Name: 'Acme', NumberOfEmployees: 5 },
      { Industry: 'Energy' },
    ]);
    expect(batch).toMatchObject({
      status: 201,
      json: { id: expect.stringMatching(/^751\w{15}$/), jobId: job },
    });
    const path = `/job/${job}/batch/${batch.json.id}`;
    expect((await json('GET', path)).json).toMatchObject({
      state: 'Completed',
      stateMessage: null,
      numberRecordsProcessed: 2,
      numberRecordsFailed: 1,
    });
    expect((await json('GET', `${path}/result`)).json).toEqual([
      {
        success: true,
        created: true,
        id: expect.stringMatching(/^001/),
        errors: [],
      },
      {
        success: false,
        created: false,
        id: null,
        errors: [
          {
            message: 'Required fields are missing: [Name]',
            fields: ['Name'],
            statusCode: 'REQUIRED_FIELD_MISSING',
            extendedErrorDetails: null,
          },
        ],
      },
    ]);
    const closed = await json('POST', `/job/${job}`, { state: 'Closed' });
    expect(closed).toMatchObject({
      status: 200,
      json: {
        state: 'Closed',
        numberBatchesTotal: 1,
        numberBatchesCompleted: 1,
        apiVersion: 63,
        concurrencyMode: 'Parallel',
      },
    });
    expect(await json('POST', `/job/${job}/batch`, [])).toMatchObject({
      status: 400,
      json: { exceptionCode: 'InvalidJobState' },
    });
  });

  it('queries, with times as milliseconds', async () => {
    const [user] = server.org.store.findBy('User', 'Username', administrator);
    const job = await openJson({ operation: 'query', object: 'User' });
    const batch = await json(
      'POST',
      `/job/${job}/batch`,
      `SELECT Id, CreatedDate, Profile.Name, ManagerId FROM User WHERE Id = '${user.Id}'`,
    );
    const path = `/job/${job}/batch/${batch.json.id}/result`;
    const [result] = (await json('GET', path)).json;
    expect(result).toMatch(/^752/);
    expect((await json('GET', `${path}/${result}`)).json).toEqual([
      {
        attributes: {
          type: 'User',
          url: `/services/data/v63.0/sobjects/User/${user.Id}`,
        },
        Id: user.Id,
        CreatedDate: Date.parse(String(user.CreatedDate).replace('+0000', 'Z')),
        Profile: expect.objectContaining({ Name: 'System Administrator' }),
        ManagerId: null,
      },
    ]);
  });

  it('says in the batch what is wrong with a query', async () => {
    const job = await openJson({ operation: 'query' });
    const { json: batch } = await json(
      'POST',
      `/job/${job}/batch`,
      'SELECT Foo FROM Account',
    );
    expect(
      (await json('GET', `/job/${job}/batch/${batch.id}`)).json,
    ).toMatchObject({
      state: 'Failed',
      stateMessage: expect.stringContaining(
        'InvalidBatch : Failed to process query: INVALID_FIELD',
      ),
    });
  });
});

describe('as older clients speak', () => {
  it('takes CSV and answers in CSV', async () => {
    const job = await openXml(
      '<operation>insert</operation><object>Account</object><contentType>CSV</contentType>',
    );
    const batch = await xml(
      'POST',
      `/job/${job}/batch`,
      'Name,Industry\r\n"Acme, Inc",Energy\r\n,Retail\r\n',
      'text/csv; charset=UTF-8',
    );
    expect(batch.headers.get('content-type')).toBe('application/xml');
    const id = /<id>(\w+)<\/id>/.exec(batch.text)?.[1];
    const result = await xml('GET', `/job/${job}/batch/${id}/result`);
    const [account] = server.org.store.all('Account');
    expect(result.headers.get('content-type')).toBe('text/csv');
    expect(result.text).toBe(
      `"Id","Success","Created","Error"\n"${account.Id}","true","true",""\n"","false","false","REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name--"\n`,
    );
    expect((await xml('GET', `/job/${job}/batch`)).text).toMatch(
      /<batchInfoList .*<batchInfo>.*<state>Completed<\/state>.*<\/batchInfo><\/batchInfoList>$/s,
    );
    expect(
      (await xml('GET', `/job/${job}/batch/${id}/request`)).text,
    ).toContain('"Acme, Inc",Energy');
  });

  it('takes XML and answers in XML', async () => {
    const job = await openXml(
      '<operation>insert</operation><object>Account</object><contentType>XML</contentType>',
    );
    const batch = await xml(
      'POST',
      `/job/${job}/batch`,
      '<sObjects xmlns="http://www.force.com/2009/06/asyncapi/dataload" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><sObject><Name>A &amp; B</Name><Industry xsi:nil="true"/></sObject><sObject><Phone>1</Phone></sObject></sObjects>',
    );
    const id = /<id>(\w+)<\/id>/.exec(batch.text)?.[1];
    const { text } = await xml('GET', `/job/${job}/batch/${id}/result`);
    const [account] = server.org.store.all('Account');
    expect(text).toContain(
      `<result><id>${account.Id}</id><success>true</success><created>true</created></result><result><errors><fields>Name</fields><message>Required fields are missing: [Name]</message><statusCode>REQUIRED_FIELD_MISSING</statusCode></errors><success>false</success>`,
    );
    expect(account).toMatchObject({ Name: 'A & B' });
  });

  it('answers a dead session with 400 and its own word', async () => {
    token = 'nothing';
    expect(await xml('GET', '/job/7505g1000000001AAA')).toMatchObject({
      status: 400,
      text: expect.stringContaining(
        '<exceptionCode>InvalidSessionId</exceptionCode><exceptionMessage>Invalid session id</exceptionMessage>',
      ),
    });
  });

  it.each([
    [{ operation: 'dance' }, 'InvalidJob'],
    [{ operation: 'upsert' }, 'InvalidJob'],
    [{ object: 'Nothing' }, 'InvalidEntity'],
    [{ contentType: 'YAML' }, 'InvalidJob'],
  ])('refuses the job %j', async (fields, exceptionCode) => {
    expect(
      await json('POST', '/job', {
        operation: 'insert',
        object: 'Account',
        contentType: 'JSON',
        ...fields,
      }),
    ).toMatchObject({ status: 400, json: { exceptionCode } });
  });

  it('refuses versions that are gone', async () => {
    expect(
      await caller.call('GET', '/services/async/30.0/job/1', undefined, {
        'x-sfdc-session': token,
      }),
    ).toMatchObject({
      status: 400,
      text: expect.stringContaining('InvalidVersion'),
    });
  });

  it('keeps jobs from others, and does not process what was aborted', async () => {
    server.switches.bulkProcessingMs = 60_000;
    const job = await openJson({});
    const { json: batch } = await json('POST', `/job/${job}/batch`, [
      { Name: 'A' },
    ]);
    await json('POST', `/job/${job}`, { state: 'Aborted' });
    server.org.clock.advance(120_000);
    expect(
      (await json('GET', `/job/${job}/batch/${batch.id}`)).json.state,
    ).toBe('NotProcessed');
    expect(server.org.store.count('Account')).toBe(0);
    token = server.mintToken(integration);
    expect(await json('GET', `/job/${job}`)).toMatchObject({
      status: 400,
      json: { exceptionCode: 'InvalidJob' },
    });
  });
});

describe('as jsforce speaks', () => {
  /** It closes its jobs when the answer is out already. */
  const untilClosed = async (count: number) => {
    const closed = () =>
      server.requestLog
        .entries()
        .filter(
          ({ method, url }) => method === 'POST' && /\/job\/\w+$/.test(url),
        ).length;
    while (closed() < count) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  };

  it('loads, updates, deletes and queries', async () => {
    const conn = new Connection({
      instanceUrl: server.url,
      accessToken: token,
      version: '63.0',
    });
    conn.bulk.pollInterval = 5;
    const created = await conn.bulk.load('Account', 'insert', [
      { Name: 'One', Phone: '1' },
      { Name: 'Two', Phone: '2' },
      { Name: null, Phone: '3' },
    ]);
    expect(created).toMatchObject([
      { success: true, id: expect.stringMatching(/^001/), errors: [] },
      { success: true },
      { success: false, errors: [expect.stringMatching(/^REQUIRED/)] },
    ]);
    const [{ id: one }, { id: two }] = created;
    await conn.bulk.load('Account', 'update', [
      { Id: one ?? '', Industry: 'Energy' },
    ]);
    await conn.bulk.load('Account', 'delete', [{ Id: two ?? '' }]);
    const records = await (
      await conn.bulk.query('SELECT Id, Name, Industry FROM Account')
    ).toArray();
    expect(records).toEqual([{ Id: one, Name: 'One', Industry: 'Energy' }]);
    await untilClosed(4);
  });

  it('logs in again when the session has ended', async () => {
    const conn = new Connection({
      instanceUrl: server.url,
      accessToken: 'old',
      version: '63.0',
      refreshFn: async (_, done) => done(null, token),
    });
    conn.bulk.pollInterval = 5;
    const [row] = await conn.bulk.load('Account', 'insert', [{ Name: 'One' }]);
    expect(row.success).toBe(true);
    await untilClosed(1);
  });
});
