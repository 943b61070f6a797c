import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo } from '../../lib/demo/startDemo.mjs';
import { findBrowser } from '../../lib/findBrowser.mjs';
import { freePort } from '../../lib/ports.mjs';

/**
 * Opens the plugin's home page as somebody who has never been there, with the
 * app as it is built, and counts scripts and styles until `until` is seen.
 */
export async function firstPage({ until, log }) {
  const directory = mkdtempSync(join(tmpdir(), 'salesdesk-first-page-'));
  const demo = await startDemo({
    ports: { org: await freePort(), backend: await freePort(), frontend: 0 },
    frontend: 'bundle',
    directory,
  });
  const found = await findBrowser({ log });
  const browser = await chromium.launch({
    executablePath: found.executable,
    env: { ...process.env, ...found.env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    const page = await browser.newPage();
    const texts = [];
    const reading = [];
    page.on('response', response => {
      const type = response.request().resourceType();
      if (type !== 'script' && type !== 'stylesheet') return;
      reading.push(response.text().then(text => texts.push(text)));
    });
    await page.goto(`${demo.appUrl}/salesforce`);
    await page.getByRole('button', { name: /erin walsh/i }).click();
    await page.locator(until).first().waitFor({ timeout: 120_000 });
    await page.waitForLoadState('networkidle');
    await Promise.all(reading);
    return {
      texts,
      files: texts.length,
      bytes: texts.reduce((sum, text) => sum + gzipSync(text).length, 0),
    };
  } finally {
    await browser.close();
    await demo.end({ signal: 'SIGKILL' });
    rmSync(directory, { recursive: true, force: true });
  }
}
