import { AxeBuilder } from '@axe-core/playwright';
import { expect, inLanguage, pageTypes, test } from './visit.ts';

for (const locale of ['en', 'zh', 'ar']) {
  for (const path of pageTypes) {
    const address = inLanguage(locale, path);
    test(`axe finds nothing on ${address}`, async ({ page }) => {
      await page.goto(address);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(
        violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
        ),
      ).toEqual([]);
    });
  }
}

test('the 404 page is accessible too', async ({ page }) => {
  await page.goto('/no/such/page/');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test.describe('dark', () => {
  test.use({ colorScheme: 'dark' });
  for (const path of [
    '/case-studies/loess-plateau-grain-for-green/',
    '/protocols/soil-organic-carbon-stock/',
    '/calculators/soc-stock/',
  ]) {
    test(`axe finds nothing in the dark on ${path}`, async ({ page }) => {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    });
  }
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
