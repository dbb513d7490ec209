import { expectAccessible, expectAccessibleWords } from './axe.ts';
import { expect, inLanguage, pageTypes, test } from './visit.ts';

for (const locale of ['en', 'zh', 'ar']) {
  for (const path of pageTypes) {
    const address = inLanguage(locale, path);
    // Colours are the same in every language: they are asked in English, in light and in the dark.
    test(`axe finds nothing on ${address}`, async ({ page }) => {
      await page.goto(address);
      await (locale === 'en' ? expectAccessible(page) : expectAccessibleWords(page));
    });
  }
}

test('the 404 page is accessible too', async ({ page }) => {
  await page.goto('/no/such/page/');
  await expectAccessible(page);
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
