import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { equalEarthPlan } from '../../src/charts/equal-earth.ts';
import { checkContent } from '../../src/checks/check-content.ts';
import { elementId } from '../../src/contribute/field.ts';
import { readBody } from '../../src/guard/read-body.ts';
import { translator } from '../../src/i18n/translate.ts';
import { caseStudy } from '../../src/schemas/case-study.ts';
import { readEntry } from '../../src/schemas/read-entry.ts';
import { vocabularies } from '../../src/schemas/vocabulary.ts';
import { expectAccessible } from './axe.ts';
import { expect, inLanguage, test } from './visit.ts';

type Locale = 'en' | 'zh' | 'ar';

const bibtex =
  '@article{x, author={Person, Anna}, title={Soil carbon in a fenced valley}, journal={Journal of Examples}, year={2020}, doi={10.1234/form.1}}';

/** The words of the form in a language, as the page has them. */
const wordsOf = (locale: Locale) =>
  JSON.parse(readFileSync(`src/contribute/words/${locale}.json`, 'utf8')) as Readonly<Record<string, string>>;

async function open(page: Page, locale: Locale = 'en', form = 'case-study'): Promise<void> {
  await page.goto(inLanguage(locale, `/contribute/${form}/`));
  await page.locator('portal-contribution').dispatchEvent('pointerdown');
  await expect(page.locator('portal-contribution')).toHaveAttribute('data-state', 'live');
}

const field = (page: Page, name: string) => page.locator(`#${elementId(name)}`);
const problemAt = (page: Page, name: string) => page.locator(`#${elementId(name, 'error')}`);

/** Presses Tab until something has the focus: no pointer, no shortcut of the test's own. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never came to ${selector}`);
}

const tabToField = (page: Page, name: string) => tabTo(page, `#${elementId(name)}`);

async function type(page: Page, name: string, text: string): Promise<void> {
  await tabToField(page, name);
  await page.keyboard.insertText(text);
}

/** Types into a field that searches, and takes the first match with the arrow and Enter. */
async function choose(page: Page, name: string, label: string): Promise<void> {
  await type(page, name, label);
  await expect(page.locator(`#${elementId(name, 'list')} [role="option"]`).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field(page, name)).toHaveAttribute('aria-expanded', 'false');
}

/** Chooses in a closed list with the arrow key. */
async function select(page: Page, name: string, value: string): Promise<void> {
  await tabToField(page, name);
  for (let presses = 0; presses < 40 && (await field(page, name).inputValue()) !== value; presses += 1)
    await page.keyboard.press('ArrowDown');
  await expect(field(page, name)).toHaveValue(value);
}

async function press(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
}

function label(
  name: 'ecosystems' | 'drivers' | 'interventions' | 'indicators' | 'pools',
  id: string,
  locale: Locale,
): string {
  return vocabularies[name].entries[id]?.label[locale] ?? '';
}

/** Fills a whole case with the keyboard alone. */
async function fillByKeyboard(page: Page, locale: Locale): Promise<void> {
  const words = wordsOf(locale);
  const country =
    new Intl.DisplayNames([locale === 'zh' ? 'zh-Hans' : locale], { type: 'region' }).of('ET') ?? '';
  await type(page, 'title', 'Fenced valley');
  await type(
    page,
    'summary',
    'A valley was fenced for ten years. Its soil held more carbon than the land beside it.',
  );
  await type(page, 'place.name', 'Fenced valley, Tigray');
  await choose(page, 'place.countries.0', country);
  await type(page, 'place.point--paste', '13°30′N 39°18′E');
  await expect(field(page, 'place.point.lat')).toHaveValue('13.5');
  await select(page, 'place.point.basis', 'surveyed');
  await choose(page, 'ecosystems.0', label('ecosystems', 'T4.5', locale));
  await choose(page, 'drivers.0', label('drivers', 'overgrazing', locale));
  await press(page, '[data-add="drivers"]');
  await choose(page, 'drivers.1', label('drivers', 'water-erosion', locale));
  await choose(page, 'interventions.0', label('interventions', 'exclosure', locale));
  await select(page, 'restoration', 'rehabilitation');
  await type(page, 'started', '1999');
  await press(page, '[data-add="outcomes"]');
  await type(page, 'outcomes.0.label', 'Soil organic carbon stock after ten years');
  await choose(page, 'outcomes.0.indicator', label('indicators', 'soil-organic-carbon-stock', locale));
  await type(page, 'outcomes.0.value', '41,2');
  await expect(page.locator(`#${elementId('outcomes.0.value', 'note')}`)).toContainText(/41[.,٫]2/);
  await choose(page, 'outcomes.0.unit', 't/ha');
  await select(page, 'outcomes.0.substance', 'C');
  await choose(page, 'outcomes.0.carbon.pool', label('pools', 'soil-organic-carbon', locale));
  await press(page, `#${elementId('outcomes.0.carbon.depth')} > summary`);
  await type(page, 'outcomes.0.carbon.depth.top', '0');
  await type(page, 'outcomes.0.carbon.depth.bottom', '３０');
  await select(page, 'outcomes.0.carbon.baseline', 'control');
  await select(page, 'outcomes.0.role', 'effect');
  await select(page, 'outcomes.0.kind', 'absolute');
  await type(page, 'outcomes.0.sources.0', 'person-2020');
  await press(page, '.paste > summary');
  await tabTo(page, '#paste-sources');
  await page.keyboard.insertText(bibtex);
  await press(page, '[data-do="paste-sources"]');
  await expect(field(page, 'sources.0.title')).toHaveValue('Soil carbon in a fenced valley');
  await press(page, '[data-part="story"] > summary');
  await type(page, 'story.action', 'The valley was *fenced* [@person-2020].');
  await type(page, 'story.failures', 'Some fences were broken.');
  expect(words['part.story']).toBeTruthy();
}

/** The folder that the page gives, as files. */
async function downloaded(page: Page, how: () => Promise<void>): Promise<Record<string, string>> {
  const [download] = await Promise.all([page.waitForEvent('download'), how()]);
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
  return Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
  );
}

/** What the command says of the files, with the content around them that they may refer to. */
async function check(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'contribution-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return (await checkContent(join(folder, 'content'))).map(
      ({ code, values }) => `${code} ${JSON.stringify(values)}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const locale of ['en', 'zh', 'ar'] as const) {
  test(`a full case is written by keyboard alone in ${locale}, and the folder passes the check`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.goto(inLanguage(locale, '/contribute/case-study/'));
    await fillByKeyboard(page, locale);
    await tabTo(page, '[data-do="check"]', 'Shift+Tab');
    await page.keyboard.press('Enter');
    const words = wordsOf(locale);
    await expect(page.locator('[data-problems-count]')).toHaveText(words['problems.none'] ?? '');
    const files = await downloaded(page, () => press(page, '[data-do="zip"]'));
    expect(Object.keys(files)).toEqual(['content/case-studies/fenced-valley/index.mdx']);
    expect(await check(files)).toEqual([]);
    // The build reads a contribution by these two: facts to a record, text to a tree.
    const [text = ''] = Object.values(files);
    const entry = readEntry(caseStudy, new TextEncoder().encode(text), 'index.mdx');
    expect(entry.problems).toEqual([]);
    expect(entry.record).toMatchObject({
      title: 'Fenced valley',
      place: { countries: ['ETH'], point: { lat: 13.5, lon: 39.3, basis: 'surveyed' } },
      drivers: ['overgrazing', 'water-erosion'],
      outcomes: [
        {
          id: 'soil-organic-carbon-stock-after-ten-years',
          value: 41.2,
          unit: 't/har',
          substance: 'C',
          carbon: { pool: 'soil-organic-carbon', depth: { top: 0, bottom: 30 }, baseline: 'control' },
          sources: ['person-2020'],
        },
      ],
      sources: [{ id: 'person-2020', DOI: '10.1234/form.1' }],
    });
    expect(readBody(entry.body, 'index.mdx').problems).toEqual([]);
    const t = translator('en');
    expect(text).toContain(
      `## ${t('section.case-studies.action')}\n\nThe valley was *fenced* [@person-2020].`,
    );
  });
}

test('a draft survives a reload, and leaves and comes back as a file', async ({ page }) => {
  await open(page);
  await field(page, 'title').fill('Fenced valley');
  await page.locator('[data-add="outcomes"]').click();
  await field(page, 'outcomes.0.label').fill('Grass cover');
  const kept = () => page.evaluate(() => localStorage.getItem('contribution:1'));
  await expect.poll(kept).toContain('Grass cover');
  await page.reload();
  await expect(field(page, 'title')).toHaveValue('Fenced valley');
  await expect(field(page, 'outcomes.0.label')).toHaveValue('Grass cover');

  await page.locator('[data-drafts] > summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-do="draft-export"]').click(),
  ]);
  const file = readFileSync(await download.path(), 'utf8');
  expect(file).toBe(await kept());
  await page
    .locator('[data-draft-file]')
    .setInputFiles({ name: 'mine.draft.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await expect(page.locator('[data-draft-choice] option')).toHaveCount(2);
  expect(await page.evaluate(() => localStorage.getItem('contribution:2'))).toBe(file);
  await expect(field(page, 'outcomes.0.label')).toHaveValue('Grass cover');
});

test('several people write on one laptop: drafts are named, switched, deleted and brought back', async ({
  page,
}) => {
  await open(page);
  await page.locator('[data-drafts] > summary').click();
  await page.locator('[data-draft-rename]').fill('Anna');
  await field(page, 'title').fill('Valley of Anna');
  await page.locator('[data-do="draft-new"]').click();
  await expect(field(page, 'title')).toHaveValue('');
  await page.locator('[data-draft-rename]').fill('Bilal');
  await field(page, 'title').fill('Valley of Bilal');
  await page.locator('[data-draft-choice]').selectOption({ label: 'Anna' });
  await expect(field(page, 'title')).toHaveValue('Valley of Anna');
  await page.locator('[data-do="draft-delete"]').click();
  await expect(field(page, 'title')).toHaveValue('Valley of Bilal');
  await expect(page.locator('[data-draft-choice] option')).toHaveCount(1);
  await page.locator('[data-do="undo"]').click();
  await expect(field(page, 'title')).toHaveValue('Valley of Anna');
  await expect(page.locator('[data-draft-choice] option')).toHaveCount(2);
});

test('a store that is full or forbidden is said, and the form goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await open(page);
  await field(page, 'title').fill('Fenced valley');
  await expect(page.locator('[data-alarm]')).toHaveText(wordsOf('en')['drafts.full'] ?? '');
  await page.locator('[data-drafts] > summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-do="draft-export"]').click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('Fenced valley');
});

test('a bad value is explained beside its field once it is left, and at the top with a link', async ({
  page,
}) => {
  await open(page);
  await field(page, 'started').fill('the nineties');
  await field(page, 'started').blur();
  await expect(problemAt(page, 'started')).toContainText('the nineties');
  await expect(field(page, 'started')).toHaveAttribute('aria-invalid', 'true');
  await expect(problemAt(page, 'title')).toBeHidden();
  await page.locator('[data-do="check"]').click();
  await expect(problemAt(page, 'title')).toBeVisible();
  const list = page.locator('[data-problems-list] li');
  expect(await list.count()).toBeGreaterThan(8);
  await page.locator('[data-problems-list] a', { hasText: 'Began' }).click();
  await expect(field(page, 'started')).toBeFocused();
  await field(page, 'started').fill('1999');
  await expect(problemAt(page, 'started')).toBeHidden();
});

test('messages are in the language of the page', async ({ page }) => {
  await open(page, 'zh');
  await field(page, 'started').fill('很久以前');
  await field(page, 'started').blur();
  await expect(problemAt(page, 'started')).toContainText(/[\u4e00-\u9fff]{6}/);
});

test('units follow the indicator, carbon asks for its record, and a number with two meanings asks which', async ({
  page,
}) => {
  await open(page);
  await page.locator('[data-add="outcomes"]').click();
  await expect(page.locator('[data-at="outcomes.0.carbon"]')).toBeHidden();
  await field(page, 'outcomes.0.indicator').fill('Soil organic carbon stock');
  await field(page, 'outcomes.0.indicator').press('Enter');
  await field(page, 'outcomes.0.unit').click();
  const units = page.locator(`#${elementId('outcomes.0.unit', 'list')} [role="option"]`);
  await expect(units.first()).toContainText(/ha|m/);
  await field(page, 'outcomes.0.unit').fill('t/ha');
  await field(page, 'outcomes.0.unit').blur();
  await field(page, 'outcomes.0.substance').selectOption('C');
  await expect(page.locator('[data-at="outcomes.0.carbon"]')).toBeVisible();
  await field(page, 'outcomes.0.value').fill('12,000');
  await page.locator(`#${elementId('outcomes.0.value', 'note')} button`, { hasText: '12000' }).click();
  await expect(field(page, 'outcomes.0.value')).toHaveValue('12000');
});

test('rows are added, moved, removed and brought back', async ({ page }) => {
  await open(page);
  await field(page, 'drivers.0').fill('Overgrazing');
  await field(page, 'drivers.0').press('Escape');
  await page.locator('[data-add="drivers"]').click();
  await expect(field(page, 'drivers.1')).toBeFocused();
  await field(page, 'drivers.1').fill('Water erosion');
  await field(page, 'drivers.1').press('Escape');
  await page.locator('[data-up="drivers.1"]').click();
  await expect(field(page, 'drivers.0')).toHaveValue('Water erosion');
  await page.locator('[data-remove="drivers.0"]').click();
  await expect(field(page, 'drivers.0')).toHaveValue('Overgrazing');
  await expect(field(page, 'drivers.1')).toHaveCount(0);
  await page.locator('[data-do="undo"]').click();
  await expect(field(page, 'drivers.1')).toHaveValue('Overgrazing');
});

test('places are taken from coordinates in any form, from the map, and swapped ones are noticed', async ({
  page,
}) => {
  await open(page);
  const paste = field(page, 'place.point--paste');
  await paste.fill('36°30\'15"N 109°30\'00"E');
  await expect(field(page, 'place.point.lat')).toHaveValue('36.5042');
  await expect(field(page, 'place.point.lon')).toHaveValue('109.5');
  await paste.fill('109.5, 36.5');
  await expect(field(page, 'place.point.lat')).toHaveValue('36.5');
  await field(page, 'place.countries.0').fill('Ethiopia');
  await field(page, 'place.countries.0').blur();
  await paste.fill('39.3, 13.5');
  await page.locator('[data-do="swap"]').click();
  await expect(field(page, 'place.point.lat')).toHaveValue('13.5');
  await expect(field(page, 'place.point.lon')).toHaveValue('39.3');
  const map = page.locator('.point-map svg');
  await map.scrollIntoViewIfNeeded();
  const scale = ((await map.boundingBox())?.width ?? 0) / 720;
  const [x, y] = equalEarthPlan(720).project(-75.8, 37.4);
  await map.click({ position: { x: x * scale, y: y * scale } });
  const degrees = async (key: string) => Number(await field(page, `place.point.${key}`).inputValue());
  expect(Math.abs((await degrees('lat')) - 37.4)).toBeLessThan(1);
  expect(Math.abs((await degrees('lon')) + 75.8)).toBeLessThan(1);
  await expect(field(page, 'place.point.basis')).toHaveValue('editor');
});

test('sources are taken from BibTeX, RIS and the record of a DOI', async ({ page }) => {
  await open(page);
  await page.locator('.paste > summary').click();
  const ris = 'TY  - RPRT\nAU  - Other, Bea\nTI  - A report\nPY  - 2019\nER  - ';
  const csl = JSON.stringify({
    type: 'book',
    title: 'A <i>book</i>',
    author: [{ family: 'Third', given: 'C.' }],
    issued: { 'date-parts': [[2018]] },
  });
  for (const [index, text] of [bibtex, ris, csl].entries()) {
    await page.locator('#paste-sources').fill(text);
    await page.locator('[data-do="paste-sources"]').click();
    await expect(field(page, `sources.${index}.title`)).toBeVisible();
  }
  await expect(field(page, 'sources.1.type')).toHaveValue('report');
  await expect(field(page, 'sources.2.title')).toHaveValue('A book');
  await expect(field(page, 'sources.2.id')).toHaveAttribute('placeholder', 'third-2018');
  await page.locator('#paste-sources').fill('10.1234/example');
  await page.locator('[data-do="paste-sources"]').click();
  await expect(page.locator('#paste-sources-told')).toHaveText(wordsOf('en')['paste.identifier'] ?? '');
});

test('script-like text stays text, wherever it is typed', async ({ page }) => {
  const hostile =
    '"><img src=x onerror="document.title=\'run\'"><script>document.title=\'run\'</script>{document.title="run"}[x](javascript:document.title="run")';
  await open(page);
  for (const name of ['title', 'summary', 'place.name', 'ecosystems.0', 'drivers.0', 'started'])
    await field(page, name).fill(hostile);
  await page.locator('[data-add="outcomes"]').click();
  await field(page, 'outcomes.0.label').fill(hostile);
  await page.locator('[data-part="story"] > summary').click();
  for (const id of ['degradation', 'action'])
    await field(page, `story.${id}`).fill(
      `${hostile}\n\n<Note kind="caution" title='<b>x</b>'>\n\n${hostile}\n\n</Note>`,
    );
  await field(page, 'story.change').fill(
    '[x](javascript:alert) ![y](javascript:alert) <Note kind="caution" title="&lt;script&gt;">\n\nsound\n\n</Note>',
  );
  await page.locator('[data-preview] > summary').click();
  await page.locator('[data-do="check"]').click();
  await expect(problemAt(page, 'story.action')).toBeVisible();
  await expect(page.locator('[data-preview-page] article')).toContainText('<script>');
  await page.locator('[data-file] > summary').click();
  await page.reload();
  await expect(field(page, 'title')).toHaveValue(hostile);
  await page.locator('[data-do="check"]').click();
  await expect(problemAt(page, 'story.action')).toBeVisible();
  expect(await page.title()).not.toBe('run');
  expect(
    await page.locator('portal-contribution :is(script, img, [onerror], a[href^="javascript"])').count(),
  ).toBe(0);
});

test('the preview looks like the page: sections, emphasis, citations by number, equations', async ({
  page,
}) => {
  await open(page);
  await field(page, 'title').fill('Fenced valley');
  await page.locator('.paste > summary').click();
  await page.locator('#paste-sources').fill(bibtex);
  await page.locator('[data-do="paste-sources"]').click();
  await page.locator('[data-part="story"] > summary').click();
  await field(page, 'story.action').fill(
    'It was *fenced* [@person-2020]: $$S = C \\times M$$.\n\n| a | b |\n|---|---|\n| 1 | 2 |',
  );
  await page.locator('[data-preview] > summary').click();
  const article = page.locator('[data-preview-page] article');
  await expect(article.locator('em')).toHaveText('fenced');
  await expect(article.locator('.cite')).toHaveText('[1]');
  await expect(article.locator('math')).toHaveCount(1);
  await expect(article.locator('td').first()).toHaveText('1');
});

test('the host’s page for a new file opens with the text filled in', async ({ page }) => {
  await page.addInitScript(() => {
    window.open = (address) => {
      document.documentElement.dataset['opened'] = String(address);
      return null;
    };
  });
  await open(page);
  const button = page.locator('[data-do="host"]');
  if ((await button.count()) === 0) {
    expect(process.env['REPOSITORY_URL'], 'a build that knows its repository has the button').toBeUndefined();
    return;
  }
  await field(page, 'title').fill('Fenced valley & hills');
  await button.click();
  await expect(page.locator('[data-host-note]')).toHaveText(wordsOf('en')['result.host.filled'] ?? '');
  const address = new URL((await page.locator('html').getAttribute('data-opened')) ?? '');
  expect(address.searchParams.get('filename')).toBe('content/case-studies/fenced-valley-hills/index.mdx');
  expect(address.searchParams.get('value')).toContain('title: Fenced valley & hills\n');
});

test('a protocol is written too', async ({ page }) => {
  await open(page, 'en', 'protocol');
  await field(page, 'title').fill('Counting grass');
  await field(page, 'steps.0.text').fill('Count the grass.');
  await page.locator('[data-do="check"]').click();
  await expect(problemAt(page, 'steps.0.phase')).toBeVisible();
  const files = await downloaded(page, () => page.locator('[data-do="zip"]').click());
  expect(Object.keys(files)).toEqual(['content/protocols/counting-grass/index.mdx']);
});

test('a page is translated beside its original, and the file passes the check', async ({ page }) => {
  await page.goto('/fr/contribute/translation/?item=protocols/sampling-design&language=fr');
  await expect(page.locator('[data-part="words"]')).toBeVisible();
  await expect(page.locator('.field-pair .original').first()).not.toBeEmpty();
  for (const one of await page.locator('[data-part="words"] .field-pair :is(input, textarea)').all())
    await one.fill('Mots traduits.');
  for (const one of await page.locator('[data-part="story"] textarea').all())
    await one.fill('Texte traduit.');
  await page.locator('[data-do="check"]').click();
  await expect(page.locator('[data-problems]')).toHaveClass(/sound/);
  const files = await downloaded(page, () => page.locator('[data-do="zip"]').click());
  expect(Object.keys(files)).toEqual(['content/protocols/sampling-design/fr.mdx']);
  const beside = 'content/protocols/sampling-design/index.mdx';
  const said = await check({ ...files, [beside]: readFileSync(beside, 'utf8') });
  expect(said.filter((line) => /translat|unknown-id|missing|heading|not-/.test(line))).toEqual([]);
});

test('a translation that exists is opened to be brought up to date', async ({ page }) => {
  await page.goto('/zh/contribute/translation/?item=case-studies/tigray-exclosures&language=zh');
  await expect(field(page, 'title')).toHaveValue(/[\u4e00-\u9fff]/);
});

test('without JavaScript the page says what to do instead', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto('/contribute/case-study/');
  await expect(page.locator('.notice').first()).toContainText('JavaScript');
  await expect(page.locator('.contribution form')).toBeHidden();
  const template = await page.request.get(
    (await page.locator('#without a').first().getAttribute('href')) ?? '',
  );
  expect(await template.text()).toContain('outcomes:');
  await page.locator('#without details summary').click();
  await expect(page.locator('#without table')).toContainText('outcomes.carbon.pool');
  await context.close();
});

for (const [locale, form] of [
  ['en', 'case-study'],
  ['zh', 'case-study'],
  ['ar', 'case-study'],
  ['en', 'protocol'],
  ['zh', 'translation'],
] as const) {
  test(`axe finds nothing on the live ${form} form in ${locale}, with messages, in light and in the dark`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await open(page, locale, form);
    if (form === 'case-study') {
      await page.locator('[data-add="outcomes"]').click();
      await page.locator('.paste > summary').click();
      await field(page, 'outcomes.0.indicator').fill('carbon');
      await field(page, 'drivers.0').click();
    } else if (form === 'translation') {
      await field(page, '=item').selectOption('case-studies/tigray-exclosures');
      await field(page, '=language').selectOption('zh');
      await page.locator('[data-do="open-original"]').click();
      await expect(page.locator('[data-part="words"]')).toBeVisible();
    }
    await page.locator('[data-do="check"]').click();
    await expect(page.locator('[data-problems]')).toBeVisible();
    for (const summary of await page.locator('portal-contribution details:not([open]) > summary').all())
      if (await summary.isVisible()) await summary.click();
    await expectAccessible(page);
  });
}

for (const locale of ['en', 'zh', 'ar'] as const) {
  test(`the forms fit 320 px in ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const form of ['case-study', 'protocol', 'translation']) {
      await open(page, locale, form);
      if (form === 'case-study') {
        await page.locator('[data-add="outcomes"]').click();
        await field(page, 'outcomes.0.label').fill(
          'Averyveryverylongwordthathasnoplacetobreakanywhereinsideofit',
        );
        await page.locator('[data-do="check"]').click();
        await expect(page.locator('[data-problems]')).toBeVisible();
      }
      for (const summary of await page.locator('details:not([open]) > summary').all())
        if (await summary.isVisible()) await summary.click();
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(excess, form).toBeLessThanOrEqual(0);
    }
  });
}
