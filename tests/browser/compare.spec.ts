import { readFileSync } from 'node:fs';
import { expectAccessible } from './axe.ts';
import { expect, inLanguage, test } from './visit.ts';

const two = '?cases=loess-plateau-grain-for-green,tigray-exclosures';

for (const locale of ['en', 'zh'] as const) {
  const words =
    locale === 'en'
      ? { tick: 'Compare', open: /^Compare what was put aside/, full: 'Five can stand', none: 'not recorded' }
      : { tick: '比较', open: /^比较已选/, full: '最多并列五个', none: '无记录' };

  test(`from the list side by side, only what differs, and as a table (${locale})`, async ({ page }) => {
    await page.goto(inLanguage(locale, '/case-studies/'));
    const ticks = page.locator('input[data-compare]');
    await expect(ticks.first()).toBeVisible();
    for (const id of ['tigray-exclosures', 'loess-plateau-grain-for-green'])
      await page.locator(`input[data-compare="${id}"]`).check();
    await page.getByRole('link', { name: words.open }).click();
    await expect(page).toHaveURL(/\/compare\/\?cases=tigray-exclosures,loess-plateau-grain-for-green$/);
    const table = page.locator('[data-result] table');
    await expect(table.locator('thead th')).toHaveCount(3);
    await expect(table).toContainText(words.none);
    const rows = table.locator('tr[data-row]');
    const all = await rows.count();
    await page.locator('input[name="only"]').check();
    await expect(page).toHaveURL(/&only=differences$/);
    await expect.poll(() => rows.count()).toBeLessThan(all);
    await expect(table.locator('tr[data-row]:not(.differs)')).toHaveCount(0);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('button[data-do="csv"]').click(),
    ]);
    expect(file.suggestedFilename()).toBe('compare-case-studies-2.csv');
    const csv = readFileSync(await file.path(), 'utf8');
    expect(csv.startsWith('\ufeffitem,title,address,')).toBe(true);
    expect(csv).toContain('/case-studies/tigray-exclosures/');
    expect(csv).toContain('licence');
    await expectAccessible(page);
  });
}

test('entries are added, moved and removed by the keyboard, and the address follows', async ({ page }) => {
  await page.goto(`/compare/${two}`);
  await expect(page.locator('[data-chosen] li')).toHaveCount(2);
  await page.getByRole('combobox').fill('humbo');
  await expect(page.getByRole('option').first()).toBeVisible(); // the names come when the field is first used
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-chosen] li')).toHaveCount(3);
  await expect(page).toHaveURL(/tigray-exclosures,humbo-assisted-natural-regeneration$/);
  await page.locator('button[data-do="earlier"][data-id^="humbo"]').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/green,humbo-assisted-natural-regeneration,tigray-exclosures$/);
  await expect(page.locator('button[data-do="earlier"][data-id^="humbo"]')).toBeFocused();
  await page.locator('button[data-do="remove"][data-id^="loess"]').click();
  await expect(page).toHaveURL(/\?cases=humbo-assisted-natural-regeneration,tigray-exclosures$/);
  await page.locator('input[value="models"]').check();
  await expect(page.locator('[data-chosen] li')).toHaveCount(0);
  await page.getByRole('combobox').fill('silvo');
  await page.getByRole('option').first().click();
  await expect(page).toHaveURL(/\?models=silvopasture$/);
});

test('what an address asks for in vain is said by name, and is never HTML', async ({ page }) => {
  await page.goto(
    '/compare/?cases=tigray-exclosures,humbo-assisted-natural-regeneration,no-such-case,%3Cimg%20src=x%20onerror=alert(1)%3E,kissimmee-river,virginia-seagrass,mikoko-pamoja,demak-building-with-nature&models=silvopasture',
  );
  const notes = page.locator('[data-notes]');
  await expect(notes).toContainText('“no-such-case” is not here');
  await expect(notes).toContainText('<img src=x onerror=alert(1)>');
  await expect(notes).toContainText('Left out: mikoko-pamoja, demak-building-with-nature');
  await expect(notes).toContainText('are not compared with each other');
  await expect(page.locator('[data-result] thead th')).toHaveCount(5);
  await expect(page.locator('main img')).toHaveCount(0);
});

test('a sixth is refused in words, and the choice stays on the device', async ({ page }) => {
  await page.goto('/protocols/');
  const ticks = page.locator('input[data-compare]');
  await expect(ticks.first()).toBeVisible();
  for (let at = 0; at < 5; at += 1) await ticks.nth(at).check();
  await ticks.nth(5).click();
  await expect(ticks.nth(5)).not.toBeChecked();
  await expect(page.locator('portal-tray [role="status"]')).toContainText('Five can stand side by side');
  await page.goto('/compare/');
  await expect(page.locator('a[data-choice="protocols"]')).toHaveText('Protocols (5)');
  await page.goto('/management-models/silvopasture/');
  await page.getByRole('button', { name: 'Put aside to compare' }).click();
  await expect(page.getByRole('link', { name: 'Compare what was put aside (1)' })).toBeVisible();
});

test('five stand side by side at 320 px and in Arabic without scrolling the page sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const five = `${two},humbo-assisted-natural-regeneration,kissimmee-river,virginia-seagrass`;
  for (const address of [`/compare/${five}`, `/ar/compare/${five}`]) {
    await page.goto(address);
    await expect(page.locator('[data-result] td').first()).toBeVisible();
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess, address).toBeLessThanOrEqual(0);
  }
});

test('without scripts the page explains itself, shows an example and offers nothing else', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/compare/');
  await expect(page.getByText('Choosing what stands side by side needs JavaScript')).toBeVisible();
  await expect(page.locator('.comparison table')).toBeVisible();
  for (const dead of ['form.compare-form', '[data-tools]', 'input', 'button'])
    await expect(page.locator(`main ${dead}`).filter({ visible: true })).toHaveCount(0);
  await page.goto('/case-studies/');
  await expect(page.locator('portal-tray')).toBeHidden();
  await context.close();
});
