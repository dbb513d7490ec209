import { expect, test } from './visit.ts';

test('a row of the evidence leads to its figure in the case', async ({ page }) => {
  await page.goto('/evidence/');
  await expect(page.getByText('nothing is pooled here')).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: 'n = 18' }).first();
  await expect(row.getByRole('img')).toHaveAccessibleName(/Restored: 42.*Against: 8/);
  await row.getByRole('link').click();
  await expect(page).toHaveURL(/finland-spruce-mire-restoration\/#outcome-/);
  await expect(page.locator(':target')).toBeInViewport();
});

test('drawings are not mirrored where the page is', async ({ page }) => {
  const places = async (path: string) => {
    await page.goto(path);
    const strip = page.locator('#soil-organic-carbon-stock').locator('xpath=ancestor::section[1]');
    return strip
      .locator('tbody tr:nth-child(2) svg circle')
      .evaluateAll((dots) => dots.map((dot) => dot.getAttribute('cx')));
  };
  expect(await places('/ar/evidence/')).toEqual(await places('/evidence/'));
});

test('the header leads to the evidence and to the languages', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Evidence' }).click();
  await expect(page).toHaveURL(/\/evidence\/$/);
  await page.getByRole('banner').getByRole('link', { name: 'Language English' }).click();
  await expect(page.locator('#languages')).toBeInViewport();
});

for (const locale of ['', '/zh', '/es', '/fr', '/ru', '/ar']) {
  test(`the header stands in one line at 1280 and 1024 px in ${locale || 'English'}`, async ({ page }) => {
    for (const width of [1280, 1024]) {
      await page.setViewportSize({ width, height: 600 });
      await page.goto(`${locale}/evidence/`);
      const links = page.locator('.main-nav a, .masthead-tools a:visible');
      const tops = await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().top));
      expect(new Set(tops.map(Math.round)).size, `${width} px`).toBe(1);
    }
  });
}
