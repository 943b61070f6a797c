import type { PortalApi } from './support/PortalApi';
import { expectState } from './support/expectState';
import { expect, test } from './support/test';

/** Asks for somebody's offboarding as an admin, and approves it as another. */
async function offboard(options: {
  admin: PortalApi;
  approver: PortalApi;
  username: string;
}): Promise<string> {
  const { admin, approver, username } = options;
  const { body, status } = await admin.call<{
    id: string;
    planDigest: string;
    state: string;
  }>({
    method: 'POST',
    path: 'salesforce/requests',
    body: {
      action: 'salesforce_offboard_user',
      input: { users: [username], transferTo: 'sam.okafor@acme.com' },
      reason: 'Leaves the company',
    },
  });
  expect({ status, body }).toMatchObject({ status: 201 });
  if (body.state === 'awaiting_approval') {
    await approver.call({
      method: 'POST',
      path: `salesforce/requests/${body.id}/reviews`,
      body: { decision: 'approve', planDigest: body.planDigest },
    });
  }
  return body.id;
}

test.afterEach(({ org }) => org.releaseAll());

test('somebody leaves: what stands in the way goes to an admin, who clears it, and it goes on from there', async ({
  signIn,
  portal,
  picture,
  org,
}) => {
  const username = 'noor.haddad@acme.com';
  const id = await offboard({
    admin: await portal('sam.okafor'),
    approver: await portal('tom.becker'),
    username,
  });
  const sam = await signIn('sam.okafor', `/salesforce/requests/${id}`);
  await expectState(sam, 'Needs an admin');
  await picture(sam, 'offboarding-blocked');
  // Locked out at once, whatever stands in the way of the rest.
  expect(await org.user(username)).toMatchObject({
    isActive: true,
    isFrozen: true,
  });
  await org.clearDeactivationBlockers(username);
  await sam.getByRole('button', { name: 'Run again' }).click();
  await sam
    .getByRole('dialog')
    .getByRole('button', { name: 'Run again' })
    .click();
  await expectState(sam, 'Done');
  await picture(sam, 'offboarding-done');
  expect(await org.user(username)).toMatchObject({ isActive: false });
});

test('a blocker that appears midway ends with an admin, and the user is frozen meanwhile', async ({
  signIn,
  portal,
  picture,
  org,
}) => {
  const username = 'klaus.richter@acme.com';
  // Taking access away stands still, after the org said that it would deactivate.
  const hold = await org.hold({
    method: 'DELETE',
    path: '/composite/sobjects',
  });
  const id = await offboard({
    admin: await portal('sam.okafor'),
    approver: await portal('tom.becker'),
    username,
  });
  const sam = await signIn('sam.okafor', `/salesforce/requests/${id}`);
  await expectState(sam, 'Running');
  await expect.poll(async () => (await org.user(username)).isFrozen).toBe(true);
  await org.untilHeld(hold);
  await org.addDeactivationBlocker(username);
  await org.release(hold);
  await expectState(sam, 'Needs an admin');
  await picture(sam, 'offboarding-blocked-midway');
  expect(await org.user(username)).toMatchObject({
    isActive: true,
    isFrozen: true,
  });
  await org.clearDeactivationBlockers(username);
  await sam.getByRole('button', { name: 'Run again' }).click();
  await sam
    .getByRole('dialog')
    .getByRole('button', { name: 'Run again' })
    .click();
  await expectState(sam, 'Done');
  expect(await org.user(username)).toMatchObject({ isActive: false });
});

test('an admin stops what runs; it stands still, and goes on from there', async ({
  signIn,
  portal,
  picture,
  org,
}) => {
  const username = 'tobias.fenn@acme.com';
  const hold = await org.hold({
    method: 'DELETE',
    path: '/composite/sobjects',
  });
  const id = await offboard({
    admin: await portal('sam.okafor'),
    approver: await portal('tom.becker'),
    username,
  });
  const sam = await signIn('sam.okafor', `/salesforce/requests/${id}`);
  await expectState(sam, 'Running');
  await org.untilHeld(hold);
  await sam.getByRole('button', { name: 'Stop', exact: true }).click();
  await sam
    .getByRole('dialog')
    .getByRole('button', { name: 'Stop before the next change' })
    .click();
  await expect(
    sam.getByText('It stops before its next change').first(),
  ).toBeVisible();
  await org.release(hold);
  await expect(sam.getByText('Stopped by Sam Okafor').first()).toBeVisible();
  await picture(sam, 'request-stopped');
  expect(await org.user(username)).toMatchObject({
    isActive: true,
    isFrozen: true,
  });
  await sam.getByRole('button', { name: 'Run again' }).click();
  await sam
    .getByRole('dialog')
    .getByRole('button', { name: 'Run again' })
    .click();
  await expectState(sam, 'Done');
  expect(await org.user(username)).toMatchObject({ isActive: false });
});
