import { expect, test } from './support/test';

const password = 'Salesdesk-2026';

test('a person connects their own Salesforce user, and disconnects', async ({
  signIn,
  portal,
  picture,
}) => {
  const erin = await signIn('erin.walsh', '/salesforce');
  const mine = erin.getByRole('list', { name: 'My Salesforce' });
  await mine.getByRole('button', { name: 'Connect my Salesforce' }).click();

  // the login page of Salesforce, with her username filled in
  await expect(
    erin.getByRole('textbox', { name: 'Username', exact: true }),
  ).toHaveValue('erin.walsh@acme.com');
  await erin.getByLabel('Password').fill(password);
  await erin.getByRole('button', { name: 'Log In' }).click();
  await erin.getByRole('button', { name: 'Allow' }).click();
  await expect(erin.getByText('Your Salesforce is connected')).toBeVisible();
  expect(erin.url()).not.toContain('code=');
  expect(erin.url()).not.toContain('state=');
  await picture(erin, 'personal-connected');

  await erin.getByRole('link', { name: 'Go on' }).click();
  await expect(mine).toContainText('as erin.walsh@acme.com');
  await picture(erin, 'home-my-salesforce');
  const api = await portal('erin.walsh');
  const { body } = await api.call<{ items: unknown[] }>({
    path: 'salesforce/personal/connections',
  });
  expect(body.items).toEqual([
    expect.objectContaining({ state: 'connected', org: 'acme' }),
  ]);

  await mine.getByRole('button', { name: /Disconnect/ }).click();
  await expect(erin.getByText(/Your token is revoked/)).toBeVisible();
});

test('nobody becomes somebody else by their password', async ({
  signIn,
  picture,
}) => {
  const priya = await signIn('priya.raman', '/salesforce');
  await priya.getByRole('button', { name: 'Connect my Salesforce' }).click();
  await priya
    .getByRole('textbox', { name: 'Username', exact: true })
    .fill('dan@acme.com');
  await priya.getByLabel('Password').fill(password);
  await priya.getByRole('button', { name: 'Log In' }).click();
  await priya.getByRole('button', { name: 'Allow' }).click();
  await expect(priya.getByText(/Nothing was connected: /)).toBeVisible();

  const sam = await signIn('sam.okafor', '/salesforce/admin/orgs/acme/people');
  const claim = sam
    .getByRole('listitem')
    .filter({ hasText: 'logged in as dan@acme.com' });
  await expect(claim).toContainText('Priya Raman');
  await picture(sam, 'people-to-settle');
  await claim.getByRole('button', { name: 'It is not theirs' }).click();
  await expect(claim).toHaveCount(0);
});

test.describe('connecting another org', () => {
  const apps = {
    client: [
      '3MVG9demoSalesdeskClientCreds000000000002',
      'DEMO-CLIENT-CREDENTIALS-SECRET',
    ],
    web: ['3MVG9demoSalesdeskWebServer0000000000004', 'DEMO-WEB-SERVER-SECRET'],
    password: [
      '3MVG9demoSalesdeskPassword0000000000000001',
      'DEMO-PASSWORD-APP-SECRET',
    ],
  };

  for (const kind of ['client', 'web', 'jwt', 'password'] as const) {
    test(`by ${kind}, from its name to the green check`, async ({
      signIn,
      demo,
      picture,
    }) => {
      const sam = await signIn('sam.okafor', '/salesforce/admin/orgs/_connect');
      await sam.getByRole('textbox', { name: 'Title' }).fill(`Acme ${kind}`);
      await sam.getByRole('button', { name: 'Save and go on' }).click();
      await expect(
        sam.getByRole('heading', { name: `Set up the login of Acme ${kind}` }),
      ).toBeVisible();
      const radio = {
        client: /^Client credentials/,
        web: /^Log in with Salesforce/,
        jwt: /^JWT bearer/,
        password: /^Username and password/,
      }[kind];
      await sam.getByText(radio).first().click();
      await sam
        .getByRole('textbox', { name: 'Login address', exact: true })
        .fill(demo.orgUrl);

      if (kind === 'jwt') {
        await sam.getByRole('button', { name: 'Make a key pair' }).click();
        const download = sam.waitForEvent('download');
        await sam.getByRole('button', { name: 'Download certificate' }).click();
        const certificate = await (await download).path();
        const { readFile } = await import('node:fs/promises');
        // what an admin does with it in Salesforce Setup
        await fetch(`${demo.orgUrl}/__org/connected-apps`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            clientId: '3MVG9journeyJwt',
            name: 'Journey JWT',
            flows: ['jwtBearer'],
            certificate: await readFile(certificate, 'utf8'),
            approvedBy: ['integration@acme.com'],
          }),
        });
        await sam
          .getByRole('textbox', { name: 'Consumer key', exact: true })
          .fill('3MVG9journeyJwt');
      } else {
        const [clientId, clientSecret] = apps[kind];
        await sam
          .getByRole('textbox', { name: 'Consumer key', exact: true })
          .fill(clientId);
        await sam.getByLabel(/^Consumer secret(?! of)/).fill(clientSecret);
      }
      if (kind === 'jwt' || kind === 'password') {
        await sam
          .getByRole('textbox', { name: 'Username of the integration user' })
          .fill('integration@acme.com');
      }
      if (kind === 'password') {
        await sam.getByLabel(/^Password/).fill(password);
        await sam
          .getByLabel(/^Security token/)
          .fill('LocalOrgSecurityToken24x');
      }

      if (kind === 'web') {
        await picture(sam, 'org-set-up');
        await sam
          .getByRole('button', { name: 'Log in with Salesforce' })
          .click();
        await sam
          .getByRole('textbox', { name: 'Username', exact: true })
          .fill('sam.okafor@acme.com');
        await sam.getByLabel('Password').fill(password);
        await sam.getByRole('button', { name: 'Log In' }).click();
        await sam.getByRole('button', { name: 'Allow' }).click();
        await sam.getByRole('link', { name: 'Open Acme web' }).click();
      } else {
        await sam.getByRole('button', { name: 'Check connection' }).click();
        await expect(sam.getByText(/The connection works/)).toBeVisible();
        await sam.getByRole('button', { name: 'Connect org' }).click();
      }
      await expect(
        sam.getByRole('heading', { name: `Acme ${kind}` }),
      ).toBeVisible();
      await expect(sam.getByText('Connected', { exact: true })).toBeVisible();
      await expect(
        sam.getByText(/The connection was checked and works/),
      ).toBeVisible();
      await picture(sam, `org-connected-by-${kind}`);
      await sam.getByRole('button', { name: 'Disconnect' }).click();
      await sam.getByRole('button', { name: 'Disconnect this org' }).click();
      await expect(
        sam.getByText('The audit log', { exact: true }),
      ).toBeVisible();
    });
  }
});
