import AxeBuilder from '@axe-core/playwright';
import { expect, test, type PersonName } from './support/test';

const pages: Array<{ name: string; path: string; person: PersonName }> = [
  { name: 'home', path: '/salesforce', person: 'erin.walsh' },
  {
    name: 'requests',
    path: '/salesforce/requests?view=all',
    person: 'sam.okafor',
  },
  {
    name: 'form',
    path: '/salesforce/request/salesforce_freeze_user',
    person: 'sam.okafor',
  },
  { name: 'approvals', path: '/salesforce/approvals', person: 'tom.becker' },
  { name: 'audit', path: '/salesforce/audit', person: 'ines.duarte' },
  { name: 'orgs', path: '/salesforce/admin/orgs', person: 'sam.okafor' },
  {
    name: 'policies',
    path: '/salesforce/admin/policies',
    person: 'sam.okafor',
  },
  {
    name: 'user',
    path: '/catalog/default/user/erin.walsh',
    person: 'erin.walsh',
  },
  {
    name: 'org',
    path: '/catalog/default/resource/salesforce-acme',
    person: 'sam.okafor',
  },
];

for (const { name, path, person } of pages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 390]) {
      test(`${name} has no serious barrier, ${colorScheme}, ${width} px`, async ({
        signIn,
        picture,
      }) => {
        const page = await signIn(person, path);
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.waitForLoadState('networkidle');
        await expect(page.getByRole('main').first()).toBeVisible();
        await picture(page, `page-${name}-${colorScheme}-${width}`);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations
            .filter(
              ({ impact }) => impact === 'serious' || impact === 'critical',
            )
            .map(({ id, nodes }) => [id, nodes[0].html.slice(0, 200)]),
        ).toEqual([]);
        const overflow = await page.evaluate(
          () =>
            document.documentElement.scrollWidth -
            document.documentElement.clientWidth,
        );
        expect(overflow, 'nothing is cut off at the right').toBeLessThanOrEqual(
          1,
        );
      });
    }
  }
}
