import { request as httpRequest } from 'node:http';
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

async function account(fields: object = {}): Promise<string> {
  const { json } = await admin.post('/sobjects/Account', {
    Name: 'Acme',
    ...fields,
  });
  return json.id;
}

function error(status: number, errorCode: string, message?: string) {
  return expect.objectContaining({
    status,
    json: [
      expect.objectContaining({ errorCode, ...(message ? { message } : {}) }),
    ],
  });
}

describe('the objects of service desks and order desks', () => {
  it('are there, with the children of the records they belong to', async () => {
    const make = async (object: string, fields: object) => {
      const { status, json } = await admin.post(`/sobjects/${object}`, fields);
      expect({ status, json }).toMatchObject({ status: 201 });
      return json.id as string;
    };
    const AccountId = await account();
    const caseId = await make('Case', { AccountId, Subject: 'Late' });
    await make('EmailMessage', {
      ParentId: caseId,
      Subject: 'Where is it?',
      TextBody: 'My order has not come',
      FromAddress: 'ann@acme.example',
      Status: '0',
    });
    await make('LiveChatTranscript', { CaseId: caseId, Body: 'Hello' });
    await make('Knowledge__kav', { Title: 'Delays', UrlName: 'delays' });
    const Product2Id = await make('Product2', { Name: 'Pump', IsActive: true });
    const Pricebook2Id = await make('Pricebook2', { Name: 'List' });
    const PricebookEntryId = await make('PricebookEntry', {
      Pricebook2Id,
      Product2Id,
      UnitPrice: 12.5,
      IsActive: true,
    });
    const OrderId = await make('Order', {
      AccountId,
      EffectiveDate: '2026-03-01',
      Status: 'Draft',
      Pricebook2Id,
    });
    await make('OrderItem', { OrderId, PricebookEntryId, Quantity: 4 });
    const rows = async (soql: string) =>
      (await admin.get(`/query?q=${encodeURIComponent(soql)}`)).json.records;
    expect(
      await rows(
        'SELECT Id, (SELECT Subject, TextBody FROM EmailMessages), (SELECT Body FROM LiveChatTranscripts), (SELECT Field FROM Histories) FROM Case',
      ),
    ).toMatchObject([
      {
        EmailMessages: { records: [{ TextBody: 'My order has not come' }] },
        LiveChatTranscripts: { totalSize: 1 },
        Histories: null,
      },
    ]);
    expect(
      await rows(
        'SELECT OrderItemNumber, Product2.Name, UnitPrice, TotalPrice, Order.Account.Name FROM OrderItem',
      ),
    ).toMatchObject([
      {
        OrderItemNumber: '0000000001',
        Product2: { Name: 'Pump' },
        UnitPrice: 12.5,
        TotalPrice: 50,
        Order: { Account: { Name: 'Acme' } },
      },
    ]);
    expect(
      await rows(
        "SELECT Title FROM Knowledge__kav WHERE PublishStatus='Draft'",
      ),
    ).toMatchObject([{ Title: 'Delays' }]);
  });
});

describe('versions and paths', () => {
  it('create nothing by an upsert that may only update', async () => {
    server.org.addSchema({
      name: 'Account',
      fields: [
        { name: 'Only__c', type: 'string', length: 20, externalId: true },
      ],
    });
    const path = '/sobjects/Account/Only__c/7?updateOnly=true';
    expect(await admin.patch(path, { Name: 'Acme' })).toMatchObject({
      status: 404,
      json: [{ errorCode: 'NOT_FOUND' }],
    });
    const { json } = await admin.post('/sobjects/Account', {
      Name: 'Acme',
      Only__c: '7',
    });
    expect(await admin.patch(path, { Name: 'Acme 2' })).toMatchObject({
      status: 200,
      json: { id: json.id, created: false },
    });
  });

  it('answer an upsert by Id that names none with a new record', async () => {
    expect(
      await admin.post('/sobjects/Account/Id', { Name: 'New' }),
    ).toMatchObject({ status: 201, json: { success: true } });
  });

  it('take names of objects in any casing, on every page', async () => {
    const { json } = await admin.get('/query?q=SELECT+Id+FROM+user+LIMIT+1');
    const [{ Id }] = json.records;
    for (const name of ['User', 'user', 'USER']) {
      expect(await admin.get(`/sobjects/${name}/${Id}/password`)).toMatchObject(
        { status: 200, json: { isExpired: false } },
      );
    }
  });

  it('answers retired versions with 410 and unknown ones with 404', async () => {
    expect(await admin.get('/services/data/v30.0/limits')).toEqual(
      error(410, 'UNSUPPORTED_API_VERSION'),
    );
    for (const version of ['v69.0', 'v63.5', 'v63', 'v999.0']) {
      expect(await admin.get(`/services/data/${version}/limits`)).toEqual(
        error(404, 'NOT_FOUND'),
      );
    }
  });

  it('leads to nothing that is not there', async () => {
    const urls = async (path: string) =>
      Object.values<string>((await admin.get(path)).json).filter(url =>
        url.startsWith('/'),
      );
    const withParameters =
      /\/(query|queryAll|search|parameterizedSearch|sobjects\/?|graph|batch|tree)$/;
    const all = [
      ...(await urls('/')),
      ...(await urls('/tooling')),
      ...(await urls('/jobs')),
    ].filter(url => !withParameters.test(url) || url.endsWith('/sobjects'));
    for (const url of all) {
      expect({ url, status: (await admin.get(url)).status }).toEqual({
        url,
        status: 200,
      });
    }
    const { json } = await admin.get('/sobjects/Account/describe');
    const { urls: pages, recordTypeInfos } = json;
    for (const url of [
      pages.layouts,
      pages.compactLayouts,
      pages.describe,
      pages.sobject,
      recordTypeInfos[0].urls.layout,
    ]) {
      expect((await admin.get(url)).status).toBe(200);
    }
  });

  it('shows pages and picklists as people see them', async () => {
    const { json } = await admin.get('/sobjects/Account/describe/layouts');
    const [section] = json.layouts[0].editLayoutSections;
    expect(section.layoutRows[0].layoutItems[0]).toMatchObject({
      label: 'Account Name',
      required: true,
      layoutComponents: [{ type: 'Field', value: 'Name' }],
    });
    expect(json.recordTypeMappings).toMatchObject([
      { developerName: 'Master', layoutId: json.layouts[0].id },
    ]);
    const picklist = (field: string, type = '012000000000000AAA') =>
      admin.get(`/ui-api/object-info/Account/picklist-values/${type}/${field}`);
    expect((await picklist('rating')).json).toMatchObject({
      controllerValues: {},
      values: [{ label: 'Hot', value: 'Hot' }, {}, {}],
    });
    expect((await picklist('Name')).status).toBe(404);
    expect((await picklist('Rating', '012000000000001AAA')).status).toBe(404);
  });

  it('lists what a version offers, with the identity as an absolute URL', async () => {
    const { json } = await admin.get('/services/data/v63.0');
    expect(json.query).toBe('/services/data/v63.0/query');
    expect(json.identity).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/id\/00D/);
  });

  it('minds the case of paths, not of sobjects and fields', async () => {
    const id = await account();
    expect(await admin.get('/Query?q=SELECT+Id+FROM+User')).toEqual(
      error(404, 'NOT_FOUND'),
    );
    const { json } = await admin.get(`/sobjects/ACCOUNT/${id}?fields=NAME`);
    expect(json).toMatchObject({
      attributes: {
        type: 'Account',
        url: `/services/data/v63.0/sobjects/Account/${id}`,
      },
      Name: 'Acme',
    });
  });

  it('names the methods that a path allows', async () => {
    expect(await admin.call('PUT', '/sobjects/Account')).toEqual(
      error(
        405,
        'METHOD_NOT_ALLOWED',
        "HTTP Method 'PUT' not allowed. Allowed are GET,HEAD,POST",
      ),
    );
    const id = await account();
    const head = await admin.call('HEAD', `/sobjects/Account/${id}`);
    expect({ status: head.status, text: head.text }).toEqual({
      status: 200,
      text: '',
    });
    const patched = await admin.post(
      `/sobjects/Account/${id}?_HttpMethod=PATCH`,
      { Name: 'New' },
    );
    expect(patched.status).toBe(204);
  });

  it('refuses URIs over 16,384 bytes, and URIs that are too long with the headers', async () => {
    const status = (path: string) =>
      new Promise(resolve => {
        httpRequest(
          `${server.url}/services/data/v63.0${path}`,
          { headers: { authorization: `Bearer ${admin.token}` } },
          response => {
            response.resume();
            resolve(response.statusCode);
          },
        ).end();
      });
    expect(await status(`/query?q=${'x'.repeat(16_384)}`)).toBe(414);
    expect(await status(`/query?q=${'x'.repeat(16_250)}`)).toBe(431);
  });

  it('answers in XML, in pretty JSON and compressed to those who ask', async () => {
    const xml = await admin.get('/sobjects/Nothing', {
      accept: 'application/xml',
    });
    expect(xml.text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Errors><Error><errorCode>NOT_FOUND</errorCode><message>The requested resource does not exist</message></Error></Errors>',
    );
    const pretty = await admin.get('/limits', { 'x-prettyprint': '1' });
    expect(pretty.text).toContain('{\n  "');
    server.switches.compressAnswers = true;
    const zipped = await admin.get('/sobjects');
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(zipped.json.maxBatchSize).toBe(200);
  });
});

describe('bodies', () => {
  it('must be JSON that parses, of the right type, and there', async () => {
    const post = (body: string, type = 'application/json') =>
      admin.call('POST', '/sobjects/Account', body, { 'content-type': type });
    expect(await post('{"Name": x}')).toEqual(
      error(
        400,
        'JSON_PARSER_ERROR',
        "Unexpected character ('x' (code 120)): expected a valid value at [line:1, column:10]",
      ),
    );
    expect(await post('{"Name":')).toEqual(error(400, 'JSON_PARSER_ERROR'));
    expect(await post('[]')).toEqual(error(400, 'JSON_PARSER_ERROR'));
    expect(await post('')).toEqual(error(400, 'JSON_PARSER_ERROR'));
    const zipped = await admin.call('POST', '/sobjects/Account', '{}', {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    });
    expect(zipped).toEqual(error(400, 'REQUIRED_FIELD_MISSING'));
    expect(await post('Name=Acme', 'text/plain')).toEqual(
      error(415, 'UNSUPPORTED_MEDIA_TYPE'),
    );
  });

  it('may not name an id or a field that is not there', async () => {
    const id = await account();
    const withId = await admin.patch(`/sobjects/Account/${id}`, { Id: id });
    expect(withId.status).toBe(400);
    expect(
      await admin.post('/sobjects/Account', { Name: 'A', foo: 1 }),
    ).toEqual(
      error(
        400,
        'INVALID_FIELD',
        "No such column 'foo' on sobject of type Account",
      ),
    );
  });
});

describe('records', () => {
  it('show all readable fields, nulls included', async () => {
    const { json } = await admin.get(`/sobjects/Account/${await account()}`);
    expect(json.Name).toBe('Acme');
    expect(json.Industry).toBeNull();
    expect(json.IsDeleted).toBe(false);
  });

  it('are gone after a DELETE, in the words for it', async () => {
    const id = await account();
    await admin.delete(`/sobjects/Account/${id}`);
    const gone = error(404, 'ENTITY_IS_DELETED', 'entity is deleted');
    expect(await admin.delete(`/sobjects/Account/${id}`)).toEqual(gone);
    expect(await admin.patch(`/sobjects/Account/${id}`, { Name: 'x' })).toEqual(
      gone,
    );
  });

  it('that are not there are 404, whatever the id looks like', async () => {
    expect(await admin.get('/sobjects/Account/0015g00000ZZZZZ')).toEqual(
      error(404, 'NOT_FOUND', 'The requested resource does not exist'),
    );
    for (const answer of [
      await admin.get('/sobjects/Account/23foo'),
      await admin.patch('/sobjects/Account/23foo', { Name: 'x' }),
      await admin.delete('/sobjects/Account/23foo'),
    ]) {
      expect(answer).toEqual(
        error(
          404,
          'NOT_FOUND',
          'Provided external ID field does not exist or is not accessible: 23foo',
        ),
      );
    }
    const missing = () =>
      admin.patch('/sobjects/Account/0015g00000ZZZZZ', { Name: 'x' });
    expect(await missing()).toEqual(error(404, 'NOT_FOUND'));
    server.switches.missingRowErrorCode = 'INVALID_CROSS_REFERENCE_KEY';
    expect(await missing()).toEqual(error(404, 'INVALID_CROSS_REFERENCE_KEY'));
  });

  it('lead to their parents and children', async () => {
    const id = await account();
    const child = await account({ Name: 'Child', ParentId: id });
    const parent = await admin.get(`/sobjects/Account/${child}/Parent`);
    expect(parent.json.Id).toBe(id);
    const children = await admin.get(`/sobjects/Account/${id}/ChildAccounts`);
    expect(children.json).toMatchObject({
      totalSize: 1,
      done: true,
      records: [{ Id: child }],
    });
  });

  it('that did not change since are 304, those that did refuse the write', async () => {
    server.org.clock.set('2026-11-22T10:00:00Z');
    const id = await account();
    const later = 'Sun, 22 Nov 2026 11:00:00 GMT';
    const earlier = 'Sun, 22 Nov 2026 09:00:00 GMT';
    const path = `/sobjects/Account/${id}`;
    expect((await admin.get(path, { 'if-modified-since': later })).status).toBe(
      304,
    );
    expect(
      (await admin.get(path, { 'if-modified-since': earlier })).status,
    ).toBe(200);
    const write = (since: string) =>
      admin.patch(path, { Name: 'New' }, { 'if-unmodified-since': since });
    expect((await write(earlier)).status).toBe(412);
    expect((await write(later)).status).toBe(204);
    server.org.clock.resume();
  });

  it('of accounts have a tag that If-Match and If-None-Match take', async () => {
    const path = `/sobjects/Account/${await account()}`;
    const { headers } = await admin.get(path);
    const tag = headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{24}"$/);
    expect(headers.get('last-modified')).toMatch(/GMT$/);
    const status = async (name: string, value: string) =>
      (await admin.get(path, { [name]: value })).status;
    expect(await status('if-none-match', tag)).toBe(304);
    expect(await status('if-none-match', '"other"')).toBe(200);
    const write = (match: string) =>
      admin.patch(path, { Name: 'New' }, { 'if-match': match });
    expect(await write('"other"')).toEqual(error(412, 'PRECONDITION_FAILED'));
    expect((await write(`"other", W/${tag}`)).status).toBe(204);
    expect((await write(tag)).status).toBe(412);
    expect((await write('*')).status).toBe(204);
  });

  it('say which were changed and deleted in a period', async () => {
    server.org.clock.set('2026-11-22T10:00:00Z');
    const kept = await account();
    const gone = await account();
    await admin.delete(`/sobjects/Account/${gone}`);
    const period = 'start=2026-11-22T00:00:00Z&end=2026-11-23T00:00:00Z';
    const updated = await admin.get(`/sobjects/Account/updated?${period}`);
    expect(updated.json.ids).toEqual([kept]);
    const deleted = await admin.get(`/sobjects/Account/deleted?${period}`);
    expect(deleted.json.deletedRecords).toEqual([
      { id: gone, deletedDate: '2026-11-22T10:00:00.000+0000' },
    ]);
    server.org.clock.resume();
  });
});

describe('queries', () => {
  it('must be there', async () => {
    expect(await admin.get('/query')).toEqual(
      error(400, 'MALFORMED_QUERY', 'A query string has to be specified'),
    );
    expect(await admin.get('/query?q=')).toEqual(
      error(400, 'MALFORMED_QUERY', 'SOQL statements cannot be empty or null'),
    );
  });

  it('describe their columns instead of answering, and explain themselves', async () => {
    const { json } = await admin.get(
      '/query?q=SELECT+Id,Profile.Name+FROM+User&columns=true',
    );
    expect(Object.keys(json).sort()).toEqual([
      'columnMetadata',
      'entityName',
      'groupBy',
      'idSelected',
      'keyPrefix',
    ]);
    expect(json.columnMetadata[1].joinColumns[0].columnName).toBe('Name');
    const plans = await admin.get('/query?explain=SELECT+Id+FROM+User');
    expect(plans.json.plans[0]).toHaveProperty('leadingOperationType');
  });

  it('page the children of a record on their own', async () => {
    server.switches.queryPageLimit = 3;
    const id = await account();
    server.org.store.load(
      'Contact',
      Array.from({ length: 7 }, (_, index) => ({
        LastName: `C${index}`,
        AccountId: id,
      })),
    );
    const { json } = await admin.query(
      'SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account',
    );
    const [{ Contacts: first }] = json.records;
    expect(first).toMatchObject({ totalSize: 7, done: false });
    expect(first.records).toHaveLength(3);
    const second = await admin.get(first.nextRecordsUrl);
    const third = await admin.get(second.json.nextRecordsUrl);
    expect(third.json.done).toBe(true);
    expect(third.json.records[0].LastName).toBe('C6');
  });

  it('find deleted rows only by queryAll', async () => {
    const id = await account();
    await admin.delete(`/sobjects/Account/${id}`);
    const q = '?q=SELECT+Id,IsDeleted+FROM+Account';
    expect((await admin.get(`/query${q}`)).json.totalSize).toBe(0);
    expect((await admin.get(`/queryAll${q}`)).json.records[0].IsDeleted).toBe(
      true,
    );
  });

  it('keep their place for two days', async () => {
    server.switches.queryPageLimit = 1;
    await account();
    await account();
    const { json } = await admin.query('SELECT Id FROM Account');
    server.switches.sessionTimeoutSeconds = 10 * 24 * 3600;
    server.org.clock.advance(2 * 24 * 3600 * 1000);
    expect(await admin.get(json.nextRecordsUrl)).toEqual(
      error(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator'),
    );
  });

  it('of the tooling API say their size and type', async () => {
    const { json } = await admin.get('/tooling/query?q=SELECT+Id+FROM+Profile');
    expect(json).toMatchObject({
      size: json.records.length,
      entityTypeName: 'Profile',
      queryLocator: null,
    });
  });
});

describe('searches', () => {
  beforeEach(async () => {
    await account({ Name: "Seán O'Brien & Söhne" });
    await account({ Name: 'Other' });
  });

  it('find records by the words of their names', async () => {
    const sosl = (text: string) =>
      admin.get(`/search?q=${encodeURIComponent(text)}`);
    const { json } = await sosl(
      "FIND {o'brien} IN NAME FIELDS RETURNING Account(Id, Name LIMIT 5)",
    );
    expect(json.searchRecords).toEqual([
      expect.objectContaining({ Name: "Seán O'Brien & Söhne" }),
    ]);
    expect(await sosl('FIND nothing')).toEqual(
      error(
        400,
        'MALFORMED_SEARCH',
        'No search term found. The search term must be enclosed in braces.',
      ),
    );
  });

  it.each([
    ['FIND {other OR söhne} RETURNING Account(Name ORDER BY Name)', 2],
    ['FIND {"brien & söhne"} RETURNING Account(id, name)', 1],
    ['FIND {o AND NOT other} RETURNING Account(Name)', 1],
    ['FIND {(other OR brien) AND seán} RETURNING Account(Id)', 1],
    [
      "FIND {oth*} IN ALL FIELDS RETURNING Account(Name WHERE Name LIKE 'O%' ORDER BY Name DESC LIMIT 1 OFFSET 0), Contact LIMIT 5",
      1,
    ],
    ['FIND {555-77} IN PHONE FIELDS RETURNING Account WITH HIGHLIGHT', 0],
  ])('%s finds %i', async (text, count) => {
    const { status, json } = await admin.get(
      `/search?q=${encodeURIComponent(text)}`,
    );
    expect({ status, json }).toMatchObject({ status: 200 });
    expect(json.searchRecords).toHaveLength(count);
  });

  it('give the fields that were asked for and no others', async () => {
    const { json } = await admin.get(
      `/search?q=${encodeURIComponent('FIND {other} RETURNING Account(Name)')}`,
    );
    expect(json.searchRecords).toEqual([
      { attributes: expect.anything(), Name: 'Other' },
    ]);
  });

  it.each([
    `FIND {${'('.repeat(101)}ab${')'.repeat(101)}}`,
    'FIND {a OR}',
    'FIND {(ab}',
    'FIND {ab} RETURNING Account(Id',
  ])('refuse %s', async text => {
    expect(await admin.get(`/search?q=${encodeURIComponent(text)}`)).toEqual(
      error(400, 'MALFORMED_SEARCH'),
    );
  });

  it('take parameters', async () => {
    const { json } = await admin.post('/parameterizedSearch', {
      q: 'oth*',
      fields: ['Name'],
      sobjects: [{ name: 'Account' }],
    });
    expect(json.searchRecords).toEqual([
      expect.objectContaining({ Name: 'Other' }),
    ]);
    await account({ Name: 'Other, too', Industry: 'Energy' });
    const { json: got } = await admin.get(
      `/parameterizedSearch?q=other&sobject=Account&Account.fields=Industry&Account.where=${encodeURIComponent(
        'Industry != null',
      )}&Account.limit=3`,
    );
    expect(got.searchRecords).toEqual([
      { attributes: expect.anything(), Industry: 'Energy' },
    ]);
  });

  it('look for whole words, in texts that no query can filter as well', async () => {
    const rows = [
      { Subject: 'Freezer', Description: 'The compressor hums (model KX-200)' },
      { Subject: 'Oven', Description: 'Too hot' },
    ];
    for (const row of rows) {
      await admin.post('/sobjects/Case', row);
    }
    const found = async (term: string, rest = '') => {
      const { json } = await admin.get(
        `/search?q=${encodeURIComponent(
          `FIND {${term}} IN ALL FIELDS RETURNING Case(Subject)${rest}`,
        )}`,
      );
      return json.searchRecords.map(
        ({ Subject }: { Subject: string }) => Subject,
      );
    };
    expect(await found('compressor')).toEqual(['Freezer']);
    expect(await found('compress')).toEqual([]);
    expect(await found('compress*')).toEqual(['Freezer']);
    expect(await found('kx\\-200', " WITH METADATA='LABELS'")).toEqual([
      'Freezer',
    ]);
    expect(await found('hums freezer')).toEqual(['Freezer']);
    expect(await found('"hot too"')).toEqual([]);
  });

  it('say what is wrong with RETURNING without a query that nobody wrote', async () => {
    const answer = await admin.get(
      `/search?q=${encodeURIComponent('FIND {none} RETURNING Account(Foo)')}`,
    );
    expect(answer).toEqual(error(400, 'INVALID_FIELD'));
    expect(answer.json[0].message).toMatch(
      /^No such column 'Foo' on entity 'Account'/,
    );
  });
});

describe('collections', () => {
  it('update, delete and retrieve in the order asked for', async () => {
    const [one, two] = [await account({ Name: '1' }), await account()];
    const missing = '0015g00000ZZZZZAAA';
    const read = await admin.post('/composite/sobjects/Account', {
      ids: [two, missing, one.slice(0, 15)],
      fields: ['Name'],
    });
    expect(read.json).toEqual([
      expect.objectContaining({ Name: 'Acme' }),
      null,
      expect.objectContaining({ Name: '1' }),
    ]);
    const deleted = await admin.delete(
      `/composite/sobjects?ids=${one},nonsense,${two}&allOrNone=false`,
    );
    expect(deleted.status).toBe(200);
    expect(deleted.json).toEqual([
      { id: one, success: true, errors: [] },
      {
        success: false,
        errors: [expect.objectContaining({ statusCode: 'MALFORMED_ID' })],
      },
      { id: two, success: true, errors: [] },
    ]);
  });

  it('have the codes of rows, none of which is NOT_FOUND', async () => {
    const id = await account();
    const rows = [
      { attributes: { type: 'Nothing' }, id },
      { attributes: { type: 'Account' }, id: 'nonsense' },
      { attributes: { type: 'Account' }, id: '0035g0000099999AAA' },
      { attributes: { type: 'Account' }, id: '0015g0000099999AAA' },
      { attributes: { type: 'Account' } },
    ];
    const { status, json } = await admin.patch('/composite/sobjects', {
      records: rows,
    });
    expect(status).toBe(200);
    expect(
      json.map((row: { errors: { statusCode: string }[] }) =>
        row.errors.map(({ statusCode }) => statusCode),
      ),
    ).toEqual([
      ['INVALID_TYPE'],
      ['MALFORMED_ID'],
      ['MALFORMED_ID'],
      ['INVALID_CROSS_REFERENCE_KEY'],
      ['MISSING_ARGUMENT'],
    ]);
    for (const path of ['Nothing/Id', 'Account/Nothing']) {
      expect(
        await admin.patch(`/composite/sobjects/${path}`, { records: [] }),
      ).toEqual(error(404, 'NOT_FOUND'));
    }
  });

  it('upsert by an external id', async () => {
    server.org.addSchema({
      name: 'Contact',
      fields: [
        { name: 'Key__c', type: 'string', length: 20, externalId: true },
      ],
    });
    const upsert = () =>
      admin.patch('/composite/sobjects/Contact/Key__c', {
        records: [
          { attributes: { type: 'Contact' }, Key__c: 'k1', LastName: 'One' },
          { attributes: { type: 'Contact' }, LastName: 'None' },
        ],
      });
    const first = await upsert();
    expect(first.json[0]).toMatchObject({ success: true, created: true });
    expect(first.json[1].errors[0].statusCode).toBe('MISSING_ARGUMENT');
    const second = await upsert();
    expect(second.json[0]).toEqual({ ...first.json[0], created: false });
  });

  it('take 200 rows in ten chunks and no more', async () => {
    const record = { attributes: { type: 'Account' }, Name: 'A' };
    const post = (records: object[]) =>
      admin.post('/composite/sobjects', { records });
    const fill = (count: number) => Array.from({ length: count }, () => record);
    expect((await post(fill(200))).json).toHaveLength(200);
    expect(await post(fill(201))).toEqual(error(400, 'EXCEEDED_ID_LIMIT'));
    server.switches.oversizedRequestErrorCode = 'LIMIT_EXCEEDED';
    expect(await post(fill(201))).toEqual(error(400, 'LIMIT_EXCEEDED'));
    const contact = { attributes: { type: 'Contact' }, LastName: 'C' };
    const alternating = Array.from({ length: 11 }, (_, index) =>
      index % 2 ? contact : record,
    );
    expect((await post(alternating)).status).toBe(400);
    expect((await post(alternating.slice(1))).status).toBe(200);
  });

  it('cost one API call', async () => {
    const before = server.wire.apiUsage.used;
    await admin.post('/composite/sobjects', {
      records: [{ attributes: { type: 'Account' }, Name: 'A' }],
    });
    expect(server.wire.apiUsage.used).toBe(before + 1);
  });
});

describe('passwords', () => {
  let userId: string;
  const path = () => `/sobjects/User/${userId}/password`;

  beforeEach(() => {
    userId = server.org.store.findBy('User', 'Username', integration)[0].Id;
  });

  it('are set within the policy and not repeated', async () => {
    const set = (NewPassword: string) => admin.post(path(), { NewPassword });
    expect((await admin.get(path())).json).toEqual({ isExpired: false });
    expect(await set('short1')).toEqual(error(400, 'INVALID_NEW_PASSWORD'));
    expect(await set('onlyletters')).toEqual(
      error(400, 'INVALID_NEW_PASSWORD'),
    );
    expect((await set('letters-and-1')).status).toBe(204);
    expect(await set('letters-and-1')).toEqual(
      error(400, 'INVALID_NEW_PASSWORD', 'invalid repeated password'),
    );
  });

  it('die with a reset, at once', async () => {
    const reset = await admin.delete(path());
    const { passwords } = server.wire;
    const matches = (password: string) =>
      passwords.matches(userId, password, { tokenRequired: false });
    expect(matches('Salesdesk-2026')).toBe(false);
    expect(matches(reset.json.NewPassword)).toBe(true);
    expect((await admin.get(path())).json).toEqual({ isExpired: true });
  });

  it('of others need a permission', async () => {
    const adminId = server.org.store.findBy('User', 'Username', administrator);
    const { org } = server;
    const [standard] = org.store.findBy('Profile', 'Name', 'Standard User');
    const created = org.dml.insert(org.systemContext(), 'User', {
      Username: 'plain@minimal.test',
      LastName: 'Plain',
      Email: 'plain@minimal.test',
      Alias: 'plain',
      ProfileId: standard.Id,
      TimeZoneSidKey: 'America/New_York',
      LocaleSidKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      LanguageLocaleKey: 'en_US',
    });
    expect(created).toHaveLength(18);
    const plain = new TestCaller({ server, username: 'plain@minimal.test' });
    expect(
      await plain.delete(`/sobjects/User/${adminId[0].Id}/password`),
    ).toEqual(
      error(
        403,
        'INSUFFICIENT_ACCESS',
        'You do not have permission to view this record.',
      ),
    );
  });

  it('of inactive and frozen users follow the switches', async () => {
    const { org } = server;
    const [login] = org.store.findBy('UserLogin', 'UserId', userId);
    org.dml.update(org.systemContext(), 'UserLogin', login.Id, {
      IsFrozen: true,
    });
    expect((await admin.delete(path())).status).toBe(200);
    server.switches.passwordResetOfFrozenUser = 'refuse';
    expect((await admin.delete(path())).status).toBe(400);
    org.dml.update(org.systemContext(), 'UserLogin', login.Id, {
      IsFrozen: false,
    });
    org.dml.update(org.systemContext(), 'User', userId, { IsActive: false });
    expect((await admin.delete(path())).status).toBe(400);
    server.switches.passwordResetOfInactiveUser = 'accept';
    expect((await admin.delete(path())).status).toBe(200);
  });
});

describe('limits', () => {
  it('are told in the body and in every header', async () => {
    const { json, headers } = await admin.get('/limits');
    expect(json.DailyApiRequests).toEqual({ Max: 230_000, Remaining: 229_999 });
    expect(json.PermissionSets.CreateCustom.Max).toBe(1000);
    expect(headers.get('sforce-limit-info')).toBe('api-usage=1/230000');
    const failed = await admin.get('/sobjects/Nothing');
    expect(failed.headers.get('sforce-limit-info')).toBe('api-usage=2/230000');
  });

  it('are given back after 24 hours', async () => {
    server.wire.apiUsage.set({ daily: 1, used: 1 });
    server.switches.sessionTimeoutSeconds = 10 * 24 * 3600;
    expect((await admin.get('/limits')).status).toBe(403);
    server.org.clock.advance(24.5 * 3600 * 1000);
    expect((await admin.get('/limits')).status).toBe(200);
  });

  it('count records', async () => {
    await account();
    const { json } = await admin.get(
      '/limits/recordCount?sObjects=Account,Nothing,Contact',
    );
    expect(json).toEqual({
      sObjects: [
        { count: 1, name: 'Account' },
        { count: 0, name: 'Contact' },
      ],
    });
  });
});

describe('the sf command line creates users by SCIM', () => {
  it('and gets a refresh token of theirs in a header', async () => {
    const [profile] = server.org.store.findBy(
      'Profile',
      'Name',
      'Standard User',
    );
    const answer = await admin.post(
      '/services/scim/v1/Users',
      {
        username: 'new@minimal.test',
        emails: [{ type: 'work', value: 'new@minimal.test' }],
        name: { familyName: 'New' },
        nickName: 'newby',
        entitlements: [{ value: profile.Id }],
      },
      { 'auto-approve-user': 'true' },
    );
    expect(answer.status).toBe(201);
    expect(answer.json.id).toMatch(/^005/);
    const token = await admin.form('/services/oauth2/token', {
      grant_type: 'refresh_token',
      client_id: 'PlatformCLI',
      refresh_token: answer.headers.get('auto-approve-user') ?? '',
    });
    expect(token.status).toBe(200);
    expect(token.json.id).toContain(answer.json.id);
  });
});

describe('pages', () => {
  it('show a record, escaped, with links to what it points to', async () => {
    const parent = await account({ Name: '<b>Parent</b>' });
    const id = await account({ ParentId: parent });
    for (const path of [`/lightning/r/Account/${id}/view`, `/${id}`]) {
      const response = await fetch(`${server.url}${path}`);
      const text = await response.text();
      expect(response.status).toBe(200);
      expect(text).toContain('&lt;b&gt;Parent&lt;/b&gt;');
      expect(text).not.toContain('<b>Parent');
      expect(text).toContain(`/lightning/r/Account/${parent}/view`);
    }
    expect((await fetch(`${server.url}/0015g00000ZZZZZ`)).status).toBe(404);
    expect((await fetch(server.url)).status).toBe(200);
  });
});
