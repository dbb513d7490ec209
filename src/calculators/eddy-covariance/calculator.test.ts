import { beforeAll, describe, expect, it } from 'vitest';
import golden from '../../science/golden/eddy-covariance/ec-03.json' with { type: 'json' };
import { type Computation, estimateOf, labelOf, type Result, rowsOf } from '../define.ts';
import { loadCalculator } from '../load.ts';
import { changed, example, header, lines, withColumns } from './example-file.ts';
import { problems } from './problem-codes.ts';

const calculator = await loadCalculator('eddy-covariance');

const compute = (inputs: object = {}) => calculator.compute({ data: example, ...inputs });

function resultOf(computation: Computation): Result {
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems.slice(0, 5)));
  return computation.result;
}

const codesOf = (computation: Computation) =>
  computation.ok ? [] : computation.problems.map(({ code }) => code);

describe('the worked example', () => {
  let fixed: Result;
  beforeAll(() => {
    fixed = resultOf(compute({ ustar: 'fixed' }));
  });

  it('is golden case ec-03 where its threshold is given', () => {
    const { expected, inputs } = golden;
    expect(calculator.fields['latitude']).toMatchObject({ default: inputs.latitude });
    expect(calculator.fields['longitude']).toMatchObject({ default: inputs.longitude });
    expect(calculator.fields['utcOffset']).toMatchObject({ default: inputs.utc_offset_h });
    expect(calculator.fields['threshold']).toMatchObject({ default: inputs.ustar_fixed_threshold });
    expect(estimateOf(fixed, 'nee').value).toBeCloseTo(expected.nee_f_sum_gC, 8);
    expect(estimateOf(fixed, 'neePerHectare').value).toBeCloseTo(expected.nee_f_sum_gC / 100, 10);
    expect(estimateOf(fixed, 'reco').value).toBeCloseTo(expected.Reco_sum_gC, 6);
    expect(estimateOf(fixed, 'gpp').value).toBeCloseTo(expected.GPP_sum_gC, 6);
    expect(estimateOf(fixed, 'e0').value).toBe(expected.E_0);
    expect(estimateOf(fixed, 'measured').value).toBeCloseTo((100 * expected.counts_fqc[0]) / 4320, 10);
    const { counts_fqc: quality } = expected;
    expect(
      Object.fromEntries(rowsOf(fixed, 'coverage').map((row) => [row['records'], row['count']])),
    ).toEqual({
      ...{ all: expected.n_records, measured: expected.n_nee_valid_after_long_runs, 'long-runs': 0 },
      ...{ ustar: expected.n_marked_by_ustar, kept: quality[0], night: expected.n_night_used },
      ...{
        'filled-1': quality[1],
        'filled-2': quality[2],
        'filled-3': quality[3],
        open: expected.n_unfilled,
      },
    });
  });

  it('has an interval from the random error, and none for what has no error', () => {
    const { value, low = 0, high = 0, level } = estimateOf(fixed, 'nee');
    const error = estimateOf(fixed, 'randomError').value ?? 0;
    expect([level, high - (value ?? 0), (value ?? 0) - low]).toEqual([
      0.95,
      expect.closeTo(1.96 * error, 9),
      expect.closeTo(1.96 * error, 9),
    ]);
    expect(estimateOf(fixed, 'reco')).not.toHaveProperty('low');
    expect(estimateOf(fixed, 'threshold')).toEqual({ value: 0.15 });
  });

  it('adds up: days, months, net = respiration - photosynthesis', () => {
    const total = estimateOf(fixed, 'nee').value ?? 0;
    for (const table of ['months', 'daily'] as const) {
      const rows = rowsOf(fixed, table);
      expect(rows.reduce((sum, { nee }) => sum + Number(nee), 0)).toBeCloseTo(total, 8);
      expect(rows.at(-1)?.['cumulative']).toBeCloseTo(total, 8);
    }
    expect(total).toBeCloseTo(
      (estimateOf(fixed, 'reco').value ?? 0) - (estimateOf(fixed, 'gpp').value ?? 0),
      8,
    );
    expect([labelOf(fixed, 'firstDay'), labelOf(fixed, 'lastDay')]).toEqual(['2021-05-30', '2021-08-27']);
    expect(rowsOf(fixed, 'daily')).toHaveLength(90);
    expect(rowsOf(fixed, 'months').map(({ period, days }) => [period, days])).toEqual([
      ['2021-05', 2],
      ['2021-06', 30],
      ['2021-07', 31],
      ['2021-08', 27],
    ]);
  });

  it('estimates a threshold with a band, and gives the sums over it, the same for the same seed', () => {
    const estimated = resultOf(compute());
    const { value, low, high } = estimateOf(estimated, 'threshold');
    expect(value).toBeCloseTo(0.156, 3); // pooled: 1014 nights
    expect(low).toBeLessThan(value ?? 0);
    expect(high).toBeGreaterThan(value ?? 0);
    const rows = rowsOf(estimated, 'scenarios');
    expect(rows.map(({ scenario }) => scenario)).toEqual(['used', 'p5', 'p50', 'p95']);
    expect(rows[0]?.['nee']).toBe(estimateOf(estimated, 'nee').value);
    expect(rows.map(({ threshold }) => threshold).toSpliced(0, 1, low ?? 0, value ?? 0).length).toBe(5);
    expect(rowsOf(estimated, 'thresholds').map(({ of }) => of)).toEqual([
      'all-years',
      'year-pooled',
      'season-of-year',
      'season',
    ]);
    expect(rowsOf(estimated, 'classes')[1]?.['class4']).toBeCloseTo(0.17286, 5);
    expect(resultOf(compute())).toEqual(estimated);
    expect(rowsOf(resultOf(compute({ seed: 2 })), 'thresholds')).not.toEqual(rowsOf(estimated, 'thresholds'));
    for (const { cumulative, lowest, highest } of rowsOf(estimated, 'daily')) {
      expect(lowest).toBeLessThanOrEqual(Number(cumulative));
      expect(highest).toBeGreaterThanOrEqual(Number(cumulative));
    }
    const sums = rows.map(({ nee }) => Number(nee));
    expect(rowsOf(estimated, 'daily').at(-1)).toMatchObject({
      lowest: expect.closeTo(Math.min(...sums), 8),
      highest: expect.closeTo(Math.max(...sums), 8),
    });
    expect(rowsOf(fixed, 'daily').at(-1)).toMatchObject({ lowest: null, highest: null });
  });

  it('gives every record as the reference has it, under the same names', () => {
    const rows = rowsOf(fixed, 'halfHourly');
    expect(rows).toHaveLength(4320);
    // the line 202106010200 of ec-03-expected.csv
    expect(rows[99]).toEqual({
      TIMESTAMP_END: '202106010200',
      NEE_orig: null,
      NEE_f: expect.closeTo(1.917977, 6),
      NEE_fqc: 1,
      NEE_fall: expect.closeTo(1.917977, 6),
      NEE_fsd: expect.closeTo(0.94305, 6),
      NEE_fnum: 43,
      NEE_fmeth: 2,
      NEE_fwin: 14,
      Rg: 0,
      Tair_f: expect.closeTo(12.912039, 6),
      PotRad: 0,
      R_ref: expect.closeTo(2.499455, 6),
      Reco: expect.closeTo(2.236369, 6),
      GPP_f: expect.closeTo(0.318392, 6),
    });
  });

  it('gives the mean of measured records by class of radiation', () => {
    const rows = rowsOf(fixed, 'light');
    const records = rowsOf(fixed, 'halfHourly').filter(
      ({ NEE_orig, Rg }) => NEE_orig !== null && Number(Rg) >= 300 && Number(Rg) < 400,
    );
    const sum = records.reduce((total, { NEE_orig }) => total + Number(NEE_orig), 0);
    const found = rows.find(({ from }) => from === 300);
    expect(found).toMatchObject({ to: 400, count: records.length });
    expect(found?.['nee']).toBeCloseTo(sum / records.length, 10);
    expect(rows.map(({ from }) => from)).toEqual(rows.map((_, index) => 100 * index));
  });
});

describe('problems', () => {
  const cell = (column: number, text: string, at = 5) =>
    changed((cells, index) => (index === at ? cells.toSpliced(column, 1, text) : cells));
  const shuffled = (change: (rows: string[]) => string[]) => [header, ...change([...lines])].join('\n');
  const night = '202105300200'; // the fourth record
  const cases: Readonly<Record<(typeof problems)[number], object>> = {
    'csv-no-time-column': { data: 'a,b\n1,2' },
    'csv-no-nee-column': { data: example.replace('NEE', 'H') },
    'csv-unit-not-known': { data: example.replace('NEE', 'NEE (g C m-2)') },
    'csv-vpd-unit-unclear': { data: changed((cells) => cells.toSpliced(4, 1, '0.1')) },
    'csv-bad-time': { data: cell(0, '2.02106E+11') },
    'csv-not-a-number': { data: cell(1, 'n/a') },
    'csv-out-of-range': { data: cell(2, '1e999') },
    'csv-step-not-regular': { data: shuffled((rows) => rows.toReversed()) },
    'csv-duplicate-time': { data: shuffled((rows) => rows.toSpliced(30, 0, rows[29] ?? '')) },
    'csv-time-backwards': { data: shuffled((rows) => rows.toSpliced(30, 0, rows[20] ?? '')) },
    'csv-time-gap': { data: shuffled((rows) => rows.toSpliced(30, 1)) },
    'csv-daylight-saving': {
      data: shuffled((rows) => rows.filter((row) => !/^202105300(200|230),/.test(row))),
    },
    'csv-more': { data: changed((cells) => cells.toSpliced(1, 1, 'x')) },
    'too-short': { data: shuffled((rows) => rows.slice(0, 48 * 89)) },
    'not-from-midnight': { data: shuffled((rows) => rows.slice(1)) },
    'not-whole-days': { data: shuffled((rows) => rows.slice(0, -1)) },
    'column-missing': { data: withColumns(['TIMESTAMP_END', 'NEE'], (cells) => cells.slice(0, 2)) },
    'nothing-measured': { data: changed((cells) => cells.toSpliced(1, 1, 'NA')) },
    'no-threshold': { data: changed((cells) => cells.toSpliced(5, 1, '0.3')) },
    'nothing-left': {
      data: changed((cells) => cells.toSpliced(2, 1, '0')),
      ...{ ustar: 'fixed', threshold: 2 },
    },
    'not-whole': { samples: 50.5 },
  };

  it.each(problems)('%s', (code) => {
    expect(lines[3]).toContain(night);
    expect(codesOf(compute(cases[code]))).toContain(code);
  });

  it('name line, column and value, twenty of them and how many more', () => {
    const found = compute({ data: cell(2, '2000') });
    expect(found.ok ? [] : found.problems).toEqual([
      {
        code: 'csv-out-of-range',
        path: 'data',
        value: '7 · Rg · 2000',
        min: -10,
        max: 1400,
        unit: undefined,
      },
    ]);
    const many = compute(cases['csv-more']);
    if (many.ok) throw new Error('it has 4320 problems');
    expect(many.problems).toHaveLength(21);
    expect(many.problems.at(-1)).toMatchObject({ code: 'csv-more', value: 4300 });
  });

  it('of file and fields come together', () => {
    expect(codesOf(compute({ ...cases['csv-not-a-number'], seed: 0.5 }))).toEqual([
      'not-whole',
      'csv-not-a-number',
    ]);
  });

  it('are values, never exceptions, whatever the file', () => {
    for (const data of [
      '',
      '\n',
      'x',
      '\u0000',
      '"',
      'TIMESTAMP_END,NEE\n,',
      `${header}\n${'9'.repeat(5000)}`,
    ])
      expect(compute({ data }).ok).toBe(false);
  });
});
