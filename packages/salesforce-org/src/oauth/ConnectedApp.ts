import { z } from 'zod';

/** The ways to a token that an app can have ticked. */
export const oauthFlows = [
  'password',
  'jwtBearer',
  'clientCredentials',
  'authorizationCode',
  'refreshToken',
] as const;

/** A connected app or external client app, as its admin has set it up. */
export const connectedAppSchema = z
  .object({
    /** Consumer key. */
    clientId: z.string().min(1),
    /** Consumer secret; null for apps that cannot keep one. */
    clientSecret: z.string().nullable().default(null),
    name: z.string().min(1),
    kind: z.enum(['connectedApp', 'externalClientApp']).default('connectedApp'),
    flows: z.array(z.enum(oauthFlows)).default([...oauthFlows]),
    scopes: z
      .array(z.string())
      .default(['id', 'api', 'web', 'openid', 'refresh_token']),
    redirectUris: z.array(z.string()).default([]),
    /** PEM of the certificate or public key that signs JWT assertions. */
    certificate: z.string().nullable().default(null),
    /** Username that client credentials act as. */
    runAs: z.string().nullable().default(null),
    /** "Admin approved users are pre-authorized": others are refused. */
    adminApprovedOnly: z.boolean().default(false),
    /** Usernames that have approved the app already. */
    approvedBy: z.array(z.string()).default([]),
    installed: z.boolean().default(true),
    /** On the list of API Access Control. */
    allowListed: z.boolean().default(true),
    /** Addresses that may log in through the app; null for all. */
    allowedAddresses: z.array(z.string()).nullable().default(null),
    requireProofKey: z.boolean().default(false),
    /** Whether code and refresh exchanges must bring the secret. */
    requireSecret: z.boolean().default(false),
    refreshTokenRotation: z.boolean().default(false),
  })
  .strict();

export type ConnectedApp = z.infer<typeof connectedAppSchema>;
export type ConnectedAppInput = z.input<typeof connectedAppSchema>;
export type OauthFlow = (typeof oauthFlows)[number];

/** What the sf CLI logs in with; it exists in every org. */
export const platformCliApp: ConnectedAppInput = {
  clientId: 'PlatformCLI',
  name: 'Salesforce CLI',
  flows: ['authorizationCode', 'refreshToken', 'jwtBearer'],
  redirectUris: ['http://localhost:1717/OauthRedirect'],
  scopes: ['refresh_token', 'api', 'web', 'id'],
};
