import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './visit.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, a line a rule with the places; it need not write down all that passed. */
async function found(page: Page, narrow: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await narrow(axe).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

/**
 * Axe finds nothing on the page as it stands: every rule in light, and in the dark, where the page is the same but for
 * its colours, their contrast again.
 */
export async function expectAccessible(page: Page, what = ''): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await found(page, (axe) => axe.withTags(standards)), `${what} in light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await found(page, (axe) => axe.withRules(['color-contrast'])), `${what} in the dark`).toEqual([]);
}

/** The same without the colours, for a page whose colours were asked in another language. */
export async function expectAccessibleWords(page: Page, what = ''): Promise<void> {
  const rules = (axe: AxeBuilder) => axe.withTags(standards).disableRules(['color-contrast']);
  expect(await found(page, rules), what).toEqual([]);
}
