import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { judgeChanges } from '../../src/checks/changes.ts';
import { checkContent } from '../../src/checks/check-content.ts';
import { syntaxProblem } from '../../src/guard/body.ts';
import { type ProblemCode, problemCodes } from '../../src/guard/codes.ts';
import { readFacts } from '../../src/guard/front-matter.ts';
import { sayProblem } from '../../src/guard/say-problem.ts';
import { locales } from '../../src/i18n/locales.ts';
import { explain } from '../../src/schemas/explain.ts';
import { soundFolder } from './corpus.ts';
import { changes, variants } from './variants.ts';

const english = 'case-studies/fenced-valley/index.mdx';
type Folder = ReturnType<typeof soundFolder>;
let folder: Folder | undefined;
afterEach(() => folder?.remove());

const change =
  (from: string | RegExp, to: string, file = english) =>
  (one: Folder) => {
    const text = one.read(file);
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${file} does not hold ${from}`);
    one.write(file, changed);
  };
const fact = (line: string) => change('restoration: ', `${line}\nrestoration: `);
const outcome = (line: string) => change('    unit: t/har', `    ${line}\n    unit: t/har`);
const add = (text: string) => (one: Folder) => one.write(english, `${one.read(english)}\n${text}\n`);
const own =
  (name: string, content: string | Uint8Array = 'a,b\n1,2\n') =>
  (one: Folder) =>
    one.write(`case-studies/fenced-valley/${name}`, content);
const story = Array.from({ length: 120 }, (_, at) => `word${at} ${['soil', 'grass', 'water'][at % 3]}`).join(
  ' ',
);

/** Codes that broken.test.ts does not try, each with a way to make it appear. */
const more: readonly (readonly [ProblemCode, (folder: Folder) => void | Promise<void>])[] = [
  ['encoding-unknown', own('index.mdx', Buffer.from([255, 216, 0, 1, 2, 3, 144, 250]))],
  ['invisible-character', add('The val\u200bley.')],
  ['lost-character', add('The monta\ufffda.')],
  ['mojibake', add('The montaÃ±a.')],
  ['outside-contribution', (one) => one.write('case-studies/x.csv', 'a\n')],
  ['folder-inside', own('more/x.csv')],
  ['not-a-yaml-file', (one) => one.write('references/x.bib', '@x')],
  ['svg-file', own('map.svg', '<svg/>')],
  ['file-name', own('plot 3.csv')],
  ['hidden-file', own('.DS_Store')],
  ['submodule', ({ folder: root }) => mkdirSync(join(root, 'case-studies/fenced-valley/.git'))],
  ['path-outside', own('a\\b.csv')],
  ['path-character', own('a\u202eb.csv')],
  ['reserved-name', own('aux.csv')],
  ['english-file', own('en.mdx', '---\ntitle: x\n---\n')],
  ['yaml-syntax', change('licence: ', 'licence:')],
  ['yaml-colon', change('title: A', 'title: A:')],
  ['yaml-alias', change('[overgrazing]', '*drivers')],
  ['yaml-depth', change('[overgrazing]', `${'['.repeat(200)}${']'.repeat(200)}`)],
  ['smart-quote', change('"1999"', '“1999”')],
  ['full-width', change('licence: ', 'licence：')],
  ['odd-space', change('licence: CC-BY-4.0', 'licence: CC-BY-4.0\u00a0')],
  ['missing-key', change(/title: .*\n/, '')],
  ['too-few', change('[overgrazing]', '[]')],
  ['missing-substance', change('    substance: C\n', '')],
  ['missing-gwp', change('substance: C\n', 'substance: CO2e\n')],
  [
    'missing-step-sources',
    (one) =>
      one.write(
        'protocols/p/index.mdx',
        '---\nsteps:\n  - { id: a, phase: plan, text: x, basis: source }\n---\n',
      ),
  ],
  ['empty', change(/title: .*/, 'title: " "')],
  [
    'template-left',
    (one) => {
      one.write(
        'templates/case-study/index.mdx',
        '---\ntitle: Name of the project\n---\n\nWho did what, when, and at what cost.\n',
      );
      add('Who did what, when, and at what cost.')(one);
    },
  ],
  ['not-a-list', change('[overgrazing]', 'overgrazing')],
  ['not-a-group', change(/review: .*/, 'review: submitted')],
  ['not-true-or-false', outcome('confirmed: no')],
  ['wrong-form', change('depth: { top: 0, bottom: 30 }', 'depth: 0-30')],
  ['too-long', change(/title: .*/, `title: ${'x'.repeat(130)}`)],
  ['bad-id', change('id: soil-carbon', 'id: Soil carbon')],
  ['bad-date', change('"2026-11"', '1.11.2026')],
  ['excel-date', change('"2026-11"', '46327')],
  ['bad-doi', change('10.5555/made.up', 'https://doi.org/10.5555/made.up')],
  ['bad-address', change('    DOI:', '    URL: www.example.org\n    DOI:')],
  ['bad-orcid', fact('authors: [{ name: A, orcid: "0000" }]')],
  ['orcid-check-digit', fact('authors: [{ name: A, orcid: 0000-0002-1825-0098 }]')],
  [
    'bad-ror',
    change('kind: research', 'kind: research\nror: 034t30j35', 'institutions/made-up-institute.yaml'),
  ],
  ['bad-subdivision', change('  countries:', '  subdivisions: [Tigray]\n  countries:')],
  ['bad-version', (one) => one.write('protocols/p/index.mdx', '---\nversion: "1"\n---\n')],
  ['bad-revision', change(/translates: .*/, 'translates: latest', 'case-studies/fenced-valley/zh.mdx')],
  ['not-a-number', change('value: 41.2', 'value: forty')],
  ['not-a-whole-number', outcome('n: 12.5')],
  ['too-small', outcome('n: 0')],
  ['too-large', change('bottom: 30', 'bottom: 3000')],
  ['confidence-level', outcome('level: 95')],
  ['no-figure', change('    value: 41.2\n', '')],
  ['interval-half', outcome('low: 40')],
  ['above-high', outcome('low: 10\n    high: 20')],
  [
    'spread-without-figure',
    outcome('comparison: { kind: control, label: x, spread: { kind: SE, value: 2 } }'),
  ],
  ['spread-half', outcome('spread: { kind: SE, low: 1 }')],
  ['spread-empty', outcome('spread: { kind: SE }')],
  ['spread-both', outcome('spread: { kind: SE, value: 1, low: 1, high: 2 }')],
  ['spread-level', outcome('spread: { kind: SE, value: 1, level: 0.95 }')],
  [
    'percent-or-fraction',
    (one) => {
      change('value: 41.2', 'value: 0.35')(one);
      change('unit: t/har\n    substance: C', 'unit: "%"')(one);
      change('kind: absolute', 'kind: change')(one);
      change(/ {4}carbon: .*\n/, '')(one);
      add('Carbon rose by 35 %.')(one);
    },
  ],
  [
    'carbon-or-co2e',
    change(
      '  - id: soil-carbon\n',
      '  - { id: other, label: x, indicator: soil-organic-carbon-stock, role: effect, kind: absolute, value: 151, unit: t/har, substance: C, carbon: { pool: soil-organic-carbon, depth: not-stated, baseline: none }, sources: [made-up-2020] }\n  - id: soil-carbon\n',
    ),
  ],
  ['substance-in-words', change('label: Soil organic carbon stock', 'label: CO2 held by the soil')],
  ['longitude', change('lon: 39.3', 'lon: 390')],
  ['coordinate-format', change('lat: 13.5', 'lat: 13°30′N')],
  ['point-elsewhere', change('lat: 13.5, lon: 39.3', 'lat: 39.3, lon: 13.5')],
  ['blurred-point', change('basis: editor }', 'basis: editor, blurred: 200 }')],
  ['unused-reference', (one) => one.write('references/other-2001.yaml', 'type: report\ntitle: Unread\n')],
  [
    'source-in-library',
    change(
      '  - id: made-up-2020',
      '  - id: shared-2019\n    type: report\n    title: x\n  - id: made-up-2020',
    ),
  ],
  [
    'near-copy',
    (one) => {
      add(story)(one);
      one.write(
        'case-studies/other/index.mdx',
        one.read(english).replace('10.5555/made.up', '10.5555/made.too'),
      );
    },
  ],
  ['component-place', add('- <Note kind="caution" title="x">y</Note>')],
  ['attribute-value', add('<Note kind="warning" title="x">\n\ny\n\n</Note>')],
  ['attribute-missing', add('<Note kind="caution">\n\ny\n\n</Note>')],
  ['autolink', add('See <https://example.org>.')],
  ['text-depth', add(`${'> '.repeat(30)}x`)],
  ['too-many-signs', add('{"a": 1} '.repeat(1200))],
  ['heading-level', add('# Title')],
  ['heading-twice', add('## What was done\n\nMore.')],
  ['confusable', add('The cаrbon.')],
  ['link-text', add('Read it [here](https://example.org).')],
  [
    'picture-format',
    async (one) =>
      own(
        'a.jpg',
        await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
          .png()
          .toBuffer(),
      )(one),
  ],
  [
    'picture-too-large',
    async (one) =>
      own(
        'a.png',
        await sharp({ create: { width: 9000, height: 9000, channels: 3, background: 'red' } })
          .png({ compressionLevel: 1 })
          .toBuffer(),
      )(one),
  ],
  [
    'picture-location',
    async (one) =>
      own(
        'a.jpg',
        await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
          .jpeg()
          .withExif({ IFD3: { GPSLatitudeRef: 'N' } })
          .toBuffer(),
      )(one),
  ],
  ['table-separator', own('plots.csv', 'a;b\n1;2\n')],
  ['table-columns', own('plots.csv', 'a,b\n1,2,3\n')],
  ['table-formula', own('plots.csv', 'a,b\n1,=A1\n')],
];

/** Tests of spreadsheets, of the evidence and of consent name the codes that they make appear. */
const testsBeside = [
  'src/sheets/bad-books.test.ts',
  'src/cli/import-book.test.ts',
  'tests/content/evidence.test.ts',
  'tests/content/consent.test.ts',
];

describe('every code', () => {
  it.each(more)('%s appears where it should, and is said whole in every language', async (code, spoil) => {
    folder = soundFolder();
    await spoil(folder);
    const problems = await checkContent(folder.folder);
    const found = problems.filter((problem) => problem.code === code);
    expect(found, problems.map((problem) => problem.code).join(' ')).not.toEqual([]);
    for (const problem of problems)
      for (const language of locales) {
        const { message, hint } = sayProblem(problem, language);
        const values = Object.values(problem.values).join(' ');
        for (const [place] of `${message} ${hint}`.matchAll(/\{[a-z]\w*\}/gi))
          expect(values, `${language} ${code}: ${message} ${hint}`).toContain(place);
      }
  });

  it('has words for what nobody foresaw', () => {
    expect(syntaxProblem(new Error('1:3: of a new kind'), ['a b'], 'x.mdx')).toMatchObject({
      line: 1,
      column: 3,
      code: 'text-syntax',
    });
    const facts = readFacts('a: 1', 'x.yaml');
    const issue = {
      code: 'not_multiple_of' as const,
      divisor: 2,
      path: ['a' as PropertyKey],
      message: 'x',
      input: 1,
    } satisfies Parameters<typeof explain>[0][number];
    const keys = { keysAt: () => [], factsAt: () => [] };
    expect(explain([issue], facts, 'x.yaml', keys)).toMatchObject([
      { line: 1, code: 'invalid', values: { key: 'a', found: '1' } },
    ]);
  });

  it('is tried by a test', () => {
    const tried = new Set<string>([
      'text-syntax',
      'invalid',
      ...more.map(([code]) => code),
      ...variants.map(({ code }) => code),
      ...changes.map(({ code }) => code),
    ]);
    const untried = Object.keys(problemCodes).filter((code) => !tried.has(code));
    const elsewhere = testsBeside.map((file) => readFileSync(file, 'utf8')).join('\n');
    expect(untried.filter((code) => !new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(elsewhere))).toEqual([]);
  });
});

describe('changes of a pull request', () => {
  it.each(changes)('$code', ({ code, paths, result }) => {
    const judged = judgeChanges(
      paths.map((path) => ({ path, kind: 'file', deleted: false })),
      'tests/content/sound',
    );
    expect(judged.problems.map((problem) => problem.code)).toContain(code);
    expect(judged.result).toBe(result);
  });
});
