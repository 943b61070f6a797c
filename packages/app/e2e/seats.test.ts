import { expectState } from './support/expectState';
import { expect, test } from './support/test';

test('a request meets a full licence, waits in the queue, and runs when a seat is free', async ({
  signIn,
  portal,
  picture,
  org,
}) => {
  const admin = await portal('sam.okafor');
  const { body } = await admin.call<{
    id: string;
    planDigest: string;
    state: string;
  }>({
    method: 'POST',
    path: 'salesforce/requests',
    body: {
      action: 'salesforce_create_user',
      input: {
        firstName: 'Nina',
        lastName: 'Newcomer',
        email: 'nina.newcomer@acme.test',
        username: 'nina.newcomer@acme.test',
        profile: 'Standard Platform User',
      },
      reason: 'Starts on Monday',
    },
  });
  if (body.state === 'awaiting_approval') {
    await (
      await portal('tom.becker')
    ).call({
      method: 'POST',
      path: `salesforce/requests/${body.id}/reviews`,
      body: { decision: 'approve', planDigest: body.planDigest },
    });
  }
  const sam = await signIn('sam.okafor', `/salesforce/requests/${body.id}`);
  await expect(
    sam.getByText('Needs an admin', { exact: true }).first(),
  ).toBeVisible();
  await expect(sam.getByText('20 of 20 in use')).toBeVisible();
  await sam.getByRole('button', { name: 'Wait for a seat' }).click();
  await expect(sam.getByText('No. 1 in the queue')).toBeVisible();
  await picture(sam, 'seat-queue');

  // The page names who could give one back, with the request that does it.
  const [holder] = await sam
    .getByRole('link', { name: /^Deactivate .*…$/ })
    .all();
  await holder.click();
  await expect(sam).toHaveURL(/salesforce_deactivate_user/);
  await sam.getByLabel(/Reason/).fill('Has not logged in for months');
  await sam.getByRole('button', { name: 'Submit request' }).click();
  await sam.waitForURL(/\/salesforce\/requests\//);
  const leaving = sam.url().split('/').pop();
  const { body: left } = await admin.call<{
    state: string;
    planDigest: string;
  }>({
    path: `salesforce/requests/${leaving}`,
  });
  if (left.state === 'awaiting_approval') {
    await (
      await portal('tom.becker')
    ).call({
      method: 'POST',
      path: `salesforce/requests/${leaving}/reviews`,
      body: { decision: 'approve', planDigest: left.planDigest },
    });
  }
  await sam.goto(`/salesforce/requests/${body.id}`);
  // The newcomer got the seat.
  await expectState(sam, 'Done', { timeout: 40_000 });
  await picture(sam, 'seat-given');
  expect(await org.user('nina.newcomer@acme.test')).toMatchObject({
    isActive: true,
  });
});
