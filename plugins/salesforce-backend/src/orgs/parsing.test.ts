import { ConfigReader } from '@backstage/config';
import {
  parseLoginUrl,
  type Credentials,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { demoApps } from '@salesdesk/salesforce-org';
import { parseCredentials } from './parseCredentials';
import { readEncryptionKeys, readOrgsConfig } from './readOrgsConfig';
import { lightningOrigin, recordUrls } from './recordUrl';

describe('a login address', () => {
  it.each([
    ['https://login.salesforce.com', 'https://login.salesforce.com'],
    ['test.salesforce.com', 'https://test.salesforce.com'],
    [' https://acme.my.salesforce.com/ ', 'https://acme.my.salesforce.com'],
    [
      'https://acme.lightning.force.com/lightning/page/home',
      'https://acme.my.salesforce.com',
    ],
    [
      'https://acme--uat.sandbox.lightning.force.com',
      'https://acme--uat.sandbox.my.salesforce.com',
    ],
    [
      'https://acme.my.salesforce-setup.com/lightning/setup',
      'https://acme.my.salesforce.com',
    ],
    ['https://acme.lightning.crmforce.mil', 'https://acme.my.salesforce.mil'],
    ['http://localhost:7071/x', 'http://localhost:7071'],
    ['http://127.0.0.1:7071', 'http://127.0.0.1:7071'],
    [
      'acme--uat--c.sandbox.vf.force.com/apex/Page',
      'https://acme--uat.sandbox.my.salesforce.com',
    ],
    ['https://acme--c.vf.force.com', 'https://acme.my.salesforce.com'],
    [
      'https://acme-dev-ed.develop.lightning.force.com',
      'https://acme-dev-ed.develop.my.salesforce.com',
    ],
    ['<https://acme.my.salesforce.com/>, ', 'https://acme.my.salesforce.com'],
    ['"acme.my.salesforce.com".', 'https://acme.my.salesforce.com'],
    ['https://acme.lightning.force.com./x', 'https://acme.my.salesforce.com'],
    ['//acme.my.salesforce.com', 'https://acme.my.salesforce.com'],
    ['http://[::1]:7071/', 'http://[::1]:7071'],
    [
      'https://acme.lightning.force.com.mcas.ms/lightning/page/home',
      'https://acme.my.salesforce.com',
    ],
    // a package's page, and pages from before enhanced domains
    [
      'https://acme--sbqq.vf.force.com/apex/Quote',
      'https://acme.my.salesforce.com',
    ],
    [
      'acme--uat--sbqq.sandbox.vf.force.com',
      'https://acme--uat.sandbox.my.salesforce.com',
    ],
    [
      'https://acme--c.na139.visual.force.com/apex/Page',
      'https://acme.my.salesforce.com',
    ],
    [
      'https://acme--uat.cs12.my.salesforce.com',
      'https://acme--uat.sandbox.my.salesforce.com',
    ],
    ['https://acme1.my.salesforce.com', 'https://acme1.my.salesforce.com'],
  ])('takes %s for %s', (text, url) => {
    expect(parseLoginUrl(text)).toMatchObject({ url });
  });

  it.each([
    ['https://acme.lightning.force.com/one/one.app', 'production'],
    ['acme--uat.sandbox.my.salesforce.com', 'sandbox'],
    ['test.salesforce.com', 'sandbox'],
    ['https://acme-dev-ed.develop.my.salesforce.com', 'development'],
    ['http://localhost:7071', 'local'],
    ['https://proxy.example', 'unknown'],
    ['https://acme-dev-ed.my.salesforce.com', 'development'],
    ['https://acme-dev-ed--c.develop.vf.force.com', 'development'],
    ['https://a--b.proxy.example', 'unknown'],
  ])('knows the kind of org behind %s', (text, environment) => {
    expect(parseLoginUrl(text)).toMatchObject({ environment });
  });

  it.each([
    ['https://na139.salesforce.com/home', /My Domain/],
    ['http://acme.my.salesforce.com', /https/],
    ['http://localhost.evil.example', /https/],
    ['ftp://login.salesforce.com', /https/],
    ['https://user:secret@login.salesforce.com', /password/],
    ['https://acme.my.salesforce.com@evil.example', /password/],
    ['https://acme.my.salesforce.com.evil.example', /only looks like/],
    ['https://acme.lightning.force.com.evil.example/one', /only looks like/],
    // the first letter is a Cyrillic one
    ['https://\u0430cme.my.salesforce.com', /only looks like/],
    ['https://na44.lightning.force.com', /My Domain/],
    ['na1-api.salesforce.com', /My Domain/],
    ['https://help.salesforce.com/s/articleView', /Nobody logs in/],
    ['https://acme.my.salesforce-sites.com/shop', /Nobody logs in/],
    ['acme', /https:\/\/acme\.my\.salesforce\.com/],
    ['mailto:sam@acme.com', /password|address/],
    ['', /address/],
    ['not a url', /address/],
  ])('refuses "%s"', (text, problem) => {
    expect(parseLoginUrl(text)).toEqual({
      problem: expect.stringMatching(problem),
    });
  });
});

describe('a link to a record', () => {
  it.each([
    ['https://acme.my.salesforce.com', 'https://acme.lightning.force.com'],
    [
      'https://acme--uat.sandbox.my.salesforce.com',
      'https://acme--uat.sandbox.lightning.force.com',
    ],
    ['https://acme.my.salesforce.mil', 'https://acme.lightning.crmforce.mil'],
    ['http://localhost:7071', 'http://localhost:7071'],
  ])('of %s leads to %s', (instanceUrl, origin) => {
    expect(lightningOrigin(instanceUrl)).toBe(origin);
    expect(recordUrls(instanceUrl)('User', '005x')).toBe(
      `${origin}/lightning/r/User/005x/view`,
    );
  });
});

describe('credentials', () => {
  const parse = (credentials: Credentials) =>
    parseCredentials({ credentials, path: 'credentials' });

  it('are trimmed, and line ends of keys restored', () => {
    const { privateKey, consumerKey } = demoApps.jwtBearer;
    expect(
      parse({
        kind: 'jwt_bearer',
        loginUrl: 'login.salesforce.com',
        username: ' u@acme.com\n',
        clientId: consumerKey,
        privateKey: privateKey.replace(/\n/g, '\\n'),
      }),
    ).toMatchObject({
      loginUrl: 'https://login.salesforce.com',
      username: 'u@acme.com',
      privateKey: privateKey.trim(),
    });
  });

  it('name every field that is missing or wrong, at once', () => {
    expect(() =>
      parse({
        kind: 'username_password',
        loginUrl: 'http://evil.example',
        username: ' ',
      }),
    ).toThrow(
      expect.objectContaining({
        name: 'InputError',
        fields: [
          'loginUrl',
          'username',
          'password',
          'clientId',
          'clientSecret',
        ].map(field =>
          expect.objectContaining({ path: `credentials.${field}` }),
        ),
      }),
    );
    expect(() =>
      parse({
        kind: 'jwt_bearer',
        loginUrl: 'login.salesforce.com',
        username: 'u',
        clientId: 'c',
        privateKey:
          '-----BEGIN PRIVATE KEY-----\nnonsense\n-----END PRIVATE KEY-----',
      }),
    ).toThrow(/RSA key/);
  });
});

describe('orgs of the configuration', () => {
  const credentials = {
    kind: 'client_credentials',
    loginUrl: 'https://acme.my.salesforce.com',
    clientId: 'id',
    clientSecret: 'TOP-SECRET',
  };
  const read = (orgs: object) =>
    readOrgsConfig(new ConfigReader({ salesforce: { orgs } }));

  it('have defaults for everything but the credentials', () => {
    expect(read({ acme: { credentials } })).toEqual([
      {
        id: 'acme',
        title: 'acme',
        owners: [],
        isDefault: false,
        apiVersion: '63.0',
        credentials,
      },
    ]);
    expect(readOrgsConfig(new ConfigReader({}))).toEqual([]);
  });

  it.each([
    ['a wrong id', { Acme: { credentials } }, /id of an org/],
    [
      'a wrong version',
      { acme: { credentials, apiVersion: '63' } },
      /apiVersion/,
    ],
    [
      'a wrong kind',
      { acme: { credentials: { ...credentials, kind: 'soap' } } },
      /kind must be one of/,
    ],
    [
      'a missing secret',
      { acme: { credentials: { ...credentials, clientSecret: undefined } } },
      /salesforce.orgs.acme.credentials cannot be used: Give the consumer secret/,
    ],
  ])('are refused for %s, without showing a secret', (_, orgs, message) => {
    expect(() => read(orgs)).toThrow(message);
    expect(() => read(orgs)).not.toThrow(/TOP-SECRET/);
  });

  it('have keys that are long enough and distinct', () => {
    const keys = (...list: object[]) =>
      readEncryptionKeys(
        new ConfigReader({ salesforce: { encryption: { keys: list } } }),
      );
    const secret = 'x'.repeat(32);
    expect(keys({ id: 'a', secret })).toHaveLength(1);
    expect(() => keys({ id: 'a', secret: 'short' })).toThrow(/32 characters/);
    expect(() => keys({ id: 'a', secret }, { id: 'a', secret })).toThrow(
      /same id/,
    );
    expect(readEncryptionKeys(new ConfigReader({}))).toEqual([]);
  });
});
