import { resolve } from 'node:path';
import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { LocalOrg } from './LocalOrg';
import { PortalApi } from './PortalApi';
import { runningDemo, type Demo } from './runningDemo';

export { expect } from '@playwright/test';

const SCREENSHOTS = resolve(__dirname, '../../../../artifacts/screenshots');

/** Somebody of the demo, by the name of the catalog entity. */
export type PersonName =
  | 'erin.walsh'
  | 'priya.raman'
  | 'tom.becker'
  | 'sam.okafor'
  | 'ines.duarte';

/** What a journey can ask for. */
interface JourneyFixtures {
  /** Opens a browser window of their own for a person, signed in by a click. */
  signIn(person: PersonName, path?: string): Promise<Page>;
  /** Keeps a picture, `artifacts/screenshots/<name>.png`, to be looked at. */
  picture(page: Page, name: string): Promise<void>;
  /** The Salesforce org behind it, to see what really happened there. */
  org: LocalOrg;
  /** Calls the portal's API as a person, to prepare a journey or check it. */
  portal(person: PersonName): Promise<PortalApi>;
}

/** Journeys share one demo, which `npm test` starts on a fresh database. */
export const test = base.extend<JourneyFixtures, { demo: Demo }>({
  demo: [
    async ({}, provide) => {
      await provide(runningDemo());
    },
    { scope: 'worker' },
  ],

  org: async ({ demo }, provide) => {
    await provide(new LocalOrg(demo.orgUrl));
  },

  signIn: async ({ browser, demo }, provide) => {
    const contexts: BrowserContext[] = [];
    await provide(async (person, path = '/') => {
      const context = await browser.newContext({ baseURL: demo.appUrl });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(path);
      const choice = page.getByRole('button', { name: displayNameOf(person) });
      await choice.click();
      await choice.waitFor({ state: 'detached' });
      return page;
    });
    await Promise.all(contexts.map(context => context.close()));
  },

  picture: async ({}, provide) => {
    await provide(async (page, name) => {
      await page.screenshot({
        path: resolve(SCREENSHOTS, `${name}.png`),
        fullPage: true,
      });
    });
  },

  portal: async ({ demo }, provide) => {
    await provide(async person => PortalApi.signIn({ ...demo, person }));
  },
});

function displayNameOf(person: PersonName): RegExp {
  return new RegExp(person.replace('.', ' '), 'i');
}
