import { defineConfig } from '@playwright/test';

/**
 * Journeys of people through the running demo. `npm test -- --only journeys`
 * finds a browser, builds the app and runs them.
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../../artifacts/journeys',
  // One demo serves all journeys, each with records of its own.
  workers: 1,
  // A busy machine is no failure.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json']],
  use: {
    launchOptions: {
      executablePath: process.env.SALESDESK_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
