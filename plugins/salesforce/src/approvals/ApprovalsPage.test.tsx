import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { people } from '../__testUtils__/people';
import type { FakeBackend } from '../__testUtils__/FakeBackend';
import { FakeError } from '../__testUtils__/FakeBackend';
import { renderPlugin } from '../__testUtils__/renderPlugin';
import { sampleBackend } from '../__testUtils__/sampleBackend';
import { freezeChange, samplePlan } from '../__testUtils__/samples';
import {
  sampleInbox,
  withApprovalSamples,
} from '../__testUtils__/withApprovalSamples';

const FREEZE = 'Freeze Marco Bianchi until 22 Feb 2027';
const PROFILE = 'Change the profile of Ari Cohen to Sales Manager';
const EINSTEIN = 'Assign Sales Cloud Einstein to 9 Salesforce users';

function open(
  backend: FakeBackend = withApprovalSamples(sampleBackend()),
  at = '/salesforce/approvals',
) {
  renderPlugin({ backend, at });
  return { backend, user: userEvent.setup() };
}

const list = () =>
  screen.findByRole('list', { name: 'Requests that wait for you' });
const line = async (title: string) =>
  within(await list()).findByRole('link', { name: title });
const reviews = (backend: FakeBackend) =>
  backend.calls.filter(
    ({ method, path }) => method === 'POST' && path.endsWith('/reviews'),
  );

describe('the approvals page', () => {
  it('says when nothing waits', async () => {
    open(withApprovalSamples(sampleBackend(), []));
    expect(
      await screen.findByText('Nothing is waiting for you.'),
    ).toBeInTheDocument();
  });

  it('explains an error and tries again', async () => {
    const backend = withApprovalSamples(sampleBackend()).on(
      'get',
      '/requests',
      () => {
        throw new FakeError(503, 'The database is away.');
      },
    );
    const { user } = open(backend);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away.',
    );
    withApprovalSamples(backend);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await line(FREEZE)).toBeInTheDocument();
  });

  it('answers who wants what, why, what changes and how risky in each line', async () => {
    open();
    const item = (await line(PROFILE)).closest('li');
    expect(item).toHaveTextContent('Sam Okafor');
    expect(item).toHaveTextContent('Ari takes over the NA team');
    expect(item).toHaveTextContent('Profile: Standard User → Sales Manager');
    expect(item).toHaveTextContent('High risk');
  });

  it('is worked from the keyboard: move, open, approve what was shown, next', async () => {
    const { backend, user } = open();
    await line(FREEZE);
    await user.keyboard('j');
    await waitFor(async () => expect(await line(FREEZE)).toHaveFocus());
    await user.keyboard('jk');
    await waitFor(async () => expect(await line(FREEZE)).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(
      await screen.findByRole('article', { name: FREEZE }),
    ).toHaveTextContent('Marco Bianchi can no longer log in');

    await user.keyboard('a');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(FREEZE)).toBeInTheDocument();
    await waitFor(() =>
      expect(within(dialog).getByLabelText(/Comment/)).toHaveFocus(),
    );
    // Letters are text here, not shortcuts.
    await user.keyboard('ajar{Control>}{Enter}{/Control}');

    // The next one comes up.
    expect(
      await screen.findByRole('article', { name: PROFILE }),
    ).toBeInTheDocument();
    await waitFor(async () => expect(await line(PROFILE)).toHaveFocus());
    expect(screen.queryByRole('link', { name: FREEZE })).toBeNull();
    expect(reviews(backend)).toEqual([
      expect.objectContaining({
        path: '/requests/w1/reviews',
        body: {
          decision: 'approve',
          planDigest: 'w1'.padEnd(64, '0'),
          comment: 'ajar',
        },
      }),
    ]);
  });

  it('decides several at once and shows what became of each', async () => {
    const { backend, user } = open();
    await line(FREEZE);
    // One of them changes behind the approver's back.
    const changed = sampleInbox().map(request =>
      request.id === 'w3'
        ? { ...request, plan: samplePlan({ digest: 'f'.repeat(64) }) }
        : request,
    );
    withApprovalSamples(backend, changed);

    await user.keyboard('jxjjx');
    const bar = await screen.findByRole('group', { name: 'Selected requests' });
    expect(bar).toHaveTextContent('2 selected');
    await user.click(
      within(bar).getByRole('button', { name: 'Reject 2 requests' }),
    );
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText(/Comment/), 'Not now');
    await user.click(
      within(dialog).getByRole('button', { name: 'Reject 2 requests' }),
    );

    const results = (
      await screen.findByText('What became of your decisions: 1 of 2 done')
    ).closest('[role="status"]');
    expect(results).toHaveTextContent(`${FREEZE} Rejected`);
    expect(results).toHaveTextContent(
      `${EINSTEIN} Not decided: the plan changed. Look at it again.`,
    );
    expect(reviews(backend)[0].body).toEqual({
      reviews: [
        {
          requestId: 'w1',
          decision: 'reject',
          planDigest: 'w1'.padEnd(64, '0'),
          comment: 'Not now',
        },
        {
          requestId: 'w3',
          decision: 'reject',
          planDigest: 'w3'.padEnd(64, '0'),
          comment: 'Not now',
        },
      ],
    });
    // What was not decided is still there, and still selected.
    expect(await line(EINSTEIN)).toBeInTheDocument();
    expect(bar).toHaveTextContent('1 selected');
  });

  it('shows both plans when the plan changed since it was shown, and decides on the new one', async () => {
    const { backend, user } = open(undefined, '/salesforce/approvals/w1');
    await screen.findByRole('article', { name: FREEZE });
    const [first, ...others] = sampleInbox();
    const plan = samplePlan({
      version: 2,
      digest: 'e'.repeat(64),
      changes: [
        freezeChange(),
        freezeChange(1, {
          object: 'User',
          id: '005Ho000000DanAAA',
          label: 'Dan Novak',
        }),
      ],
    });
    withApprovalSamples(backend, [{ ...first, plan }, ...others]);

    await user.click(screen.getByRole('button', { name: 'Approve' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Approve' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Nothing was decided: the plan changed',
    );
    await user.click(
      within(dialog).getByRole('button', { name: 'Look at both plans' }),
    );

    expect(await screen.findByText('The plan changed')).toBeInTheDocument();
    const article = screen.getByRole('article', { name: FREEZE });
    expect(within(article).getAllByText('Dan Novak')).toHaveLength(1);
    expect(within(article).getAllByText('Marco Bianchi')).toHaveLength(2);

    await user.click(screen.getByRole('button', { name: 'Approve' }));
    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Approve',
      }),
    );
    await waitFor(() => expect(reviews(backend)).toHaveLength(2));
    expect(reviews(backend)[1].body).toEqual({
      decision: 'approve',
      planDigest: 'e'.repeat(64),
    });
  });

  it("opens an approver's own request by link and says why they cannot decide it", async () => {
    const { user } = open(undefined, '/salesforce/approvals/own');
    expect(
      await screen.findByText('You cannot decide this request'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('You asked for this, so somebody else decides it.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
    await user.keyboard('a');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('lets one name who reviews in one’s name, and take it back', async () => {
    const given = {
      id: 'd1',
      person: people.priya,
      delegate: people.tom,
      startsAt: '2026-11-01T00:00:00Z',
      endsAt: '2099-12-01T00:00:00Z',
      isCurrent: true,
    };
    const backend = withApprovalSamples(sampleBackend())
      .on('get', '/delegations', () => ({ given: [given], received: [] }))
      .on(
        'delete',
        '/delegations/{delegationId}',
        () => new Response(null, { status: 204 }),
      );
    const { user } = open(backend);
    await user.click(await screen.findByRole('button', { name: 'Delegates' }));
    const dialog = await screen.findByRole('dialog');
    const rows = await within(dialog).findByRole('region', {
      name: 'Who reviews in your name',
    });
    expect(rows).toHaveTextContent(people.tom.displayName);
    await user.click(
      within(dialog).getByRole('button', { name: 'Name delegate' }),
    );
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      'Say who, and until when.',
    );
    await user.click(within(rows).getByRole('button', { name: 'Take back' }));
    await waitFor(() =>
      expect(
        backend.calls.some(
          ({ method, path }) =>
            method === 'DELETE' && path === '/delegations/d1',
        ),
      ).toBe(true),
    );
  });

  it('lists its shortcuts, and lets one turn them off', async () => {
    const { user } = open();
    await line(FREEZE);
    await user.keyboard('?');
    const help = await screen.findByRole('dialog', {
      name: 'Keyboard shortcuts',
    });
    expect(help).toHaveTextContent('Select or unselect');
    await user.click(within(help).getByRole('switch'));
    await user.keyboard('{Escape}');
    await user.keyboard('jx');
    expect(
      screen.queryByRole('group', { name: 'Selected requests' }),
    ).toBeNull();
  });
});
