import type { OrgDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createBodyOf,
  credentialsOf,
  emptyOrgForm,
  orgFormOf,
  problemsOf,
  suggestOrgId,
  updateBodyOf,
  type OrgFormValues,
} from './orgForm';

const org: OrgDetail = {
  id: 'acme',
  title: 'Acme',
  status: 'connected',
  isDefault: true,
  owners: [{ ref: 'group:default/salesforce-admins', displayName: 'Admins' }],
  apiVersion: '63.0',
  source: 'database',
  licenses: [],
  waitingRequests: 0,
  allowedActions: ['update'],
  credentials: {
    kind: 'username_password',
    loginUrl: 'https://acme.my.salesforce.com',
    username: 'integration@acme.com',
    clientId: '3MVG9',
  },
};

const filled: OrgFormValues = {
  ...emptyOrgForm,
  title: ' Acme ',
  id: 'acme',
  kind: 'username_password',
  credentials: {
    loginUrl: ' https://acme.my.salesforce.com ',
    clientId: '3MVG9',
    clientSecret: 'cs',
    username: 'integration@acme.com',
    password: 'pw',
    privateKey: 'left over from another kind',
  },
};

describe('the form for an org', () => {
  it('sends the fields of the chosen kind, and no secret of another kind', () => {
    expect(credentialsOf(filled)).toEqual({
      kind: 'username_password',
      loginUrl: 'https://acme.my.salesforce.com',
      clientId: '3MVG9',
      clientSecret: 'cs',
      username: 'integration@acme.com',
      password: 'pw',
    });
    expect(createBodyOf(filled)).toEqual({
      id: 'acme',
      title: 'Acme',
      owners: [],
      isDefault: false,
    });
  });

  it.each([
    ['client_credentials', ['loginUrl', 'clientId', 'clientSecret']],
    ['jwt_bearer', ['loginUrl', 'clientId', 'username', 'privateKey']],
    [
      'username_password',
      ['loginUrl', 'clientId', 'clientSecret', 'username', 'password'],
    ],
  ] as const)('asks for what %s needs', (kind, fields) => {
    const problems = problemsOf(
      { ...emptyOrgForm, kind },
      { name: false, credentials: true },
    );
    expect([...problems.keys()]).toEqual(
      fields.map(field => `credentials.${field}`),
    );
  });

  it('knows ids and API versions that cannot be', () => {
    const problems = (id: string, apiVersion = '') =>
      Object.fromEntries(
        problemsOf(
          { ...filled, id, apiVersion },
          { name: true, credentials: true },
        ),
      );
    expect(problems('acme-1')).toEqual({});
    expect(problems('_connect')).toEqual({ id: 'id_invalid' });
    expect(problems('Acme')).toEqual({ id: 'id_invalid' });
    expect(problems('acme', '63')).toEqual({
      apiVersion: 'api_version_invalid',
    });
  });

  it('begins without secrets for an org that is there', () => {
    expect(orgFormOf(org).credentials).toEqual({
      loginUrl: 'https://acme.my.salesforce.com',
      username: 'integration@acme.com',
      clientId: '3MVG9',
    });
  });

  it('changes only what was changed', () => {
    const form = orgFormOf(org);
    expect(updateBodyOf(form, org, false)).toEqual({});
    expect(
      updateBodyOf({ ...form, title: 'Acme EU', owners: [] }, org, false),
    ).toEqual({ title: 'Acme EU', owners: [] });
    expect(updateBodyOf(filled, org, true).credentials).toEqual(
      credentialsOf(filled),
    );
  });

  it.each([
    ['Acme production (EU)', 'acme-production-eu'],
    ['Zoë Müller & Söhne', 'zoe-muller-sohne'],
    ['李伟', ''],
    ['--', ''],
  ])('suggests for %s the id %j', (title, id) => {
    expect(suggestOrgId(title)).toBe(id);
  });
});
