import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, inLanguage, pageTypes, test } from './visit.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, a line a rule with the places; it need not write down all that passed. */
async function found(page: Page, only: { tags: string[] } | { rules: string[] }): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await ('tags' in only
    ? axe.withTags(only.tags)
    : axe.withRules(only.rules)
  ).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

/** In the dark the page is the same but for its colours, so that only their contrast is asked again. */
for (const locale of ['en', 'zh', 'ar']) {
  for (const path of pageTypes) {
    const address = inLanguage(locale, path);
    test(`axe finds nothing on ${address}, in light and in the dark`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(address);
      expect(await found(page, { tags: standards })).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await found(page, { rules: ['color-contrast'] }), 'in the dark').toEqual([]);
    });
  }
}

test('the 404 page is accessible too', async ({ page }) => {
  await page.goto('/no/such/page/');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

for (const locale of ['en', 'zh', 'ar']) {
  test(`no page scrolls sideways at 320 px in ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const wide: string[] = [];
    for (const path of pageTypes) {
      await page.goto(inLanguage(locale, path));
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (excess > 0) wide.push(`${path} by ${excess} px`);
    }
    expect(wide).toEqual([]);
  });
}
