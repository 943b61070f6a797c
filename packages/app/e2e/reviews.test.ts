import type {
  AccessReviewItemPage,
  AccessReviewList,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { expectState } from './support/expectState';
import { expect, test } from './support/test';

test('an admin starts an access review; a reviewer decides it by keyboard; what is revoked becomes a request', async ({
  signIn,
  portal,
  picture,
  org,
}) => {
  const admin = await portal('sam.okafor');
  await admin.syncInventory();

  const sam = await signIn('sam.okafor', '/salesforce/reviews');
  await sam.getByRole('button', { name: 'Start access review' }).click();
  const dialog = sam.getByRole('dialog');
  await dialog.getByText('Everybody who has an access').click();
  await dialog.getByLabel('Access', { exact: true }).fill('View All Revenue');
  await dialog.getByLabel('Name of the review').fill('Who sees all revenue');
  await dialog.getByRole('button', { name: /Who reviews/ }).click();
  await sam.getByRole('option', { name: 'One person or group' }).click();
  await dialog.getByPlaceholder('Name of a person or group').fill('Tom Beck');
  await sam.getByRole('option', { name: /Tom Becker/ }).click();
  await picture(sam, 'review-start');
  await dialog.getByRole('button', { name: 'Start review' }).click();
  await expect(
    sam.getByRole('heading', { name: 'Who sees all revenue' }),
  ).toBeVisible();

  const tom = await signIn('tom.becker', '/notifications');
  await tom
    .getByText('"Who sees all revenue" asks for your review')
    .first()
    .click();
  await expect(tom).toHaveURL(/\/salesforce\/reviews\//);
  const rows = tom
    .getByRole('table', { name: 'Rows of the review' })
    .getByRole('row');
  await expect(rows).toHaveCount(4);
  await picture(tom, 'review-open');
  // Keep the first, revoke the second, without a mouse; it goes on by itself.
  await tom.keyboard.press('j');
  await tom.keyboard.press('e');
  await expect(rows.nth(1)).toContainText('Kept');
  await expect(rows.nth(2)).toHaveAttribute('aria-current', 'true');
  const username = await rows.nth(2).getByRole('cell').nth(2).textContent();
  await tom.keyboard.press('r');
  await expect(rows.nth(2)).toContainText('Revoked');
  // Chosen rows are decided at once, with a comment.
  await expect(rows.nth(3)).toHaveAttribute('aria-current', 'true');
  await tom.keyboard.press('x');
  await tom.getByPlaceholder('Comment for these rows').fill('Still needed');
  await tom.getByRole('button', { name: 'Keep 1 row' }).click();
  await expect(rows.nth(3)).toContainText('Still needed');

  await sam.reload();
  await sam.getByRole('button', { name: 'Close review' }).click();
  await expect(
    sam.getByRole('dialog').getByText(/^1 row is revoked/),
  ).toBeVisible();
  await sam
    .getByRole('dialog')
    .getByRole('button', { name: 'Close review' })
    .click();
  await expect(sam.getByText('Closed', { exact: true }).first()).toBeVisible();
  await picture(sam, 'review-closed');
  const saved = sam.waitForEvent('download');
  await sam.getByRole('button', { name: 'Download CSV' }).click();
  expect((await saved).suggestedFilename()).toBe(
    'salesforce-access-review.csv',
  );
  await sam.getByRole('link', { name: 'Request', exact: true }).click();
  await expect(
    sam
      .getByText(/Revoked by the access review "Who sees all revenue"/)
      .first(),
  ).toBeVisible();
  await expectState(sam, 'Done');
  expect(await org.permissionSetsOf(String(username))).not.toContain(
    'View All Revenue',
  );

  const { body } = await admin.call<AccessReviewList>({
    path: 'salesforce/access-reviews',
  });
  expect(body.items).toContainEqual(
    expect.objectContaining({
      title: 'Who sees all revenue',
      state: 'closed',
      requested: 1,
      toRequest: 0,
    }),
  );
});

test('a review whose time is over closes by itself, and revokes what nobody decided', async ({
  signIn,
  portal,
  picture,
  org,
}) => {
  const admin = await portal('sam.okafor');
  await admin.syncInventory();
  const { body: started, status } = await admin.call<{ id: string }>({
    method: 'POST',
    path: 'salesforce/access-reviews',
    body: {
      title: 'Who approves contracts',
      access: { kind: 'permission_set', name: 'Contract Approver' },
      reviewers: { by: 'named', ref: 'user:default/tom.becker' },
      undecided: 'revoke',
      // a dialog offers days; this one ends while we look on
      dueAt: new Date(Date.now() + 20_000).toISOString(),
    },
  });
  expect(status).toBe(201);
  const review = `salesforce/access-reviews/${started.id}`;
  const { body: rows } = await admin.call<AccessReviewItemPage>({
    path: `${review}/items`,
  });
  const [kept, undecided] = rows.items.map(({ target }) => String(target));
  const decided = await (
    await portal('tom.becker')
  ).call({
    method: 'POST',
    path: `${review}/decisions`,
    body: { decision: 'keep', positions: [rows.items[0].position] },
  });
  expect(decided.status).toBe(200);
  const tom = await signIn('tom.becker', `/salesforce/reviews/${started.id}`);
  await expect(tom.getByText('What nobody decided is revoked')).toBeVisible();

  await expect
    .poll(
      async () => {
        await admin.call({
          method: 'POST',
          path: 'salesforce/.backstage/scheduler/v1/tasks/salesforce-access-reviews/trigger',
        });
        const { body } = await admin.call<{ state: string }>({
          path: review,
        });
        return body.state;
      },
      { intervals: [2_000], timeout: 60_000 },
    )
    .toBe('closed');

  const sam = await signIn('sam.okafor', '/notifications');
  await sam
    .getByText('"Who approves contracts" has ended')
    .first()
    .click({ timeout: 30_000 });
  await expect(sam.getByText('Closed', { exact: true }).first()).toBeVisible();
  await expect(
    sam.getByText('Nobody decided until the review was closed').first(),
  ).toBeVisible();
  await picture(sam, 'review-ended');
  await sam.getByRole('link', { name: 'Request', exact: true }).first().click();
  await expectState(sam, 'Done');
  expect(await org.permissionSetsOf(kept)).toContain('Contract Approver');
  expect(await org.permissionSetsOf(undecided)).not.toContain(
    'Contract Approver',
  );
});
