import type { PersonalConnection } from '@salesdesk/backstage-plugin-salesforce-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeError, type FakeBackend } from '../__testUtils__/FakeBackend';
import { renderPlugin } from '../__testUtils__/renderPlugin';
import { sampleBackend } from '../__testUtils__/sampleBackend';

const notConnected: PersonalConnection = {
  org: 'acme',
  orgTitle: 'Acme production',
  state: 'not_connected',
};

const connected: PersonalConnection = {
  ...notConnected,
  state: 'connected',
  username: 'erin.walsh@acme.com',
  connectedAt: '2026-11-28T09:00:00.000Z',
};

function withConnection(connection: PersonalConnection): FakeBackend {
  let current = connection;
  return sampleBackend()
    .on('get', '/personal/connections', () => ({ items: [current] }))
    .on('post', '/personal/connections/{org}/start', () => ({
      // jsdom goes nowhere but to another fragment
      url: `${window.location.href.split('#')[0]}#login-page`,
      expiresAt: '2026-11-28T09:10:00.000Z',
    }))
    .on('delete', '/personal/connections/{org}', () => {
      current = notConnected;
      return { ...notConnected, revoked: true };
    });
}

function open(backend: FakeBackend, at = '/salesforce') {
  renderPlugin({ backend, at });
  return userEvent.setup();
}

const mine = () => screen.findByRole('list', { name: 'My Salesforce' });

describe('connect my Salesforce', () => {
  afterEach(() => window.history.replaceState(null, '', '/'));

  it('goes to the login page of Salesforce', async () => {
    const backend = withConnection(notConnected);
    const user = open(backend);
    await user.click(
      within(await mine()).getByRole('button', {
        name: 'Connect my Salesforce',
      }),
    );
    await waitFor(() => expect(window.location.hash).toBe('#login-page'));
  });

  it('says as whom one is connected, and disconnects', async () => {
    const user = open(withConnection(connected));
    expect(await mine()).toHaveTextContent('as erin.walsh@acme.com');
    await user.click(
      screen.getByRole('button', { name: 'Disconnect Acme production' }),
    );
    expect(await screen.findByText(/Your token is revoked/)).toBeVisible();
    expect(
      await screen.findByRole('button', { name: 'Connect my Salesforce' }),
    ).toBeVisible();
  });

  it('says why a connection ended, and offers another', async () => {
    open(
      withConnection({
        ...connected,
        state: 'expired',
        reason: 'Salesforce takes its token no longer',
      }),
    );
    expect(await mine()).toHaveTextContent(
      'The connection ended: Salesforce takes its token no longer.',
    );
    expect(screen.getByRole('button', { name: 'Connect again' })).toBeVisible();
  });

  it('stays away where no org offers it', async () => {
    open(withConnection({ ...notConnected, state: 'unavailable' }));
    expect(await screen.findByText('My requests')).toBeVisible();
    expect(screen.queryByText('My Salesforce')).not.toBeInTheDocument();
  });
});

describe('the way back from Salesforce', () => {
  const at = '/salesforce/oauth/callback?code=aPrx.one%3D%3D&state=the-state';

  it('hands on what was brought, once and decoded once', async () => {
    const backend = withConnection(notConnected).on(
      'post',
      '/personal/complete',
      () => ({
        purpose: 'personal',
        org: 'acme',
        orgTitle: 'Acme production',
        connection: connected,
      }),
    );
    open(backend, at);
    expect(
      await screen.findByText('Your Salesforce is connected'),
    ).toBeVisible();
    const sent = backend.calls.filter(
      ({ path }) => path === '/personal/complete',
    );
    expect(sent.map(({ body }) => body)).toEqual([
      { state: 'the-state', code: 'aPrx.one==' },
    ]);
  });

  it('says what went wrong, and does not try again', async () => {
    const backend = withConnection(notConnected).on(
      'post',
      '/personal/complete',
      () => {
        throw new FakeError(409, 'This login is not one that you began.', {
          code: 'login_expired',
        });
      },
    );
    open(backend, at);
    expect(
      await screen.findByText('This login is not one that you began.'),
    ).toBeVisible();
    expect(
      backend.calls.filter(({ path }) => path === '/personal/complete'),
    ).toHaveLength(1);
  });

  it('asks nothing of the backend without a state', async () => {
    const backend = withConnection(notConnected);
    open(backend, '/salesforce/oauth/callback?code=slipped-in');
    expect(
      await screen.findByText(/Salesforce sends you here after a login/),
    ).toBeVisible();
    expect(
      backend.calls.filter(({ path }) => path === '/personal/complete'),
    ).toEqual([]);
  });
});
