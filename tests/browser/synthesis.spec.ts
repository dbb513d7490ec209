import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './visit.ts';

const live = (page: Page) => page.locator('portal-synthesis[data-state="live"]');
const answers = (page: Page) => page.locator('[data-answers] > section');

/** The same for reading and for a browser: numbers and drawings, without the white space of the file. */
const drawn = (page: Page) =>
  page.locator('[data-answers], [data-open]').evaluateAll((all) => all.map((one) => one.innerHTML).join(''));

for (const locale of ['en', 'zh'] as const) {
  const path = locale === 'en' ? '/evidence/synthesis/' : '/zh/evidence/synthesis/';

  test(`rows are narrowed, the forest changes, the address keeps it, files repeat it (${locale})`, async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(path);
    await expect(answers(page)).toHaveCount(11);
    expect(asked.filter((one) => /answer-anew|\.json$/.test(one))).toEqual([]);
    const built = await drawn(page);

    await page.locator('select[name="missing"]').selectOption('impute');
    await expect(live(page)).toBeVisible();
    await expect(answers(page)).toHaveCount(13);
    await expect(page).toHaveURL(/\?missing=impute$/);
    await page.locator('select[name="missing"]').selectOption('drop');
    await expect(answers(page)).toHaveCount(11);
    expect((await drawn(page)) === built, 'drawn as before').toBe(true);
    await expect(page).toHaveURL(new RegExp(`${path}$`));

    await page.locator('select[name="country"]').selectOption('USA');
    await page.locator('select[name="correlation"]').selectOption('0.25');
    await expect(page).toHaveURL(/\?country=USA&correlation=0\.25$/);
    const narrowed = await drawn(page);
    expect(narrowed === built, 'drawn as before').toBe(false);
    const stock = page.locator('#managed-realignment-ecosystem-respiration-mmol-m2-d-degraded');
    await stock.locator('summary').last().click();
    const [script] = await Promise.all([
      page.waitForEvent('download'),
      stock.locator('a[data-file="R"]').click(),
    ]);
    expect(script.suggestedFilename()).toBe(
      'managed-realignment-ecosystem-respiration-mmol-m2-d-degraded-narrowed.R',
    );
    const text = readFileSync(await script.path(), 'utf8');
    expect(text).toContain('r <- 0.25');
    expect(text).toContain(
      'read.csv("managed-realignment-ecosystem-respiration-mmol-m2-d-degraded-narrowed.csv"',
    );

    await page.reload();
    await expect(live(page)).toBeVisible();
    expect((await drawn(page)) === narrowed, 'drawn as before').toBe(true);
    await expect(page.locator('select[name="country"]')).toHaveValue('USA');
    await page.locator('button[type="reset"]').click();
    await expect(answers(page)).toHaveCount(11);
    expect((await drawn(page)) === built, 'drawn as before').toBe(true);
  });
}

test('a pooled effect leads to its studies, a study to its row and its source', async ({ page }) => {
  await page.goto('/evidence/synthesis/');
  const stock = page.locator('#tree-planting-soil-organic-carbon-stock-degraded');
  await expect(stock).toContainText('No clear difference from land that was not restored');
  await stock.locator('.synthesis-facts a').first().click();
  await expect(page.locator('#tree-planting-soil-organic-carbon-stock-degraded-studies')).toBeInViewport();
  await stock.getByRole('link', { name: 'Bashkin 1998 Hamakua' }).click();
  await expect(page).toHaveURL(/\/evidence\/soildrah\/#row-bashkin-1998-hamakua-1$/);
  await expect(page.locator(':target')).toContainText('23.2 ± 3.9 (5)');
  await page
    .locator(':target')
    .getByRole('link', { name: /^\[\d+\]$/ })
    .click();
  await expect(page.locator(':target')).toContainText(
    'Changes in soil carbon following afforestation in Hawaii',
  );
});

test('too few studies are not pooled, and the page says why', async ({ page }) => {
  await page.goto('/evidence/synthesis/?country=GBR');
  await expect(live(page)).toBeVisible();
  await expect(answers(page)).toHaveCount(0);
  await expect(page.locator('[data-open]')).toContainText('terms of use still to be confirmed');
  await expect(page.locator('[data-open]')).toContainText('needed: 3');
});

test('without scripts everything stands there', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/evidence/synthesis/');
  await expect(answers(page)).toHaveCount(11);
  await expect(page.getByText('Narrowing works with JavaScript')).toBeVisible();
  await expect(page.locator('select').first()).toBeHidden();
  await context.close();
});
