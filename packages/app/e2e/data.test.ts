import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

// Both themes and both widths; all four together find nothing more.
const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 390 },
] as const;

/** No serious barrier, and nothing cut off at the right, in any look. */
async function expectOpenToAll(page: Page, name: string): Promise<void> {
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page })
      // Backstage's own entry: its label differs from what it shows.
      .exclude('nav a[href="/notifications"]')
      .analyze();
    const barriers = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
    const overflow = await page.evaluate(
      () =>
        document.documentElement.scrollWidth -
        document.documentElement.clientWidth,
    );
    expect(
      { barriers, isCutOff: overflow > 1 },
      `${name}, ${colorScheme}, ${width} px`,
    ).toEqual({ barriers: [], isCutOff: false });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('somebody writes a query with the help of the editor, opens a record and saves the rows', async ({
  signIn,
  picture,
}) => {
  test.slow();
  const page = await signIn('erin.walsh', '/salesforce/data');
  await expect(
    page.getByText(/You see the records that you own/),
  ).toBeVisible();
  const editor = page.getByRole('textbox', { name: 'SOQL query' });
  const offer = page.getByRole('listbox');

  await editor.click();
  await page.keyboard.type('SELECT Id, Name, Industry, Owner.Name FROM Acc');
  await expect(
    offer.getByRole('option', { name: /^Account/ }).first(),
  ).toBeVisible();
  await picture(page, 'data-completion');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' WHERE Indus');
  await expect(offer.getByRole('option', { name: /^Industry/ })).toBeVisible();
  // Tab takes what is offered, and leaves the editor where nothing is. It does
  // neither with an offer that came a moment ago.
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(editor).toHaveText(/WHERE Industry$/, { timeout: 1_000 });
  }).toPass();
  await page.keyboard.type(' != null');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');

  const table = page.getByRole('table', { name: 'Rows of the query' });
  await expect(
    table.getByRole('link', { name: 'Acme Industries', exact: true }),
  ).toBeVisible();
  await expect(
    page.getByText('Narrowed to records that you own'),
  ).toBeVisible();
  expect(new URL(page.url()).searchParams.get('q')).toBe(
    'SELECT Id, Name, Industry, Owner.Name FROM Account WHERE Industry != null',
  );
  await picture(page, 'data-results');
  await expectOpenToAll(page, 'results');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^Account-[\d-]+\.csv$/);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n');
  expect(lines[0]).toBe('"Id","Name","Industry","Owner.Name"');
  const rows = Number(await table.getAttribute('aria-rowcount')) - 1;
  expect(lines).toHaveLength(rows + 1);
  expect(lines.slice(1).every(line => line.endsWith('"Erin Walsh"'))).toBe(
    true,
  );

  await table
    .getByRole('link', { name: 'Acme Industries', exact: true })
    .click();
  await expect(
    page.getByRole('heading', { name: 'Acme Industries', exact: true }),
  ).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Belongs to' }).getByRole('link', {
      name: 'Erin Walsh',
    }),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Open in Salesforce' }),
  ).toHaveAttribute('href', /\/lightning\/r\/Account\/\w+\/view$/);
  await picture(page, 'data-record');
  await expectOpenToAll(page, 'record');
});

test('a query that Salesforce refuses is marked where it is wrong', async ({
  signIn,
  picture,
}) => {
  const query = 'SELECT Id,\n  Foo__c\nFROM Account';
  const page = await signIn(
    'sam.okafor',
    `/salesforce/data?q=${encodeURIComponent(query)}`,
  );
  await expect(page.getByText('Line 2, column 3')).toBeVisible();
  await expect(page.getByText(/^No such column 'Foo__c'/)).toBeVisible();
  await expect(page.locator('.cm-problem')).toHaveText('Foo__c');
  await picture(page, 'data-problem');
  await expectOpenToAll(page, 'problem');
});

test('somebody looks an object up and asks for its records', async ({
  signIn,
  picture,
}) => {
  const page = await signIn('sam.okafor', '/salesforce/data/objects');
  await page
    .getByRole('searchbox', { name: 'Find an object' })
    .fill('subscription');
  await page
    .getByRole('button', { name: /^Subscription\s*Subscription__c/ })
    .click();
  const details = page.getByRole('article', { name: 'Subscription' });
  await expect(
    details.getByText('Custom', { exact: true }).first(),
  ).toBeVisible();
  await picture(page, 'data-schema');
  await expectOpenToAll(page, 'schema browser');
  await details.getByRole('link', { name: 'Query this object' }).click();
  await expect(
    page
      .getByRole('table', { name: 'Rows of the query' })
      .getByRole('row')
      .nth(1),
  ).toBeVisible();
});
