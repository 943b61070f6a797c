import type { SalesforceUser } from '@salesdesk/backstage-plugin-salesforce-common';
import { FakeError, type FakeBackend } from './FakeBackend';
import { people } from './people';
import { hoursBefore } from './samples';

export function sampleSalesforceUser(
  overrides: Partial<SalesforceUser> = {},
): SalesforceUser {
  return {
    org: 'acme',
    orgTitle: 'Acme production',
    status: 'active',
    id: '005Ho000000AriAAA',
    name: 'Ari Cohen',
    username: 'ari@acme.com',
    email: 'ari.cohen@acme.com',
    profile: 'Standard User',
    role: 'Account Executive NA',
    license: 'Salesforce',
    lastLoginAt: hoursBefore(50),
    permissionSets: [
      'CRM User',
      'Einstein Activity Capture',
      'Knowledge Editor',
      'Data Export',
      'Contract Approver',
    ].map((label, index) => ({
      id: `0PS${index}`,
      label,
      kind: 'permission_set',
      ...(index === 0 ? { expiresAt: '2027-02-22T00:00:00Z' } : {}),
    })),
    url: 'https://acme.my.salesforce.com/lightning/r/User/005Ho000000AriAAA/view',
    ...overrides,
  };
}

/** The Salesforce users of people; of all others there is nothing to see. */
export function withPeopleSamples(
  backend: FakeBackend,
  users: Record<string, SalesforceUser[]> = {
    [people.ari.ref]: [sampleSalesforceUser()],
  },
): FakeBackend {
  return backend.on('get', '/salesforce-users', ({ query }) => {
    const ref = query.get('person') ?? '';
    const items = users[ref];
    if (!items) throw new FakeError(404, `There is nothing to see of '${ref}'`);
    return {
      person: Object.values(people).find(one => one.ref === ref) ?? {
        ref,
        displayName: ref,
      },
      items,
    };
  });
}
