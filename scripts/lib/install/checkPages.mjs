import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findBrowser } from '../findBrowser.mjs';
import { inRepository } from '../repository.mjs';

const TIMEOUT_MILLISECONDS = 60_000;

/**
 * Opens the new app in a real browser, signs in as its guest does, goes to the
 * Salesforce pages by the sidebar, and looks whether they do their work.
 * What was seen is kept in `artifacts/screenshots/install.png`.
 */
export async function checkPages({ portal: { url } }) {
  const found = await findBrowser({
    log: inRepository('artifacts', 'install-browser.log'),
  });
  const browser = await chromium.launch({
    executablePath: found.executable,
    env: { ...process.env, ...found.env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
  });
  page.setDefaultTimeout(TIMEOUT_MILLISECONDS);
  const crashes = [];
  page.on('pageerror', error => crashes.push(error.message));

  try {
    await page.goto(url);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('link', { name: 'Salesforce' }).first().click();
    await page.waitForURL(address => address.pathname === '/salesforce');
    await page
      .getByRole('heading', { name: 'What do you need in Salesforce?' })
      .waitFor();
    // One of our actions: the catalog of them came through our API.
    await page
      .getByRole('link', { name: /Freeze/ })
      .first()
      .waitFor();
    const alerts = await page.getByRole('alert').allInnerTexts();
    if (alerts.length > 0 || crashes.length > 0) {
      throw new Error(
        `The Salesforce home page of the new app shows: ${[
          ...alerts,
          ...crashes,
        ].join('; ')}`,
      );
    }
  } finally {
    await keepPicture(page);
    await browser.close();
  }
}

/** Never hides why the check failed, should the browser be gone by then. */
async function keepPicture(page) {
  const screenshots = inRepository('artifacts', 'screenshots');
  mkdirSync(screenshots, { recursive: true });
  await page
    .screenshot({ path: `${screenshots}/install.png` })
    .catch(error => console.log(`No picture was taken: ${error.message}`));
}
