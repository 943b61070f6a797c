import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeError, type FakeBackend } from '../__testUtils__/FakeBackend';
import { renderPlugin } from '../__testUtils__/renderPlugin';
import { sampleBackend } from '../__testUtils__/sampleBackend';
import {
  RIGHT_SECRET,
  sampleOrg,
  withOrgSamples,
} from '../__testUtils__/withOrgSamples';

function open(
  at: string,
  backend: FakeBackend = withOrgSamples(sampleBackend()),
) {
  renderPlugin({ backend, at: `/salesforce/admin/orgs${at}` });
  return { backend, user: userEvent.setup() };
}

const sent = (backend: FakeBackend, method: string, path: string) =>
  backend.calls.filter(call => call.method === method && call.path === path);

const field = (name: string | RegExp) => screen.getByRole('textbox', { name });

/** Secrets have no role: they are password inputs. */
const secret = (name: string) => screen.getByLabelText(new RegExp(`^${name}`));

describe('the orgs page', () => {
  it('says what to do while no org is connected', async () => {
    open('', withOrgSamples(sampleBackend(), []));
    expect(
      await screen.findByText('No Salesforce org is connected'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Connect an org' }),
    ).toHaveAttribute('href', '/salesforce/admin/orgs/_connect');
  });

  it('explains an error and tries again', async () => {
    const backend = sampleBackend().on('get', '/orgs', () => {
      throw new FakeError(500, 'The database is away.');
    });
    const { user } = open('', backend);
    expect(await screen.findByText('The database is away.')).toBeVisible();
    withOrgSamples(backend);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('article', { name: 'Acme production' }),
    ).toBeInTheDocument();
  });

  it('shows status, what is left and owners of each org', async () => {
    open('');
    const card = await screen.findByRole('article', {
      name: 'Acme production',
    });
    expect(card).toHaveTextContent('Connected');
    expect(
      await within(card).findByRole('meter', { name: 'API calls in 24 hours' }),
    ).toHaveAttribute(
      'aria-valuetext',
      '18,760 of 100,000 left · More than 80 % used',
    );
    expect(
      within(card).getByRole('meter', { name: 'Salesforce Platform' }),
    ).toHaveAttribute('aria-valuetext', '20 of 20 used · full');
    expect(card).toHaveTextContent('Sam Okafor');
    expect(card).toHaveTextContent('3 requests wait');
    expect(screen.getByRole('article', { name: 'Acme UAT' })).toHaveTextContent(
      'The integration user may not freeze users any more.',
    );
  });

  it('connects an org: names it, explains a failed check, turns green, saves', async () => {
    const { backend, user } = open('/_connect');
    await user.click(
      await screen.findByRole('button', { name: 'Save and go on' }),
    );
    expect(screen.getAllByText('Fill this in')).toHaveLength(2);
    // The id follows the title; a taken one is said at the field.
    await user.type(field('Title'), 'Acme');
    expect(field('Id')).toHaveValue('acme');
    await user.click(screen.getByRole('button', { name: 'Save and go on' }));
    expect(await screen.findByText('This id is taken')).toBeInTheDocument();
    await user.type(field('Id'), '-eu');
    expect(screen.queryByText('This id is taken')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Save and go on' }));
    expect(
      await screen.findByRole('heading', { name: 'Set up the login of Acme' }),
    ).toBeInTheDocument();
    expect(sent(backend, 'POST', '/orgs').at(-1)?.body).toEqual({
      id: 'acme-eu',
      title: 'Acme',
      owners: [],
      isDefault: false,
    });

    await user.click(screen.getByRole('button', { name: 'Check connection' }));
    expect(screen.getAllByText('Fill this in')).toHaveLength(3);
    expect(sent(backend, 'POST', '/orgs/validate')).toEqual([]);
    await user.click(field('Login address'));
    await user.paste('https://acme.lightning.force.com/lightning/page/home');
    expect(
      screen.getByText(
        'Logs in at https://acme.my.salesforce.com (production).',
      ),
    ).toBeInTheDocument();
    await user.type(field('Consumer key'), '3MVG9');
    await user.type(secret('Consumer secret'), 'wrong');
    expect(secret('Consumer secret')).toHaveAttribute('type', 'password');
    await user.click(screen.getByRole('button', { name: 'Check connection' }));
    expect(
      await screen.findByText('The connection does not work yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'The consumer secret does not belong to the consumer key',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/Copy the consumer secret from Setup/),
    ).toBeInTheDocument();

    await user.clear(secret('Consumer secret'));
    await user.type(secret('Consumer secret'), RIGHT_SECRET);
    expect(
      screen.getByText('You changed something since this check.'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Check connection' }));
    expect(
      await screen.findByText(/The connection works · Runs as integration/),
    ).toBeInTheDocument();
    const steps = screen.getByRole('navigation', { name: 'Steps' });
    expect(
      within(steps).getByRole('link', { name: /Check.*done/ }),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Connect org' }));
    expect(
      await screen.findByRole('button', { name: 'Check again' }),
    ).toBeInTheDocument();
    expect(sent(backend, 'PATCH', '/orgs/acme-eu').at(-1)?.body).toEqual({
      credentials: {
        kind: 'client_credentials',
        loginUrl: 'https://acme.lightning.force.com/lightning/page/home',
        clientId: '3MVG9',
        clientSecret: RIGHT_SECRET,
      },
    });
    expect(document.body.innerHTML).not.toContain(RIGHT_SECRET);
  });

  it('leaves for Salesforce to log in there', async () => {
    const { backend, user } = open('/acme/setup');
    backend.on('post', '/orgs/{org}/login/start', () => ({
      url: `${window.location.href.split('#')[0]}#login-page`,
      expiresAt: '2026-11-28T09:10:00.000Z',
    }));
    await user.click(
      await screen.findByRole('radio', { name: /Log in with Salesforce/ }),
    );
    expect(screen.getByText(/Enable Authorization Code/)).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'Log in with Salesforce' }),
    );
    await waitFor(() => expect(window.location.hash).toBe('#login-page'));
    window.history.replaceState(null, '', '/');
    expect(sent(backend, 'POST', '/orgs/acme/login/start')[0].body).toEqual({
      loginUrl: 'https://acme.my.salesforce.com',
      clientId: '3MVG9example',
    });
  });

  it('shows who is who, and settles what is not certain', async () => {
    const { user, backend } = open('/acme/people');
    const row = (
      await screen.findByText(/the e-mail address is the same/)
    ).closest('li')!;
    await user.click(within(row).getByRole('button', { name: 'Confirm' }));
    await waitFor(() =>
      expect(sent(backend, 'POST', '/orgs/acme/people/links')).toHaveLength(1),
    );
    const claims = screen.getByRole('region', { name: 'To be settled' });
    await user.click(
      within(claims).getByRole('button', { name: 'It is not theirs' }),
    );
    await waitFor(() =>
      expect(sent(backend, 'POST', '/orgs/acme/people/refusals')).toHaveLength(
        1,
      ),
    );
  });

  it('edits without touching credentials, and never shows a secret', async () => {
    const { backend, user } = open('/acme/edit');
    const title = await screen.findByRole('textbox', { name: 'Title' });
    await user.clear(title);
    await user.type(title, 'Acme EU');
    await user.click(
      screen.getByRole('switch', { name: 'Update credentials' }),
    );
    expect(field('Consumer key')).toHaveValue('3MVG9example');
    expect(secret('Consumer secret')).toHaveValue('');
    await user.click(
      screen.getByRole('switch', { name: 'Update credentials' }),
    );
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByRole('heading', { name: 'Acme EU' }),
    ).toBeInTheDocument();
    expect(sent(backend, 'PATCH', '/orgs/acme')[0].body).toEqual({
      title: 'Acme EU',
    });
  });

  it('checks again, pauses and resumes, and tells what happened in plain words', async () => {
    const { backend, user } = open('/acme');
    await user.click(
      await screen.findByRole('button', { name: 'Check again' }),
    );
    expect(await screen.findByText(/The connection works/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    expect(
      await screen.findByText(/nothing is sent to this org/),
    ).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Resume' }));
    await waitFor(() =>
      expect(screen.queryByText(/nothing is sent to this org/)).toBeNull(),
    );
    expect(
      sent(backend, 'PATCH', '/orgs/acme').map(({ body }) => body),
    ).toEqual([{ paused: true }, { paused: false }]);
    expect(
      screen.getByText('Salesforce did not answer for 4 minutes'),
    ).toBeInTheDocument();
  });

  it('says what is kept before it disconnects, and after', async () => {
    const { backend, user } = open('/acme');
    await user.click(await screen.findByRole('button', { name: 'Disconnect' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Disconnect Acme production?',
    });
    expect(dialog).toHaveTextContent('Kept: its requests, the audit log');
    expect(sent(backend, 'DELETE', '/orgs/acme')).toEqual([]);
    await user.click(
      within(dialog).getByRole('button', { name: 'Disconnect this org' }),
    );
    expect(await screen.findByText('12 requests')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Disconnect' })).toBeNull();
  });

  it('offers only what the backend allows', async () => {
    open(
      '/acme',
      withOrgSamples(sampleBackend(), [
        sampleOrg({ source: 'config', allowedActions: ['validate'] }),
      ]),
    );
    expect(
      await screen.findByText(/stands in the configuration/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Check again' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Edit' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Disconnect' })).toBeNull();
  });
});
