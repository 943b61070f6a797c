import {
  createFrontendPlugin,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { salesforceApiRef } from './api/SalesforceApi';
import { salesforcePlugin } from './plugin';
import { fakeSalesforceApi } from './__testUtils__/fakeSalesforceApi';
import { sampleBackend } from './__testUtils__/sampleBackend';

/** A plugin of an integrator that brings a page of its own below ours. */
const limitsPlugin = createFrontendPlugin({
  pluginId: 'limits',
  extensions: [
    SubPageBlueprint.make({
      attachTo: { id: 'page:salesforce', input: 'pages' },
      params: {
        path: 'admin/limits',
        title: 'Limits',
        loader: async () => <p>API calls left: 14,000</p>,
      },
    }),
  ],
});

function hostWith(options: {
  extensions?: { [id: string]: false | { config: { path: string } } }[];
  at: string;
}) {
  renderTestApp({
    features: [salesforcePlugin, limitsPlugin],
    initialRouteEntries: [options.at],
    config: { app: { extensions: options.extensions ?? [] } },
    apis: [[salesforceApiRef, fakeSalesforceApi(sampleBackend())]],
  });
}

const tabs = () => screen.getAllByRole('tab').map(tab => tab.textContent);

describe('the plugin in a host', () => {
  it('sits where the host puts it, links included', async () => {
    hostWith({
      at: '/crm',
      extensions: [{ 'page:salesforce': { config: { path: '/crm' } } }],
    });
    expect(
      await screen.findByRole('link', { name: 'Freeze Salesforce users' }),
    ).toHaveAttribute('href', '/crm/request/salesforce_freeze_user');
  });

  it('leaves out the pages that the host switches off', async () => {
    hostWith({
      at: '/salesforce',
      extensions: [
        { 'sub-page:salesforce/audit': false },
        { 'sub-page:salesforce/approvals': false },
      ],
    });
    await screen.findByRole('tab', { name: 'Admin' });
    expect(tabs()).toEqual(['Home', 'Requests', 'Data', 'Admin']);
  });

  it('takes pages of other plugins, below a tab where their path says so', async () => {
    hostWith({ at: '/salesforce/admin' });
    await userEvent.click(await screen.findByRole('tab', { name: 'Limits' }));
    expect(await screen.findByText('API calls left: 14,000')).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Admin' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('gives the tabs of the header the panel that they speak of', async () => {
    hostWith({ at: '/salesforce/requests' });
    const tab = await screen.findByRole('tab', { name: 'Requests' });
    await screen.findByRole('heading', { name: 'Requests' });
    expect(screen.getByRole('main')).toHaveAttribute(
      'id',
      tab.getAttribute('aria-controls'),
    );
  });
});
