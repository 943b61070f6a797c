import type {
  OrgDetail,
  OrgPeoplePage,
  OrgValidation,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { FakeError, type FakeBackend } from './FakeBackend';
import { people } from './people';
import { hoursBefore } from './samples';

export function sampleOrg(overrides: Partial<OrgDetail> = {}): OrgDetail {
  return {
    id: 'acme',
    title: 'Acme production',
    status: 'connected',
    isDefault: true,
    isSandbox: false,
    entityRef: 'resource:default/salesforce-acme',
    owners: [
      {
        ref: 'group:default/salesforce-admins',
        displayName: 'Salesforce admins',
      },
      people.sam,
    ],
    instanceUrl: 'https://acme.my.salesforce.com',
    apiVersion: '63.0',
    source: 'database',
    organizationId: '00D000000000001EAA',
    edition: 'Enterprise Edition',
    credentials: {
      kind: 'client_credentials',
      loginUrl: 'https://acme.my.salesforce.com',
      clientId: '3MVG9example',
      updatedAt: hoursBefore(300),
      keyId: '2026-11',
    },
    limits: {
      used: 81_240,
      max: 100_000,
      level: 'warning',
      at: hoursBefore(1),
    },
    licenses: [
      { name: 'Salesforce', used: 122, total: 130 },
      { name: 'Salesforce Platform', used: 20, total: 20 },
      { name: 'Salesforce Integration', used: 2, total: 5 },
      { name: 'Identity', used: 0, total: 50 },
      { name: 'Chatter Free', used: 12, total: 5000 },
    ],
    waitingRequests: 3,
    checkedAt: hoursBefore(2),
    allowedActions: ['validate', 'update', 'disconnect', 'pause'],
    ...overrides,
  };
}

/** The consumer secret with which the check passes. */
export const RIGHT_SECRET = 'c0nsumer-s3cret';

export const passedValidation: OrgValidation = {
  ok: true,
  runningAs: 'integration@acme.com',
  checks: [
    {
      id: 'login',
      title: 'Log in',
      state: 'passed',
      message: 'Logged in to https://acme.my.salesforce.com',
    },
    { id: 'api', title: 'Use the API', state: 'passed' },
  ],
};

export const failedValidation: OrgValidation = {
  ok: false,
  checks: [
    {
      id: 'login',
      title: 'Log in',
      state: 'failed',
      message: 'Salesforce refused the login',
      cause: 'The consumer secret does not belong to the consumer key',
      fix: 'Copy the consumer secret from Setup > Apps > External Client App Manager',
      details: 'invalid_client: invalid client credentials',
    },
    {
      id: 'api',
      title: 'Use the API',
      state: 'skipped',
      message: 'Not checked, because an earlier check failed',
    },
  ],
};

const samplePeople: OrgPeoplePage = {
  items: [
    {
      person: people.erin,
      user: { id: '005Ho00000ErinAAA', username: 'erin.walsh@acme.com' },
      recognisedBy: 'username',
      proposals: [],
    },
    {
      person: people.sam,
      proposals: [
        {
          id: '005Ho00000SamoAAA',
          username: 'sokafor@acme.example',
          name: 'Sam Okafor',
        },
      ],
    },
  ],
  conflicts: [
    {
      person: people.erin,
      user: { id: '005Ho00000TombAAA', username: 'tom.becker@acme.com' },
      message: 'It is the Salesforce user of somebody else at the portal',
      noticedAt: hoursBefore(1),
    },
  ],
};

/** Orgs that can be connected, checked, paused and disconnected. `RIGHT_SECRET` is the right one. */
export function withOrgSamples(
  backend: FakeBackend,
  orgs: OrgDetail[] = [
    sampleOrg(),
    sampleOrg({
      id: 'acme-uat',
      title: 'Acme UAT',
      status: 'degraded',
      statusReason: 'The integration user may not freeze users any more.',
      isDefault: false,
      isSandbox: true,
      owners: [],
      limits: undefined,
      licenses: [{ name: 'Salesforce', used: 4, total: 10 }],
      waitingRequests: 0,
    }),
  ],
): FakeBackend {
  const all = new Map(orgs.map(org => [org.id, org]));
  const find = (id: string) => {
    const org = all.get(id);
    if (!org) throw new FakeError(404, `There is no org '${id}'`);
    return org;
  };
  const put = (org: OrgDetail) => {
    all.set(org.id, org);
    return org;
  };
  return backend
    .on('get', '/orgs', () => ({ items: [...all.values()] }))
    .on('get', '/orgs/{org}', ({ params }) => find(params.org))
    .on('get', '/orgs/{org}/log', () => ({
      items: [
        {
          at: hoursBefore(1),
          level: 'warning',
          message: 'More than 80 % of the API calls of 24 hours are used',
        },
        { at: hoursBefore(2), level: 'info', message: 'Checked: it works' },
        {
          at: hoursBefore(90),
          level: 'error',
          message: 'Salesforce did not answer for 4 minutes',
          details: 'ECONNRESET',
        },
      ],
    }))
    .on('post', '/orgs/validate', ({ body }) =>
      body.credentials.clientSecret === RIGHT_SECRET
        ? passedValidation
        : failedValidation,
    )
    .on('get', '/orgs/permission-set', () => ({
      label: 'Salesdesk Integration',
      permissions: [
        { name: 'ApiEnabled', label: 'API Enabled', needed: ['Every call'] },
      ],
      files: [{ path: 'package.xml', content: '<Package/>' }],
    }))
    .on('get', '/orgs/{org}/people', () => samplePeople)
    .on('post', '/orgs/{org}/people/links', () => samplePeople.items[0])
    .on('post', '/orgs/{org}/people/refusals', () => samplePeople.items[0])
    .on('post', '/orgs/{org}/validate', () => passedValidation)
    .on('post', '/orgs', ({ body }) => {
      if (all.has(body.id)) {
        throw new FakeError(409, `There is an org '${body.id}' already`, {
          fields: [{ path: 'id', message: 'This id is taken' }],
        });
      }
      const { credentials, owners = [], ...rest } = body;
      return put(
        sampleOrg({
          ...rest,
          owners: owners.map(ref => ({ ref, displayName: ref })),
          ...(credentials
            ? {
                credentials: {
                  kind: credentials.kind,
                  loginUrl: credentials.loginUrl,
                },
              }
            : {
                status: 'not_connected' as const,
                credentials: undefined,
                allowedActions: ['update', 'disconnect', 'pause'] as const,
              }),
        }),
      );
    })
    .on('patch', '/orgs/{org}', ({ params, body }) => {
      const org = find(params.org);
      const paused = body.paused ?? org.status === 'paused';
      return put({
        ...org,
        title: body.title ?? org.title,
        status: paused ? 'paused' : 'connected',
        allowedActions: [
          'validate',
          'update',
          'disconnect',
          paused ? 'resume' : 'pause',
        ],
      });
    })
    .on('delete', '/orgs/{org}', ({ params }) => ({
      ...put({
        ...find(params.org),
        status: 'disconnected',
        credentials: undefined,
        allowedActions: ['update'],
      }),
      kept: ['12 requests', 'The audit log'],
    }));
}
