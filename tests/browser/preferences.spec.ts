import { AxeBuilder } from '@axe-core/playwright';
import { expect, pageTypes, test } from './visit.ts';

const readings = [
  '/',
  '/case-studies/tigray-exclosures/',
  '/protocols/soil-organic-carbon-stock/',
  '/calculators/soc-stock/',
  '/case-studies/',
];

test.describe('text at 200 %', () => {
  test.use({ bypassCSP: true });
  test('fits every page type without scrolling sideways', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const wide: string[] = [];
    for (const path of pageTypes) {
      await page.goto(path);
      await page.addStyleTag({ content: 'html { font-size: 212.5% !important }' });
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (excess > 0) wide.push(`${path} by ${excess} px`);
    }
    expect(wide).toEqual([]);
  });
});

test.describe('reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  test('nothing moves by itself, and links change at once', async ({ page }) => {
    for (const path of readings) {
      await page.goto(path);
      const moving = await page.evaluate(() => ({
        animations: document.getAnimations().length,
        transition: getComputedStyle(document.querySelector('main a') ?? document.body).transitionDuration,
      }));
      expect(moving, path).toEqual({ animations: 0, transition: '0s' });
    }
  });
});

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });
  for (const path of readings) {
    test(`hold on ${path}`, async ({ page }) => {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).disableRules(['color-contrast']).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      await expect(page.locator('h1')).toBeVisible();
    });
  }
});

test('ticks of a protocol stay on the device and can be cleared', async ({ page }) => {
  await page.goto('/protocols/soil-organic-carbon-stock/');
  const first = page.locator('.steps .tick').first();
  await first.check();
  await page.reload();
  await expect(first).toBeChecked();
  await page.getByRole('button', { name: 'Clear all ticks' }).click();
  await page.reload();
  await expect(first).not.toBeChecked();
});
