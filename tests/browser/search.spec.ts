import { expect, test } from './visit.ts';

test('nothing of the search loads before its first use', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/pagefind/')) loaded.push(request.url());
  });
  await page.goto('/search/');
  await page.waitForLoadState('networkidle');
  expect(loaded).toEqual([]);
  await page.getByRole('searchbox').focus();
  await expect.poll(() => loaded.length).toBeGreaterThan(0);
});

test('results come as one types, hits are marked, filters carry counts and stand in the address', async ({
  page,
}) => {
  await page.goto('/search/');
  await page.getByRole('searchbox').fill('bulk density');
  await expect(page.getByRole('status').first()).toContainText('results for “bulk density”');
  await expect(page.locator('[data-results] mark').first()).toBeVisible();
  await expect(page).toHaveURL(/\?q=bulk\+density$/);
  const protocols = page.getByRole('checkbox', { name: /^Protocols \(\d+\)/ });
  await protocols.check();
  await expect(page).toHaveURL(/type=protocols/);
  await expect(page.locator('[data-results] li .tags').first()).toContainText('Protocols');
  await page.reload();
  await expect(page.getByRole('checkbox', { name: /^Protocols/ })).toBeChecked();
  await expect(page.getByRole('searchbox')).toHaveValue('bulk density');
  await page.getByRole('button', { name: 'Remove all filters' }).click();
  await expect(page).not.toHaveURL(/type=/);
});

for (const [query, expected] of [
  ['土壤有机碳', '土壤有机碳'],
  ['泥炭', '泥炭'],
] as const) {
  test(`the Chinese query ${query} finds something`, async ({ page }) => {
    await page.goto('/zh/search/');
    await page.getByRole('searchbox').fill(query);
    await expect(page.locator('[data-results] li').first()).toBeVisible();
    await expect(page.locator('[data-results]')).toContainText(expected.slice(0, 2));
  });
}

test('an empty result helps on', async ({ page }) => {
  await page.goto('/search/?q=qqxxyzzy');
  await expect(page.getByRole('status').first()).toContainText('Nothing was found');
  const near = page.locator('[data-suggestions] a');
  await expect(near).toHaveCount(3);
  await near.first().click();
  await expect(page.locator('[data-results] li').first()).toBeVisible();
});

test('what is typed never becomes HTML', async ({ page }) => {
  const evil = '<img src=x onerror="document.title=\'ran\'"><script>document.title="ran"</script>';
  await page.goto(`/search/?q=${encodeURIComponent(evil)}&type=${encodeURIComponent(evil)}`);
  await expect(page.getByRole('status').first()).toContainText('<img src=x');
  expect(await page.title()).not.toBe('ran');
  expect(await page.locator('main img, main script:not([type])').count()).toBe(0);
});

test('the slash key leads to the search from any page, and arrows through its results', async ({ page }) => {
  await page.goto('/glossary/');
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/\/search\/#search-field$/);
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('carbon');
  await expect(page.locator('[data-results] li').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-results] a').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('a failed load says so and the next try works', async ({ page, context }) => {
  await context.route(
    '**/pagefind/pagefind.js',
    (route) =>
      route.fulfill({ status: 200, contentType: 'text/javascript', body: 'throw new Error("cut off")' }),
    { times: 1 },
  );
  await page.goto('/search/');
  await page.getByRole('searchbox').fill('soil');
  await expect(page.getByRole('status').first()).toContainText('could not be loaded');
});

test('what is typed before the script has come is searched for, not lost', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/assets\/search\..*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/search/', { waitUntil: 'commit' });
  await page.getByRole('searchbox').fill('bulk density');
  release();
  await expect(page.locator('[data-results] a').first()).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('bulk density');
  await expect(page).toHaveURL(/q=bulk/);
});
