import type { OrgCredentials } from '../gateway';

/** What is most likely wrong, and what to do about it. */
export interface Diagnosis {
  cause: string;
  /** With the place in Salesforce Setup, where there is one. */
  fix: string;
}

/** What is known of a login that failed. */
export interface FailedLogin {
  /** OAuth's `error`, or our own word for what never got that far. */
  code: string;
  /** OAuth's `error_description`. */
  description: string;
  kind: OrgCredentials['kind'];
}

interface Row extends Diagnosis {
  code: string | RegExp;
  description?: RegExp;
  kind?: OrgCredentials['kind'];
}

const appPage =
  'Setup > Apps > External Client Apps > External Client App Manager (or App Manager for a connected app)';
const policies = `${appPage} > the app > Policies`;
const settings = `${appPage} > the app > Settings > OAuth Settings`;

/*
 * One row per error of the token endpoint that Salesforce documents or that
 * people report. The first row that fits speaks. Descriptions are matched
 * loosely: their wording has changed between releases.
 */
const rows: Row[] = [
  {
    code: 'invalid_client_id',
    cause:
      'The org does not know this consumer key. It belongs to another org or to another login address, or the app is less than ten minutes old',
    fix: `Copy the consumer key from ${settings} > Consumer Key and Secret, and wait ten minutes after creating the app`,
  },
  {
    code: 'invalid_client',
    description: /installed/i,
    cause:
      'The connected app is not installed in the org. Since September 2025 Salesforce lets nobody authorise an app that is not installed',
    fix: 'Setup > Apps > Connected Apps > Connected Apps OAuth Usage > the app > Install. Better: create an External Client App of your own',
  },
  {
    code: 'invalid_client',
    cause: 'The consumer secret does not belong to the consumer key',
    fix: `Copy the consumer secret from ${settings} > Consumer Key and Secret`,
  },
  {
    code: 'invalid_app_access',
    cause:
      'The app admits only users whom an admin has approved, and the integration user is not among them',
    fix: `${policies} > App Policies: add the profile or a permission set of the integration user`,
  },
  {
    code: 'app_not_found',
    cause:
      'The external client app does not exist in this org, or the login address is that of another org',
    fix: 'Check that the login address is the My Domain of the org that holds the app: Setup > Company Settings > My Domain',
  },
  {
    code: 'invalid_grant',
    description: /ip restricted/i,
    cause:
      'The integration user may not log in from the address of this server',
    fix: 'Setup > Users > Profiles > profile of the integration user > Login IP Ranges: add the address; or relax it for the app in its policies (IP Relaxation)',
  },
  {
    code: 'invalid_grant',
    description: /approved this consumer/i,
    cause: 'The integration user has never approved the app',
    fix: `${policies} > Permitted Users: "Admin approved users are pre-authorized", then add the profile or a permission set of the integration user`,
  },
  {
    code: 'invalid_grant',
    description: /not supported on this domain/i,
    cause:
      'Client credentials work at the My Domain of the org only, not at login.salesforce.com or test.salesforce.com',
    fix: 'Use the address shown in Setup > Company Settings > My Domain, such as https://acme.my.salesforce.com',
  },
  {
    code: 'invalid_grant',
    description: /no client credentials user/i,
    cause: 'The app has no user to run as',
    fix: `${policies} > OAuth Policies > Enable Client Credentials Flow: choose the integration user under "Run As"`,
  },
  {
    code: 'invalid_grant',
    description: /no valid scopes/i,
    cause: 'None of the scopes of the app can be used by client credentials',
    fix: `${settings} > OAuth Scopes: add "Manage user data via APIs (api)"`,
  },
  {
    code: 'invalid_grant',
    description: /audience/i,
    cause:
      'The login address is not one that the org accepts in a signed assertion',
    fix: 'Use https://login.salesforce.com for production, https://test.salesforce.com for a sandbox, or the My Domain of the org',
  },
  {
    code: 'invalid_grant',
    description: /invalid assertion|signature/i,
    cause:
      'The private key does not belong to the certificate that the app holds, or the certificate has expired',
    fix: `${settings} > Use digital signatures: upload the certificate that belongs to this private key`,
  },
  {
    code: 'invalid_grant',
    description: /expired (access|refresh)|token/i,
    cause: 'The authorisation was withdrawn or has expired',
    fix: 'Log in again; look at Setup > Apps > Connected Apps > Connected Apps OAuth Usage for who withdrew it',
  },
  {
    code: 'invalid_grant',
    description: /authorization code/i,
    cause: 'The authorisation code was used before or is older than 15 minutes',
    fix: 'Start the login again',
  },
  {
    code: 'invalid_grant',
    description: /verifier|code challenge/i,
    cause: 'The proof of the login (PKCE) does not fit the code',
    fix: 'Start the login again, in one browser',
  },
  {
    code: 'invalid_grant',
    description: /frozen|inactive user/i,
    cause: 'The integration user is frozen or inactive',
    fix: 'Setup > Users > the integration user: unfreeze or activate it',
  },
  {
    code: 'invalid_grant',
    kind: 'username_password',
    cause:
      'Salesforce does not say which of these it is: the username or the password is wrong; the security token is missing, wrong or was renewed with the last change of the password; the user is locked out, frozen or inactive; or the username-password flow is switched off, as it is by default in orgs made since summer 2023',
    fix: 'Look at Setup > Users > Login History of the integration user, which names the reason. The flow: Setup > Identity > OAuth and OpenID Connect Settings > Allow OAuth Username-Password Flows. A new token: the user’s Settings > Reset My Security Token. Better: use client credentials',
  },
  {
    code: 'invalid_grant',
    kind: 'jwt_bearer',
    cause:
      'Salesforce does not say which of these it is: the username is wrong or of another org, the user is locked out, frozen or inactive, or the org is a sandbox and the login address is that of production',
    fix: 'Look at Setup > Users > Login History of the integration user, and check the login address',
  },
  {
    code: 'invalid_grant',
    cause:
      'Salesforce refused the login without saying why: the integration user may be locked out, frozen or inactive',
    fix: 'Look at Setup > Users > Login History of the integration user',
  },
  {
    code: 'unsupported_grant_type',
    kind: 'client_credentials',
    cause: 'The app does not allow client credentials',
    fix: `${settings} > Flow Enablement: tick "Enable Client Credentials Flow"; then ${policies}: enable it and choose who to run as`,
  },
  {
    code: 'unsupported_grant_type',
    cause: 'The org or the app does not allow this kind of login',
    fix: `${settings} > Flow Enablement: allow it, or choose another kind of login`,
  },
  {
    code: 'invalid_request',
    cause: 'Something that this kind of login needs is missing',
    fix: 'Fill in every field, then try again',
  },
  {
    code: 'inactive_user',
    cause: 'The integration user is inactive',
    fix: 'Setup > Users > the integration user > Edit: tick Active',
  },
  {
    code: 'inactive_org',
    cause: 'The org is locked, closed or suspended',
    fix: 'Ask the person at Salesforce who looks after your contract',
  },
  {
    code: 'redirect_uri_mismatch',
    cause: 'The address to return to is not one that the app knows',
    fix: `${settings} > Callback URL: add the address of this portal`,
  },
  {
    code: 'rate_limit_exceeded',
    cause:
      'The integration user has logged in too often: 3,600 logins an hour are allowed',
    fix: 'Wait an hour; look for another program that uses the same user in Setup > Users > Login History',
  },
  {
    code: /^(server_error|unknown_error|unavailable)$/,
    cause: 'Salesforce has a problem of its own',
    fix: 'Look at https://status.salesforce.com for your instance, and try again later',
  },
  {
    code: 'invalid_private_key',
    cause: 'The private key cannot be read',
    fix: 'Give an RSA key without passphrase, in PEM form (-----BEGIN PRIVATE KEY-----)',
  },
  {
    code: 'timeout',
    cause: 'The login address did not answer in time',
    fix: 'Check the address, and that this server may reach it (proxy, firewall)',
  },
  {
    code: 'unreachable',
    cause:
      'The login address cannot be reached: its name is wrong, or a proxy or firewall stands in between',
    fix: 'Check the address in Setup > Company Settings > My Domain, and that this server may reach it',
  },
  {
    code: /^(ERROR_HTTP_|unexpected)/,
    cause: 'There is a server at the login address, but no Salesforce org',
    fix: 'Use https://login.salesforce.com, https://test.salesforce.com for a sandbox, or the My Domain of the org',
  },
];

/** Names the likely cause of a refused login and what to do. Pure. */
export function diagnoseLogin(failed: FailedLogin): Diagnosis {
  const row = rows.find(
    ({ code, description, kind }) =>
      (typeof code === 'string'
        ? code === failed.code
        : code.test(failed.code)) &&
      (description === undefined || description.test(failed.description)) &&
      (kind === undefined || kind === failed.kind),
  );
  if (!row) {
    return {
      cause: `Salesforce refused the login (${failed.code}) for a reason that Salesdesk does not know`,
      fix: 'Look at Setup > Users > Login History of the integration user',
    };
  }
  return { cause: row.cause, fix: row.fix };
}
