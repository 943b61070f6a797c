import type { ConnectedAppInput } from '../oauth/ConnectedApp';
import { demoPrivateKey, demoPublicKey } from './demo/demoKeys';

/*
 * The connected apps of every data set: one for each way in which Salesdesk
 * can log in. The keys and secrets are public knowledge; they open local orgs
 * and nothing else.
 */

/** Where the demo host expects people back from "Connect my Salesforce". */
export const demoRedirectUris: readonly string[] = [
  'http://localhost:7007/api/salesforce/oauth/callback',
  'http://localhost:7007/api/salesforce/connections/callback',
  'http://localhost:3000/salesforce/oauth/callback',
];

/** Consumer keys and secrets, by the flow that the app allows. */
export const demoApps = {
  /** Username-password flow, as the seeds describe it. */
  password: {
    name: 'Salesdesk (password)',
    consumerKey: '3MVG9demoSalesdeskPassword0000000000000001',
    consumerSecret: 'DEMO-PASSWORD-APP-SECRET',
  },
  /** Client credentials: acts as the integration user. */
  clientCredentials: {
    name: 'Salesdesk (client credentials)',
    consumerKey: '3MVG9demoSalesdeskClientCreds000000000002',
    consumerSecret: 'DEMO-CLIENT-CREDENTIALS-SECRET',
  },
  /** JWT bearer: assertions signed with the demo's private key. */
  jwtBearer: {
    name: 'Salesdesk (JWT bearer)',
    consumerKey: '3MVG9demoSalesdeskJwtBearer0000000000003',
    privateKey: demoPrivateKey,
    publicKey: demoPublicKey,
  },
  /** Web-server flow with PKCE: people connect their own user. */
  webServer: {
    name: 'Salesdesk (connect my Salesforce)',
    consumerKey: '3MVG9demoSalesdeskWebServer0000000000004',
    consumerSecret: 'DEMO-WEB-SERVER-SECRET',
  },
} as const;

/** The apps as the org registers them, around its integration user. */
export function connectedAppsFor(options: {
  integrationUsername: string;
  redirectUris?: readonly string[];
}): ConnectedAppInput[] {
  const { integrationUsername, redirectUris = demoRedirectUris } = options;
  const { password, clientCredentials, jwtBearer, webServer } = demoApps;
  return [
    {
      clientId: password.consumerKey,
      clientSecret: password.consumerSecret,
      name: password.name,
      flows: ['password'],
      scopes: ['id', 'api'],
    },
    {
      clientId: clientCredentials.consumerKey,
      clientSecret: clientCredentials.consumerSecret,
      name: clientCredentials.name,
      flows: ['clientCredentials'],
      scopes: ['id', 'api'],
      runAs: integrationUsername,
    },
    {
      clientId: jwtBearer.consumerKey,
      name: jwtBearer.name,
      flows: ['jwtBearer'],
      scopes: ['id', 'api', 'web', 'refresh_token'],
      certificate: jwtBearer.publicKey,
      approvedBy: [integrationUsername],
    },
    {
      clientId: webServer.consumerKey,
      clientSecret: webServer.consumerSecret,
      name: webServer.name,
      flows: ['authorizationCode', 'refreshToken'],
      scopes: ['id', 'api', 'web', 'openid', 'refresh_token'],
      redirectUris: [...redirectUris],
      requireProofKey: true,
    },
  ];
}
