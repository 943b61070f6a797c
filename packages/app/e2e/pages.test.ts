import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { PortalApi } from './support/PortalApi';
import { expect, test, type PersonName } from './support/test';

/**
 * Every page, as somebody for whom it holds something. `shows` is there when
 * the page has loaded: a skeleton has no barriers and proves nothing.
 */
const pages: Array<{
  name: string;
  path: string;
  person: PersonName;
  shows: RegExp;
}> = [
  {
    name: 'home',
    path: '/salesforce',
    person: 'erin.walsh',
    shows: /Request by form/,
  },
  {
    name: 'assistant',
    path: '/salesforce/assistant',
    person: 'erin.walsh',
    shows: /Assistant/,
  },
  {
    name: 'requests',
    path: '/salesforce/requests?view=all',
    person: 'sam.okafor',
    shows: /Update Erin Walsh/,
  },
  {
    name: 'form',
    path: '/salesforce/request/salesforce_freeze_user',
    person: 'sam.okafor',
    shows: /Freeze Salesforce users/,
  },
  {
    name: 'approvals',
    path: '/salesforce/approvals',
    person: 'tom.becker',
    shows: /Update Erin Walsh/,
  },
  {
    name: 'audit',
    path: '/salesforce/audit',
    person: 'ines.duarte',
    shows: /Erin Walsh/,
  },
  {
    name: 'directory',
    path: '/salesforce/directory/users',
    person: 'sam.okafor',
    shows: /ann\.lee@acme\.com/,
  },
  {
    name: 'directory-set',
    path: '/salesforce/directory/permission-sets?q=export',
    person: 'sam.okafor',
    shows: /Data_Export/,
  },
  {
    name: 'directory-who-can',
    path: '/salesforce/directory/who-can?q=delete%20accounts',
    person: 'tom.becker',
    shows: /Who can delete Account/,
  },
  {
    name: 'boards',
    path: '/salesforce/boards',
    person: 'priya.raman',
    shows: /Seats that nobody sits in/,
  },
  {
    name: 'board',
    path: '/salesforce/boards/no-login-90-days',
    person: 'sam.okafor',
    shows: /oliver\.llewellyn@acme\.com/,
  },
  {
    name: 'orgs',
    path: '/salesforce/admin/orgs',
    person: 'sam.okafor',
    shows: /Acme/,
  },
  {
    name: 'org',
    path: '/salesforce/admin/orgs/acme',
    person: 'sam.okafor',
    shows: /of 130 used/,
  },
  {
    name: 'policies',
    path: '/salesforce/admin/policies',
    person: 'sam.okafor',
    shows: /RevOps approvers/,
  },
  {
    name: 'policy',
    path: '/salesforce/admin/policies/salesforce_freeze_user',
    person: 'sam.okafor',
    shows: /Save/,
  },
  {
    name: 'user',
    path: '/catalog/default/user/erin.walsh',
    person: 'erin.walsh',
    shows: /Account Executive NA/,
  },
  {
    name: 'group',
    path: '/catalog/default/group/sales-na',
    person: 'sam.okafor',
    shows: /Salesforce access of the team/,
  },
  {
    name: 'resource',
    path: '/catalog/default/resource/salesforce-acme',
    person: 'sam.okafor',
    shows: /of 130 used/,
  },
];

/**
 * Colours differ between light and dark, and what stands where between a desk
 * and a phone: axe and pictures, which take seconds, look at each of them once.
 */
const looks = [
  { colorScheme: 'light', width: 1280, withAxe: true },
  { colorScheme: 'light', width: 390, withAxe: false },
  { colorScheme: 'dark', width: 1280, withAxe: false },
  { colorScheme: 'dark', width: 390, withAxe: true },
] as const;

/** In words, as axe found it: the rule, and the element that breaks it. */
async function barriersOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // The sidebar's entry of Backstage's own notifications plugin: it is
    // labelled "Notifications" and shows how many there are beside it.
    .exclude('nav a[href="/notifications"]')
    // The example on Backstage's own card of links, while a person has none.
    .exclude('pre[style*="font-size: 115%"]')
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
}

/** What is cut off at the right or reached by scrolling there, if anything is. */
function cutOffOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth + 1) {
      return [];
    }
    const beyond = [...document.body.querySelectorAll('*')].filter(
      element => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [
      `${scrollWidth - clientWidth} px are beyond the edge`,
      ...beyond.slice(-3).map(({ outerHTML }) => outerHTML.slice(0, 200)),
    ];
  });
}

test.beforeAll('somebody waits for something', async ({ demo }) => {
  const erin = await PortalApi.signIn({ ...demo, person: 'erin.walsh' });
  const { status } = await erin.call({
    method: 'POST',
    path: 'salesforce/requests',
    body: {
      action: 'salesforce_update_user',
      input: { users: ['me'], department: 'Enterprise Sales' },
      reason: 'My team was renamed',
    },
  });
  expect(status).toBe(201);
  const sam = await PortalApi.signIn({ ...demo, person: 'sam.okafor' });
  await sam.call({
    method: 'POST',
    path: 'salesforce/inventory/acme/syncs',
    body: {},
  });
  await expect
    .poll(
      async () =>
        (
          await sam.call<{ ready: boolean }>({
            path: 'salesforce/inventory/acme',
          })
        ).body.ready,
      { timeout: 60_000 },
    )
    .toBe(true);
});

for (const { name, path, person, shows } of pages) {
  test(`${name} has no serious barrier, light and dark, on a desk and on a phone`, async ({
    signIn,
    picture,
  }) => {
    const page = await signIn(person, path);
    await expect(page.getByText(shows).first()).toBeVisible();
    for (const { colorScheme, width, withAxe } of looks) {
      const look = `${colorScheme}, ${width} px`;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await expect(page.getByText(shows).first()).toBeVisible();
      if (withAxe) {
        await picture(page, `page-${name}-${colorScheme}-${width}`);
        expect.soft(await barriersOf(page), look).toEqual([]);
      }
      // A browser with little time lays a new width out a moment later.
      await expect
        .poll(() => cutOffOn(page), `${look}: nothing is cut off`)
        .toEqual([]);
    }
  });
}
