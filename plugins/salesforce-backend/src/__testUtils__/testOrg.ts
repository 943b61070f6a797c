import {
  DEFAULT_PASSWORD,
  DEFAULT_SECURITY_TOKEN,
  demoApps,
  startSalesforceOrg,
  type SalesforceOrgServer,
  type StartOptions,
} from '@salesdesk/salesforce-org';
import {
  JsforceGateway,
  type JsforceGatewayOptions,
  type OrgCredentials,
} from '../gateway';

const running: SalesforceOrgServer[] = [];

/** An org of the test's own; `stopTestOrgs` ends it. */
export async function startTestOrg(
  options: StartOptions = {},
): Promise<SalesforceOrgServer> {
  const server = await startSalesforceOrg({ data: 'demo', ...options });
  running.push(server);
  return server;
}

/** For `afterAll`. */
export async function stopTestOrgs(): Promise<void> {
  await Promise.all(
    // a test may have ended its org itself
    running.splice(0).map(server => server.stop().catch(() => {})),
  );
}

/** What people enter; a login through a browser is not entered. */
export type EnteredCredentials = Exclude<
  OrgCredentials,
  { kind: 'web_server' }
>;

/** Credentials that open the org, of each kind. */
export function testCredentials(
  server: SalesforceOrgServer,
  kind: EnteredCredentials['kind'] = 'client_credentials',
): EnteredCredentials {
  const username = server.data.integrationUsername ?? '';
  const loginUrl = server.url;
  switch (kind) {
    case 'username_password':
      return {
        kind,
        loginUrl,
        username,
        password: DEFAULT_PASSWORD,
        securityToken: DEFAULT_SECURITY_TOKEN,
        clientId: demoApps.password.consumerKey,
        clientSecret: demoApps.password.consumerSecret,
      };
    case 'jwt_bearer':
      return {
        kind,
        loginUrl,
        username,
        clientId: demoApps.jwtBearer.consumerKey,
        privateKey: demoApps.jwtBearer.privateKey,
      };
    default:
      return {
        kind: 'client_credentials',
        loginUrl,
        clientId: demoApps.clientCredentials.consumerKey,
        clientSecret: demoApps.clientCredentials.consumerSecret,
      };
  }
}

/** A gateway to the org that never really waits. */
export function testGateway(
  server: SalesforceOrgServer,
  options: Partial<JsforceGatewayOptions> = {},
): JsforceGateway {
  return JsforceGateway.create({
    credentials: testCredentials(server),
    apiVersion: '63.0',
    now: () => new Date(),
    wait: async () => {},
    timeout: 5_000,
    ...options,
  });
}
