import type { Draft } from '@salesdesk/backstage-plugin-salesforce-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeError, type FakeBackend } from '../__testUtils__/FakeBackend';
import { renderPlugin } from '../__testUtils__/renderPlugin';
import { sampleAction, sampleActions } from '../__testUtils__/sampleActions';
import { sampleBackend } from '../__testUtils__/sampleBackend';
import {
  sampleDecision,
  samplePlan,
  sampleRequest,
} from '../__testUtils__/samples';
import { withDataSamples } from '../__testUtils__/withDataSamples';

function formAt(options: {
  action: string;
  input?: unknown;
  backend?: FakeBackend;
}) {
  const backend = options.backend ?? sampleBackend();
  const search = options.input
    ? `?${new URLSearchParams({ input: JSON.stringify(options.input) })}`
    : '';
  renderPlugin({
    backend,
    at: `/salesforce/request/${options.action}${search}`,
  });
  return { backend, user: userEvent.setup() };
}

function draft(overrides: Partial<Draft> = {}): Draft {
  return {
    org: 'acme',
    action: 'salesforce_freeze_user',
    title: 'Freeze Marco Bianchi',
    valid: true,
    errors: [],
    plan: samplePlan(),
    decision: sampleDecision(),
    ...overrides,
  };
}

const bodiesOf = (backend: FakeBackend, path: string) =>
  backend.calls
    .filter(call => call.path === path && call.method === 'POST')
    .map(({ body }) => body);

const previewShows = async (text: string) => {
  const preview = await screen.findByRole('region', { name: 'Preview' });
  await within(preview).findAllByText(text);
  return preview;
};

describe('the form of a request', () => {
  it.each(
    sampleActions.filter(({ kind }) => kind === 'write').map(({ id }) => id),
  )('has a labelled field for every part of the input of %s', async id => {
    formAt({ action: id });
    const form = await screen.findByRole('form');
    const { properties } = sampleAction(id).inputSchema as {
      properties: Record<string, { title: string }>;
    };
    for (const { title } of Object.values(properties)) {
      expect(
        within(form).getAllByLabelText(new RegExp(`^${title}`)).length,
      ).toBeGreaterThan(0);
    }
    expect(within(form).getByLabelText(/^Reason/)).toBeInTheDocument();
  });

  it('shows what will change and what it needs, and submits exactly that once', async () => {
    const backend = sampleBackend()
      .on('post', '/drafts', () => draft())
      .on('post', '/requests', () =>
        sampleRequest({ id: 'new-1', title: 'Freeze Marco Bianchi' }),
      )
      .on('get', '/requests/{requestId}', () =>
        sampleRequest({ id: 'new-1', title: 'Freeze Marco Bianchi' }),
      );
    const { user } = formAt({
      action: 'salesforce_freeze_user',
      input: { users: ['marco@acme.com'], until: '2027-02-22' },
      backend,
    });
    const preview = await previewShows('Marco Bianchi can no longer log in');
    expect(within(preview).getByText('Needs approval')).toBeVisible();
    expect(within(preview).getByText('Priya Raman')).toBeVisible();

    await user.type(screen.getByLabelText(/^Reason/), 'On leave');
    const submit = screen.getByRole('button', { name: 'Submit request' });
    await waitFor(() => expect(submit).toBeEnabled());
    await user.dblClick(submit);

    // It leads to the page of the new request.
    expect(
      await screen.findByRole('heading', { name: 'What changes' }),
    ).toBeVisible();
    expect(bodiesOf(backend, '/requests')).toEqual([
      {
        action: 'salesforce_freeze_user',
        org: 'acme',
        input: { users: ['marco@acme.com'], until: '2027-02-22' },
        reason: 'On leave',
        planDigest: samplePlan().digest,
      },
    ]);
    const [call] = backend.calls.filter(
      ({ method, path }) => method === 'POST' && path === '/requests',
    );
    expect(call.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('marks what is missing, goes there, and asks the backend nothing', async () => {
    const { backend, user } = formAt({ action: 'salesforce_create_user' });
    await user.click(
      await screen.findByRole('button', { name: 'Submit request' }),
    );
    expect(await screen.findAllByText('Fill in this field.')).toHaveLength(3);
    const email = screen.getByLabelText(/^E-mail address/);
    expect(email).toHaveFocus();
    expect(email).toHaveAccessibleDescription(/Fill in this field/);
    expect(bodiesOf(backend, '/drafts')).toEqual([]);
    expect(bodiesOf(backend, '/requests')).toEqual([]);
  });

  it('offers whom an ambiguous name could mean, at the field, and takes the one chosen', async () => {
    const backend = sampleBackend().on('post', '/drafts', ({ body }) =>
      (body.input.users as string[]).includes('Alex')
        ? draft({
            valid: false,
            plan: undefined,
            decision: undefined,
            errors: [
              {
                path: 'users.1',
                code: 'ambiguous_name',
                message: '“Alex” could be several people.',
                candidates: [
                  { value: 'alex.kim@acme.com', label: 'Alex Kim' },
                  { value: 'alex.kimura@acme.com', label: 'Alex Kimura' },
                ],
              },
            ],
          })
        : draft(),
    );
    const { user } = formAt({
      action: 'salesforce_freeze_user',
      input: { users: ['marco@acme.com', 'Alex'] },
      backend,
    });
    expect(
      await screen.findByText('“Alex” could be several people.'),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: /Alex Kimura/ }));
    await previewShows('Marco Bianchi can no longer log in');
    await waitFor(() =>
      expect(bodiesOf(backend, '/drafts').at(-1)).toMatchObject({
        input: { users: ['marco@acme.com', 'alex.kimura@acme.com'] },
      }),
    );
    expect(screen.queryByText('“Alex” could be several people.')).toBeNull();
  });

  it('takes people from the search, by typing, and from a pasted list', async () => {
    const { backend, user } = formAt({ action: 'salesforce_unfreeze_user' });
    const box = await screen.findByRole('combobox', {
      name: /^Salesforce users/,
    });
    await user.click(box);
    await user.type(box, 'novak');
    await user.click(await screen.findByRole('option', { name: /Dan Novak/ }));
    // The list closes, so that the rest of the form is there again.
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    await user.type(box, 'Zoë Müller{Enter}');
    await user.paste('ari@acme.com\nann.lee@acme.com; dan@acme.com');
    await user.tab();
    const chosen = screen.getByRole('grid', { name: /chosen/ });
    expect(
      within(chosen)
        .getAllByRole('row')
        .map(row => row.textContent),
    ).toEqual(['Dan Novak', 'Zoë Müller', 'ari@acme.com', 'ann.lee@acme.com']);
    await previewShows('Marco Bianchi can no longer log in');
    await waitFor(() =>
      expect(bodiesOf(backend, '/drafts').at(-1)).toMatchObject({
        input: {
          users: [
            'dan@acme.com',
            'Zoë Müller',
            'ari@acme.com',
            'ann.lee@acme.com',
          ],
        },
      }),
    );
  });

  it('takes a new record with the records below it, and leaves out what it is given by its place', async () => {
    const backend = withDataSamples(sampleBackend()).on('post', '/drafts', () =>
      draft(),
    );
    const { user } = formAt({
      action: 'salesforce_create_record',
      input: { object: 'Account', values: { Name: 'CloudWave' } },
      backend,
    });
    const below = await screen.findByRole('region', {
      name: 'Records below it',
    });
    await user.click(
      await within(below).findByRole('button', {
        name: 'Add a record below it',
      }),
    );
    const first = within(below).getByRole('region', {
      name: 'Record 1 below it',
    });
    await user.type(
      await within(first).findByRole('textbox', { name: /^Last Name/ }),
      'Doe',
    );
    expect(within(first).queryByText('Account')).toBeNull();
    const sent = () => bodiesOf(backend, '/drafts').at(-1);
    await waitFor(() =>
      expect(sent()).toMatchObject({
        input: {
          object: 'Account',
          values: { Name: 'CloudWave' },
          children: [{ object: 'Contact', values: { LastName: 'Doe' } }],
        },
      }),
    );
    await user.click(
      within(first).getByRole('button', { name: 'Leave out record 1' }),
    );
    await waitFor(() =>
      expect(sent()).toEqual({
        action: 'salesforce_create_record',
        org: 'acme',
        input: { object: 'Account', values: { Name: 'CloudWave' } },
      }),
    );
  });

  it('does not submit what is refused, and says why', async () => {
    const backend = sampleBackend().on('post', '/drafts', () =>
      draft({
        valid: false,
        decision: sampleDecision({
          verdict: 'refused',
          stages: [],
          reasons: ['You may ask for this for yourself only.'],
        }),
      }),
    );
    formAt({
      action: 'salesforce_reset_password',
      input: { users: ['dan@acme.com'] },
      backend,
    });
    await previewShows('You may ask for this for yourself only.');
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Submit request' }),
      ).toBeDisabled(),
    );
  });

  it('shows the new plan when it changed between looking and submitting', async () => {
    let version = 1;
    const backend = sampleBackend()
      .on('post', '/drafts', () =>
        draft({
          plan: samplePlan({ warnings: [`This is plan ${version}.`] }),
        }),
      )
      .on('post', '/requests', () => {
        version = 2;
        throw new FakeError(409, 'The plan is another by now.', {
          code: 'plan_changed',
        });
      });
    const { user } = formAt({
      action: 'salesforce_freeze_user',
      input: { users: ['marco@acme.com'] },
      backend,
    });
    await previewShows('This is plan 1.');
    const submit = screen.getByRole('button', { name: 'Submit request' });
    await waitFor(() => expect(submit).toBeEnabled());
    await user.click(submit);
    expect(
      await screen.findByText('The plan is another by now.'),
    ).toBeVisible();
    await previewShows('This is plan 2.');
  });

  it('of something one may not ask for leads to what one may', async () => {
    formAt({ action: 'salesforce_run_soql' });
    expect(
      await screen.findByText('This cannot be asked for here'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'See what you can ask for' }),
    ).toHaveAttribute('href', '/salesforce');
  });

  it('explains an error of the backend and tries again', async () => {
    const backend = sampleBackend().on('get', '/actions', () => {
      throw new FakeError(503, 'The org is paused.', { code: 'org_paused' });
    });
    const { user } = formAt({ action: 'salesforce_freeze_user', backend });
    expect(await screen.findByText('The org is paused.')).toBeVisible();
    backend.on('get', '/actions', () => ({ items: sampleActions }));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('form')).toBeVisible();
  });
});
