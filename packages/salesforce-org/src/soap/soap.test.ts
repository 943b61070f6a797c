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
