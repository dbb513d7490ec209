import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, inLanguage, test } from './visit.ts';

const rows = (page: Page) => page.locator('[data-rows] > li');
const status = (page: Page) => page.locator('[data-status]');
const box = (page: Page, facet: string, value: string) =>
  page.locator(`[data-facet="${facet}"] input[value="${value}"]`);
const countOf = async (option: Locator) =>
  Number(await option.locator('xpath=ancestor::label').locator('[data-count]').textContent());
const numbers = (cells: Locator) =>
  cells.evaluateAll((all) => all.map((cell) => Number(cell.getAttribute('data-value') ?? cell.textContent)));

test('boxes narrow the list, counts follow, the address keeps the choice over a reload', async ({ page }) => {
  await page.goto('/case-studies/');
  const all = await rows(page).count();
  const forest = box(page, 'ecosystem', 'forest');
  const china = box(page, 'country', 'CHN');
  const expected = await countOf(forest);
  expect(expected).toBeGreaterThan(0);
  expect(expected).toBeLessThan(all);
  await forest.check();
  await expect(rows(page)).toHaveCount(expected);
  await expect(status(page)).toHaveText(`${expected} of ${all} shown`);
  await expect(page).toHaveURL(/\/case-studies\/\?ecosystem=forest$/);
  const inChina = await rows(page).and(page.locator('[data-country~="CHN"]')).count();
  expect(await countOf(china)).toBe(inChina);
  // within a facet one value or the other, so the other values keep the entries they would add
  const coast = box(page, 'ecosystem', 'coast');
  const added = await countOf(coast);
  await coast.check();
  const both = await rows(page).count();
  expect(both).toBeGreaterThanOrEqual(Math.max(expected, added));
  expect(both).toBeLessThanOrEqual(expected + added);
  await page.reload();
  await expect(forest).toBeChecked();
  await expect(coast).toBeChecked();
  await expect(rows(page)).toHaveCount(both);
});

test('chosen filters stand above the results as text, each with a link that removes it', async ({ page }) => {
  await page.goto('/case-studies/?ecosystem=forest&evidence=comparison');
  const chosen = page.locator('[data-chosen] li');
  await expect(chosen).toHaveCount(2);
  await expect(chosen.first()).toContainText('Forest');
  await chosen.first().getByRole('link', { name: 'Remove Forest' }).click();
  await expect(page).toHaveURL(/\?evidence=comparison$/);
  await expect(status(page)).toBeFocused();
  await page.getByRole('link', { name: 'Remove all filters' }).click();
  await expect(page).toHaveURL(/\/case-studies\/$/);
  await expect(page.locator('[data-chosen]')).toBeHidden();
  await expect(status(page)).toHaveText(/case studies$/);
});

test('the kinds of evidence must all be there; nothing found says so', async ({ page }) => {
  await page.goto('/case-studies/');
  const interval = await countOf(box(page, 'evidence', 'interval'));
  await box(page, 'evidence', 'comparison').check();
  await box(page, 'evidence', 'interval').check();
  expect(await rows(page).count()).toBeLessThanOrEqual(interval);
  await page.locator('[data-facet] details').evaluateAll((all) => {
    for (const one of all) one.setAttribute('open', '');
  });
  await page.locator('label.none input').first().check();
  await expect(rows(page)).toHaveCount(0);
  await expect(status(page)).toHaveText('Nothing matches. Remove a filter to see more.');
});

test('what is typed into the address is never more than a choice', async ({ page }) => {
  const evil = encodeURIComponent('"><img src=x onerror=alert(1)>');
  await page.goto(`/case-studies/?ecosystem=${evil}&sort=${evil}&view=${evil}&country=CHN`);
  await expect(page.locator('[data-chosen] li')).toHaveCount(1);
  expect(await page.locator('main img').count()).toBe(0);
});

test('the list is ordered by start year, name or number of effects', async ({ page }) => {
  await page.goto('/case-studies/');
  const years = await numbers(rows(page).locator('[data-cell="years"]'));
  expect(years).toEqual(years.toSorted((a, b) => a - b));
  await page.getByRole('link', { name: 'by number of effects' }).click();
  await expect(page).toHaveURL(/\?sort=-effects$/);
  const effects = await numbers(rows(page).locator('[data-cell="effects"]'));
  expect(effects).toEqual(effects.toSorted((a, b) => b - a));
  expect(new Set(effects).size).toBeGreaterThan(1);
  await page.getByRole('link', { name: 'by name' }).click();
  await expect(page.getByRole('link', { name: 'by name' })).toHaveAttribute('aria-current', 'true');
  const titles = (await rows(page).locator('h2').allTextContents()).map((title) => title.trim());
  expect(titles).toEqual(titles.toSorted(new Intl.Collator('en', { numeric: true }).compare));
  await page.reload();
  expect((await rows(page).locator('h2').allTextContents()).map((title) => title.trim())).toEqual(titles);
  await page.getByRole('link', { name: 'by start year' }).click();
  await expect(page).toHaveURL(/\/case-studies\/$/);
});

test('the table is ordered by its heads, by keyboard too, and holds the rows that are left', async ({
  page,
}) => {
  await page.goto('/case-studies/');
  await page.getByRole('link', { name: 'as a table', exact: true }).click();
  await expect(page).toHaveURL(/\?view=table$/);
  await expect(page.locator('[data-list]')).toBeHidden();
  const head = (name: string) => page.getByRole('columnheader', { name });
  await expect(head('Years')).toHaveAttribute('aria-sort', 'ascending');
  await head('Effects').getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(head('Effects')).toHaveAttribute('aria-sort', 'descending');
  await expect(head('Years')).not.toHaveAttribute('aria-sort');
  await expect(head('Effects').getByRole('button')).toBeFocused();
  const column = page.locator('.list-table tbody td.number');
  const down = await numbers(column);
  expect(down).toEqual(down.toSorted((a, b) => b - a));
  await page.keyboard.press('Enter');
  await expect(head('Effects')).toHaveAttribute('aria-sort', 'ascending');
  expect(await numbers(column)).toEqual(down.toSorted((a, b) => a - b));
  await expect(page).toHaveURL(/sort=effects&view=table$/);
  const forest = box(page, 'ecosystem', 'forest');
  const left = await countOf(forest);
  await forest.check();
  await expect(page.locator('.list-table tbody tr')).toHaveCount(left);
  await page.reload();
  await expect(page.locator('.list-table tbody tr')).toHaveCount(left);
  await page.locator('.list-table tbody th a').first().click();
  await expect(page).toHaveURL(/\/case-studies\/[a-z-]+\/$/);
});

test('on a phone the filters come after the list, with a link above it and a way back', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto('/case-studies/');
  const top = async (locator: Locator) => (await locator.boundingBox())?.y ?? 0;
  expect(await top(page.locator('form.filters'))).toBeGreaterThan(await top(rows(page).last()));
  await page.getByRole('link', { name: 'Narrow the list' }).click();
  await expect(page.locator('form.filters')).toBeInViewport();
  await box(page, 'ecosystem', 'forest').check();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(status(page)).toBeFocused();
  await expect(status(page)).toBeInViewport();
});

test('a list of several pages fetches the others when they are needed, and only then', async ({ page }) => {
  const asked: string[] = [];
  await page.route('**/protocols/', async (route) => {
    const answer = await route.fetch();
    const html = (await answer.text()).replace(/data-pages="\d+"/, 'data-pages="2"');
    await route.fulfill({ response: answer, body: html });
  });
  await page.route('**/protocols/page/2/', (route) => {
    asked.push(route.request().url());
    const row = (key: string, cost: string) =>
      `<li data-key="${key}" data-skill="basic" data-cost="${cost}"><h2 data-cell="title"><a href="/protocols/">${key}</a></h2></li>`;
    return route.fulfill({
      contentType: 'text/html',
      body: `<ul data-rows>${row('Aa first', 'low')}${row('Zz last', 'high')}</ul><script>document.title = 'ran'</script>`,
    });
  });
  await page.goto('/protocols/');
  const own = await rows(page).count();
  expect(asked).toEqual([]);
  const basic = box(page, 'skill', 'basic');
  const here = await countOf(basic);
  await basic.check();
  await expect(rows(page)).toHaveCount(here + 2);
  expect(asked).toHaveLength(1);
  expect(await page.title()).not.toBe('ran');
  await expect(page).toHaveURL(/\/protocols\/\?skill=basic$/);
  await basic.uncheck();
  await expect(rows(page)).toHaveCount(own);
  await expect(page).toHaveURL(/\/protocols\/$/);
});

test('pages that cannot be fetched are named as the reason', async ({ page, context }) => {
  await context.route('**/protocols/page/2/', (route) => route.fulfill({ status: 404, body: '' }));
  await page.route('**/protocols/', async (route) => {
    const answer = await route.fetch();
    const html = (await answer.text()).replace(/data-pages="\d+"/, 'data-pages="2"');
    await route.fulfill({ response: answer, body: html });
  });
  await page.goto('/protocols/');
  await box(page, 'skill', 'basic').check();
  await expect(status(page)).toContainText('could not be loaded');
});

test('every list can be downloaded as a table, the same in every language', async ({ page, request }) => {
  for (const name of [
    'case-studies',
    'protocols',
    'management-models',
    'policy-options',
    'learning-paths',
    'calculators',
    'institutions',
  ]) {
    await page.goto(`/ru/${name}/`);
    const address = await page.locator('a[download]').getAttribute('href');
    expect(address).toBe(`/${name}/table.csv`);
    const answer = await request.get(address ?? '');
    expect(answer.headers()['content-type']).toContain('text/csv');
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines[0]).toMatch(/^id,/);
    const { records } = (await (await request.get(`/api/${name}.json`)).json()) as { records: unknown[] };
    expect(lines.length).toBe(records.length + 1);
    expect(await rows(page).count()).toBe(Math.min(records.length, 48));
    for (const line of lines) expect(line).not.toMatch(/(^|,)"?[=@+]/);
  }
  const cases = await (await request.get('/case-studies/table.csv')).text();
  expect(cases).toContain('area_ha');
  expect(cases).toMatch(/loess-plateau[^\r]+,1600000,/); // 16,000 km² as published
});

test('map, cores and axis run from left to right in Arabic too', async ({ page }) => {
  await page.goto('/ar/map/');
  await expect(page.locator('svg.world')).toHaveCSS('direction', 'ltr');
  await page.goto('/ar/case-studies/');
  await expect(page.locator('svg.core').first()).toHaveCSS('direction', 'ltr');
  await box(page, 'ecosystem', 'forest').check();
  await expect(page.locator('[data-chosen] li')).toHaveCount(1);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the plain list is complete and offers nothing that does not work', async ({ page }) => {
    await page.goto('/case-studies/');
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expect(page.locator('[data-rows] svg.core').first()).toBeVisible();
    await expect(page.locator('form.filters')).toBeHidden();
    await expect(page.getByText('by name')).toBeHidden();
    await expect(page.getByText('as a table', { exact: true })).toBeHidden();
    await page.goto('/protocols/');
    await page.locator('[data-rows] a').first().click();
    await expect(page).toHaveURL(/\/protocols\/[a-z-]+\/$/);
  });

  test('the map leads to every case, and keeps its legend', async ({ page }) => {
    await page.goto('/map/');
    await expect(page.locator('.filters-row .swatch').first()).toBeVisible();
    await expect(page.locator('.filters-row input').first()).toBeHidden();
    await page.locator('.world a .reach').first().click();
    await expect(page).toHaveURL(/\/case-studies\/[a-z-]+\/$/);
  });
});

for (const locale of ['en', 'zh', 'ar']) {
  for (const path of [
    '/case-studies/?ecosystem=forest&evidence=comparison',
    '/case-studies/?view=table&sort=-effects',
    '/protocols/?view=table',
    '/institutions/',
    '/map/?ecosystem=forest&country=CHN',
  ]) {
    test(`axe finds nothing on ${locale} ${path}, in light and in the dark`, async ({ page }) => {
      await page.goto(inLanguage(locale, path));
      await expectAccessible(page);
    });
  }
}

for (const locale of ['en', 'ar', 'ru']) {
  test(`lists and the map do not scroll sideways at 320 px in ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const wide: string[] = [];
    for (const path of [
      '/case-studies/',
      '/case-studies/?ecosystem=forest&evidence=comparison',
      '/case-studies/?view=table',
      '/protocols/',
      '/institutions/',
      '/policy-options/',
      '/learning-paths/',
      '/calculators/',
      '/map/',
    ]) {
      await page.goto(inLanguage(locale, path));
      const excess = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if ((await excess()) > 0) wide.push(`${path} by ${await excess()} px`);
    }
    expect(wide).toEqual([]);
  });
}
