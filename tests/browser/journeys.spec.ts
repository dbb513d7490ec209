import { readFileSync } from 'node:fs';
import { expect, inLanguage, test } from './visit.ts';

test('home → search → protocol → its calculator → result', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Search' }).first().click();
  await page.getByRole('searchbox').fill('bulk density');
  await page.locator('[data-results] a', { hasText: 'Soil organic carbon: sampling and stock' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Soil organic carbon: sampling and stock');
  await page.locator('[data-links-to="calculators"] a[href*="/calculators/soc-stock/"]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Soil organic carbon stock at fixed depth and at equal soil mass',
  );
  const result = page.locator('.headline .number');
  await expect(result).toHaveText('51.2');
  // 0-10 cm at 20 g/kg and 1.2 g/cm³: 20 · 1.2 · 10 · 0.1 = 24 t C/ha instead of 21 · 1.1 · 10 · 0.1 = 23.1
  await page.getByRole('textbox', { name: /^Layer 1, Organic carbon/ }).fill('20');
  await page.getByRole('textbox', { name: /^Layer 1, Bulk density/ }).fill('1,2');
  await expect(result).toHaveText('52.1');
  await expect(page).toHaveURL(/\?.+/);
  await page.reload();
  await expect(result).toHaveText('52.1');
});

test('the same from the Chinese home, with Chinese words', async ({ page }) => {
  await page.goto('/zh/');
  await page.locator('a[data-search]').click();
  await page.getByRole('searchbox').fill('土壤有机碳');
  await page.locator('[data-results] a', { hasText: '采样与储量' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await page.locator('[data-links-to="calculators"] a[href*="/calculators/soc-stock/"]').click();
  await expect(page).toHaveURL(/\/zh\/calculators\/soc-stock\//);
  await expect(page.locator('.headline .number')).toHaveText('51.2');
});

test('a wrong entry keeps the last good result and explains itself beside the field', async ({ page }) => {
  await page.goto('/calculators/soc-stock/');
  const depth = page.getByRole('textbox', { name: /^Reporting depth/ });
  await depth.fill('-5');
  await expect(depth).toHaveAttribute('aria-invalid', 'true');
  const described = await depth.getAttribute('aria-describedby');
  const message = page.locator(`#${described?.split(' ').at(-1)}`);
  await expect(message).toContainText('-5');
  await expect(page.locator('.headline .number')).toHaveText('51.2');
  await depth.fill('<b>x</b>');
  await expect(message).toContainText('<b>x</b>');
  await depth.fill('20');
  await expect(page.locator('.headline .number')).toHaveText('39.9');
  await expect(message).toBeHidden();
});

test('typed links lead both ways', async ({ page }) => {
  await page.goto('/case-studies/tigray-exclosures/');
  await page.locator('[data-links-to="management-models"] a').first().click();
  await expect(page.locator('[data-links-to="case-studies"] a', { hasText: 'Tigray' })).toBeVisible();
  await page.goto('/protocols/soil-organic-carbon-stock/');
  await expect(page.locator('[data-links-to="case-studies"] a').first()).toBeVisible();
  await page.goto('/references/');
  await expect(page.locator('#deng-2014')).toContainText('Grain for Green on the Loess Plateau');
});

test('a term explains itself in place, at its first use, by keyboard too', async ({ page }) => {
  await page.goto('/protocols/soil-organic-carbon-stock/');
  const term = page.locator('.article-text button.term').first();
  await term.focus();
  await page.keyboard.press('Enter');
  const definition = page.locator('.definition:popover-open');
  await expect(definition).toBeVisible();
  await expect(definition.getByRole('link')).toHaveAttribute('href', /\/glossary\/#/);
  await page.keyboard.press('Escape');
  await expect(page.locator('.definition:popover-open')).toHaveCount(0);
  const terms = await page
    .locator('button.term')
    .evaluateAll((all) => all.map((each) => each.getAttribute('popovertarget')));
  expect(new Set(terms).size).toBe(terms.length);
});

test('the whole of a page can be reached by keyboard, beginning with the skip link', async ({ page }) => {
  await page.goto('/case-studies/virginia-seagrass/');
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  const reachable = await page.locator('a[href], button:not([hidden]), input, [tabindex="0"]').count();
  const seen = new Set<string>();
  for (let press = 0; press < reachable + 10; press += 1) {
    await page.keyboard.press('Tab');
    seen.add(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? ''));
  }
  expect(seen.size).toBeGreaterThan(30);
});

test('another language is one link away, on the same page', async ({ page }) => {
  await page.goto('/protocols/soil-organic-carbon-stock/');
  await page.locator('footer').getByRole('link', { name: '简体中文' }).click();
  await expect(page).toHaveURL(/\/zh\/protocols\/soil-organic-carbon-stock\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('土壤有机碳');
  await page.locator('footer').getByRole('link', { name: 'Русский' }).click();
  await expect(page.locator('.notice')).toBeVisible();
  await expect(page.locator('article')).toHaveAttribute('lang', 'en');
});

test('an unknown address says so with the right status', async ({ page }) => {
  const response = await page.goto('/nothing/here/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('cases, protocols and the worked example of a calculator can be read', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Protocols' }).first().click();
    await page.getByRole('link', { name: 'Soil organic carbon: sampling and stock' }).first().click();
    await expect(page.locator('.steps li').first()).toBeVisible();
    await expect(page.locator('math').first()).toBeVisible();
    await page.goto('/calculators/soc-stock/');
    await expect(page.locator('.headline .number')).toHaveText('51.2');
    await page.goto('/search/');
    await expect(page.getByText('Searching needs JavaScript')).toBeVisible();
  });

  test('a definition opens without scripts', async ({ page }) => {
    await page.goto('/protocols/soil-organic-carbon-stock/');
    await page.locator('button.term').first().click();
    await expect(page.locator('.definition').first()).toBeVisible();
  });
});

for (const { locale, title, area } of [
  { locale: 'en', title: 'Restored land and carbon neutrality', area: /^Area restored/ },
  { locale: 'zh', title: '修复土地与碳中和', area: /^修复面积/ },
]) {
  test(`carbon neutrality in ${locale}: effects → page → calculator → result → file`, async ({ page }) => {
    await page.goto(inLanguage(locale, '/evidence/'));
    await page.locator('main a[href$="/evidence/neutrality/"]').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('#emission-world-fossil')).toContainText('36');
    await page.locator('main a[href$="/calculators/carbon-neutrality/"]').first().click();
    const result = page.locator('.headline .number');
    await expect(result).toHaveText(/\d/);
    const whole = Number((await result.innerText()).replaceAll(/\s/g, ''));
    // half the area removes half as much
    await page.getByRole('textbox', { name: area }).fill('175000000');
    await expect
      .poll(async () => Number((await result.innerText()).replaceAll(/\s/g, '')) / whole)
      .toBeCloseTo(0.5, 2);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-tool="save-run"]').click(),
    ]);
    const run = JSON.parse(readFileSync(await download.path(), 'utf8'));
    expect(run).toMatchObject({ inputs: { area: 175e6 }, outputs: { removal: { level: 0.95 } } });
  });
}
