import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { csvParseRows } from 'd3-dsv';
import { ecosystemTypes } from '../../src/charts/ecosystem.ts';
import type { CaseIndex } from '../../src/explore/case-index.ts';
import { expectAccessible } from './axe.ts';
import { expect, inLanguage, test } from './visit.ts';

const rows = (page: Page) => page.locator('[data-rows] > li');
const box = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`);
const frame = (page: Page) => page.locator('.map-frame');
const marks = (page: Page) => page.locator('[data-marks] > *');
const status = (page: Page) => page.locator('[data-status]');

/** Cases that the points and clusters in view stand for. */
const casesInView = (page: Page) =>
  marks(page).evaluateAll((all) =>
    all.reduce((sum, mark) => sum + Number(mark.getAttribute('data-cluster') ?? 1), 0),
  );

async function live(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('portal-map')).toHaveAttribute('data-state', 'live');
}

test('before it is touched the map is a drawing whose points are links, from north to south', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/map/');
  const points = page.locator('.world a');
  const count = await points.count();
  expect(count).toBe(await rows(page).count());
  const heights = await page
    .locator('.world a .place')
    .evaluateAll((all) => all.map((dot) => Number(dot.getAttribute('cy'))));
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  await frame(page).focus();
  const seen: (string | null)[] = [];
  for (let press = 0; press < count; press += 1) {
    await page.keyboard.press('Tab');
    seen.push(
      await page.evaluate(
        () => document.activeElement?.closest('.world a')?.getAttribute('data-key') ?? null,
      ),
    );
  }
  expect(seen).toEqual(await points.evaluateAll((all) => all.map((link) => link.getAttribute('data-key'))));
  const title = (await page.locator(`.world a[data-key="${seen.at(-1)}"] title`).textContent()) ?? '';
  expect(asked.filter((path) => path.startsWith('/explore/'))).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

for (const locale of ['en', 'zh'] as const) {
  test(`map → filter → nearer → table → case → side by side → table (${locale})`, async ({ page }) => {
    await page.goto(inLanguage(locale, '/map/'));
    const all = await rows(page).count();
    await box(page, 'ecosystem', 'steppe').check();
    await expect(page.locator('portal-map')).toHaveAttribute('data-state', 'live');
    await expect(page).toHaveURL(/ecosystem=steppe/);
    const left = await rows(page).count();
    expect(left).toBeGreaterThan(1);
    expect(left).toBeLessThan(all);
    expect(await casesInView(page)).toBe(left);
    await expect(status(page)).toContainText(String(left));
    // A filter of another kind counts within the first.
    await page.locator('.filters-more > summary').click();
    await page.locator('.filters-country > summary').click();
    const label = page.locator('label', { has: box(page, 'country', 'CHN') });
    const inChina = Number(await label.locator('[data-count]').textContent());
    await box(page, 'country', 'CHN').check();
    await expect(rows(page)).toHaveCount(inChina);

    await frame(page).focus();
    await page.keyboard.press('+');
    await expect(page).toHaveURL(/at=[\d.,-]+/);
    await live(page, `${inLanguage(locale, '/map/')}?ecosystem=steppe&at=105,38,12`);
    await expect.poll(() => rows(page).count()).toBe(await casesInView(page));
    const keys = await rows(page).evaluateAll((every) => every.map((row) => row.getAttribute('data-key')));
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.length).toBeLessThan(left);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-save]').click(),
    ]);
    const [header = [], ...lines] = csvParseRows(
      readFileSync(await download.path(), 'utf8').replace(/^\uFEFF/, ''),
    );
    expect(header.slice(0, 2)).toEqual(['id', 'title_en']);
    expect(lines.map(([key]) => key).toSorted()).toEqual(keys.toSorted());
    const view = page.url();
    for (const at of [0, 1]) {
      await live(page, view);
      await rows(page).nth(at).locator('a').click();
      await expect(page).toHaveURL(new RegExp(`${inLanguage(locale, '/case-studies/')}${keys[at]}/`));
      await page.locator('portal-tray button').first().click();
    }
    await page.locator('portal-tray a').click();
    await expect(page).toHaveURL(new RegExp(`/compare/\\?cases=${keys[0]},${keys[1]}$`));
    await expect(page.locator('[data-result] thead th')).toHaveCount(3);
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('button[data-do="csv"]').click(),
    ]);
    for (const key of keys.slice(0, 2))
      expect(readFileSync(await table.path(), 'utf8')).toContain(`/case-studies/${key}/`);
  });
}

test('the map is moved by keyboard alone, and a cluster is opened with Enter', async ({ page }) => {
  await live(page, '/map/?projection=equal-earth');
  const all = await casesInView(page);
  await frame(page).focus();
  for (const key of ['+', '+', '+', 'ArrowLeft']) await page.keyboard.press(key);
  await expect.poll(() => casesInView(page)).toBeLessThan(all);
  await page.keyboard.press('0');
  await expect.poll(() => casesInView(page)).toBe(all);
  await expect(page).toHaveURL(/\/map\/$/);
  const cluster = page.locator('.cluster').first();
  const inside = Number(await cluster.getAttribute('data-cluster'));
  await cluster.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/at=/);
  await expect.poll(() => rows(page).count()).toBeLessThan(all);
  expect(await rows(page).count()).toBeGreaterThanOrEqual(inside);
  expect(await page.evaluate(() => document.activeElement?.closest('.map-frame') !== null)).toBe(true);
});

test('it is pulled with the mouse, and the wheel alone scrolls the page', async ({ page }) => {
  await live(page, '/map/?at=11,6.4,3');
  await frame(page).scrollIntoViewIfNeeded();
  const place = (await frame(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const middle = [place.x + place.width / 2, place.y + place.height / 2] as const;
  await page.mouse.move(...middle);
  await page.mouse.down();
  await page.mouse.move(middle[0] - 120, middle[1] - 40, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => new URL(page.url()).searchParams.get('at')).toMatch(/^(?!11,)/);
  const moved = page.url();
  const top = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top);
  expect(page.url()).toBe(moved);
});

test('what an address says wrongly is the whole world with no choice', async ({ page }) => {
  await live(
    page,
    '/map/?at=<script>,1,1&projection=flat&country=%22%3E%3Cimg%20src%3Dx%3E&years=constructor',
  );
  expect(await rows(page).count()).toBe(await casesInView(page));
  await expect(page.locator('[data-chosen]')).toBeHidden();
});

test('files that cannot be fetched are named as the reason, and the next touch tries again', async ({
  page,
}) => {
  await page.route('**/explore/*.json', (route) => route.fulfill({ status: 404 }));
  await page.goto('/map/');
  await box(page, 'ecosystem', 'forest').check();
  await expect(status(page)).toContainText('could not be loaded');
  await page.unroute('**/explore/*.json');
  await page.locator('[data-zoom="+"]').click();
  await expect(page.locator('portal-map')).toHaveAttribute('data-state', 'live');
});

/** So many cases with places and values made by a fixed rule, in the form of the real index. */
function many(index: CaseIndex, count: number): CaseIndex {
  let state = 7;
  const random = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const every = <Value>(make: (at: number) => Value) => Array.from({ length: count }, (_, at) => make(at));
  return {
    keys: every((at) => `case-${at}`),
    titles: every((at) => `Generated case ${at}`),
    english: [],
    longitude: every(() => random(3400) / 10 - 160),
    latitude: every(() => random(1100) / 10 - 45),
    type: every(() => random(ecosystemTypes.length)),
    where: every(() => 'China'),
    when: every(() => 'since 1999'),
    effects: every(() => random(9)),
    climates: every(() => []),
    aims: every(() => []),
    themes: index.themes,
    facets: index.facets.map((facet) => ({ ...facet, of: every(() => [random(facet.values.length)]) })),
  };
}

test('ten thousand cases: dots on a canvas, few elements, and a filter that redraws once', async ({
  page,
  request,
}) => {
  const index = (await (await request.get('/explore/cases.en.json')).json()) as CaseIndex;
  const large = many(index, 10_000);
  await page.route('**/explore/cases.en.json', (route) => route.fulfill({ json: large }));
  await page.addInitScript(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: 'longtask',
      buffered: true,
    });
    Object.assign(window, { longTasks: tasks });
  });
  const longTasks = () =>
    page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0).map(Math.round));
  await live(page, '/map/?projection=equal-earth');
  const drawn = Number(await page.locator('.map-frame canvas').getAttribute('data-points'));
  expect(drawn).toBeGreaterThan(9000);
  expect(await casesInView(page)).toBe(drawn);
  const elements = await marks(page).count();
  expect(elements).toBeLessThan(700);
  await expect(rows(page)).toHaveCount(50);
  const first = await longTasks();

  const work = await page.evaluate(async () => {
    let added = 0;
    let rounds = 0;
    const observer = new MutationObserver((records) => {
      rounds += 1;
      for (const record of records) added += record.addedNodes.length;
    });
    observer.observe(document.querySelector('[data-marks]') as Element, { childList: true });
    document.querySelector<HTMLInputElement>('input[name="ecosystem"][value="forest"]')?.click();
    await new Promise((resolve) => setTimeout(resolve, 600));
    return { added, rounds };
  });
  expect(work.rounds).toBe(1);
  expect(work.added).toBeLessThan(700);
  const forest = index.facets.find(({ name }) => name === 'ecosystem')?.values.indexOf('forest');
  const wanted = large.facets
    .find(({ name }) => name === 'ecosystem')
    ?.of.filter((values) => values.includes(forest ?? -1)).length;
  await expect(status(page)).toContainText(String(wanted));
  console.log(
    `10,000 cases: ${drawn} dots, ${elements} elements; long tasks in ms: first paint ${first.join(' ') || 'none'}, one filter ${(await longTasks()).join(' ') || 'none'}`,
  );
});

for (const locale of ['en', 'ar'] as const) {
  test(`axe finds nothing on the moved map in ${locale}, which fits 320 px`, async ({ page }) => {
    await live(page, inLanguage(locale, '/map/?projection=globe&at=40,20,1.3&driver=overgrazing'));
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
}
