import type { SalesforceOrgServer } from '@salesdesk/salesforce-org';
import type { GatewayProvider } from '../orgs';
import {
  startTestOrg,
  stopTestOrgs,
  testGateway,
} from '../__testUtils__/testOrg';
import { DefaultOptionService } from './DefaultOptionService';

let server: SalesforceOrgServer;
let now = new Date('2026-11-23T09:00:00Z');

beforeAll(async () => {
  server = await startTestOrg();
}, 60_000);

afterAll(stopTestOrgs);

function service(): DefaultOptionService {
  const gateway = testGateway(server);
  const gateways: GatewayProvider = {
    forOrg: async () => gateway,
    connect: async () => {
      throw new Error('Options need no login of their own');
    },
  };
  return DefaultOptionService.create({ gateways, now: () => now });
}

const list = (
  picker: Parameters<DefaultOptionService['list']>[0]['picker'],
  q?: string,
) => service().list({ orgId: 'acme', picker, q });

describe('choices', () => {
  it('finds users as one types, with what tells them apart', async () => {
    const { items, truncated } = await list('salesforce-user', 'alex ki');
    expect(truncated).toBe(false);
    expect(items).toEqual([
      {
        value: 'alex.kim@acme.com',
        label: 'Alex Kim',
        detail: expect.stringContaining('alex.kim@acme.com · '),
        status: 'active',
      },
      expect.objectContaining({ label: 'Alex Kimura' }),
    ]);
    const { items: inactive } = await list('salesforce-user', 'grace');
    expect(inactive[0].status).toBe('inactive');
    expect((await list('salesforce-user', "'; x")).items).toEqual([]);
    expect((await list('salesforce-user')).truncated).toBe(true);
  });

  it('shows seats with profiles and licences, and marks what is full', async () => {
    const { items } = await list('profile', 'platform');
    expect(items).toEqual([
      {
        value: 'Standard Platform User',
        label: 'Standard Platform User',
        detail: 'Salesforce Platform: 0 of 20 free',
        status: 'full',
      },
    ]);
    expect((await list('license', 'salesforce plat')).items[0]).toMatchObject({
      status: 'full',
    });
  });

  it('hides the sets that profiles and groups own', async () => {
    const { items } = await service().list({
      orgId: 'acme',
      picker: 'permission-set',
      limit: 100,
    });
    expect(items.map(({ label }) => label)).toContain('Sales Cloud Einstein');
    expect(items.some(({ value }) => value.startsWith('X00e'))).toBe(false);
    expect(
      items.find(({ label }) => label === 'Sales Cloud Einstein')?.detail,
    ).toContain('needs Sales Cloud Einstein');
  });

  it.each([
    ['role', 'account exec na', 'Account Executive NA'],
    ['group', 'deal', 'Deal Desk'],
    ['permission-set-group', 'marketing', 'Marketing Analytics'],
    ['time-zone', 'new york', 'America/New_York'],
    ['locale', 'de_de', 'de_DE'],
    ['language', 'german', 'de'],
    ['email-encoding', 'utf', 'UTF-8'],
  ] as const)('offers a %s for "%s"', async (picker, q, expected) => {
    const { items } = await list(picker, q);
    expect(
      items.some(({ value, label }) => [value, label].includes(expected)),
    ).toBe(true);
  });

  it('asks Salesforce once for many who type, and again after a while', async () => {
    const options = service();
    server.requestLog.clear();
    await Promise.all(
      ['s', 'sa', 'sal', 'sale', 'sales'].map(q =>
        options.list({ orgId: 'acme', picker: 'profile', q }),
      ),
    );
    expect(server.requestLog.counts().total).toBe(1);
    now = new Date(now.getTime() + 31_000);
    await options.list({ orgId: 'acme', picker: 'profile', q: 's' });
    expect(server.requestLog.counts().total).toBe(2);
  });
});
