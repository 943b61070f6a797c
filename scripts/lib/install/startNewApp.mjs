import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDemoConfig } from '../demo/readDemoConfig.mjs';
import { freePort } from '../ports.mjs';
import { inRepository } from '../repository.mjs';
import { startService } from '../startService.mjs';
import { waitUntil } from '../waitUntil.mjs';

/**
 * Starts the backend of the new app against a local org. In the stock
 * template it also serves the frontend that was built.
 *
 * @returns its address, the token of its guest, and `end()`
 */
export async function startNewApp({ app }) {
  const logs = name => inRepository('artifacts', `install-${name}.log`);
  mkdirSync(inRepository('artifacts'), { recursive: true });
  const [orgPort, port] = [await freePort(), await freePort()];
  const url = `http://localhost:${port}`;

  const config = join(app.directory, 'app-config.check.yaml');
  writeFileSync(
    config,
    JSON.stringify({
      app: { baseUrl: url },
      backend: { baseUrl: url, listen: { host: '127.0.0.1', port } },
    }),
  );

  const org = startService({
    name: 'org',
    command: 'node',
    args: ['bin/salesforce-org', '--port', `${orgPort}`, '--data', 'demo'],
    cwd: inRepository('packages/salesforce-org'),
    log: logs('org'),
  });
  const backend = startService({
    name: 'backend',
    command: 'yarn',
    args: [
      'start',
      ...[
        'app-config.yaml',
        'app-config.local.yaml',
        'app-config.check.yaml',
      ].flatMap(file => ['--config', `../../${file}`]),
    ],
    cwd: join(app.directory, 'packages/backend'),
    env: {
      ...app.env,
      NODE_OPTIONS: '--no-node-snapshot',
      ...variablesOfTheGuide({ loginUrl: `http://localhost:${orgPort}` }),
    },
    log: logs('backend'),
  });
  const end = () =>
    Promise.all(
      [org, backend].map(service => service.end({ signal: 'SIGKILL' })),
    );

  try {
    let token;
    await waitUntil({
      what: 'the new app lets its guest sign in',
      service: backend,
      timeoutSeconds: 180,
      ready: async () => {
        const answer = await fetch(`${url}/api/auth/guest/refresh`, {
          method: 'POST',
        });
        token = answer.ok && (await answer.json()).backstageIdentity.token;
        return Boolean(token);
      },
    });
    return { url, token, backend, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The variables of docs/install.md, for the local org with the demo's data. */
function variablesOfTheGuide({ loginUrl }) {
  const { credentials } = readDemoConfig().salesforce.orgs.acme;
  return {
    SALESFORCE_LOGIN_URL: loginUrl,
    SALESFORCE_CLIENT_ID: credentials.clientId,
    SALESFORCE_CLIENT_SECRET: credentials.clientSecret,
    SALESFORCE_ENCRYPTION_SECRET: randomBytes(32).toString('base64'),
    SALESFORCE_AUDIT_SIGNING_KEY: randomBytes(32).toString('base64'),
  };
}
