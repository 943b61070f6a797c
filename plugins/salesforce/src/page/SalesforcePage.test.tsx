import { screen } from '@testing-library/react';
import { FakeError } from '../__testUtils__/FakeBackend';
import { renderPlugin } from '../__testUtils__/renderPlugin';
import { sampleBackend, sampleMe } from '../__testUtils__/sampleBackend';

const nothing = {
  review: false,
  readAudit: false,
  managePolicies: false,
  manageOrgs: false,
  seeAllRequests: false,
  useAssistant: false,
  readInventory: false,
  readAllData: false,
};

const backendFor = (may: Partial<typeof nothing>) =>
  sampleBackend().on('get', '/me', () => ({
    ...sampleMe,
    may: { ...nothing, ...may },
  }));

describe('the frame of the pages', () => {
  it.each([
    [{}, ['Home', 'Requests', 'Data']],
    [{ useAssistant: true }, ['Home', 'Assistant', 'Requests', 'Data']],
    [{ review: true }, ['Home', 'Requests', 'Approvals', 'Data']],
    [{ readAudit: true }, ['Home', 'Requests', 'Data', 'Audit log']],
    [{ managePolicies: true }, ['Home', 'Requests', 'Data', 'Admin']],
    [{ manageOrgs: true }, ['Home', 'Requests', 'Data', 'Admin']],
  ])('has the tabs that %j opens', async (may, tabs) => {
    renderPlugin({ backend: backendFor(may), at: '/salesforce' });
    await screen.findByRole('tab', { name: tabs.at(-1) });
    await screen.findByRole('heading', { name: 'My requests' });
    expect(screen.getAllByRole('tab').map(tab => tab.textContent)).toEqual(
      tabs,
    );
  });

  it.each(['approvals', 'audit', 'admin', 'admin/orgs', 'admin/policies'])(
    'keeps %s closed to those without the right, with a way out',
    async path => {
      renderPlugin({ backend: backendFor({}), at: `/salesforce/${path}` });
      expect(
        await screen.findByText('This page is not open to you'),
      ).toBeVisible();
      expect(
        screen.getByRole('link', { name: 'Go to Salesforce home' }),
      ).toHaveAttribute('href', '/salesforce');
    },
  );

  it('says that a page does not exist', async () => {
    renderPlugin({ backend: sampleBackend(), at: '/salesforce/nowhere' });
    expect(await screen.findByText('Not found')).toBeVisible();
  });

  it('shows the pages that need no right when it cannot know who is asking', async () => {
    const backend = sampleBackend().on('get', '/me', () => {
      throw new FakeError(500, 'The database is away.');
    });
    renderPlugin({ backend, at: '/salesforce/audit' });
    expect(
      await screen.findByText('This page is not open to you'),
    ).toBeVisible();
    expect(screen.getAllByRole('tab').map(tab => tab.textContent)).toEqual([
      'Home',
      'Requests',
      'Data',
    ]);
  });
});
