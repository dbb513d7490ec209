import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/checks/check-content.ts';
import { mendFiles } from '../../src/cli/mend-files.ts';
import type { Problem } from '../../src/guard/problem.ts';
import { collections } from '../../src/schemas/collections.ts';
import { readEntry } from '../../src/schemas/read-entry.ts';
import { accidentKinds, accidents, type GoodFile } from './accidents.ts';

const folder = mkdtempSync(join(tmpdir(), 'portal-accidents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Good files: the shipped cases, and the made-up one with letters of the west. */
function goodFiles(): GoodFile[] {
  const shipped = readdirSync('content/case-studies').map((slug) => ({
    name: slug,
    text: readFileSync(`content/case-studies/${slug}/index.mdx`, 'utf8'),
  }));
  const made = readFileSync('tests/content/sound/case-studies/fenced-valley/index.mdx', 'utf8')
    .replace('A made-up case', 'Un cas inventé près de Séville, où l’été dure,'.replace('’', "'"))
    .replace(/\nmodels: .*\ninstitutions: .*\n/, '\n')
    .replace(
      'See [the model](/management-models/rest-from-grazing/).\n\n<DataTable src="plots.csv" caption="Plots" />\n',
      '',
    );
  return [...shipped, { name: 'fenced-valley', text: made }];
}

const all = accidents(goodFiles());
const slugOf = (index: number) => `slip-${String(index).padStart(4, '0')}`;
const pathOf = (index: number) => join(folder, 'case-studies', slugOf(index), 'index.mdx');
let problems: readonly Problem[] = [];
const said = (index: number) =>
  problems.filter(({ file }) => file === `case-studies/${slugOf(index)}/index.mdx`);

beforeAll(async () => {
  cpSync('content', folder, { recursive: true, filter: (path) => !path.includes('case-studies') });
  all.forEach(({ bytes }, index) => {
    mkdirSync(join(folder, 'case-studies', slugOf(index)), { recursive: true });
    writeFileSync(pathOf(index), bytes);
  });
  problems = await checkContent(folder);
}, 120_000);

/** What a case says as data, whatever it is written like. */
const recordOf = (bytes: Uint8Array) => readEntry(collections['case-studies'].schema, bytes, 'x.mdx');

describe('the accident corpus', () => {
  it('tries more than two hundred honest mistakes, of every kind at least one', () => {
    expect(all.length).toBeGreaterThanOrEqual(200);
    const happened = new Set(all.map(({ name }) => name.replace(/^[^:]*: /, '')));
    expect(accidentKinds.filter((kind) => !happened.has(kind))).toEqual([]);
  });

  it('names each at its line', () => {
    const missed = all.flatMap(({ name, codes, line }, index) => {
      const right = said(index).some(
        (problem) => codes.includes(problem.code) && (line === undefined || problem.line === line),
      );
      if (right) return [];
      return [
        `${name} [${line} ${codes.join(' ')}] -> ${said(index)
          .map((problem) => `${problem.line} ${problem.code}`)
          .join(', ')}`,
      ];
    });
    expect(missed).toEqual([]);
  });

  it('is mended by --fix where that is safe, into what the good file said', async () => {
    const before = all.map((_, index) => readFileSync(pathOf(index)));
    const result = await mendFiles(folder, (file) => file.startsWith('case-studies/'));
    const wrong = all.flatMap(({ name, mended, good, codes }, index) => {
      const now = readFileSync(pathOf(index));
      const { record, body } = recordOf(now);
      const meant = recordOf(Buffer.from(good.text));
      const same =
        JSON.stringify([record, body.trim()]) === JSON.stringify([meant.record, meant.body.trim()]);
      if (mended)
        return same
          ? []
          : [
              `${name} was not mended: ${result.problems
                .filter(({ file }) => file.includes(slugOf(index)))
                .map(({ line, code }) => `${line} ${code}`)
                .join(', ')}`,
            ];
      const touched = !now.equals(before[index] ?? Buffer.alloc(0));
      return touched && !same ? [`${name} (${codes.join(' ')}) was changed into something else`] : [];
    });
    expect(wrong).toEqual([]);
    expect(result.mended.length).toBeGreaterThan(60);
    for (const { difference } of result.mended) expect(difference).toMatch(/^[-+]{3} case-studies\//m);
  });
});
