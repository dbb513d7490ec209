import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { sayProblem } from '../../src/guard/say-problem.ts';
import { listEntries } from '../../src/schemas/content-files.ts';
import type { EvidenceRow } from '../../src/schemas/evidence-row.ts';
import { readRows } from '../../src/schemas/read-rows.ts';
import { soundFolder } from './corpus.ts';

/** Copied from the compiled facts: rows, and sums of mean, SD and n of both arms. */
const totals: Readonly<Record<string, readonly number[]>> = {
  'alcornocales-exclosures': [2, 81.069, 14.1347, 40, 69.547, 16.6605, 40],
  'coastal-carbon-library': [44, 792.6121, 168.833, 229, 1013.1684, 221.3604, 221],
  'grassworks-butterflies': [30, 1474.972, 874.7299, 400, 1187.2962, 560.5385, 128],
  'grassworks-plants': [70, 2054.5124, 487.6081, 489, 1500.7863, 481.7302, 340],
  'groa-regrowth': [41, 854.16, 0, 144, 878.55, 0, 140],
  'pacific-northwest-wetland-fluxes': [32, 5057.5222, 1905.1534, 192, 7050.4737, 1995.443, 196],
  'published-abstracts': [21, 1478.67, 130.25, 54, 1540.04, 110.4, 43],
  soildrah: [45, 4781.4, 626.324, 201, 4171.4, 583.79, 197],
  'upson-agroforestry': [28, 748.6446, 181.2735, 356, 777.069, 161.4406, 676],
};

const numbers = ['mean_t', 'sd_t', 'n_t', 'mean_c', 'sd_c', 'n_c'] as const;
const rowsOf = (slug: string): readonly EvidenceRow[] => {
  const file = `evidence/${slug}/rows.csv`;
  const { placed, problems } = readRows(readFileSync(`content/${file}`), file);
  expect(problems).toEqual([]);
  return placed.map(({ row }) => row);
};

describe('the paired comparisons', () => {
  it('are the data sets that were compiled', () => {
    const slugs = listEntries('evidence', 'content').map(({ slug }) => slug);
    expect(slugs).toEqual(Object.keys(totals).sort());
  });

  it.each(Object.entries(totals))(
    '%s holds every compiled row with its numbers',
    (slug, [count, ...sums]) => {
      const rows = rowsOf(slug);
      expect(rows).toHaveLength(count ?? 0);
      for (const [index, name] of numbers.entries()) {
        const sum = rows.reduce((total, row) => total + (row[name] ?? 0), 0);
        expect(sum, name).toBeCloseTo(sums[index] ?? Number.NaN, 3);
      }
    },
  );

  it('keeps apart what must not be pooled', () => {
    const all = Object.keys(totals).flatMap(rowsOf);
    expect(all.filter(({ comparator }) => comparator === 'reference')).toHaveLength(82 + 4);
    expect(all.filter(({ aside }) => aside.includes('terms-to-confirm'))).toHaveLength(24);
    expect(all.filter(({ aside }) => aside.includes('no-spread'))).toHaveLength(62 - 3);
    expect(all.filter(({ mean_t, mean_c }) => mean_t <= 0 || mean_c <= 0)).toHaveLength(5);
    for (const { id, indicator, aside } of all)
      if (indicator === 'methane-flux') expect(aside, id).toContain('difference-only');
  });
});

const header =
  'id,study,source,country,as_reported,intervention,method,depth_top,depth_bottom,indicator,unit,substance,comparator,mean_t,sd_t,n_t,mean_c,sd_c,n_c,aside,licence,seen,note';
const sound =
  'valley-1,valley,book,ETH,"dry, grazed land",exclosure,fence,0,30,soil-organic-carbon-stock,t/har,C,degraded,51,4,3,42,5,3,,CC BY 4.0,a page,a note';
const facts = `---
title: Rows
summary: Rows of a valley.
licence: CC-BY-4.0
review: { state: compiled, date: "2026-11" }
dataLicence: CC BY 4.0
origin: printed
attribution: Somebody
cites: [book]
sources:
  - { id: book, type: book, title: A book }
---

Rows of a valley [@book].
`;

async function problemsOf(row: string, head = header): Promise<string[]> {
  const folder = soundFolder();
  folder.write('evidence/valley/index.mdx', facts);
  folder.write('evidence/valley/rows.csv', `${head}\n${row}\n`);
  const problems = await checkContent(folder.folder);
  folder.remove();
  return problems.map((problem) => {
    for (const locale of ['en', 'zh', 'es', 'fr', 'ru', 'ar'] as const)
      expect(sayProblem(problem, locale).hint).not.toMatch(/undefined|\{\w+\}/);
    return `${problem.file}:${problem.line}:${problem.column} ${problem.code}`;
  });
}

describe('the check of a table of comparisons', () => {
  it('finds nothing in a sound row', async () => {
    expect(await problemsOf(sound)).toEqual([]);
  });

  it.each([
    ['a number as words', 'mean_t', '51', 'fifty', 'not-a-number'],
    ['a decimal comma', 'mean_t', ',51,', ',"51,2",', 'number-format'],
    ['a country in two letters', 'country', 'ETH', 'ET', 'not-allowed'],
    ['an unknown intervention', 'intervention', 'exclosure', 'exclosur', 'not-allowed'],
    ['a unit of something else', 'unit', 't/har', 'mm', 'unit-kind'],
    ['a unit that is none', 'unit', 't/har', 'tonnes', 'unit'],
    ['a stock without substance', 'substance', 't/har,C,', 't/har,,', 'missing-substance'],
    ['no spread and no word of it', 'aside', '51,4,3', '51,,3', 'row-no-spread'],
    ['a spread that is said to be missing', 'aside', '5,3,,CC', '5,3,no-spread,CC', 'row-has-spread'],
    ['a mean at zero', 'mean_c', '3,42,5', '3,0,5', 'row-no-ratio'],
    ['a reason that is none', 'aside', '5,3,,CC', '5,3,bad,CC', 'not-allowed'],
    ['a layer upside down', 'depth_bottom', 'fence,0,30', 'fence,30,10', 'depth-upside-down'],
    ['half a layer', 'depth_top', 'fence,0,30', 'fence,0,', 'interval-half'],
    ['an unknown source', 'source', ',book,', ',boook,', 'unknown-source'],
    ['an empty cell', 'comparator', 'degraded', '', 'cell-missing'],
  ])('%s is found at its line and column', async (_, column, from, to, code) => {
    expect(sound).toContain(from);
    const row = sound.replace(from, to);
    const at = startOf(row, header.split(',').indexOf(column));
    expect(await problemsOf(row)).toContain(`evidence/valley/rows.csv:2:${at} ${code}`);
  });

  it('an id that another row has', async () => {
    expect(await problemsOf(`${sound}\n${sound}`)).toContain('evidence/valley/rows.csv:3:1 duplicate-id');
  });

  it('columns that are unknown, missing or twice, and cells too many', async () => {
    const wrong = await problemsOf(sound, header.replace('seen', 'sean').replace('licence', 'unit'));
    expect(wrong).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/rows\.csv:1:\d+ column-unknown/),
        expect.stringMatching(/rows\.csv:1:\d+ column-twice/),
        'evidence/valley/rows.csv:1:1 column-missing',
      ]),
    );
    expect(await problemsOf(`${sound},more`)).toContain('evidence/valley/rows.csv:2:1 table-columns');
  });

  it('a data set without its table', async () => {
    const folder = soundFolder();
    folder.write('evidence/valley/index.mdx', facts);
    const problems = await checkContent(folder.folder);
    folder.remove();
    expect(problems.map(({ code }) => code)).toContain('missing-file');
  });
});

/** Where a cell of a line begins, counted from 1; the sound row has one quoted cell. */
function startOf(line: string, index: number): number {
  const cells = line.match(/(?:"[^"]*"|[^,]*)(?:,|$)/g) ?? [];
  return cells.slice(0, index).join('').length + 1;
}
