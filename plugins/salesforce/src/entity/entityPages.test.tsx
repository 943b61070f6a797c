import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { salesforceApiRef } from '../api/SalesforceApi';
import { rootRouteRef } from '../routes';
import { fakeSalesforceApi } from '../__testUtils__/fakeSalesforceApi';
import type { FakeBackend } from '../__testUtils__/FakeBackend';
import { people } from '../__testUtils__/people';
import { sampleBackend } from '../__testUtils__/sampleBackend';
import { hoursBefore, sampleSummary } from '../__testUtils__/samples';
import { sampleOrg, withOrgSamples } from '../__testUtils__/withOrgSamples';
import {
  sampleSalesforceUser,
  withPeopleSamples,
} from '../__testUtils__/withPeopleSamples';
import { OrgCard } from './OrgCard';
import { RequestsCard } from './RequestsCard';
import { SalesforceTab } from './SalesforceTab';
import { SalesforceUserCard } from './SalesforceUserCard';

const user = (name: string, displayName: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { profile: { displayName } },
  relations: [{ type: 'memberOf', targetRef: 'group:default/sales-na' }],
});
const ari = user('ari.cohen', 'Ari Cohen');
const org: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'salesforce-acme', namespace: 'default' },
  spec: { type: 'salesforce-org' },
};
const group: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'sales-na', namespace: 'default' },
  spec: { profile: { displayName: 'North America Sales' } },
};

function open(options: {
  entity: Entity;
  element: JSX.Element;
  backend: FakeBackend;
  catalog?: Entity[];
}) {
  renderInTestApp(
    <EntityProvider entity={options.entity}>{options.element}</EntityProvider>,
    {
      mountedRoutes: { '/salesforce': rootRouteRef },
      apis: [
        [salesforceApiRef, fakeSalesforceApi(options.backend)],
        [catalogApiRef, catalogApiMock({ entities: options.catalog ?? [] })],
      ],
    },
  );
  return userEvent.setup();
}

describe('the Salesforce user card', () => {
  const openCard = (backend: FakeBackend) =>
    open({ entity: ari, element: <SalesforceUserCard />, backend });

  it('shows who they are in Salesforce, three permission sets and how many more', async () => {
    const clicks = openCard(withPeopleSamples(sampleBackend()));
    expect(await screen.findByText('Active')).toBeInTheDocument();
    expect(screen.getByText('Standard User')).toBeInTheDocument();
    expect(screen.getByText('Account Executive NA')).toBeInTheDocument();
    expect(screen.getByText('CRM User until Feb 22, 2027')).toBeVisible();
    expect(screen.queryByText('Data Export')).toBeNull();
    await clicks.click(
      screen.getByRole('button', { name: 'Show 2 more permission sets' }),
    );
    expect(screen.getByText('Data Export')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /Open in Salesforce/ }),
    ).toHaveAttribute('href', sampleSalesforceUser().url);
  });

  it('offers the changes that fit, each leading to its form filled in', async () => {
    const clicks = openCard(withPeopleSamples(sampleBackend()));
    await clicks.click(
      await screen.findByRole('button', {
        name: 'Request a change for Ari Cohen',
      }),
    );
    const freeze = await screen.findByRole('menuitem', {
      name: 'Freeze Salesforce users',
    });
    const address = new URL(freeze.getAttribute('href') ?? '', 'http://x');
    expect(address.pathname).toBe('/salesforce/request/salesforce_freeze_user');
    expect(JSON.parse(address.searchParams.get('input') ?? '')).toEqual({
      users: ['ari@acme.com'],
    });
    expect(address.searchParams.get('org')).toBe('acme');
    expect(
      screen.queryByRole('menuitem', { name: 'Unfreeze Salesforce users' }),
    ).toBeNull();
  });

  it.each([
    [{ status: 'frozen', frozenUntil: '2027-02-22T12:00:00Z' }, /Frozen until/],
    [{ status: 'inactive' }, /Inactive/],
    [
      { status: 'none', username: undefined },
      /Ari Cohen has no Salesforce user in this org/,
    ],
    [
      { status: 'unknown', problem: 'The org does not answer.' },
      /The org does not answer/,
    ],
  ] as const)('says in words: %j', async (overrides, words) => {
    openCard(
      withPeopleSamples(sampleBackend(), {
        [people.ari.ref]: [sampleSalesforceUser(overrides)],
      }),
    );
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('keeps orgs apart where there are several', async () => {
    openCard(
      withPeopleSamples(sampleBackend(), {
        [people.ari.ref]: [
          sampleSalesforceUser(),
          sampleSalesforceUser({
            org: 'uat',
            orgTitle: 'Acme UAT',
            status: 'inactive',
          }),
        ],
      }),
    );
    expect(
      await screen.findByRole('region', { name: 'Acme UAT' }),
    ).toHaveTextContent('Inactive');
  });

  it('says calmly that other people are not theirs to see', async () => {
    openCard(withPeopleSamples(sampleBackend(), {}));
    expect(
      await screen.findByText(/does not include looking at the Salesforce/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

it('the requests card lists what is open by and about a person, once each, newest first', async () => {
  const asked: string[] = [];
  const both = sampleSummary({ id: 'both', title: 'By and about Ari' });
  const backend = sampleBackend().on('get', '/requests', ({ query }) => {
    asked.push(query.toString());
    const newer = sampleSummary({
      id: 'newer',
      title: 'About Ari',
      createdAt: hoursBefore(1),
    });
    return { items: query.get('target') ? [both, newer] : [both] };
  });
  open({ entity: ari, element: <RequestsCard />, backend });
  const list = await screen.findByRole('list', {
    name: 'Open requests by or about Ari Cohen',
  });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map(item => within(item).getAllByRole('link')[0].textContent),
  ).toEqual(['About Ari', 'By and about Ari']);
  expect(asked.some(q => q.includes('requester=user%3Adefault%2Fari'))).toBe(
    true,
  );
  expect(asked.every(q => !q.includes('state=succeeded'))).toBe(true);
});

describe('the org card', () => {
  it('shows how the org of this page does, and what waits', async () => {
    open({
      entity: org,
      element: <OrgCard />,
      backend: withOrgSamples(sampleBackend()),
    });
    expect(await screen.findByText('Connected')).toBeInTheDocument();
    expect(
      screen.getByRole('meter', { name: 'API calls in 24 hours' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: '3 requests wait' }),
    ).toHaveAttribute(
      'href',
      '/salesforce/requests?view=all&org=acme&state=awaiting_approval',
    );
    expect(screen.getByText('Salesforce admins')).toBeInTheDocument();
  });

  it('says what to do when no org names this resource', async () => {
    open({
      entity: org,
      element: <OrgCard />,
      backend: withOrgSamples(sampleBackend(), [
        sampleOrg({ entityRef: undefined }),
      ]),
    });
    expect(
      await screen.findByText('This resource is not connected as an org'),
    ).toBeInTheDocument();
  });
});

it('the tab of a group lists its members with what they are in Salesforce', async () => {
  open({
    entity: group,
    element: <SalesforceTab />,
    backend: withPeopleSamples(sampleBackend()),
    catalog: [ari, user('erin.walsh', 'Erin Walsh'), group],
  });
  const members = await screen.findByRole('list', {
    name: 'Members of North America Sales in Salesforce',
  });
  expect(await within(members).findByText('Standard User')).toBeInTheDocument();
  const [first, second] = within(members).getAllByRole('listitem');
  expect(first).toHaveTextContent('Ari Cohen');
  expect(first).toHaveTextContent('Active');
  expect(second).toHaveTextContent('Erin Walsh');
});

it('the tab of an org lists the requests in it', async () => {
  const backend = withOrgSamples(sampleBackend()).on(
    'get',
    '/requests',
    ({ query }) => ({
      items: query.get('org') === 'acme' ? [sampleSummary()] : [],
    }),
  );
  open({ entity: org, element: <SalesforceTab />, backend });
  expect(
    await screen.findByRole('link', { name: sampleSummary().title }),
  ).toBeInTheDocument();
});
