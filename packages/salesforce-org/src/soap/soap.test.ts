import { Connection } from 'jsforce';
import { minimalUsers } from '../data/minimal/minimalData';
import { DEFAULT_PASSWORD } from '../oauth/PasswordStore';
import type { SalesforceOrgServer } from '../SalesforceOrgServer';
import { startSalesforceOrg } from '../startSalesforceOrg';

const { administrator, integration } = minimalUsers;

let server: SalesforceOrgServer;

beforeAll(async () => {
  server = await startSalesforceOrg();
});
afterAll(async () => {
  await server.stop();
});
beforeEach(() => {
  server.reset();
});

function connection(version = '63.0'): Connection {
  return new Connection({ loginUrl: server.url, version });
}

async function loggedIn(): Promise<Connection> {
  const conn = connection();
  await conn.login(administrator, DEFAULT_PASSWORD);
  return conn;
}

async function rawLogin(password: string, version = '63.0') {
  const response = await fetch(`${server.url}/services/Soap/u/${version}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', soapaction: '""' },
    body: `<se:Envelope xmlns:se="http://schemas.xmlsoap.org/soap/envelope/"><se:Header/><se:Body><login xmlns="urn:partner.soap.sforce.com"><username>${administrator}</username><password>${password}</password></login></se:Body></se:Envelope>`,
  });
  return { status: response.status, text: await response.text() };
}

describe('login()', () => {
  it('opens a session that REST accepts', async () => {
    const conn = connection();
    const info = await conn.login(administrator, DEFAULT_PASSWORD);
    expect(info.id).toMatch(/^005\w{15}$/);
    expect(info.organizationId).toBe(server.org.organizationId);
    expect(conn.instanceUrl).toBe(server.url);
    expect((await conn.identity()).username).toBe(administrator);
  });

  it('refuses with a fault that says no more than it must', async () => {
    const { status, text } = await rawLogin('wrong');
    expect(status).toBe(500);
    expect(text).toContain('<faultcode>sf:INVALID_LOGIN</faultcode>');
    expect(text).toContain(
      '<faultstring>INVALID_LOGIN: Invalid username, password, security token; or user locked out.</faultstring>',
    );
    expect(text).toContain(
      '<sf:exceptionCode>INVALID_LOGIN</sf:exceptionCode>',
    );
  });

  it('exists up to version 64.0, where the org allows it', async () => {
    expect((await rawLogin(DEFAULT_PASSWORD, '64.0')).status).toBe(200);
    for (const version of ['65.0', '30.0', '70.0']) {
      const { status, text } = await rawLogin(DEFAULT_PASSWORD, version);
      expect(status).toBe(500);
      expect(text).toContain('UNSUPPORTED_API_VERSION');
    }
    server.switches.soapLogin = false;
    expect((await rawLogin(DEFAULT_PASSWORD)).text).toContain(
      'SOAP API login() is disabled by default in this org.',
    );
  });

  it('wants the security token where the org wants it', async () => {
    server.switches.securityTokenRequired = true;
    expect((await rawLogin(DEFAULT_PASSWORD)).text).toContain(
      'LOGIN_MUST_USE_SECURITY_TOKEN',
    );
  });

  it('says that a password has expired, and jsforce refuses it', async () => {
    const [user] = server.org.store.findBy('User', 'Username', administrator);
    server.wire.passwords.expire(user.Id);
    await expect(
      connection().login(administrator, DEFAULT_PASSWORD),
    ).rejects.toThrow('expired');
  });
});

describe('calls with a session', () => {
  it('end with logout, and fault in the form that clients log in again on', async () => {
    const conn = await loggedIn();
    const other = new Connection({
      instanceUrl: server.url,
      accessToken: conn.accessToken ?? '',
      version: '63.0',
    });
    expect((await other.soap.getUserInfo()).userName).toBe(administrator);
    await conn.logout();
    await expect(other.soap.getUserInfo()).rejects.toMatchObject({
      errorCode: 'sf:INVALID_SESSION_ID',
    });
  });

  it('set a password, and reset one without a mail', async () => {
    const conn = await loggedIn();
    const [user] = server.org.store.findBy('User', 'Username', integration);
    await conn.soap.setPassword(user.Id, 'new-password-1');
    await expect(
      connection().login(integration, 'new-password-1'),
    ).resolves.toBeDefined();
    const { password } = await conn.soap.resetPassword(user.Id);
    expect(password).toEqual(expect.any(String));
    const kinds = server.journal.entries().map(({ kind }) => kind);
    expect(kinds).toContain('passwordReset');
    expect(kinds).not.toContain('email');
  });

  it('count as API calls, logging in does not', async () => {
    const conn = await loggedIn();
    expect(server.wire.apiUsage.used).toBe(0);
    await conn.soap.getUserInfo();
    expect(server.requestLog.counts()).toMatchObject({
      total: 1,
      byUser: { [administrator]: 1 },
    });
  });
});

describe('rows', () => {
  it('are created, changed, deleted and brought back', async () => {
    const conn = await loggedIn();
    const [created, refused] = await conn.soap.create([
      { type: 'Account', Name: 'A & B', Phone: '1' },
      { type: 'Account', Phone: '2' },
    ]);
    expect(created).toMatchObject({ success: true, errors: [] });
    expect(refused).toMatchObject({
      success: false,
      errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', fields: ['Name'] }],
    });
    const id = String(created.id);
    await conn.soap.update({ type: 'Account', Id: id, Phone: null });
    const row = server.org.store.get('Account', id);
    expect([row?.Name, row?.Phone ?? null]).toEqual(['A & B', null]);
    const [deleted] = [await conn.soap.delete([id])].flat();
    expect(deleted).toMatchObject({ id, success: true });
    const [back] = [await conn.soap.undelete([id])].flat();
    expect(back).toMatchObject({ id, success: true });
    expect(server.org.store.get('Account', id)?.IsDeleted).toBe(false);
    await conn.soap.delete([id]);
    const [emptied] = [await conn.soap.emptyRecycleBin([id])].flat();
    expect(emptied).toMatchObject({ id, success: true });
    expect(server.org.store.get('Account', id)).toBeUndefined();
  });

  it('come by query and retrieve', async () => {
    const conn = await loggedIn();
    const [{ id }] = await conn.soap.create([{ type: 'Account', Name: 'A' }]);
    const call = async (body: string) => {
      const response = await fetch(`${server.url}/services/Soap/u/63.0`, {
        method: 'POST',
        headers: { 'content-type': 'text/xml', soapaction: '""' },
        body: `<se:Envelope xmlns:se="http://schemas.xmlsoap.org/soap/envelope/"><se:Header><SessionHeader xmlns="urn:partner.soap.sforce.com"><sessionId>${conn.accessToken}</sessionId></SessionHeader></se:Header><se:Body>${body}</se:Body></se:Envelope>`,
      });
      return response.text();
    };
    const record = `<so:type>Account</so:type><so:Id>${id}</so:Id><so:Name>A</so:Name>`;
    expect(
      await call(
        '<query xmlns="urn:partner.soap.sforce.com"><queryString>SELECT Id, Name, Parent.Name FROM Account</queryString></query>',
      ),
    ).toContain(
      `<result><done>true</done><queryLocator xsi:nil="true"/><records>${record}<so:Parent xsi:nil="true"/></records><size>1</size></result>`,
    );
    expect(
      await call(
        `<retrieve xmlns="urn:partner.soap.sforce.com"><fieldList>Name</fieldList><sObjectType>Account</sObjectType><ids>${id}</ids></retrieve>`,
      ),
    ).toContain(`<result>${record}</result>`);
    expect(
      await call(
        '<query xmlns="urn:partner.soap.sforce.com"><queryString>SELECT Foo FROM Account</queryString></query>',
      ),
    ).toContain('<faultcode>sf:INVALID_FIELD</faultcode>');
  });
});

describe('convertLead()', () => {
  it('makes an account, a contact and an opportunity of a lead', async () => {
    const conn = await loggedIn();
    const lead = await conn.sobject('Lead').create({
      FirstName: 'Frank',
      LastName: 'Knight',
      Company: 'Knight LLC',
    });
    const { records } = await conn.query<{ MasterLabel: string }>(
      'SELECT MasterLabel FROM LeadStatus WHERE IsConverted = true LIMIT 1',
    );
    const result = await conn.soap.convertLead({
      leadId: String(lead.id),
      convertedStatus: records[0].MasterLabel,
      opportunityName: 'Knight & Sons <first>',
    });
    expect(result).toMatchObject({ success: true, leadId: lead.id });
    const account = await conn.sobject('Account').retrieve(result.accountId!);
    expect(account.Name).toBe('Knight LLC');
    const opportunity = await conn
      .sobject('Opportunity')
      .retrieve(result.opportunityId!);
    expect(opportunity).toMatchObject({
      Name: 'Knight & Sons <first>',
      AccountId: result.accountId,
    });
    const again = await conn.soap.convertLead({
      leadId: String(lead.id),
      convertedStatus: records[0].MasterLabel,
    });
    expect(again).toMatchObject({
      success: false,
      errors: [{ statusCode: 'CANNOT_UPDATE_CONVERTED_LEAD' }],
    });
  });
});
