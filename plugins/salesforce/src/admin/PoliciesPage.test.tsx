import { screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { FakeError, type FakeBackend } from '../__testUtils__/FakeBackend';
import { people } from '../__testUtils__/people';
import { renderPlugin } from '../__testUtils__/renderPlugin';
import { sampleBackend } from '../__testUtils__/sampleBackend';
import {
  samplePolicy,
  samplePolicyRecord,
  withPolicySamples,
} from '../__testUtils__/withPolicySamples';

const FREEZE = 'salesforce_freeze_user';

function open(
  at = '',
  backend: FakeBackend = withPolicySamples(sampleBackend()),
) {
  renderPlugin({ backend, at: `/salesforce/admin/policies${at}` });
  return { backend, user: userEvent.setup() };
}

const saves = (backend: FakeBackend) =>
  backend.calls
    .filter(({ method }) => method === 'PUT' || method === 'DELETE')
    .map(({ body, query }) => body ?? query.toString());

const panel = () =>
  screen.findByRole('region', { name: 'Policy of Freeze Salesforce users' });

const meaning = async () =>
  within(await panel()).findByRole('status', { name: 'What it means' });

async function pick(user: UserEvent, name: string | RegExp, ref: string) {
  await user.type(screen.getByRole('combobox', { name }), ref);
  await user.click(await screen.findByRole('option', { name: ref }));
}

describe('the policies page', () => {
  it('shows a row per action: on or off, who may ask, who approves, reason, limits, sentence', async () => {
    open();
    const list = await screen.findByLabelText('Policies by action');
    const row = within(list)
      .getByRole('link', { name: 'Freeze Salesforce users' })
      .closest('[role="row"], tr, li');
    expect(row).toHaveTextContent('On');
    expect(row).toHaveTextContent('it needs 1 of RevOps approvers');
    expect(
      within(list)
        .getByRole('link', { name: 'Create a Salesforce user' })
        .closest('[role="row"], tr, li'),
    ).toHaveTextContent(/Off.*Switched off|Switched off.*Off/);
  });

  it('replays the policy in the form over the last 90 days', async () => {
    const backend = withPolicySamples(sampleBackend()).on(
      'post',
      '/policies/{action}/replay',
      () => ({
        days: 90,
        considered: 12,
        unchanged: 11,
        truncated: false,
        differences: [
          {
            requestId: 'r1',
            number: 7,
            title: 'Freeze Marco Bianchi',
            requester: people.erin,
            createdAt: '2026-10-01T09:00:00Z',
            state: 'succeeded',
            kind: 'other_approval',
            before: {
              verdict: 'needs_approval',
              needs: '1 of RevOps approvers',
              reasons: [],
            },
            after: {
              verdict: 'needs_approval',
              needs: '2 of RevOps approvers',
              reasons: [],
            },
            reviewsSuffice: false,
          },
        ],
      }),
    );
    const { user } = open(`/${FREEZE}`, backend);
    await user.click(
      await within(await panel()).findByRole('tab', { name: 'Replay' }),
    );
    await user.click(
      screen.getByRole('button', { name: 'What would have been different?' }),
    );
    const answer = await screen.findByRole('region', {
      name: 'What would have been different',
    });
    expect(answer).toHaveTextContent(
      '1 of 12 requests would have been decided otherwise.',
    );
    expect(answer).toHaveTextContent('Would have needed another approval');
    expect(answer).toHaveTextContent('Would be: Needs approval · 2 of RevOps');
    expect(answer).toHaveTextContent('would not have been enough');
    const [call] = backend.calls.filter(({ path }) => path.endsWith('/replay'));
    expect(call.body).toMatchObject({ days: 90, policy: { enabled: true } });
  });

  it('says when there is nothing to rule, and explains an error', async () => {
    const backend = sampleBackend().on('get', '/policies', () => {
      throw new FakeError(500, 'The database is away.');
    });
    const { user } = open('', backend);
    expect(await screen.findByText('The database is away.')).toBeVisible();
    withPolicySamples(backend, []);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('There is nothing to rule'),
    ).toBeInTheDocument();
  });

  it('tells while one edits what the policy means, and saves it as a new version', async () => {
    const { backend, user } = open(`/${FREEZE}`);
    expect(await meaning()).toHaveTextContent(
      'Everyone whose role allows it may ask. Unless a role runs it without approval, it needs 1 of Revops approvers, within 5 days. A reason is required. At most 200 at a time. For at most 3 months.',
    );
    expect(screen.getByRole('button', { name: 'Save policy' })).toBeDisabled();

    await user.click(
      screen.getByRole('radio', { name: 'For themselves only' }),
    );
    await user.click(screen.getByRole('button', { name: 'Add a stage' }));
    await user.click(
      screen.getByRole('switch', { name: 'A reason is required' }),
    );
    expect(await meaning()).toHaveTextContent(
      'Everyone whose role allows it may ask, for themselves only. Unless a role runs it without approval, it needs 1 of Revops approvers, then 1 of the people whose role allows it, within 5 days. At most 200 at a time.',
    );
    await user.type(
      screen.getByRole('textbox', { name: /Why you change it/ }),
      'Fewer mistakes',
    );
    await user.click(screen.getByRole('button', { name: 'Save policy' }));
    await waitFor(() =>
      expect(screen.getByText(/Changed here · Version 1/)).toBeVisible(),
    );
    expect(saves(backend)).toEqual([
      {
        expectedVersion: 0,
        comment: 'Fewer mistakes',
        policy: samplePolicy({
          selfService: 'only',
          reason: 'optional',
          stages: [
            ...samplePolicy().stages,
            {
              name: 'Stage 2',
              requirements: [{ count: 1, from: [{ kind: 'permission' }] }],
            },
          ],
        }),
      },
    ]);
  });

  it('edits stages: more reviewers, another order, and nothing that cannot be', async () => {
    const { backend, user } = open(`/${FREEZE}`);
    await panel();
    const stage = () => screen.getByRole('group', { name: 'Stage 1' });
    await user.click(
      within(stage()).getByRole('button', { name: 'Or others' }),
    );
    await user.click(
      within(stage()).getByRole('button', { name: /Reviewers 2/ }),
    );
    await user.click(await screen.findByRole('option', { name: 'A person' }));
    await user.click(screen.getByRole('button', { name: 'Save policy' }));
    expect(await screen.findByText('Say who')).toBeInTheDocument();
    expect(saves(backend)).toEqual([]);

    await pick(user, 'Person', people.priya.ref);
    await user.click(screen.getByRole('button', { name: 'Add a stage' }));
    await user.click(screen.getByRole('button', { name: 'Move stage 2 up' }));
    expect(await meaning()).toHaveTextContent(
      'it needs 1 of the people whose role allows it, then 1 of Revops approvers or Priya raman, within 5 days.',
    );
    await user.click(screen.getByRole('button', { name: 'Remove stage 1' }));
    await user.click(screen.getByRole('button', { name: 'Save policy' }));
    await waitFor(() => expect(saves(backend)).toHaveLength(1));
    expect(saves(backend)[0]).toMatchObject({
      policy: {
        stages: [
          {
            requirements: [
              {
                count: 1,
                from: [
                  { kind: 'group', ref: 'group:default/revops-approvers' },
                  { kind: 'user', ref: people.priya.ref },
                ],
              },
            ],
          },
        ],
      },
    });
  });

  it('overwrites nobody: shows what they changed, and saves on top only when told so', async () => {
    const { backend, user } = open(`/${FREEZE}`);
    await panel();
    await user.click(
      screen.getByRole('switch', { name: 'People can ask for it' }),
    );
    // Meanwhile somebody else saves.
    withPolicySamples(backend, [
      samplePolicyRecord({
        version: 4,
        source: 'database',
        changedBy: people.sam,
        policy: samplePolicy({ reason: 'optional' }),
      }),
    ]);
    await user.click(screen.getByRole('button', { name: 'Save policy' }));
    const conflict = (
      await screen.findByText('Somebody else changed this policy meanwhile')
    ).closest<HTMLElement>('[role="alert"]');
    expect(conflict).toHaveTextContent('Changed by Sam Okafor');
    expect(conflict).toHaveTextContent(/Reason.*Required.*Optional/);
    // What was being written is still there.
    expect(
      screen.getByRole('switch', { name: 'People can ask for it' }),
    ).not.toBeChecked();
    await user.click(
      screen.getByRole('button', { name: 'Keep my changes and save again' }),
    );
    await waitFor(() =>
      expect(screen.getByText(/Version 5/)).toBeInTheDocument(),
    );
    expect(saves(backend)[1]).toMatchObject({
      expectedVersion: 4,
      policy: { enabled: false, reason: 'required' },
    });
  });

  it('shows versions with what each changed, and resets to the default as a new version', async () => {
    const { backend, user } = open(`/${FREEZE}`);
    await panel();
    await user.click(
      screen.getByRole('switch', { name: 'A reason is required' }),
    );
    await user.click(screen.getByRole('button', { name: 'Save policy' }));
    await user.click(
      await screen.findByRole('button', { name: 'Reset to default' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('as a new version');
    await user.click(
      within(dialog).getByRole('button', { name: 'Reset to default' }),
    );
    await waitFor(() => expect(saves(backend)).toHaveLength(2));
    expect(saves(backend)[1]).toBe('expectedVersion=1');

    await user.click(screen.getByRole('tab', { name: 'Versions' }));
    const first = (await screen.findByText('Version 1')).closest('li');
    expect(first).toHaveTextContent(
      /Reason.*Before: Required.*After: Optional/,
    );
    expect(screen.getByText('Version 2').closest('li')).toHaveTextContent(
      'Current',
    );
    await user.click(
      screen.getByRole('button', { name: 'Start from version 1' }),
    );
    expect(
      await screen.findByRole('switch', { name: 'A reason is required' }),
    ).not.toBeChecked();
    expect(screen.getByRole('button', { name: 'Save policy' })).toBeEnabled();
  });

  it('tries what is being written before it is saved', async () => {
    const { backend, user } = open(`/${FREEZE}`);
    await panel();
    await user.click(
      screen.getByRole('radio', { name: 'For themselves only' }),
    );
    await user.click(screen.getByRole('tab', { name: 'Try it' }));
    expect(
      await screen.findByText(/changes that are not saved yet are tried/),
    ).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'What would be decided?' }),
    );
    expect(screen.getByText('Choose who asks')).toBeInTheDocument();
    await pick(user, 'Who asks', people.erin.ref);
    await pick(user, 'For whom', people.ari.ref);
    await user.click(
      screen.getByRole('button', { name: 'What would be decided?' }),
    );
    const answer = await screen.findByRole('region', { name: 'The decision' });
    expect(answer).toHaveTextContent('Erin Walsh may ask for themselves only.');
    expect(
      backend.calls.find(({ path }) => path === '/policies/evaluate')?.body,
    ).toEqual({
      person: people.erin.ref,
      action: FREEZE,
      targetPersons: [people.ari.ref],
      policy: samplePolicy({ selfService: 'only' }),
    });
    // Another question, and the old answer is gone.
    await user.type(screen.getByRole('textbox', { name: /reason/ }), 'x');
    expect(screen.queryByRole('region', { name: 'The decision' })).toBeNull();
  });

  it('can be read by those who may not change it', async () => {
    open(
      `/${FREEZE}`,
      withPolicySamples(sampleBackend(), [
        samplePolicyRecord({ allowedActions: [] }),
      ]),
    );
    expect(
      await screen.findByText('You may read this policy, not change it.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('switch', { name: 'People can ask for it' }),
    ).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Save policy' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Add a stage' })).toBeNull();
  });
});
