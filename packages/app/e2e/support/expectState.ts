import type { Page } from '@playwright/test';
import { expect } from './test';

/**
 * The request page shows how the request stands, live, without reloading. Each
 * change below says how it stands too: the state meant is the one beside the title.
 */
export async function expectState(
  page: Page,
  state: string,
  { timeout = 30_000 }: { timeout?: number } = {},
): Promise<void> {
  await expect(
    page
      .getByRole('article')
      .getByRole('heading', { level: 2 })
      .locator('..')
      .getByText(state, { exact: true }),
    `the request is shown as “${state}”`,
  ).toBeVisible({ timeout });
}
