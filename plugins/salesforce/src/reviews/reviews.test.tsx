import type {
  AccessReview,
  AccessReviewDecisions,
  AccessReviewItem,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { people } from '../__testUtils__/people';
import { renderPlugin } from '../__testUtils__/renderPlugin';
import { sampleBackend, sampleMe } from '../__testUtils__/sampleBackend';
import { bodyOf, type StartFields } from './startFields';

const review: AccessReview = {
  id: 'rev-1',
  org: 'acme',
  title: 'Data exports',
  source: 'Permission set Data Export',
  state: 'open',
  startedBy: people.erin,
  undecided: 'remind',
  mayClose: true,
  dueAt: '2099-01-01T00:00:00.000Z',
  createdAt: '2026-01-01T00:00:00.000Z',
  columns: ['Name', 'Last login'],
  pending: 3,
  kept: 0,
  revoked: 0,
  mine: 3,
  minePending: 3,
  requested: 0,
  gone: 0,
  toRequest: 0,
  reviewers: [],
};

const names = ['Noor Haddad', 'Dan Novak', 'Own Row'];

/** A backend that remembers what is decided. */
function backendWithReview() {
  const items: AccessReviewItem[] = names.map((name, index) => ({
    position: index + 1,
    recordId: `0Pa${index}`,
    values: [name, null],
    reviewer: people.erin,
    mayDecide: name !== 'Own Row',
    ...(name === 'Own Row'
      ? { cannotDecide: 'It is your own access: somebody else decides' }
      : {}),
    decision: 'pending',
  }));
  const decided: AccessReviewDecisions[] = [];
  const now = (): AccessReview => ({
    ...review,
    pending: items.filter(({ decision }) => decision === 'pending').length,
    kept: items.filter(({ decision }) => decision === 'keep').length,
    revoked: items.filter(({ decision }) => decision === 'revoke').length,
  });
  const backend = sampleBackend()
    .on('get', '/me', () => ({
      ...sampleMe,
      may: { ...sampleMe.may, reviewAccess: true },
    }))
    .on('get', '/access-reviews', () => ({ items: [now()], mayStart: true }))
    .on('get', '/access-reviews/{reviewId}', now)
    .on('get', '/access-reviews/{reviewId}/items', () => ({
      items: items.map(item => ({ ...item })),
    }))
    .on('post', '/access-reviews/{reviewId}/decisions', ({ body }) => {
      const given = body as AccessReviewDecisions;
      decided.push(given);
      for (const position of given.positions) {
        items[position - 1].decision = given.decision;
      }
      return now();
    });
  return { backend, decided };
}

describe('access reviews', () => {
  it('says what waits, and leads there', async () => {
    renderPlugin({
      backend: backendWithReview().backend,
      at: '/salesforce/reviews',
    });
    expect(await screen.findByText('3 rows wait for you')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Data exports' })).toHaveAttribute(
      'href',
      '/salesforce/reviews/rev-1',
    );
    expect(
      screen.getByRole('button', { name: 'Start access review' }),
    ).toBeVisible();
  });

  it('is decided by keyboard, by buttons and several rows at once, but never about oneself', async () => {
    const { backend, decided } = backendWithReview();
    renderPlugin({ backend, at: '/salesforce/reviews/rev-1' });
    const user = userEvent.setup();
    const table = await screen.findByRole('table');
    const row = (name: string) =>
      within(table)
        .getAllByRole('row')
        .filter(one => one.textContent?.includes(name))[0];
    await user.keyboard('j');
    await user.keyboard('e');
    await waitFor(() => expect(decided).toHaveLength(1));
    expect(await within(row('Noor')).findByText('Kept')).toBeVisible();
    // It went on to the next one.
    await waitFor(() =>
      expect(row('Dan')).toHaveAttribute('aria-current', 'true'),
    );
    await user.click(screen.getByRole('button', { name: 'Revoke: Dan Novak' }));
    await waitFor(() => expect(decided).toHaveLength(2));
    expect(decided).toEqual([
      { decision: 'keep', positions: [1] },
      { decision: 'revoke', positions: [2] },
    ]);
    expect(row('Own Row')).toHaveTextContent('It is your own access');
    expect(
      within(row('Own Row')).queryByRole('button', { name: /Keep/ }),
    ).toBeNull();

    await user.click(
      screen.getByRole('checkbox', { name: 'Choose all rows of this page' }),
    );
    await user.type(
      screen.getByPlaceholderText('Comment for these rows'),
      'Needs it',
    );
    await user.click(screen.getByRole('button', { name: 'Keep 2 rows' }));
    await waitFor(() => expect(decided).toHaveLength(3));
    expect(decided[2]).toEqual({
      decision: 'keep',
      positions: [1, 2],
      comment: 'Needs it',
    });
  });

  it('sends a form that is complete, due at the end of the day', () => {
    const fields: StartFields = {
      title: 'Quarterly ',
      org: 'acme',
      of: 'access',
      accessKind: 'profile',
      access: ' System Administrator ',
      by: 'named',
      ref: [],
      due: '2027-03-31',
      undecided: 'keep',
      revokeAction: 'salesforce_freeze_user',
    };
    expect(bodyOf(fields, undefined)).toBeUndefined();
    expect(
      bodyOf({ ...fields, ref: ['user:default/tom.becker'] }, undefined),
    ).toEqual({
      title: 'Quarterly',
      org: 'acme',
      access: { kind: 'profile', name: 'System Administrator' },
      dueAt: new Date('2027-03-31T23:59:59').toISOString(),
      reviewers: { by: 'named', ref: 'user:default/tom.becker' },
      undecided: 'keep',
      revokeAction: 'salesforce_freeze_user',
    });
    expect(
      bodyOf({ ...fields, by: 'manager', of: 'board', board: 'b' }, ['r1']),
    ).toMatchObject({ board: 'b', ids: ['r1'], reviewers: { by: 'manager' } });
  });
});
