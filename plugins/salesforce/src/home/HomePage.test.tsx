import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeError } from '../__testUtils__/FakeBackend';
import { renderPlugin } from '../__testUtils__/renderPlugin';
import { sampleActions } from '../__testUtils__/sampleActions';
import { sampleBackend, sampleMe } from '../__testUtils__/sampleBackend';

const home = (backend = sampleBackend()) => {
  renderPlugin({ backend, at: '/salesforce' });
  return { backend, user: userEvent.setup() };
};

describe('the home page', () => {
  it('offers forms by family, requests that wait, and how my requests stand', async () => {
    home();
    const users = await screen.findByRole('region', { name: 'Users' });
    expect(
      within(users).getByRole('link', { name: 'Freeze Salesforce users' }),
    ).toHaveAttribute('href', '/salesforce/request/salesforce_freeze_user');
    // Reads are answered, not requested; there is no form for them.
    expect(screen.queryByRole('link', { name: 'Run a SOQL query' })).toBeNull();
    expect(await screen.findByText('Waiting for you · 1')).toBeVisible();
    const mine = await screen.findByRole('list', { name: 'My requests' });
    expect(within(mine).getAllByRole('listitem')).toHaveLength(5);
  });

  it('leads to the form for oneself with one click', async () => {
    home();
    expect(
      await screen.findByRole('link', { name: 'Reset my password' }),
    ).toHaveAttribute(
      'href',
      '/salesforce/request/salesforce_reset_password?input=%7B%22users%22%3A%5B%22me%22%5D%7D',
    );
  });

  it('shows an employee only what they may ask for and open', async () => {
    home(
      sampleBackend()
        .on('get', '/me', () => ({
          ...sampleMe,
          may: {
            review: false,
            readAudit: false,
            managePolicies: false,
            manageOrgs: false,
            seeAllRequests: false,
            useAssistant: false,
            readInventory: false,
            readAllData: false,
          },
        }))
        .on('get', '/actions', () => ({
          items: sampleActions.map(action => ({
            ...action,
            permitted:
              action.id === 'salesforce_reset_password'
                ? ('depends' as const)
                : ('no' as const),
          })),
        }))
        .on('get', '/requests', () => ({ items: [] })),
    );
    expect(
      await screen.findByRole('link', { name: 'Reset Salesforce passwords' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('link', { name: 'Freeze Salesforce users' }),
    ).toBeNull();
    expect(
      screen.queryByRole('link', { name: 'Get a permission set' }),
    ).toBeNull();
    expect(screen.queryByText(/Waiting for you/)).toBeNull();
    expect(
      await screen.findByText('You have not asked for anything yet.'),
    ).toBeVisible();
    expect(screen.getAllByRole('tab').map(tab => tab.textContent)).toEqual([
      'Home',
      'Requests',
      'Data',
    ]);
  });

  it('offers nothing about oneself to people without a Salesforce user', async () => {
    home(
      sampleBackend().on('get', '/me', () => ({
        ...sampleMe,
        salesforceUsers: [
          { org: 'acme', orgTitle: 'Acme production', status: 'none' },
        ],
      })),
    );
    await screen.findByRole('region', { name: 'Users' });
    expect(
      screen.queryByRole('link', { name: 'Reset my password' }),
    ).toBeNull();
  });

  it('finds a form by words of its title or description', async () => {
    const { user } = home();
    await user.type(
      await screen.findByRole('searchbox', { name: 'Find an action' }),
      'log in at once',
    );
    expect(
      screen.getByRole('link', { name: 'Freeze Salesforce users' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('link', { name: 'Create a Salesforce user' }),
    ).toBeNull();
  });

  it('keeps the rest of the page when one part cannot be loaded', async () => {
    home(
      sampleBackend().on('get', '/requests', () => {
        throw new FakeError(500, 'The database is away.');
      }),
    );
    expect(
      await screen.findByRole('link', { name: 'Freeze Salesforce users' }),
    ).toBeVisible();
    expect(
      (await screen.findAllByText('The database is away.')).length,
    ).toBeGreaterThan(0);
  });
});
