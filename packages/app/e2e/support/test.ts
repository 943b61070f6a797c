import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { PortalApi } from './PortalApi';

export { expect } from '@playwright/test';

const repositoryRoot = resolve(__dirname, '../../../..');

/** Somebody of the demo, by the name of the catalog entity. */
export type PersonName =
  | 'erin.walsh'
  | 'priya.raman'
  | 'tom.becker'
  | 'sam.okafor'
  | 'ines.duarte';

/** The running demo: the portal, its API and the local Salesforce org. */
export interface Demo {
  appUrl: string;
  backendUrl: string;
  orgUrl: string;
  /** A Backstage token, for calling the API as this person. */
  tokenOf(userEntityRef: string): Promise<string>;
}

/** What a journey can ask for. */
interface JourneyFixtures {
  /** Opens a browser window of their own for a person, signed in by a click. */
  signIn(person: PersonName, path?: string): Promise<Page>;
  /** Keeps a picture, `artifacts/screenshots/<name>.png`, to be looked at. */
  picture(page: Page, name: string): Promise<void>;
  /** Calls the portal's API as a person, to prepare a journey or check it. */
  portal(person: PersonName): Promise<PortalApi>;
}

/** One demo on a fresh database for all journeys of the run. */
export const test = base.extend<JourneyFixtures, { demo: Demo }>({
  demo: [
    async ({}, use) => {
      // Playwright makes CommonJS of what is imported at the top.
      const [{ startDemo }, { freePort }] = await Promise.all([
        import('../../../../scripts/lib/demo/startDemo.mjs'),
        import('../../../../scripts/lib/ports.mjs'),
      ]);
      const directory = join(repositoryRoot, 'artifacts/journeys-demo');
      rmSync(directory, { recursive: true, force: true });
      const backend = await freePort();
      const demo = await startDemo({
        ports: { org: await freePort(), backend, frontend: backend },
        frontend: 'bundle',
        directory,
      });
      await use(demo);
      await demo.end({ signal: 'SIGKILL' });
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  signIn: async ({ browser, demo }, use) => {
    await use(async (person, path = '/') => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`${demo.appUrl}${path}`);
      const choice = page.getByRole('button', { name: displayNameOf(person) });
      await choice.click();
      await choice.waitFor({ state: 'detached' });
      return page;
    });
  },

  picture: async ({}, use) => {
    const directory = join(repositoryRoot, 'artifacts/screenshots');
    mkdirSync(directory, { recursive: true });
    await use(async (page, name) => {
      await page.screenshot({
        path: join(directory, `${name}.png`),
        fullPage: true,
      });
    });
  },

  portal: async ({ demo }, use) => {
    await use(async person => {
      const token = await demo.tokenOf(`user:default/${person}`);
      return new PortalApi({ backendUrl: demo.backendUrl, token });
    });
  },
});

function displayNameOf(person: PersonName): RegExp {
  return new RegExp(person.replace('.', ' '), 'i');
}
