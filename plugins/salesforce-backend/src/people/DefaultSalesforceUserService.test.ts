import type { OrgSummary } from '@salesdesk/backstage-plugin-salesforce-common';
import { SalesdeskError } from '@salesdesk/backstage-plugin-salesforce-common';
import type { SalesforceOrgServer } from '@salesdesk/salesforce-org';
import type { GatewayProvider } from '../orgs';
import { person, testNow, testPeople } from '../__testUtils__/testContext';
import {
  startTestOrg,
  stopTestOrgs,
  testGateway,
} from '../__testUtils__/testOrg';
import { DefaultSalesforceUserService } from './DefaultSalesforceUserService';

let server: SalesforceOrgServer;

beforeAll(async () => {
  server = await startTestOrg();
}, 60_000);

afterAll(stopTestOrgs);

const org = (
  id: string,
  status: OrgSummary['status'] = 'connected',
): OrgSummary => ({
  id,
  title: id.toUpperCase(),
  status,
  isDefault: id === 'acme',
  owners: [],
});

function service() {
  const gateway = testGateway(server);
  const gateways: GatewayProvider = {
    forOrg: async () => gateway,
    connect: async orgId => {
      if (orgId === 'paused') {
        throw new SalesdeskError(
          'ConflictError',
          "Work in org 'paused' is paused",
          {
            code: 'org_paused',
          },
        );
      }
      const { instanceUrl, userId } = await gateway.identity();
      return {
        gateway,
        integrationUserId: userId,
        isCurrent: async () => true,
        org: { id: orgId, title: 'Acme', apiVersion: '63.0', instanceUrl },
      };
    },
  };
  return DefaultSalesforceUserService.create({
    people: testPeople([
      person('erin.walsh', { displayName: 'Erin Walsh' }),
      person('ines.duarte'),
      person('grace.holm'),
      person('marco', { email: 'marco@acme.com' }),
      person('ari', { email: 'ari@acme.com' }),
      person('ari.second', { email: 'ari@acme.com' }),
    ]),
    gateways,
    listOrgs: async () => [
      org('acme'),
      org('paused', 'paused'),
      org('gone', 'disconnected'),
    ],
    frozenUntil: async () => '2027-02-22T23:59:59Z',
    byEmail: false,
    now: () => testNow,
  });
}

describe('the Salesforce users of a person', () => {
  it('shows who they are in each org, and which orgs could not be asked', async () => {
    const users = service();
    await users.ofPerson({ personRef: 'user:default/erin.walsh' });
    server.requestLog.clear();
    const { person: who, items } = await users.ofPerson({
      personRef: 'user:default/erin.walsh',
    });
    expect(server.requestLog.counts().total).toBe(1);
    expect(who.displayName).toBe('Erin Walsh');
    expect(items).toEqual([
      expect.objectContaining({
        org: 'acme',
        status: 'active',
        username: 'erin.walsh@acme.com',
        profile: 'Standard User',
        role: 'Account Executive NA',
        license: 'Salesforce',
        lastLoginAt: expect.stringMatching(/Z$/),
        url: expect.stringContaining('/lightning/r/User/005'),
      }),
      {
        org: 'paused',
        orgTitle: 'PAUSED',
        status: 'unknown',
        problem: "Work in org 'paused' is paused",
      },
    ]);
    const { permissionSets } = items[0];
    expect(permissionSets?.length).toBeGreaterThan(0);
    expect(permissionSets?.some(({ label }) => label.startsWith('X00e'))).toBe(
      false,
    );
  });

  it('tells a frozen from an inactive user, and from none', async () => {
    const users = service();
    const [marco] = server.org.store.findBy(
      'User',
      'Username',
      'marco@acme.com',
    );
    const [login] = server.org.store.findBy('UserLogin', 'UserId', marco.Id);
    server.org.dml.update(server.org.systemContext(), 'UserLogin', login.Id, {
      IsFrozen: true,
    });
    const statusOf = async (name: string) =>
      (await users.ofPerson({ personRef: `user:default/${name}` })).items[0];
    expect(await statusOf('marco')).toMatchObject({
      status: 'frozen',
      frozenUntil: '2027-02-22T23:59:59Z',
    });
    const grace = await statusOf('grace.holm');
    expect(grace.status).toBe('inactive');
    expect(grace.license).toBeUndefined();
    expect(await statusOf('ines.duarte')).toEqual({
      org: 'acme',
      orgTitle: 'ACME',
      status: 'none',
    });
  });

  it('says that the org cannot be asked while it is down', async () => {
    const users = service();
    server.faults.add({ effect: { type: 'html', status: 503 }, times: null });
    const { items } = await users.ofPerson({
      personRef: 'user:default/erin.walsh',
    });
    server.faults.clear();
    expect(items[0]).toMatchObject({
      status: 'unknown',
      problem: expect.stringContaining('not available'),
    });
  });

  it('does not know people whom the catalog does not know', async () => {
    await expect(
      service().ofPerson({ personRef: 'user:default/nobody' }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('gives nobody a user who might as well be somebody else’s', async () => {
    const users = service();
    for (const name of ['ari', 'ari.second']) {
      const personRef = `user:default/${name}`;
      expect(await users.userIdOf({ personRef, orgId: 'acme' })).toBe(
        undefined,
      );
      const { items } = await users.ofPerson({ personRef });
      expect(items[0]).toMatchObject({ org: 'acme', status: 'none' });
    }
  });

  it('remembers an id for a while', async () => {
    const users = service();
    const ask = () =>
      users.userIdOf({ personRef: 'user:default/erin.walsh', orgId: 'acme' });
    const id = await ask();
    server.requestLog.clear();
    expect(await ask()).toBe(id);
    expect(id).toMatch(/^005/);
    expect(server.requestLog.counts().total).toBe(0);
  });
});
