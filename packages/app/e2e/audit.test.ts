import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './support/test';

const verifier = resolve(__dirname, '../../audit-verify/bin/audit-verify');

test('an auditor reads the record, exports it, and verifies it elsewhere', async ({
  signIn,
  portal,
  picture,
}) => {
  const erin = await portal('erin.walsh');
  const { body: request } = await erin.call<{ id: string }>({
    method: 'POST',
    path: 'salesforce/requests',
    body: {
      action: 'salesforce_update_user',
      input: { users: ['me'], mobilePhone: '+1 555 0100' },
      reason: 'New phone',
    },
  });
  expect(request.id).toBeTruthy();

  const ines = await signIn('ines.duarte', '/salesforce/audit');
  await expect(ines.getByText(/Erin Walsh/).first()).toBeVisible();
  await ines
    .getByRole('button', { name: /Verify/ })
    .first()
    .click();
  await expect(ines.getByText(/Verified up to entry/).first()).toBeVisible();
  await picture(ines, 'audit-log');

  const folder = await mkdtemp(join(tmpdir(), 'salesdesk-audit-'));
  const download = ines.waitForEvent('download');
  await ines.getByRole('button', { name: /Export/ }).click();
  const log = join(folder, 'audit.jsonl');
  await (await download).saveAs(log);
  const { body: checkpoint } = await (
    await portal('ines.duarte')
  ).call({ path: 'salesforce/audit/checkpoint' });
  const checkpointFile = join(folder, 'checkpoint.json');
  await writeFile(checkpointFile, JSON.stringify(checkpoint));
  const { stdout } = await promisify(execFile)(process.execPath, [
    verifier,
    log,
    '--json',
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ verified: true });
});

test('what others did is closed to an employee', async ({ signIn, portal }) => {
  const erin = await signIn('erin.walsh', '/salesforce/audit');
  await expect(
    erin.getByText('This page is not open to you').first(),
  ).toBeVisible();
  const { status } = await (
    await portal('erin.walsh')
  ).call({ path: 'salesforce/audit/entries' });
  expect(status).toBe(403);
});
