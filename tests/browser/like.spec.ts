import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, inLanguage, test } from './visit.ts';

const results = (page: Page) => page.locator('[data-results] > li[data-key]');
const keys = (page: Page) =>
  results(page).evaluateAll((all) => all.map((one) => one.getAttribute('data-key')));
const live = (page: Page) => page.locator('portal-like[data-state="live"]');
const press = async (page: Page, name: string, key: string) => {
  await page.locator(`input[name="${name}"]`).focus();
  await page.keyboard.press(key);
};

for (const locale of ['en', 'zh'] as const) {
  const words =
    locale === 'en'
      ? {
          same: 'the same type: T4.5',
          km: /\d+ km away/,
          none: 'Nothing here is like this place',
          like: 'are like this place',
        }
      : { same: '同一类型：T4.5', km: /相距 \d+ 公里/, none: '没有与该地相似的案例', like: '与这个地方相似' };

  test(`a place is described, cases come with reasons, weights change their order (${locale})`, async ({
    page,
  }) => {
    await page.goto(inLanguage(locale, '/map/like/'));
    await page.locator('input[name="at"]').fill('-2.5, 35.5');
    await page.keyboard.press('Tab');
    await page.locator('select[name="ecosystem"]').selectOption('T4.5');
    await expect(live(page)).toBeVisible();
    await expect(page).toHaveURL(/#at=-2\.5,35\.5&ecosystem=T4\.5$/);
    await expect(page.locator('[data-status]')).toContainText(words.like);
    await expect(results(page).first()).toContainText(words.same);
    await expect(results(page).first()).toContainText(words.km);
    const before = await keys(page);

    await press(page, 'weight-ecosystem', 'Home');
    await press(page, 'weight-distance', 'End');
    await expect(page).toHaveURL(/&weight-ecosystem=0&weight-distance=5$/);
    await expect.poll(() => keys(page)).not.toEqual(before);
    const near = await keys(page);
    expect(near[0]).toBe('kongwa-conservation-agriculture');

    await page.reload();
    await expect(live(page)).toBeVisible();
    expect(await keys(page)).toEqual(near);
    await expectAccessible(page);

    await page.goto(inLanguage(locale, '/map/like/#at=-60,-140'));
    await page.reload();
    await expect(page.locator('[data-status]')).toContainText(words.none);
    await expect(page.locator('[data-results] > li').first()).toHaveClass('like-line');
  });
}

test('from a case to places like it, and from there side by side; no position is asked for or sent', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/case-studies/tigray-exclosures/');
  await page.locator('.like-this').first().click();
  await expect(results(page).first()).toHaveAttribute('data-key', 'tigray-exclosures');
  await expect(page.locator('select[name="ecosystem"]')).toHaveValue('T4.1');
  expect(asked.filter((url) => url.includes('13.5'))).toEqual([]);
  await page.locator('a[data-compare]').click();
  await expect(page).toHaveURL(/\/compare\/\?cases=tigray-exclosures,/);
  await expect(page.locator('[data-result] tbody').first()).toBeVisible();
});

test('a position that the browser gives is rounded; one that it refuses is said', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude: 36.5678, longitude: 109.4321 });
  await page.goto('/map/like/');
  await page.locator('[data-here]').click();
  await expect(page).toHaveURL(/#at=36\.6,109\.4$/);
  await expect(page.locator('[data-read]')).toHaveText('Read as 36.6° N, 109.4° E');
  await context.clearPermissions();
  await page.goto('/about/');
  await page.goto('/map/like/');
  // The first click on the map sets the place, though the program comes with it.
  await page.locator('[data-map] svg').click({ position: { x: 120, y: 60 } });
  await expect(page).toHaveURL(/#at=-?[\d.]+,-[\d.]+$/);
  await page.locator('input[name="at"]').fill('nowhere');
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-read]')).toContainText('could not be read');
});

test('an address full of nonsense is left aside and never becomes HTML', async ({ page }) => {
  await page.goto(
    '/map/like/#ecosystem=%3Cimg%20src%3Dx%3E&driver=%3Cb%3E&at=999,1&weight-aim=77&climate=dry',
  );
  await expect(live(page)).toBeVisible();
  await expect(page.locator('main img')).toHaveCount(0);
  await expect(page.locator('select[name="climate"]')).toHaveValue('dry');
  await expect(results(page).first()).toBeVisible();
});

test('without scripts there are the cases by ecosystem and nothing dead', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/map/like/');
  await expect(page.getByText('Ranking needs JavaScript')).toBeVisible();
  await expect(page.locator('.like-biome a').first()).toBeVisible();
  for (const dead of ['form.like-form', '.like-found']) await expect(page.locator(dead)).toBeHidden();
  await context.close();
});
