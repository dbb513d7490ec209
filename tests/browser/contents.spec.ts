import { expect, test } from './visit.ts';

const pages = ['/protocols/soil-organic-carbon-stock/', '/case-studies/tigray-exclosures/'];

for (const path of pages) {
  test(`the contents list of ${path} follows the reader`, async ({ page }) => {
    await page.goto(path);
    const marked = page.locator('.contents [aria-current]');
    await expect(marked).toHaveCount(0);
    for (const link of (await page.locator('.contents a').all()).slice(0, 4)) {
      const target = (await link.getAttribute('href')) ?? '';
      await page.locator(target).evaluate((heading) => heading.scrollIntoView());
      await expect(marked).toHaveAttribute('href', target);
      await expect(marked).toBeInViewport();
    }
  });
}

test('on a narrow screen the contents are folded above the text', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto('/protocols/soil-organic-carbon-stock/');
  await expect(page.locator('.contents')).toBeHidden();
  await page.getByText('On this page').first().click();
  const link = page.locator('.contents-folded').getByRole('link', { name: 'Steps' });
  await link.click();
  await expect(page.locator('#steps')).toBeInViewport();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the list of contents is there and marks nothing', async ({ page }) => {
    await page.goto('/protocols/soil-organic-carbon-stock/');
    await expect(page.locator('.contents a').first()).toBeVisible();
    await expect(page.locator('.contents [aria-current]')).toHaveCount(0);
  });
});
