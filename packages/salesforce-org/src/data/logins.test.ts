import { createHash, randomBytes } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import { DEFAULT_PASSWORD } from '../oauth/PasswordStore';
import type { SalesforceOrgServer } from '../SalesforceOrgServer';
import { startSalesforceOrg } from '../startSalesforceOrg';
import { demoApps, demoRedirectUris } from './connectedApps';
import { demoServiceUsers } from './demo/demoServiceUsers';

describe('the demo logs in', () => {
  let server: SalesforceOrgServer;
  beforeAll(async () => {
    server = await startSalesforceOrg({ data: 'demo' });
  });
  afterAll(() => server.stop());

  async function token(fields: Record<string, string>) {
    const answer = await fetch(`${server.url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    const body = (await answer.json()) as Record<string, string>;
    return { status: answer.status, body };
  }

  /** Username of whom a token belongs to. */
  async function whoIs(accessToken: string) {
    const answer = await fetch(`${server.url}/services/oauth2/userinfo`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    const { preferred_username: username } = (await answer.json()) as {
      preferred_username: string;
    };
    return username;
  }

  it('with username and password, as the seeds do', async () => {
    const { consumerKey, consumerSecret } = demoApps.password;
    const { status, body } = await token({
      grant_type: 'password',
      client_id: consumerKey,
      client_secret: consumerSecret,
      username: demoServiceUsers.integration,
      password: DEFAULT_PASSWORD,
    });
    expect(status).toBe(200);
    expect(await whoIs(body.access_token)).toBe(demoServiceUsers.integration);
  });

  it('with client credentials', async () => {
    const { consumerKey, consumerSecret } = demoApps.clientCredentials;
    const { body } = await token({
      grant_type: 'client_credentials',
      client_id: consumerKey,
      client_secret: consumerSecret,
    });
    expect(await whoIs(body.access_token)).toBe(demoServiceUsers.integration);
  });

  it('with an assertion signed by the private key of the demo', async () => {
    const { consumerKey, privateKey } = demoApps.jwtBearer;
    const assertion = await new SignJWT({})
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(consumerKey)
      .setSubject(demoServiceUsers.integration)
      .setAudience('https://login.salesforce.com')
      .setExpirationTime('3m')
      .sign(await importPKCS8(privateKey, 'RS256'));
    const { body } = await token({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion,
    });
    expect(await whoIs(body.access_token)).toBe(demoServiceUsers.integration);
  });

  it('as a person who connects their own user', async () => {
    const { consumerKey, consumerSecret } = demoApps.webServer;
    const verifier = randomBytes(64).toString('base64url');
    const [redirectUri] = demoRedirectUris;
    const consent = await fetch(`${server.url}/services/oauth2/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        response_type: 'code',
        client_id: consumerKey,
        redirect_uri: redirectUri,
        scope: 'api refresh_token',
        state: 'state',
        code_challenge: createHash('sha256')
          .update(verifier)
          .digest('base64url'),
        username: 'erin.walsh@acme.com',
        password: DEFAULT_PASSWORD,
        decision: 'allow',
      }),
    });
    const location = new URL(String(consent.headers.get('location')));
    const { body } = await token({
      grant_type: 'authorization_code',
      client_id: consumerKey,
      client_secret: consumerSecret,
      redirect_uri: redirectUri,
      code: String(location.searchParams.get('code')),
      code_verifier: verifier,
    });
    expect(await whoIs(body.access_token)).toBe('erin.walsh@acme.com');
    expect(body.refresh_token).toBeTruthy();
  });

  it('and a blocker is cleared through the control API', async () => {
    const pat = server.org.store.findBy(
      'User',
      'Username',
      'pat.default@acme.com',
    )[0].Id;
    const rows = (await (
      await fetch(`${server.url}/__org/rows/SetupReference?ReferenceId=${pat}`)
    ).json()) as { rows?: { Id: string }[] } | { Id: string }[];
    const found = Array.isArray(rows) ? rows : rows.rows ?? [];
    expect(found).toHaveLength(3);
    for (const { Id } of found) {
      const answer = await fetch(
        `${server.url}/__org/rows/SetupReference/${Id}`,
        { method: 'DELETE' },
      );
      expect(answer.status).toBe(204);
    }
    const deactivated = await fetch(
      `${server.url}/services/data/v63.0/sobjects/User/${pat}`,
      {
        method: 'PATCH',
        headers: {
          authorization: `Bearer ${server.mintToken('sam.okafor@acme.com')}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ IsActive: false }),
      },
    );
    expect(deactivated.status).toBe(204);
  });
});
