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
    const play = part =>
      runPart(part, {
        artifacts,
        env: {
          ...process.env,
          ...browser.env,
          SALESDESK_CHROMIUM: browser.executable,
          SALESDESK_DEMO: JSON.stringify({ appUrl, backendUrl, orgUrl }),
        },
      });
    try {
      // Looking at pages changes nothing, so it goes on beside the journeys,
      // which must not meet each other.
      const results = await Promise.all(
        args.length > 0
          ? [play({ name: 'journeys', args, log })]
          : [
              play({ name: 'journeys', args: ['--grep-invert', PAGES], log }),
              play({
                name: 'pages',
                args: ['--grep', PAGES],
                log: join(artifacts, 'pages.log'),
              }),
            ],
      );
      return {
        passed: sum(results.map(({ passed }) => passed)),
        failed: sum(results.map(({ failed }) => failed)),
        problems: results.flatMap(({ problems }) => problems),
      };
    } finally {
      await end({ signal: 'SIGKILL' });
    }
  },
};

/** How the tests of e2e/pages.test.ts are called. */
const PAGES = 'has no serious barrier';

async function runPart({ name, args, log }, { artifacts, env }) {
  const report = join(artifacts, `${name}.json`);
  rmSync(report, { force: true });
  rmSync(log, { force: true });
  await run({
    command: 'playwright',
    args: ['test', '--output', join(artifacts, name), ...args],
    cwd: inRepository('packages/app'),
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    log,
    check: false,
  });
  if (!existsSync(report)) {
    return { passed: 0, failed: 1, problems: [lastLines({ log })] };
  }
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
  const passed = stats.expected;
  // A journey that passes at the second try has failed once: it says that
  // the product, or the test, cannot be trusted.
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
  return {
    passed,
    failed: passed + failed === 0 ? 1 : failed,
    problems:
      failed > 0
        ? [lastLines({ log, count: 200 }).replaceAll(repositoryRoot, '')]
        : [],
  };
}

function sum(numbers) {
  return numbers.reduce((before, number) => before + number, 0);
}
