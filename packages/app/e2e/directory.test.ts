import { expect, test } from './support/test';

test('an admin syncs an org, finds a user, and sees why they can do what they can', async ({
  signIn,
  picture,
}) => {
  const sam = await signIn('sam.okafor', '/salesforce/directory');
  await sam.getByRole('button', { name: 'Sync now' }).first().click();
  await expect(sam.getByText(/^Synced/).first()).toBeVisible({
    timeout: 60_000,
  });
  await sam.getByRole('searchbox').fill('erin walsh');
  await sam.getByRole('link', { name: 'Erin Walsh' }).click();
  await expect(
    sam.getByRole('heading', { name: 'What gives access' }),
  ).toBeVisible();
  await expect(
    sam.getByRole('link', { name: 'Standard User' }).first(),
  ).toBeVisible();
  await picture(sam, 'directory-user');

  await sam.getByRole('tab', { name: 'What they can do' }).click();
  await sam.getByRole('searchbox').fill('why can she delete accounts?');
  const answer = sam.getByRole('status').filter({
    hasText: 'Erin Walsh can delete Account records:',
  });
  await expect(
    answer.getByRole('link', { name: 'Standard User' }),
  ).toBeVisible();
  await picture(sam, 'directory-why');

  await sam.getByRole('link', { name: 'Compare…' }).click();
  await sam.getByRole('combobox', { name: 'Second user' }).fill('alex kim');
  await sam.getByRole('option', { name: 'Alex Kim', exact: true }).click();
  await expect(sam.getByText('Only Erin Walsh')).toBeVisible();
  await picture(sam, 'directory-compare');
  await sam
    .getByRole('region', { name: 'Only Erin Walsh' })
    .getByRole('link', { name: /^Give Alex Kim too/ })
    .first()
    .click();
  await expect(sam.getByText('alex.kim@acme.com').first()).toBeVisible();
  await expect(
    sam.getByRole('button', { name: 'Submit request' }),
  ).toBeVisible();
});

test('the directory is closed to an employee', async ({ signIn, portal }) => {
  const erin = await signIn('erin.walsh', '/salesforce/directory/users');
  await expect(
    erin.getByText('This page is not open to you').first(),
  ).toBeVisible();
  const { status } = await (
    await portal('erin.walsh')
  ).call({ path: 'salesforce/inventory/acme' });
  expect(status).toBe(403);
});
