import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeError, type FakeBackend } from '../__testUtils__/FakeBackend';
import { renderPlugin } from '../__testUtils__/renderPlugin';
import { sampleBackend } from '../__testUtils__/sampleBackend';
import {
  sampleEntries,
  withAuditSamples,
} from '../__testUtils__/withAuditSamples';

const FREEZE = 'Freeze Marco Bianchi until 22 Feb 2027';

function open(
  backend: FakeBackend = withAuditSamples(sampleBackend()),
  search = '',
) {
  renderPlugin({ backend, at: `/salesforce/audit${search}` });
  return { backend, user: userEvent.setup() };
}

const entriesAsked = (backend: FakeBackend) =>
  backend.calls
    .filter(({ path }) => path === '/audit/entries')
    .map(({ query }) => query.toString());

describe('the audit log page', () => {
  const saved: { name: string; content: Blob }[] = [];

  beforeEach(() => {
    saved.length = 0;
    const blobs = new Map<string, Blob>();
    URL.createObjectURL = content => {
      blobs.set(`blob:${blobs.size}`, content as Blob);
      return `blob:${blobs.size - 1}`;
    };
    URL.revokeObjectURL = () => {};
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        const content = blobs.get(this.href);
        if (content) saved.push({ name: this.download, content });
      });
  });

  afterEach(() => jest.restoreAllMocks());

  it('says what the log is while it is empty', async () => {
    open(withAuditSamples(sampleBackend(), []));
    expect(
      await screen.findByText('Nothing has been recorded yet'),
    ).toBeInTheDocument();
    expect(screen.getByText('The log is empty')).toBeInTheDocument();
  });

  it('explains an error and tries again', async () => {
    const backend = withAuditSamples(sampleBackend()).on(
      'get',
      '/audit/entries',
      () => {
        throw new FakeError(500, 'The database is away.');
      },
    );
    const { user } = open(backend);
    expect(await screen.findByText('The database is away.')).toBeVisible();
    withAuditSamples(backend);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('region', { name: FREEZE })).toBeVisible();
  });

  it('groups entries by request and shows before and after when one is opened', async () => {
    const { user } = open();
    const group = await screen.findByRole('region', { name: FREEZE });
    expect(within(group).getByText('6 entries')).toBeInTheDocument();
    expect(within(group).queryByText('Frozen')).toBeNull();
    await user.click(
      within(group).getByText('Done: Marco Bianchi can no longer log in'),
    );
    const changed = await within(group).findByRole('list', {
      name: 'What changed',
    });
    expect(changed).toHaveTextContent('Frozen');
    expect(changed).toHaveTextContent(/Before: no.*After: yes/);
    expect(
      screen.getByText('Changed the policy of "Freeze Salesforce users"'),
    ).toBeInTheDocument();
  });

  it('narrows down by chips that are kept in the address', async () => {
    const { backend, user } = open(undefined, '?type=call.applied');
    await screen.findByText('Done: Marco Bianchi can no longer log in');
    expect(entriesAsked(backend)[0]).toContain('type=call.applied');
    const chips = screen.getByRole('grid', { name: 'Filters' });
    expect(chips).toHaveTextContent('Kind: Call applied');

    await user.type(
      screen.getByRole('combobox', { name: 'Narrow down' }),
      'review: app',
    );
    await user.click(
      await screen.findByRole('option', { name: /Review: approved/ }),
    );
    await waitFor(() =>
      expect(entriesAsked(backend).at(-1)).toContain(
        'type=call.applied&type=review.approved',
      ),
    );
    expect(await screen.findByText(`Approved: ${FREEZE}`)).toBeInTheDocument();

    const [takeAway] = within(
      screen.getByRole('grid', { name: 'Filters' }),
    ).getAllByRole('button');
    await user.click(takeAway);
    await waitFor(() =>
      expect(
        screen.queryByText('Done: Marco Bianchi can no longer log in'),
      ).toBeNull(),
    );
  });

  it('says when nothing matches, and clears the filters', async () => {
    const { user } = open(undefined, '?request=none');
    expect(await screen.findByText('No entry matches')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(await screen.findByRole('region', { name: FREEZE })).toBeVisible();
  });

  it('reads older entries page by page', async () => {
    const [newest] = sampleEntries();
    const many = Array.from({ length: 150 }, (_, index) => ({
      ...newest,
      requestId: undefined,
      sequence: 150 - index,
      summary: `Entry number ${150 - index}`,
    }));
    const { user } = open(withAuditSamples(sampleBackend(), many));
    expect(await screen.findByText('Entry number 150')).toBeInTheDocument();
    expect(screen.queryByText('Entry number 1')).toBeNull();
    await user.click(
      screen.getByRole('button', { name: 'Show older entries' }),
    );
    expect(await screen.findByText('Entry number 1')).toBeInTheDocument();
    expect(
      screen.getByText('This is where the log begins.'),
    ).toBeInTheDocument();
  });

  it('verifies on demand and names the first bad entry', async () => {
    const backend = withAuditSamples(sampleBackend());
    const { user } = open(backend);
    expect(await screen.findByText('Not verified yet')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Verify now' }));
    expect(await screen.findByText(/Verified up to entry 8 at/)).toBeVisible();

    backend.on('post', '/audit/verify', () => ({
      state: 'broken',
      lastSequence: 8,
      firstBad: { sequence: 5, reason: 'The entry was edited' },
    }));
    await user.click(screen.getByRole('button', { name: 'Verify now' }));
    const alarm = await screen.findByRole('alert');
    expect(alarm).toHaveTextContent('Entry 5 is not as it was written');
    expect(alarm).toHaveTextContent('The entry was edited.');
  });

  it('saves the log and a checkpoint as the files that the command names', async () => {
    const { user } = open();
    await user.click(await screen.findByText('Verify it elsewhere'));
    expect(
      screen.getByText(
        'npx @salesdesk/audit-verify salesforce-audit-log.jsonl --checkpoint salesforce-audit-checkpoint.json',
      ),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(screen.getByRole('button', { name: 'Save checkpoint' }));
    await waitFor(() =>
      expect(saved.map(({ name }) => name).sort()).toEqual([
        'salesforce-audit-checkpoint.json',
        'salesforce-audit-log.jsonl',
      ]),
    );
  });

  it('saves no file when the export breaks off', async () => {
    const backend = withAuditSamples(sampleBackend()).on(
      'get',
      '/audit/export',
      () =>
        new Response(
          new ReadableStream({
            start: controller => controller.error(new Error('gone')),
          }),
        ),
    );
    const { user } = open(backend);
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The export broke off, so no file was saved.',
    );
    expect(saved).toEqual([]);
  });
});
