import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../buildApp.mjs';
import { startDemo } from '../demo/startDemo.mjs';
import { findBrowser } from '../findBrowser.mjs';
import { lastLines } from '../lastLines.mjs';
import { freePort } from '../ports.mjs';
import { inRepository, repositoryRoot } from '../repository.mjs';
import { run } from '../run.mjs';

/** Whole journeys of people, in a real browser, on the running demo. */
export const journeysStep = {
  name: 'journeys',
  title: 'Journeys in a real Chromium, on the built app',
  async run({ log, artifacts, args }) {
    const report = join(artifacts, 'journeys.json');
    rmSync(report, { force: true });

    const browser = await findBrowser({ log });
    console.log(`  in ${browser.version} (${browser.executable})`);
    await buildApp({ log: join(artifacts, 'build-app.log') });

    const directory = join(artifacts, 'demo');
    rmSync(directory, { recursive: true, force: true });
    const backend = await freePort();
    const { appUrl, backendUrl, orgUrl, end } = await startDemo({
      ports: { org: await freePort(), backend, frontend: backend },
      frontend: 'bundle',
      directory,
    });
    try {
      await run({
        command: 'playwright',
        args: ['test', ...args],
        cwd: inRepository('packages/app'),
        env: {
          ...process.env,
          ...browser.env,
          SALESDESK_CHROMIUM: browser.executable,
          SALESDESK_DEMO: JSON.stringify({ appUrl, backendUrl, orgUrl }),
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        },
        log,
        check: false,
      });
    } finally {
      await end({ signal: 'SIGKILL' });
    }

    if (!existsSync(report)) {
      return { passed: 0, failed: 1, problems: [lastLines({ log })] };
    }
    const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
    const passed = stats.expected;
    // A journey that passes at the second try has failed once: it says that
    // the product, or the test, cannot be trusted.
    const failed =
      stats.unexpected + stats.flaky + stats.skipped + errors.length;
    return {
      passed,
      failed: passed + failed === 0 ? 1 : failed,
      problems:
        failed > 0
          ? [lastLines({ log, count: 200 }).replaceAll(repositoryRoot, '')]
          : [],
    };
  },
};
