import { expect, test } from './support/test';

test('each tab is its own person, and stays so until signing out', async ({
  signIn,
  picture,
}) => {
  const erin = await signIn('erin.walsh', '/settings');
  await expect(erin.getByText('North America Sales')).toBeVisible();
  await erin.reload();
  await expect(erin.getByText('North America Sales')).toBeVisible();

  const tab = await erin.context().newPage();
  await tab.goto(erin.url());
  await expect(tab.getByRole('heading', { name: 'Salesdesk' })).toBeVisible();
  await picture(tab, 'sign-in');
  await tab.getByRole('button', { name: /Ines Duarte/ }).click();
  await expect(tab.getByText('Auditors')).toBeVisible();

  await erin.getByRole('button', { name: /Switch person/ }).click();
  await expect(erin.getByRole('button', { name: /Sam Okafor/ })).toBeVisible();
});

test('nobody signs in as somebody who is not offered', async ({ demo }) => {
  const response = await fetch(`${demo.backendUrl}/api/auth/demo/refresh`, {
    headers: { 'x-demo-user': 'user:default/marco.bianchi' },
  });
  expect(response.status).toBe(401);
});
