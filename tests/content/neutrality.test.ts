import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import record from '../../src/calculators/carbon-neutrality/record.json' with { type: 'json' };
import { wordsOf } from '../../src/calculators/words.ts';
import { locales } from '../../src/i18n/locales.ts';
import { comparedEstimates, notCompared } from '../../src/portal/neutrality-compared.ts';
import { readNeutrality } from '../../src/portal/neutrality-file.ts';
import { neutralityRecord } from '../../src/portal/neutrality-record.ts';
import { emissionRows, removalRows } from '../../src/portal/neutrality-tables.ts';
import { synthesisRow } from '../../src/portal/synthesis-row.ts';
import { listEntries } from '../../src/schemas/content-files.ts';
import { readRows } from '../../src/schemas/read-rows.ts';
import { answersOf } from '../../src/synthesis/all.ts';
import { carbonGain } from '../../src/synthesis/carbon-gain.ts';
import { defaults } from '../../src/synthesis/settings.ts';

/** The portal's own figures of emissions and removals, and the rates that its synthesis gives. */

it('the calculator works with the content as it is: npm run neutrality:record after a change', () => {
  expect(record).toEqual(neutralityRecord());
});

it.each(locales)('every figure has a name in %s with the year that the content has', (locale) => {
  const { own } = wordsOf('carbon-neutrality', locale);
  const { co2, gases } = readNeutrality();
  for (const { id, year, yearTo } of [...co2, ...gases]) {
    const name = own[`choice.emitter.${id}`] ?? '';
    for (const one of [year, yearTo ?? year]) expect(name, id).toContain(String(one));
  }
});

describe('a gain of carbon from the synthesis', () => {
  const rows = listEntries('evidence', 'content').flatMap(({ slug }) => {
    const file = `evidence/${slug}/rows.csv`;
    return readRows(readFileSync(`content/${file}`), file).placed.map(({ row }) => synthesisRow(row, slug));
  });
  const { pooled, open } = answersOf(rows, defaults);

  it('is given where stocks stand against land that was not restored, and nowhere else', () => {
    const given = pooled.filter((answer) => carbonGain(answer) !== null);
    expect(given.length).toBeGreaterThan(0);
    expect(new Set(given.map(({ question }) => question.comparator))).toEqual(new Set(['degraded']));
    for (const { question } of given) expect(question.indicator).toMatch(/-stock$/);
    expect(open.filter((answer) => carbonGain(answer) !== null)).toEqual([]);
    const references = pooled.filter(({ question }) => question.comparator === 'reference');
    expect(references.length).toBeGreaterThan(0);
  });

  it('has the pooled numbers of its answer, and a stock between those of its studies', () => {
    for (const answer of pooled) {
      const gain = carbonGain(answer);
      if (gain === null || answer.synthesis === null) continue;
      expect(gain.estimate).toBe(answer.synthesis.pooled.estimate);
      expect(gain.standardError).toBe(answer.synthesis.pooled.standardError);
      expect(gain.k).toBe(answer.studies.length);
      const years = answer.studies.flatMap((study) => study.years ?? []);
      expect(gain.years).toBeGreaterThanOrEqual(Math.min(...years));
      expect(gain.years).toBeLessThanOrEqual(Math.max(...years));
    }
  });
});

describe('published removals', () => {
  it('are computed again from the inputs that their sources state', async () => {
    const compared = await comparedEstimates();
    const byId = new Map(compared.map((one) => [one.estimate.id, one]));
    expect(byId.get('kurganova-2010')?.ours).toBeCloseTo(30.2 * 2.45, 9);
    expect(byId.get('kurganova-2010')?.oursSd).toBeCloseTo(30.2 * 0.73, 9);
    expect(byId.get('kurganova-2014')?.ours).toBeCloseTo(45.5 * 0.96, 9);
    const inside = compared.filter(({ within }) => within).map(({ estimate }) => estimate.id);
    expect(inside).toEqual(['kurganova-2010', 'kurganova-2014', 'taylor-marconi-2019', 'nave-2018']);
  });

  it('that do not come out are shown as they are', async () => {
    const gebhart = (await comparedEstimates()).find(({ estimate }) => estimate.id === 'gebhart-crp');
    // 17 Mha x 1.1 t C a year, against 45 % of 38.1 million tonnes
    expect(gebhart?.ours).toBeCloseTo(18.7, 9);
    expect(gebhart?.published).toBeCloseTo(17.145, 9);
    expect(gebhart?.within).toBeNull();
  });

  it('are either compared or not, and a rate is implied by a stated area alone', async () => {
    const [compared, others] = [await comparedEstimates(), notCompared()];
    expect(compared.length + others.length).toBe(readNeutrality().estimates.length);
    for (const { estimate, implied } of others)
      expect(implied === null, estimate.id).toBe(estimate.area === undefined);
    // 2225 Mt CO2e on 195 Mha
    expect(others.find(({ estimate }) => estimate.id === 'fesenmyer-2025')?.implied).toBeCloseTo(11.41, 2);
  });
});

describe('open tables', () => {
  it('have a row for every figure, in one unit', () => {
    const rows = emissionRows();
    const { co2, gases } = readNeutrality();
    expect(rows).toHaveLength(co2.length + gases.length);
    expect(rows.find(({ id }) => id === 'world-fossil')).toMatchObject({ mt: 36_800, mt_error: 1800 });
    // 3248.5 Mt C x 3.664
    expect(rows.find(({ id }) => id === 'china-fossil')).toMatchObject({ mt: 11_902.5, printed: 3248.5 });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('have the same estimates as the page', async () => {
    const rows = await removalRows();
    expect(rows.map(({ id }) => id)).toEqual(readNeutrality().estimates.map(({ id }) => id));
    for (const row of rows) expect(JSON.stringify(row)).not.toMatch(/NaN|Infinity/);
  });
});
