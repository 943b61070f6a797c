import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeError } from '../__testUtils__/FakeBackend';
import { renderPlugin } from '../__testUtils__/renderPlugin';
import { sampleBackend, sampleMe } from '../__testUtils__/sampleBackend';
import { sampleSummary } from '../__testUtils__/samples';

const asked = (backend: ReturnType<typeof sampleBackend>) =>
  backend.calls
    .filter(({ path }) => path === '/requests')
    .map(({ query }) => query.toString());

describe('the list of requests', () => {
  it('shows each with what, how it stands and whom it waits for, and leads to its page', async () => {
    renderPlugin({ backend: sampleBackend(), at: '/salesforce/requests' });
    const list = await screen.findByRole('list', { name: 'Requests' });
    const rows = within(list).getAllByRole('listitem');
    expect(rows).toHaveLength(13);
    expect(rows[0]).toHaveTextContent('Waiting for approval');
    expect(rows[0]).toHaveTextContent('Waits for 1 of RevOps approvers');
    expect(
      within(rows[0]).getByRole('link', { name: /^Freeze/ }),
    ).toHaveAttribute('href', '/salesforce/requests/req-1');
    for (const word of ['Done', 'Needs an admin', 'Changed since', 'Expired']) {
      expect(list).toHaveTextContent(word);
    }
  });

  it('asks for one page at a time', async () => {
    const total = 120;
    const backend = sampleBackend().on('get', '/requests', ({ query }) => {
      const start = Number(query.get('cursor') ?? 0);
      const end = start + Number(query.get('limit'));
      return {
        items: Array.from(
          { length: Math.min(end, total) - start },
          (_, index) =>
            sampleSummary({
              id: `r-${start + index}`,
              title: `Request ${start + index + 1}`,
            }),
        ),
        ...(end < total ? { nextCursor: String(end) } : {}),
      };
    });
    renderPlugin({ backend, at: '/salesforce/requests' });
    const user = userEvent.setup();
    await screen.findByText('Request 50');
    expect(screen.queryByText('Request 51')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await screen.findByText('Request 51');
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await screen.findByText('Request 120');
    expect(screen.getByRole('button', { name: 'Next' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Previous' }));
    await screen.findByText('Request 51');
  });

  it('is narrowed by words without losing them on the way, and says when nothing is left', async () => {
    const backend = sampleBackend();
    renderPlugin({ backend, at: '/salesforce/requests?view=mine' });
    const user = userEvent.setup();
    await screen.findByRole('list', { name: 'Requests' });
    const search = screen.getByRole('searchbox', { name: 'Find in requests' });
    await user.type(search, 'nobody at all');
    expect(await screen.findByText('No request matches.')).toBeVisible();
    expect(search).toHaveValue('nobody at all');
    await waitFor(() =>
      expect(asked(backend).at(-1)).toContain('q=nobody+at+all'),
    );
    await user.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    expect(await screen.findByRole('list', { name: 'Requests' })).toBeVisible();
  });

  it('opens as its address says', async () => {
    const backend = sampleBackend();
    renderPlugin({
      backend,
      at: '/salesforce/requests?view=all&state=needs_admin&order=expiring',
    });
    const list = await screen.findByRole('list', { name: 'Requests' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
    await waitFor(() =>
      expect(asked(backend).at(-1)).toBe(
        'view=all&order=expiring&state=needs_admin&limit=50',
      ),
    );
  });

  it('of somebody new says what to do first', async () => {
    const backend = sampleBackend()
      .on('get', '/me', () => ({
        ...sampleMe,
        may: { ...sampleMe.may, seeAllRequests: false, review: false },
      }))
      .on('get', '/requests', () => ({ items: [] }));
    renderPlugin({ backend, at: '/salesforce/requests' });
    expect(
      await screen.findByText('You have not asked for anything yet.'),
    ).toBeVisible();
    await waitFor(() => expect(asked(backend).at(-1)).toContain('view=mine'));
    expect(screen.queryByRole('radio', { name: 'To review' })).toBeNull();
  });

  it('explains an error and tries again', async () => {
    const backend = sampleBackend().on('get', '/requests', () => {
      throw new FakeError(500, 'The database is away.');
    });
    renderPlugin({ backend, at: '/salesforce/requests' });
    const user = userEvent.setup();
    expect(await screen.findByText('The database is away.')).toBeVisible();
    backend.on('get', '/requests', () => ({ items: [sampleSummary()] }));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.queryByText('The database is away.')).toBeNull(),
    );
  });
});
