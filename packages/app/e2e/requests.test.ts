import { expectState } from './support/expectState';
import { expect, test } from './support/test';

test('an employee resets her own password, without asking anybody', async ({
  signIn,
  picture,
  org,
}) => {
  const erin = await signIn('erin.walsh', '/salesforce');
  await picture(erin, 'home-employee');
  await erin.getByRole('link', { name: 'Reset my password' }).click();
  await expect(
    erin.getByText('Reset the password of Erin Walsh').first(),
  ).toBeVisible();
  await picture(erin, 'form-reset-password');
  await erin.getByRole('button', { name: 'Submit request' }).click();
  await expect(
    erin.getByRole('heading', { name: 'Reset the password of Erin Walsh' }),
  ).toBeVisible();
  await expectState(erin, 'Done');
  expect(await org.resetMailsOf('erin.walsh@acme.com')).toBe(1);
});

test('an employee asks for a permission set; the approver comes from the notification; she is told', async ({
  signIn,
  picture,
  org,
}) => {
  const erin = await signIn(
    'erin.walsh',
    `/salesforce/request/salesforce_assign_permission_set?input=${encodeURIComponent(
      JSON.stringify({ users: ['me'], permissionSet: 'Sales Cloud Einstein' }),
    )}`,
  );
  await expect(erin.getByText('1 of RevOps approvers').first()).toBeVisible();
  await erin.getByLabel(/Reason/).fill('For the Q1 forecast');
  await picture(erin, 'form-permission-set');
  await erin.getByRole('button', { name: 'Submit request' }).click();
  const title = 'Assign "Sales Cloud Einstein" to Erin Walsh';
  await expect(erin.getByRole('heading', { name: title })).toBeVisible();
  await expectState(erin, 'Waiting for approval');
  await expect(erin.getByText('Tom Becker').first()).toBeVisible();

  const tom = await signIn('tom.becker', '/notifications');
  await picture(tom, 'notifications');
  await tom.getByText(`Waiting for your review: ${title}`).first().click();
  await expect(tom).toHaveURL(/\/salesforce\/approvals\//);
  await expect(tom.getByText('For the Q1 forecast').first()).toBeVisible();
  await picture(tom, 'approval');
  await tom.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = tom.getByRole('dialog');
  await dialog.getByLabel('Comment').fill('Go ahead');
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(dialog).toBeHidden();

  // Her page follows by itself.
  await expectState(erin, 'Done');
  await expect(erin.getByText('Go ahead').first()).toBeVisible();
  await picture(erin, 'request-done');
  expect(await org.permissionSetsOf('erin.walsh@acme.com')).toContain(
    'Sales Cloud Einstein',
  );

  await erin.goto('/notifications');
  await expect(erin.getByText(`Done: ${title}`).first()).toBeVisible();
});

test('an admin freezes somebody on leave until a date, and it is taken back by itself', async ({
  signIn,
  picture,
  org,
}) => {
  const sam = await signIn(
    'sam.okafor',
    `/salesforce/request/salesforce_freeze_user?input=${encodeURIComponent(
      JSON.stringify({ users: ['marco@acme.com'], until: '2027-02-22' }),
    )}`,
  );
  await expect(sam.getByText('Unfreeze Marco Bianchi').first()).toBeVisible();
  await sam.getByLabel(/Reason/).fill('On leave for three months');
  await picture(sam, 'form-freeze');
  await sam.getByRole('button', { name: 'Submit request' }).click();
  await expect(
    sam.getByRole('heading', {
      name: 'Freeze Marco Bianchi until 22 Feb 2027',
    }),
  ).toBeVisible();
  await expectState(sam, 'Done');
  expect(await org.user('marco@acme.com')).toMatchObject({
    isActive: true,
    isFrozen: true,
  });
  await sam.goto('/salesforce/requests?view=all');
  await expect(sam.getByText('Unfreeze Marco Bianchi').first()).toBeVisible();
  await picture(sam, 'requests');
});

test('an admin creates a user; what is left out is filled in', async ({
  signIn,
  picture,
  org,
}) => {
  const sam = await signIn(
    'sam.okafor',
    '/salesforce/request/salesforce_create_user',
  );
  await sam.getByLabel(/E-mail address/).fill('jenna.rossi@acme.com');
  const profile = sam.getByRole('combobox', { name: /Profile/ });
  await profile.fill('Standard User');
  await sam
    .getByRole('option', { name: /Standard User/ })
    .first()
    .click();
  await sam.getByLabel(/Reason/).fill('New in sales');
  await picture(sam, 'form-create-user');
  await sam.getByRole('button', { name: 'Submit request' }).click();
  await expect(
    sam.getByRole('heading', {
      name: 'Create a Salesforce user for Jenna Rossi',
    }),
  ).toBeVisible();
  await expectState(sam, 'Done');
  expect(await org.user('jenna.rossi@acme.com')).toMatchObject({
    isActive: true,
    name: 'Jenna Rossi',
  });
});

test('an approver cannot approve what she asked for herself', async ({
  signIn,
  portal,
  picture,
}) => {
  const api = await portal('priya.raman');
  const { status, body } = await api.call<{ id: string; planDigest: string }>({
    method: 'POST',
    path: 'salesforce/requests',
    body: {
      action: 'salesforce_assign_permission_set',
      input: { users: ['me'], permissionSet: 'Knowledge Editor' },
      reason: 'To write articles',
    },
  });
  expect(status).toBe(201);
  const priya = await signIn('priya.raman', `/salesforce/requests/${body.id}`);
  await expectState(priya, 'Waiting for approval');
  await expect(
    priya.getByRole('button', { name: 'Approve', exact: true }),
  ).toHaveCount(0);
  await priya.getByText('What you cannot do here, and why').click();
  await expect(
    priya.getByText('Nobody reviews their own request').first(),
  ).toBeVisible();
  await picture(priya, 'own-request');
  const review = await api.call<{ error: { code: string } }>({
    method: 'POST',
    path: `salesforce/requests/${body.id}/reviews`,
    body: { decision: 'approve', planDigest: body.planDigest },
  });
  expect([review.status, review.body.error.code]).toEqual([403, 'own_request']);
});

test('an employee does not see the request of another by its address', async ({
  signIn,
  portal,
  picture,
}) => {
  const sams = await (
    await portal('sam.okafor')
  ).call<{ id: string; title: string }>({
    method: 'POST',
    path: 'salesforce/requests',
    body: {
      action: 'salesforce_update_user',
      input: { users: ['ann.lee@acme.com'], title: 'Head of secrets' },
      reason: 'Promoted',
    },
  });
  expect(sams.status).toBe(201);
  const erin = await signIn(
    'erin.walsh',
    `/salesforce/requests/${sams.body.id}`,
  );
  await expect(erin.getByText('Not found').first()).toBeVisible();
  await expect(erin.getByText(sams.body.title)).toHaveCount(0);
  await picture(erin, 'not-found');
});

test('a deactivation that Salesforce refuses goes to an admin with what stands in the way, and runs once it is cleared', async ({
  signIn,
  portal,
  picture,
  org,
}) => {
  const sam = await signIn('sam.okafor');
  const api = await portal('sam.okafor');
  const { body } = await api.call<{ id: string; planDigest: string }>({
    method: 'POST',
    path: 'salesforce/requests',
    body: {
      action: 'salesforce_deactivate_user',
      input: { users: ['pat.default@acme.com'] },
      reason: 'Left the company',
    },
  });
  await (
    await portal('tom.becker')
  ).call({
    method: 'POST',
    path: `salesforce/requests/${body.id}/reviews`,
    body: { decision: 'approve', planDigest: body.planDigest },
  });
  await sam.goto(`/salesforce/requests/${body.id}`);
  await expectState(sam, 'Needs an admin');
  await expect(
    sam.getByText('An admin has to clear something in Salesforce first'),
  ).toBeVisible();
  await picture(sam, 'needs-admin');

  await org.clearDeactivationBlockers('pat.default@acme.com');
  await sam.getByRole('button', { name: 'Run again' }).click();
  await sam
    .getByRole('dialog')
    .getByRole('button', { name: 'Run again' })
    .click();
  await expectState(sam, 'Done');
  expect(await org.user('pat.default@acme.com')).toMatchObject({
    isActive: false,
  });
});
