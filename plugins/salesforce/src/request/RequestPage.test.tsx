import type {
  AllowedAction,
  RequestDetail,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeError, type FakeBackend } from '../__testUtils__/FakeBackend';
import { renderPlugin } from '../__testUtils__/renderPlugin';
import { sampleBackend } from '../__testUtils__/sampleBackend';
import {
  freezeChange,
  samplePlan,
  sampleRequest,
} from '../__testUtils__/samples';
import { withRequestSamples } from '../__testUtils__/withRequestSamples';

const ID = 'req-1';

function pageOf(
  overrides: Partial<RequestDetail>,
  backend: FakeBackend = sampleBackend(),
) {
  const request = sampleRequest({ id: ID, ...overrides });
  backend.on('get', '/requests/{requestId}', () => request);
  renderPlugin({ backend, at: `/salesforce/requests/${ID}` });
  return { backend, request, user: userEvent.setup() };
}

const lastBody = (backend: FakeBackend, path: string) =>
  backend.calls
    .filter(call => call.method === 'POST' && call.path === path)
    .map(({ body }) => body)
    .at(-1);

describe('the page of a request', () => {
  it('says what, who, why, what changes, who can still review and what happened', async () => {
    pageOf({
      plan: samplePlan({
        followUps: [
          {
            action: 'salesforce_unfreeze_user',
            at: '2027-02-22T23:59:59Z',
            summary: 'Unfreeze Marco Bianchi',
          },
        ],
      }),
      cannot: [{ action: 'approve', reason: 'You asked for it yourself.' }],
    });
    expect(
      await screen.findByRole('heading', {
        name: 'Freeze Marco Bianchi until 22 Feb 2027',
      }),
    ).toBeVisible();
    expect(screen.getByText('Waiting for approval')).toBeVisible();
    expect(
      screen.getByText('He is out on leave for three months.'),
    ).toBeVisible();

    const changes = screen.getByRole('region', { name: 'What changes' });
    expect(changes).toHaveTextContent(/Frozen.*Before: no.*After: yes/);
    expect(changes).toHaveTextContent('Unfreeze Marco Bianchi');

    const approval = screen.getByRole('region', { name: 'Approval' });
    expect(approval).toHaveTextContent('1 of RevOps approvers');
    expect(approval).toHaveTextContent('1 approval missing');
    expect(approval).toHaveTextContent('Tom Becker');
    expect(approval).toHaveTextContent('Approve: You asked for it yourself.');

    expect(
      await screen.findByText('Erin Walsh asked to freeze Marco Bianchi'),
    ).toBeVisible();
  });

  it('offers what the backend allows and nothing else', async () => {
    pageOf({ allowedActions: ['cancel'] });
    expect(
      await screen.findByRole('button', { name: 'Withdraw' }),
    ).toBeVisible();
    for (const name of ['Approve', 'Reject', 'Run again', 'Undo']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });

  it.each<{
    action: AllowedAction;
    open: string;
    confirm: string;
    path: string;
    body: unknown;
  }>([
    {
      action: 'approve',
      open: 'Approve',
      confirm: 'Approve',
      path: 'reviews',
      body: {
        decision: 'approve',
        planDigest: samplePlan().digest,
        comment: 'Fine',
      },
    },
    {
      action: 'reject',
      open: 'Reject',
      confirm: 'Reject',
      path: 'reviews',
      body: {
        decision: 'reject',
        planDigest: samplePlan().digest,
        comment: 'Fine',
      },
    },
    {
      action: 'cancel',
      open: 'Withdraw',
      confirm: 'Withdraw request',
      path: 'cancel',
      body: { comment: 'Fine' },
    },
    {
      action: 'retry',
      open: 'Run again',
      confirm: 'Run again',
      path: 'retry',
      body: { comment: 'Fine' },
    },
  ])(
    'does "$open" with a comment, on the plan that was shown, and shows what came of it',
    async ({ action, open, confirm, path, body }) => {
      const after = sampleRequest({ id: ID, state: 'running', outcomes: {} });
      const backend = sampleBackend();
      backend
        .on('post', '/requests/{requestId}/reviews', () => after)
        .on('post', '/requests/{requestId}/cancel', () => after)
        .on('post', '/requests/{requestId}/retry', () => after);
      const { user } = pageOf({ allowedActions: [action] }, backend);
      await user.click(await screen.findByRole('button', { name: open }));
      const dialog = await screen.findByRole('dialog');
      await user.type(within(dialog).getByLabelText('Comment'), 'Fine');
      backend.on('get', '/requests/{requestId}', () => after);
      await user.click(within(dialog).getByRole('button', { name: confirm }));
      expect(await screen.findByText('Running')).toBeVisible();
      expect(screen.queryByRole('dialog')).toBeNull();
      expect(lastBody(backend, `/requests/${ID}/${path}`)).toEqual(body);
    },
  );

  it('keeps the words and explains when a decision is refused', async () => {
    const backend = sampleBackend().on(
      'post',
      '/requests/{requestId}/reviews',
      () => {
        throw new FakeError(409, 'The plan is another by now.', {
          code: 'plan_changed',
        });
      },
    );
    const { user } = pageOf({ allowedActions: ['approve'] }, backend);
    await user.click(await screen.findByRole('button', { name: 'Approve' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Comment'), 'Fine');
    await user.click(within(dialog).getByRole('button', { name: 'Approve' }));
    expect(
      await within(dialog).findByText('The plan is another by now.'),
    ).toBeVisible();
    expect(within(dialog).getByLabelText('Comment')).toHaveValue('Fine');
  });

  it('repeats what may have happened already only when told to', async () => {
    const backend = sampleBackend().on(
      'post',
      '/requests/{requestId}/retry',
      () => sampleRequest({ id: ID }),
    );
    const { user } = pageOf(
      {
        state: 'needs_admin',
        allowedActions: ['retry'],
        outcomes: { unknown: 1 },
      },
      backend,
    );
    await user.click(await screen.findByRole('button', { name: 'Run again' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('checkbox'));
    await user.click(within(dialog).getByRole('button', { name: 'Run again' }));
    await waitFor(() =>
      expect(lastBody(backend, `/requests/${ID}/retry`)).toEqual({
        repeatUnknown: true,
      }),
    );
  });

  it('shows what undoing changes before it is submitted, and goes to the new request', async () => {
    const backend = sampleBackend()
      .on('get', '/requests/{requestId}/undo', () => ({
        org: 'acme',
        action: 'salesforce_unfreeze_user',
        valid: true,
        errors: [],
        plan: samplePlan({ warnings: ['He can log in again at once.'] }),
      }))
      .on('post', '/requests/{requestId}/undo', () =>
        sampleRequest({ id: 'undo-1', title: 'Unfreeze Marco Bianchi' }),
      );
    const { user } = pageOf(
      { state: 'succeeded', allowedActions: ['undo'] },
      backend,
    );
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('He can log in again at once.');
    backend.on('get', '/requests/{requestId}', () =>
      sampleRequest({ id: 'undo-1', title: 'Unfreeze Marco Bianchi' }),
    );
    await user.click(
      within(dialog).getByRole('button', { name: 'Submit undo' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Unfreeze Marco Bianchi' }),
    ).toBeVisible();
  });

  it('does not submit an undo that is refused, and says why', async () => {
    const backend = sampleBackend().on(
      'get',
      '/requests/{requestId}/undo',
      () => ({
        org: 'acme',
        action: 'salesforce_unfreeze_user',
        valid: false,
        errors: [
          { path: '', message: 'Someone else changed Marco Bianchi since.' },
        ],
      }),
    );
    const { user } = pageOf(
      { state: 'succeeded', allowedActions: ['undo'] },
      backend,
    );
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText(
        'Someone else changed Marco Bianchi since.',
      ),
    ).toBeVisible();
    expect(
      within(dialog).getByRole('button', { name: 'Submit undo' }),
    ).toBeDisabled();
  });

  it('puts both plans side by side when the plan changed, the difference marked', async () => {
    const profile = (before: string) =>
      samplePlan({
        changes: [
          freezeChange(0, undefined, {
            fields: [
              { name: 'ProfileId', label: 'Profile', before, after: 'Sales' },
            ],
          }),
        ],
      });
    pageOf({
      state: 'stale',
      plan: profile('Read Only'),
      previousPlans: [profile('Standard User')],
    });
    const earlier = await screen.findByRole('region', {
      name: 'The plan that was looked at',
    });
    const current = screen.getByRole('region', { name: 'The plan now' });
    expect(earlier).toHaveTextContent('Standard User');
    expect(current).toHaveTextContent('Read Only');
    expect(
      screen.getByText('The plan changed since it was looked at'),
    ).toBeVisible();
  });

  it('lists what an admin has to clear, with the way into Salesforce', async () => {
    pageOf({
      state: 'needs_admin',
      allowedActions: ['retry'],
      blockers: [
        {
          code: 'default_lead_owner',
          message: 'Pat Default is the default lead owner.',
          remedy: 'Choose another default owner in Setup.',
          url: 'https://acme.example/setup/leads',
        },
      ],
    });
    expect(
      await screen.findByText('Pat Default is the default lead owner.'),
    ).toBeVisible();
    expect(
      screen.getByText('Choose another default owner in Setup.'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: /^Open in Salesforce/ }),
    ).toHaveAttribute('href', 'https://acme.example/setup/leads');
    expect(screen.getByRole('button', { name: 'Run again' })).toBeVisible();
  });

  it('pages through many changes and finds those that failed', async () => {
    renderPlugin({
      backend: withRequestSamples(sampleBackend()),
      at: '/salesforce/requests/req-5',
    });
    const user = userEvent.setup();
    const region = await screen.findByRole('region', { name: 'What changes' });
    expect(await within(region).findByText('137 changes')).toBeVisible();
    expect(await within(region).findByText('Person 25')).toBeVisible();
    await user.click(within(region).getByRole('button', { name: 'Next' }));
    expect(await within(region).findByText('Person 26')).toBeVisible();
    await user.type(within(region).getByRole('searchbox'), 'Person 24');
    await waitFor(() => {
      const changes = within(region).getByRole('list', {
        name: 'What changes',
      });
      const [only, ...others] = within(changes).getAllByRole('listitem');
      expect(others).toEqual([]);
      expect(only).toHaveTextContent('Person 24');
      expect(only).toHaveTextContent(
        'Salesforce was working on this user at the same time.',
      );
    });
  });

  it('moves on by itself while the request runs', async () => {
    const { backend } = pageOf({ state: 'running', outcomes: { pending: 1 } });
    expect(await screen.findByText('Running')).toBeVisible();
    backend.on('get', '/requests/{requestId}', () =>
      sampleRequest({ id: ID, state: 'succeeded', outcomes: { applied: 1 } }),
    );
    await waitFor(() => expect(screen.getByText('Done')).toBeVisible());
  });

  it('of somebody else reads as not found', async () => {
    const backend = sampleBackend();
    renderPlugin({ backend, at: '/salesforce/requests/not-mine' });
    expect(await screen.findByText('Not found')).toBeVisible();
    expect(
      screen.getByText('It does not exist, or it is not yours to see.'),
    ).toBeVisible();
  });
});
