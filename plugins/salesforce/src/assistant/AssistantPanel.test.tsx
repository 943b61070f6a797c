import type {
  AssistantBlock,
  AssistantDraft,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeError } from '../__testUtils__/FakeBackend';
import { renderPlugin } from '../__testUtils__/renderPlugin';
import { withAssistant } from '../__testUtils__/sampleAssistant';
import { sampleBackend } from '../__testUtils__/sampleBackend';
import { sampleDecision, samplePlan } from '../__testUtils__/samples';

const plan = samplePlan();

const freeze: AssistantDraft = {
  id: 'draft-1',
  action: 'salesforce_freeze_user',
  actionTitle: 'Freeze Salesforce users',
  org: 'acme',
  input: { users: ['marco@acme.com'] },
  reason: 'on leave',
  words: 'Freeze marco@acme.com, he is on leave',
  draft: {
    org: 'acme',
    action: 'salesforce_freeze_user',
    valid: true,
    errors: [],
    title: 'Freeze Marco Bianchi',
    plan,
    decision: sampleDecision(),
  },
};

const home = (
  answer: (said: { text: string; choice?: string }) => AssistantBlock[],
) => {
  const backend = withAssistant(sampleBackend(), answer);
  renderPlugin({ backend, at: '/salesforce' });
  return { backend, user: userEvent.setup() };
};

const ask = async (user: ReturnType<typeof userEvent.setup>, text: string) => {
  await user.type(
    await screen.findByRole('textbox', {
      name: 'Ask for what you need, in your own words',
    }),
    `${text}{Enter}`,
  );
};

describe('the assistant', () => {
  it('shows a draft with before and after, and submits nothing by itself', async () => {
    const { backend, user } = home(() => [
      { kind: 'drafts', drafts: [freeze] },
    ]);
    await ask(user, freeze.words);
    const draft = await screen.findByRole('article', {
      name: 'Freeze Marco Bianchi',
    });
    expect(within(draft).getByText(plan.changes[0].summary)).toBeVisible();
    expect(within(draft).getByRole('link', { name: 'Edit' })).toHaveAttribute(
      'href',
      '/salesforce/request/salesforce_freeze_user?input=%7B%22users%22%3A%5B%22marco%40acme.com%22%5D%7D&org=acme&reason=on+leave',
    );
    expect(
      backend.calls.filter(
        ({ method, path }) => method === 'POST' && path === '/requests',
      ),
    ).toEqual([]);
  });

  it('submits a draft with the plan that was shown and the words that led to it', async () => {
    const { backend, user } = home(() => [
      { kind: 'drafts', drafts: [freeze] },
    ]);
    await ask(user, freeze.words);
    await user.click(
      await screen.findByRole('button', { name: 'Submit request' }),
    );
    await screen.findByRole('link', { name: 'Open the request' });
    const submitted = backend.calls.find(
      ({ method, path }) => method === 'POST' && path === '/requests',
    );
    expect(submitted?.body).toEqual({
      org: 'acme',
      action: 'salesforce_freeze_user',
      input: { users: ['marco@acme.com'] },
      reason: 'on leave',
      words: freeze.words,
      planDigest: plan.digest,
    });
    expect(submitted?.headers.get('Idempotency-Key')).toBeTruthy();
  });

  it('says that something changed since, and offers to ask again', async () => {
    const { backend, user } = home(() => [
      { kind: 'drafts', drafts: [freeze] },
    ]);
    backend.on('post', '/requests', () => {
      throw new FakeError(409, 'Another plan', { code: 'plan_changed' });
    });
    await ask(user, freeze.words);
    await user.click(
      await screen.findByRole('button', { name: 'Submit request' }),
    );
    await user.click(await screen.findByRole('button', { name: 'Ask again' }));
    await waitFor(() =>
      expect(screen.getAllByText(freeze.words)).toHaveLength(2),
    );
  });

  it('answers a question back with the button that was pressed', async () => {
    const { backend, user } = home(({ choice }) =>
      choice
        ? [{ kind: 'text', text: 'Alex Kim it is.' }]
        : [
            {
              kind: 'question',
              text: 'Which Alex?',
              choices: [
                {
                  label: 'Alex Kim',
                  detail: 'alex.kim@acme.com',
                  text: 'Alex Kim',
                  payload: 'user 1',
                },
              ],
            },
          ],
    );
    await ask(user, 'Freeze Alex');
    await user.click(await screen.findByRole('button', { name: 'Alex Kim' }));
    expect(await screen.findByText('Alex Kim it is.')).toBeVisible();
    expect(backend.calls.at(-2)?.body ?? backend.calls.at(-1)?.body).toEqual(
      expect.objectContaining({ text: 'Alex Kim', choice: 'user 1' }),
    );
    // What was answered once is not answered again.
    expect(screen.getByRole('button', { name: 'Alex Kim' })).toBeDisabled();
  });

  it('shows rows with links into Salesforce, numbers at the right, and the query', async () => {
    const { user } = home(() => [
      {
        kind: 'table',
        title: 'Opportunities',
        columns: [
          { name: 'Name', label: 'Name', type: 'string' },
          { name: 'Owner.Name', label: 'Owner', type: 'string' },
          { name: 'Amount', label: 'Amount', type: 'currency' },
        ],
        rows: [
          {
            Id: '006A',
            Name: 'Big deal',
            Owner: { Name: 'Erin' },
            Amount: 1200.5,
          },
        ],
        links: { '006A': 'https://acme.my.salesforce.com/006A' },
        query: 'SELECT Name FROM Opportunity',
      },
    ]);
    await ask(user, 'my opportunities');
    const table = await screen.findByRole('table');
    expect(
      within(table).getByRole('link', { name: 'Open Big deal in Salesforce' }),
    ).toHaveAttribute('href', 'https://acme.my.salesforce.com/006A');
    expect(within(table).getByRole('cell', { name: 'Erin' })).toBeVisible();
    expect(
      within(table).getByRole('cell', { name: '1,200.5' }),
    ).toHaveAttribute('data-numeric');
    await user.click(screen.getByText('Show the query'));
    expect(screen.getByText('SELECT Name FROM Opportunity')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open in Data' })).toHaveAttribute(
      'href',
      '/salesforce/data?q=SELECT+Name+FROM+Opportunity',
    );
  });

  it('refuses in words and offers what may be asked instead', async () => {
    const { user } = home(({ text }) =>
      text.startsWith('Deactivate')
        ? [
            {
              kind: 'refusal',
              reason: 'You may not deactivate others.',
              instead: ['Send me a password reset link'],
            },
          ]
        : [{ kind: 'text', text: 'Here it is.' }],
    );
    await ask(user, 'Deactivate dan@acme.com');
    expect(
      await screen.findByText('You may not deactivate others.'),
    ).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: 'Send me a password reset link' }),
    );
    expect(await screen.findByText('Here it is.')).toBeVisible();
  });
});
