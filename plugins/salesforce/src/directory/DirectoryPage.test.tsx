import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Breakable } from '../components/Breakable';
import { FakeError } from '../__testUtils__/FakeBackend';
import { renderPlugin } from '../__testUtils__/renderPlugin';
import { sampleBackend, sampleMe } from '../__testUtils__/sampleBackend';
import {
  sampleStatus,
  withInventorySamples,
} from '../__testUtils__/withInventorySamples';

const users = [
  { id: '0051', name: 'Erin Walsh' },
  { id: '0052', name: 'Dan Novak' },
  { id: '0053', name: 'Dan Nowak', state: 'frozen' },
];
const backendWith = () => withInventorySamples(sampleBackend(), users);
const bodies = (backend: ReturnType<typeof backendWith>) =>
  backend.calls
    .filter(({ path }) => path.endsWith('/query'))
    .map(({ body }) => body as Record<string, unknown>);

describe('the directory', () => {
  it('lists users with what narrows them, and leads to each', async () => {
    const backend = backendWith();
    renderPlugin({ backend, at: '/salesforce/directory/users' });
    const user = userEvent.setup();
    const table = await screen.findByRole('table', {
      name: 'Salesforce users',
    });
    expect(
      within(table).getByRole('link', { name: 'Erin Walsh' }),
    ).toHaveAttribute('href', '/salesforce/directory/users/0051');
    expect(screen.getByText('3 changes found')).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'Frozen' }));
    await waitFor(() =>
      expect(bodies(backend).at(-1)).toMatchObject({
        filters: [
          {
            anyOf: [
              { field: 'state', operator: 'isOneOf', values: ['frozen'] },
            ],
          },
        ],
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Username' }));
    await waitFor(() =>
      expect(bodies(backend).at(-1)).toMatchObject({
        sort: { field: 'username', descending: false },
      }),
    );
    await user.type(screen.getByRole('searchbox'), 'dan');
    await waitFor(() =>
      expect(screen.queryByText('Erin Walsh')).not.toBeInTheDocument(),
    );
    expect(await screen.findByText('2 records')).toBeVisible();
  });

  it('asks for one request concerning all who were picked', async () => {
    renderPlugin({
      backend: backendWith(),
      at: '/salesforce/directory/users?q=dan',
    });
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('checkbox', {
        name: 'Select all rows that are loaded',
      }),
    );
    await user.click(
      screen.getByRole('button', { name: 'Request a change for 2' }),
    );
    await user.click(
      await screen.findByRole('menuitem', { name: 'Freeze Salesforce users' }),
    );
    const chosen = await screen.findByRole('grid', { name: /users/i });
    expect(chosen).toHaveTextContent('dan.novak@acme.com');
    expect(chosen).toHaveTextContent('dan.nowak@acme.com');
  });

  it('says that nothing was read yet, and starts a sync by those who may', async () => {
    const backend = backendWith().on('get', '/inventory/{org}', () => ({
      org: 'acme',
      ready: false,
      objects: [],
    }));
    let started = 0;
    backend.on('post', '/inventory/{org}/syncs', () => {
      started += 1;
      return sampleStatus.lastSync as never;
    });
    renderPlugin({ backend, at: '/salesforce/directory/users' });
    const user = userEvent.setup();
    expect(
      await screen.findByText('This org has not been read yet'),
    ).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'Sync now' })[0]);
    await waitFor(() => expect(started).toBe(1));
  });

  it('offers no sync to those who may not, and explains an error', async () => {
    const backend = backendWith()
      .on('get', '/me', () => ({
        ...sampleMe,
        may: { ...sampleMe.may, manageOrgs: false },
      }))
      .on('post', '/inventory/{org}/query', () => {
        throw new FakeError(500, 'The database is away.');
      });
    renderPlugin({ backend, at: '/salesforce/directory/users' });
    expect(await screen.findByText('The database is away.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Sync now' })).toBeNull();
  });

  it('answers why somebody can do something', async () => {
    const source = { kind: 'profile', id: '00e1', label: 'Sales' } as const;
    const erin = {
      id: '0051',
      name: 'Erin Walsh',
      username: 'erin.walsh@acme.com',
      state: 'active',
    } as const;
    const backend = backendWith()
      .on('get', '/inventory/{org}/records/{object}/{recordId}', () => ({
        object: 'User',
        id: '0051',
        label: 'Erin Walsh',
        fields: [
          { id: 'state', label: 'State', type: 'text', value: 'active' },
        ],
        changes: [],
      }))
      .on('get', '/inventory/{org}/users/{userId}/access', () => ({
        user: erin,
        holdings: [source],
        system: [],
        objects: [
          { object: 'Account', operation: 'delete', sources: [source] },
        ],
        fields: [],
        muted: [],
      }));
    renderPlugin({
      backend,
      at: '/salesforce/directory/users/0051/access',
    });
    const user = userEvent.setup();
    await user.type(
      await screen.findByRole('searchbox'),
      'why can she delete accounts?',
    );
    const answer = (
      await screen.findByText('Erin Walsh can delete Account records:')
    ).closest('[role=status]') as HTMLElement;
    expect(within(answer).getByRole('link', { name: 'Sales' })).toHaveAttribute(
      'href',
      '/salesforce/directory/profiles/00e1?org=acme',
    );
  });

  it.each(['/salesforce/directory/who-can?q=delete+accounts'])(
    'says that the backend is away, not that there is no such object: %s',
    async at => {
      let isAway = true;
      const backend = backendWith()
        .on('post', '/inventory/{org}/groups', ({ body: { field } }) => {
          if (isAway) throw new FakeError(503, 'The backend is away');
          return { field, items: [{ value: 'Account', count: 3 }] };
        })
        .on('get', '/inventory/{org}/access', () => ({
          question: 'Delete Account records',
          total: 0,
          items: [],
        }));
      renderPlugin({ backend, at });
      const user = userEvent.setup();
      const alert = await screen.findByRole('alert', {}, { timeout: 5_000 });
      expect(alert).toHaveTextContent('The backend is away');
      expect(screen.queryByText(/is called that/)).not.toBeInTheDocument();
      isAway = false;
      await user.click(within(alert).getByRole('button', { name: /again/i }));
      expect(await screen.findByText('Nobody can.')).toBeVisible();
    },
  );
});

describe('a username in a table', () => {
  it('may break behind its @ and its dots, and is whole when it is copied', () => {
    const { container } = render(
      <Breakable>alexandra.petrova@acme.com</Breakable>,
    );
    expect(container.innerHTML).toBe(
      'alexandra.<wbr>petrova@<wbr>acme.<wbr>com',
    );
    expect(container).toHaveTextContent('alexandra.petrova@acme.com');
    const { container: words } = render(
      <Breakable>Sales Manager. North</Breakable>,
    );
    expect(words.innerHTML).toBe('Sales Manager. North');
  });
});
