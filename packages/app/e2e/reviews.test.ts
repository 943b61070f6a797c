import type { AccessReviewList } from '@salesdesk/backstage-plugin-salesforce-common';
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
  await expect(tom.getByRole('row').nth(1)).toBeVisible();
  await picture(tom, 'review-open');
  // Keep the first, revoke the second, without a mouse.
  await tom.keyboard.press('j');
  await tom.keyboard.press('e');
  await expect(tom.getByText('Kept', { exact: true }).first()).toBeVisible();
  await expect(tom.getByRole('row').nth(2)).toHaveAttribute(
    'aria-current',
    'true',
  );
  const revoked = tom.getByRole('row', { name: /howard|victoria/i }).last();
  const username = /[a-z.]+@acme\.com/.exec(
    (await tom.getByRole('row').nth(2).textContent()) ?? '',
  )?.[0];
  await tom.keyboard.press('r');
  await expect(tom.getByText('Revoked', { exact: true }).first()).toBeVisible();
  await expect(revoked).toBeVisible();
  // The rest at once, with a comment.
  const left = tom.getByRole('button', { name: /^Keep: / });
  for (const one of await tom.getByLabel(/^Choose /).all()) {
    const row = tom.getByRole('row').filter({ has: one });
    if (await row.getByRole('button', { name: /^Keep: / }).count()) {
      await row.locator('label').first().click();
    }
  }
  if (await left.count()) {
    await tom.getByPlaceholder('Comment for these rows').fill('Still needed');
    await tom.getByRole('button', { name: /^Keep \d+ rows?$/ }).click();
    await expect(left).toHaveCount(0);
  }

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
  await expect(sam.getByText('Done', { exact: true }).first()).toBeVisible();
  expect(await org.permissionSetsOf(String(username))).not.toContain(
    'View All Revenue',
  );

  const { body } = await admin.call<AccessReviewList>({
    path: 'salesforce/access-reviews',
  });
  expect(body.items[0]).toMatchObject({ state: 'closed', toRequest: 0 });
});
