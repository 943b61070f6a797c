import { expectState } from './support/expectState';
import { expect, test } from './support/test';

test('one request for the rows of a board, with an outcome for each', async ({
  signIn,
  portal,
  picture,
  org,
}) => {
  const api = await portal('sam.okafor');
  await api.call({
    method: 'POST',
    path: 'salesforce/inventory/acme/syncs',
    body: {},
  });
  const sam = await signIn('sam.okafor', '/salesforce/boards');
  const sleepers = sam.getByRole('link', { name: 'Never logged in' });
  await expect(sleepers).toBeVisible();
  await picture(sam, 'boards');
  await sleepers.click();
  const first = sam.getByRole('checkbox', { name: 'Select Jordan Carter' });
  await expect(first).toBeVisible({ timeout: 60_000 });
  await first.check({ force: true });
  await sam
    .getByRole('checkbox', { name: 'Select Wesley Jenkins' })
    .check({ force: true });
  await picture(sam, 'board-selection');
  await sam.getByRole('button', { name: 'Request a change for 2' }).click();
  await sam
    .getByRole('menuitem', { name: 'Freeze Salesforce users', exact: true })
    .click();
  await expect(sam.getByText('jordan.carter@acme.com').first()).toBeVisible();
  await sam.getByLabel(/Reason/).fill('Never used');
  await sam.getByRole('button', { name: 'Submit request' }).click();
  await expect(sam).toHaveURL(/\/salesforce\/requests\//);
  const changes = sam.getByRole('region', { name: 'What changes' });
  await expect(changes.getByText('Freeze Jordan Carter')).toBeVisible();
  await expect(changes.getByText('Freeze Wesley Jenkins')).toBeVisible();
  // Frozen at once: a few, of medium risk, by an admin.
  await expectState(sam, 'Done');
  await picture(sam, 'board-request-done');
  for (const name of ['jordan.carter', 'wesley.jenkins']) {
    expect((await org.user(`${name}@acme.com`)).isFrozen).toBe(true);
  }
});

test('a board of one’s own is kept, shared with everybody, and read by others', async ({
  signIn,
}) => {
  const sam = await signIn('sam.okafor', '/salesforce/boards/service-users');
  await sam.getByRole('button', { name: 'Save as' }).click();
  const dialog = sam.getByRole('dialog');
  await dialog.getByLabel(/^Name/).fill('Programs of ours');
  await dialog.getByText('Everybody who may read the inventory').click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(
    sam.getByRole('heading', { name: 'Programs of ours' }),
  ).toBeVisible();
  const download = sam.waitForEvent('download');
  await sam.getByRole('button', { name: 'CSV' }).click();
  expect((await download).suggestedFilename()).toBe('Programs-of-ours.csv');

  const tom = await signIn('tom.becker', '/salesforce/boards');
  await tom.getByRole('link', { name: 'Programs of ours' }).click();
  await expect(
    tom.getByRole('heading', { name: 'Programs of ours' }),
  ).toBeVisible();
  await expect(tom.getByRole('button', { name: 'Delete' })).toBeHidden();

  await sam.getByRole('button', { name: 'Delete' }).click();
  await sam.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(sam).toHaveURL(/\/salesforce\/boards$/);
});
