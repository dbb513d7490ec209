import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { batchTemplate } from '../../src/calculators/batch/write.ts';
import { hasFixedRows, type Inputs } from '../../src/calculators/fields.ts';
import type { GoldenInput } from '../../src/calculators/golden-input.ts';
import { headlineOf } from '../../src/calculators/headline.ts';
import { isCalculatorId, loadCalculator } from '../../src/calculators/load.ts';
import { rounded } from '../../src/calculators/render/rounded.ts';
import { written } from '../../src/calculators/say.ts';
import { unitsFor } from '../../src/calculators/unit-choice.ts';
import { wordsOf } from '../../src/calculators/words.ts';
import { readCases } from '../../src/verification/read-cases.ts';
import { expectAccessible, expectAccessibleWords } from './axe.ts';
import { expect, inLanguage, test } from './visit.ts';

const ids = readdirSync('content/calculators').filter(isCalculatorId);
const address = (id: string) => `/calculators/${id}/`;
const headline = (page: Page) => page.locator('.headline .number');

/** Waits until a script answers. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('portal-calculator').dispatchEvent('pointerdown');
  await expect(page.locator('portal-calculator')).toHaveAttribute('data-state', 'live');
}

const loaded = await Promise.all(ids.map(async (id) => ({ id, calculator: await loadCalculator(id) })));

for (const { id, calculator } of loaded) {
  test.describe(id, () => {
    const [firstQuantity] = Object.entries(calculator.fields).filter(
      ([, field]) => field.kind === 'quantity' && !field.more,
    );
    const table = Object.entries(calculator.fields).find(
      ([, field]) => field.kind === 'table' && field.rows.length > 0 && field.more !== true,
    );
    const batchable = Object.values(calculator.fields).every(({ kind }) => kind !== 'csv');

    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false });
      test('shows a first result, its working and its limits', async ({ page }) => {
        await page.goto(address(id));
        await expect(headline(page)).toHaveText(/\d/);
        await expect(page.locator('.sentence')).toHaveText(/\d/);
        await expect(page.locator('.method li').first()).toBeVisible();
        expect(await page.locator('main').innerText()).not.toMatch(/NaN|Infinity|undefined/);
      });
    });

    test('weighs at most 60 kB with all it loads until somebody touches it', async ({ page }) => {
      const bodies: Promise<number>[] = [];
      page.on('response', (response) =>
        bodies.push(
          response
            .body()
            .then((body) => (/woff2|png/.test(response.url()) ? body.length : gzipSync(body).length)),
        ),
      );
      await page.goto(address(id), { waitUntil: 'networkidle' });
      const total = (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0);
      console.log(`${id}: ${(total / 1024).toFixed(1)} kB`);
      expect(total).toBeLessThanOrEqual(60 * 1024);
    });

    if (firstQuantity) {
      const [name, field] = firstQuantity;
      test('keeps the last result and says what is wrong with a value', async ({ page }) => {
        await open(page, address(id));
        const before = await headline(page).innerText();
        const input = page.locator(`#${id}-${name}`);
        const good = await input.inputValue();
        const beyond = field.kind === 'quantity' ? String(field.max * 10 + 1) : 'abc';
        for (const bad of ['abc', '1,234.5.6', beyond, '1e999']) {
          await input.fill(bad);
          await page.locator('button[type="submit"]').click();
          await expect(input).toHaveAttribute('aria-invalid', 'true');
          await expect(page.locator(`#${id}-${name}-error`)).toBeVisible();
          await expect(headline(page)).toHaveText(before);
        }
        expect(await page.locator('main').innerText()).not.toMatch(/NaN|Infinity/);
        await input.fill(good);
        await page.locator('button[type="submit"]').click();
        await expect(input).not.toHaveAttribute('aria-invalid', 'true');
        await expect(headline(page)).toHaveText(before);
      });

      test('comes back as it was from its address', async ({ page }) => {
        await open(page, address(id));
        const input = page.locator(`#${id}-${name}`);
        const middle = field.kind === 'quantity' ? middleOf(field.min, field.max, field.default) : 1;
        await input.fill(String(middle));
        await page.locator('button[type="submit"]').click();
        await expect(page).toHaveURL(new RegExp(`[?&]${name}=`));
        await expect(page.locator('[data-running]')).toBeHidden();
        const shown = await headline(page).innerText();
        await open(page, page.url());
        await expect(input).toHaveValue(String(middle));
        await expect(headline(page)).toHaveText(shown);
      });
    }

    test('gives the same bits from a saved run, and says when a file is none', async ({ page }) => {
      await open(page, address(id));
      await page.locator('button[type="submit"]').click();
      await expect(page.locator('[data-running]')).toBeHidden();
      const save = async () => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.locator('[data-tool="save-run"]').click(),
        ]);
        return readFileSync(await download.path(), 'utf8');
      };
      const openFile = async (text: string) => {
        const [chooser] = await Promise.all([
          page.waitForEvent('filechooser'),
          page.locator('[data-tool="open-run"]').click(),
        ]);
        await chooser.setFiles({ name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(text) });
      };
      const first = await save();
      await openFile(first);
      await expect(page.locator('[data-told]')).toContainText('opened');
      await expect(page.locator('[data-running]')).toBeHidden();
      await expect(page.locator('[data-told]')).toContainText('opened'); // the result that came later leaves it
      const outputs = (text: string) => JSON.stringify((JSON.parse(text) as { outputs: unknown }).outputs);
      expect(outputs(await save())).toBe(outputs(first));
      await openFile('not a run');
      await expect(page.locator('[data-told]')).toContainText('not a saved run');
    });

    test('keeps scenarios side by side', async ({ page }) => {
      await open(page, address(id));
      await page.locator('button[type="submit"]').click();
      await expect(page.locator('[data-running]')).toBeHidden();
      await page.locator('[data-tool="keep"]').click();
      await expect(page.locator('[data-scenarios] figure')).toBeVisible();
      await page.locator('[data-tool="use"]').first().click();
      await page.locator('[data-tool="drop"]').first().click();
      await expect(page.locator('[data-scenarios] figure')).toHaveCount(0);
    });

    if (batchable) {
      test('computes a file of 1,000 rows with 10 bad ones', async ({ page }) => {
        test.setTimeout(90_000);
        const words = wordsOf(id, 'en');
        const [header = '', ...rows] = batchTemplate(calculator, words).trim().split('\r\n');
        const count = Math.max(20, Math.ceil(1000 / rows.length));
        const every = Math.floor(count / 10);
        const cases = Array.from({ length: count }, (_, index) =>
          rows
            .map((row) => row.replace(/^1,/, `c${index},`))
            .map((row) => (index % every === 1 && index < 10 * every ? spoil(row) : row)),
        );
        await open(page, address(id));
        await page.locator('.batch summary').click();
        await page.locator('[data-batch-file]').setInputFiles({
          name: 'cases.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from([header, ...cases.flat()].join('\n')),
        });
        await page.locator('[data-tool="batch"]').click();
        await expect(page.locator('[data-batch-told]')).toHaveText(
          `${count - 10} computed, 10 with problems.`,
          {
            timeout: 60_000,
          },
        );
        await expect(page.locator('[data-batch-problems] li').first()).toContainText(/Line \d+/);
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.locator('[data-tool="save-batch"]').click(),
        ]);
        expect(
          readFileSync(await download.path(), 'utf8')
            .trim()
            .split('\r\n'),
        ).toHaveLength(count + 1);
      });
    }

    const [name, output] = headlineOf(calculator, {});
    if (unitsFor(output).length > 1) {
      test('shows the result in another unit, and keeps it in the address', async ({ page }) => {
        await open(page, address(id));
        await page.locator('button[type="submit"]').click();
        await expect(page.locator('[data-running]')).toBeHidden();
        const before = await headline(page).innerText();
        const other = unitsFor(output)[1]?.code ?? '';
        await page.locator(`.headline [data-unit="=${name}"]`).selectOption(other);
        await expect(headline(page)).not.toHaveText(before);
        expect(new URL(page.url()).searchParams.get('units')).toBe(`=${name}~${other}`);
      });
    }

    if (table) {
      test('takes rows pasted from a spreadsheet, and moves them by keyboard', async ({ page }) => {
        const [tableName, field] = table;
        if (field.kind !== 'table') return;
        await open(page, address(id));
        const columns = Object.keys(field.columns);
        const row = field.rows.map((one) => columns.map((column) => String(one[column] ?? '')).join('\t'));
        const first = page.locator(`[name="${tableName}.0.${columns[0]}"]`);
        const before = await headline(page).innerText();
        await first.focus();
        await first.evaluate((input, text) => {
          const data = new DataTransfer();
          data.setData('text/plain', text);
          input.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
          );
        }, row.join('\n'));
        await expect(page.locator('[data-running]')).toBeHidden();
        await expect(headline(page)).toHaveText(before);
        await expect(page.locator('.error-summary')).toBeHidden();
        if (field.rows.length > 1 && !hasFixedRows(field)) {
          await page.locator(`[data-down="${tableName}.0"]`).focus();
          await page.keyboard.press('Enter');
          await expect(page.locator(`[name="${tableName}.1.${columns[0]}"]`)).toHaveValue(
            row[0]?.split('\t')[0] ?? '',
          );
        }
      });
    }

    if (table && table[1].kind === 'table' && table[1].rows.length > 1) {
      test('fills a column with one value by keyboard, and takes it back', async ({ page }) => {
        const [tableName, field] = table;
        if (field.kind !== 'table') return;
        await open(page, address(id));
        const columns = Object.entries(field.columns);
        const [column = ''] =
          columns.find(([, one]) => one.kind === 'quantity' && !one.more && !one.optional) ??
          columns[0] ??
          [];
        const cells = page.locator(`[name^="${tableName}."][name$=".${column}"]`);
        const valuesOf = () => cells.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
        const before = await valuesOf();
        const fill = page.locator(`[data-fill-of="${tableName}"]`);
        await fill.locator('summary').focus();
        await page.keyboard.press('Enter');
        await fill.locator('select').selectOption(column);
        await fill.locator('[data-tool="fill"]').focus();
        await page.keyboard.press('Enter');
        await expect(fill.locator('[data-filled]')).toContainText(String(before[0]));
        expect(await valuesOf()).toEqual(before.map(() => before[0]));
        await fill.locator('[data-tool="unfill"]').focus();
        await page.keyboard.press('Enter');
        await expect(fill.locator('[data-tool="unfill"]')).toBeDisabled();
        expect(await valuesOf()).toEqual(before);
        await expect(page.locator('[data-running]')).toBeHidden();
        await expect(page.locator('.error-summary')).toBeHidden();
      });
    }

    if (table && table[1].kind === 'table' && Object.values(table[1].columns).some(({ more }) => more)) {
      test('keeps columns that few need folded away, and opens them for what is wrong there', async ({
        page,
      }) => {
        const [tableName, field] = table;
        if (field.kind !== 'table') return;
        const [column = '', kind] = Object.entries(field.columns).find(([, one]) => one.more) ?? [];
        await open(page, address(id));
        const cell = page.locator(`[name="${tableName}.0.${column}"]`);
        await expect(cell).toBeHidden();
        await page.locator('.more-columns summary').first().click();
        await expect(cell).toBeVisible();
        if (kind?.kind !== 'quantity') return;
        await cell.fill('abc');
        await page.locator('.more-columns summary').first().click();
        await page.locator('button[type="submit"]').click();
        await expect(page.locator('.error-summary')).toBeVisible();
        await expect(cell).toBeVisible();
      });
    }

    if (calculator.variance) {
      test('shares out the variance where inputs are uncertain, and says where they are not', async ({
        page,
      }) => {
        await open(page, address(id));
        await page.locator('[data-tool="variance"]').click();
        if (id === 'soc-stock') {
          await expect(page.locator('[data-variance-told]')).toHaveText(/Fewer than two inputs/);
          await open(page, `${address(id)}?layers=0_10_21_1.1__10_5*10_30_14_1.2__10_5`);
          await page.locator('[data-tool="variance"]').click();
        }
        if (id === 'carbon-neutrality') {
          await expect(page.locator('[data-variance-told]')).toHaveText(/Fewer than two inputs/);
          await open(page, `${address(id)}?rateFrom=ipcc`);
          await page.locator('[data-tool="variance"]').click();
        }
        const figure = page.locator('[data-variance] figure');
        await expect(figure).toBeVisible();
        await expect(figure.locator('.figure-says')).toContainText('seed 1');
        expect(await figure.locator('tbody tr').count()).toBeGreaterThanOrEqual(2);
        await page.locator('button[type="reset"]').click();
        await expect(figure).toHaveCount(0);
      });
    } else {
      test('offers no shares of the variance', async ({ page }) => {
        await page.goto(address(id));
        await expect(page.locator('[data-tool="variance"]')).toHaveCount(0);
      });
    }

    test('axe finds nothing, in light and dark, en, zh and ar, with problems shown', async ({ page }) => {
      test.setTimeout(120_000);
      for (const locale of ['en', 'zh', 'ar'] as const) {
        await open(page, inLanguage(locale, address(id)));
        await page.locator('.calculator details').evaluateAll((all) => {
          for (const one of all) one.setAttribute('open', '');
        });
        if (firstQuantity) await page.locator(`#${id}-${firstQuantity[0]}`).fill('abc');
        await page.locator('button[type="submit"]').click();
        await (locale === 'en' ? expectAccessible(page, locale) : expectAccessibleWords(page, locale));
      }
    });
  });
}

test('what is typed and clicked before the program has come is not lost', async ({ page }) => {
  await page.route('**/start*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
  await page.goto(address('soc-stock'));
  await page.locator('#soc-stock-reportingDepth').fill('20');
  await page.locator('button[type="submit"]').click();
  await expect(headline(page)).toHaveText('39.9');
});

test('what is typed before any script has come is computed when it comes', async ({ page }) => {
  await page.route('**/assets/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
  await page.goto(address('soc-stock'), { waitUntil: 'commit' });
  await page.locator('#soc-stock-reportingDepth').fill('20');
  await expect(headline(page)).toHaveText('39.9');
});

function middleOf(min: number, max: number, now: number | null): number {
  if (now !== null && now !== 0) return Number((now * 0.8).toPrecision(2));
  return Number(((min + Math.min(max, min + 10)) / 2).toPrecision(2));
}

/** A row with words where its numbers stand. */
function spoil(row: string): string {
  const isNumber = (cell: string) => /^-?[\d.]+$/.test(cell);
  return row
    .split(',')
    .map((cell, index) => (index > 0 && isNumber(cell) ? 'much' : cell))
    .join(',');
}

for (const id of ids) {
  const module = `../../src/calculators/${id}/golden-inputs.ts`;
  if (!existsSync(`src/calculators/${id}/golden-inputs.ts`)) continue;
  test(`${id} shows the golden numbers when a golden case is typed in`, async ({ page }) => {
    test.setTimeout(120_000);
    const calculator = await loadCalculator(id);
    const { goldenInputs } = (await import(module)) as {
      goldenInputs: (cases: unknown, read: (name: string) => string) => readonly GoldenInput[];
    };
    const folder = `src/science/golden/${id}`;
    const cases = readCases(folder)
      .filter(({ file }) => !file.endsWith('published.json'))
      .map(({ one }) => one);
    const inputs = goldenInputs(cases, (name) => readFileSync(`${folder}/${name}`, 'utf8'));
    expect(inputs.length).toBeGreaterThanOrEqual(3);
    for (const one of [...inputs].sort((a, b) => rowsOf(a) - rowsOf(b)).slice(0, 3)) {
      await open(page, address(id));
      await typeIn(page, id, one.raw);
      await page.locator('button[type="submit"]').click();
      await expect(page.locator('[data-running]')).toBeHidden({ timeout: 20_000 });
      await expect(page.locator('.error-summary'), one.case).toBeHidden();
      const words = wordsOf(id, 'en');
      for (const [name, value] of Object.entries(one.expected)) {
        if (name.includes('.')) continue; // a cell of a table: the calculator's own test compares it
        const output = calculator.outputs[name];
        if (output?.kind !== 'figure') throw new Error(`${id} has no figure ${name}`);
        const shown = written(rounded(value, output), words.locale);
        const [first] = headlineOf(calculator, one.raw as Inputs);
        const label = words.own[`output.${name}.label`] ?? '';
        const place =
          name === first
            ? headline(page)
            : page
                .locator('.figures div', { has: page.getByText(label, { exact: true }) })
                .locator('.number')
                .first();
        await expect(place, `${one.case} ${name}`).toHaveText(shown);
      }
    }
  });
}

/** Rows to be typed: the cases with the fewest are typed in. */
function rowsOf({ raw }: GoldenInput): number {
  return Object.values(raw).reduce<number>(
    (sum, value) => sum + (Array.isArray(value) ? value.length : 0),
    0,
  );
}

/** Puts inputs into the form as a person would: fields filled, choices chosen, rows pasted. */
async function typeIn(page: Page, id: string, raw: GoldenInput['raw']): Promise<void> {
  if (!isCalculatorId(id)) throw new Error(id);
  const { fields } = await loadCalculator(id);
  await page.locator('.calculator details').evaluateAll((all) => {
    for (const one of all) one.setAttribute('open', '');
  });
  for (const [name, value] of Object.entries(raw)) {
    const field = fields[name];
    if (field === undefined) throw new Error(`${id} has no field ${name}`);
    const text = value === null ? '' : String(value);
    if (field.kind === 'quantity' || field.kind === 'text') await page.locator(`#${id}-${name}`).fill(text);
    if (field.kind === 'choice') {
      const radio = page.locator(`input[type="radio"][name="${name}"][value="${text}"]`);
      if ((await radio.count()) > 0) await radio.check();
      else await page.locator(`select[name="${name}"]`).selectOption(text);
    }
    if (field.kind === 'csv') {
      await page
        .locator(`[data-file="${name}"]`)
        .setInputFiles({ name: 'data.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    }
    if (field.kind !== 'table') continue;
    const rows = value as readonly Readonly<Record<string, unknown>>[];
    const shown = page.locator(`#${id}-${name} tbody tr`);
    while ((await shown.count()) > Math.max(rows.length, field.minRows))
      await page.locator(`[data-remove^="${name}."]`).last().click();
    while ((await shown.count()) < rows.length) await page.locator(`[data-add="${name}"]`).click();
    for (const [index, row] of rows.entries())
      for (const [column, kind] of Object.entries(field.columns)) {
        const cell = page.locator(`[name="${name}.${index}.${column}"]`);
        const given = row[column] === undefined || row[column] === null ? '' : String(row[column]);
        if (kind.kind === 'choice') await cell.selectOption(given || (kind.default ?? ''));
        else await cell.fill(given);
      }
  }
}

test('a long run can be stopped', async ({ page }) => {
  const slow = loaded.find(({ calculator }) => calculator.slow)?.calculator;
  test.skip(slow === undefined, 'no calculator is slow');
  if (slow === undefined) return;
  await open(page, address(slow.id));
  await page.route('**/*worker*', (route) =>
    new Promise((resolve) => setTimeout(resolve, 1500)).then(() => route.continue()),
  );
  const before = await headline(page).innerText();
  await page.locator('button[type="submit"]').click();
  await expect(page.locator('[data-running]')).toBeVisible();
  await page.locator('[data-stop]').click();
  await expect(page.locator('[data-running]')).toBeHidden();
  await expect(headline(page)).toHaveText(before);
});

test('a result is read and worked with by keyboard alone', async ({ page }) => {
  await open(page, address('soc-stock'));
  await page.locator('#soc-stock-reportingDepth').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('20');
  await page.keyboard.press('Enter');
  await expect(headline(page)).toHaveText('39.9');
  await page.locator('[data-add="layers"]').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('30');
  await expect(page.locator('[name="layers.3.upper"]')).toHaveValue('30');
});

test('an embedded calculator works in a frame of another site, other pages do not', async ({ request }) => {
  const embed = await request.get('/embed/calculators/soc-stock/');
  expect(embed.headers()['content-security-policy']).not.toContain('frame-ancestors');
  const page = await request.get('/calculators/soc-stock/');
  expect(page.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
});

test('moves temperatures by a degree, and studies by nothing', async ({ page }) => {
  await page.goto(address('rothc'));
  await expect(page.locator('[data-drivers]')).toContainText('Air temperature, ±1 °C as a trial');
  await expect(page.locator('[data-drivers]')).not.toContainText('Air temperature, ±10%');
  for (const id of ['meta-analysis', 'ipcc-soc-tier1']) {
    await page.goto(address(id));
    await expect(page.locator('[data-drivers]')).toBeEmpty();
  }
});

test('says of a very small p that it is less, and saves it in full', async ({ page }) => {
  await open(page, address('meta-analysis'));
  const p = page.locator('.figures div', { hasText: 'p, no effect on average' });
  await expect(p.locator('.number')).toHaveText('<\u202f0.001');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-tool="save-run"]').click(),
  ]);
  const run = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
    outputs: { p: { value: number } };
  };
  expect(run.outputs.p.value).toBeGreaterThan(0);
  expect(run.outputs.p.value).toBeLessThan(0.001);
  await page.goto('/ru/calculators/meta-analysis/');
  await expect(page.locator('.figures .number', { hasText: '<' }).first()).toHaveText('<\u202f0,001');
});

test('asks for the error where the number of plots is given, and shows it first', async ({ page }) => {
  await open(page, address('sampling'));
  await expect(page.locator('.result-name')).toHaveText('Plots in all');
  await page.locator('input[name="goal"][value="total"]').check();
  await page.locator('#sampling-margin').fill('');
  await page.locator('#sampling-total').fill('120');
  await page.locator('button[type="submit"]').click();
  await expect(page.locator('.result-name')).toHaveText('Expected half-width');
  await expect(page.locator('.sentence')).toContainText('With 120 plots');
});

test('stands beside its form and drawings at 1280 px, and leaves no blank below the form', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const id of ids) {
    await page.goto(address(id));
    const boxes = await page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      return { form: box('.bench > form'), result: box('.bench > .result'), drawn: box('.bench > .drawn') };
    });
    const { form, result, drawn } = boxes;
    if (!form || !result || !drawn) throw new Error(`${id} has no bench`);
    expect(result.x, id).toBeGreaterThan(form.x + form.width);
    expect(drawn.y - (form.y + form.height), id).toBeLessThan(80);
    expect(result.height, id).toBeLessThanOrEqual(900);
  }
});
