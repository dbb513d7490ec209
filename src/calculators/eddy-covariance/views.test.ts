import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rowsOf, type Success } from '../define.ts';
import { loadCalculator } from '../load.ts';
import type { ViewModel } from '../view.ts';

const calculator = await loadCalculator('eddy-covariance');

const example = readFileSync(new URL('./example.csv', import.meta.url), 'utf8');

function computed(inputs: object = {}): Success {
  const computation = calculator.compute({ data: example, ...inputs });
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation;
}

function viewOf<K extends ViewModel['kind']>(success: Success, id: string, kind: K) {
  const view = calculator.view(id, success);
  if (view?.kind !== kind) throw new Error(`${id} is not drawn as ${kind}`);
  return view as Extract<ViewModel, { kind: K }>;
}

const estimated = computed();
const whole = computed({ ustar: 'none', partition: 'none' });

describe('the fingerprint', () => {
  const view = viewOf(estimated, 'fingerprint', 'raster');

  it('has a column a day, from midnight up, and marks the months', () => {
    expect([view.columns, view.rows, view.cells.length]).toEqual([90, 48, 4320]);
    const records = rowsOf(estimated.result, 'halfHourly');
    expect(view.cells[3 * 48 + 20]).toBe(records[3 * 48 + 20]?.['NEE_f']);
    expect(view.xTicks).toEqual([
      { at: 2, name: '2021-06' },
      { at: 32, name: '2021-07' },
      { at: 63, name: '2021-08' },
    ]);
  });

  it('has a table of months by three hours, whose means are those of the records', () => {
    const { columns, rows } = view.table;
    expect(columns).toHaveLength(9);
    expect(rows.map(([month]) => month)).toEqual(['2021-05', '2021-06', '2021-07', '2021-08']);
    const days = [2, 30, 31, 27];
    const sum = rows.reduce(
      (total, row, month) =>
        total + row.slice(1).reduce((one: number, mean) => one + Number(mean) * 6, 0) * (days[month] ?? 0),
      0,
    );
    const records = rowsOf(estimated.result, 'halfHourly').map(({ NEE_f }) => Number(NEE_f));
    expect(sum).toBeCloseTo(
      records.reduce((total, one) => total + one, 0),
      8,
    );
  });

  it('takes days together where there are more than pixels, and leaves open what is not filled', () => {
    const { result, inputs } = estimated;
    const years = { ...result.outputs };
    years['halfHourly'] = Array.from({ length: 20 }, () => rowsOf(result, 'halfHourly')).flat();
    years['daily'] = Array.from({ length: 20 }, () => rowsOf(result, 'daily')).flat();
    const long = viewOf({ ok: true, inputs, result: { ...result, outputs: years } }, 'fingerprint', 'raster');
    expect([long.columns, long.cells.length]).toEqual([600, 600 * 48]);
    years['halfHourly'] = rowsOf(result, 'halfHourly').map((row) => ({ ...row, NEE_f: null }));
    years['daily'] = rowsOf(result, 'daily');
    const open = viewOf({ ok: true, inputs, result: { ...result, outputs: years } }, 'fingerprint', 'raster');
    expect(new Set(open.cells)).toEqual(new Set([null]));
  });
});

it('the sum since the first day ends at the sum of the period, with a band only where there are thresholds', () => {
  const [line] = viewOf(estimated, 'cumulative', 'lines').lines;
  expect(line?.points).toHaveLength(91);
  expect(line?.points.at(-1)?.[1]).toBeCloseTo(-50.74975, 4);
  expect(line?.band).toHaveLength(90);
  expect(viewOf(whole, 'cumulative', 'lines').lines[0]?.band).toEqual([]);
});

it('the light response shows measured records of the day, some hundreds of them', () => {
  const [points, means] = viewOf(estimated, 'light', 'lines').lines;
  expect(points?.points.length).toBeGreaterThan(150);
  expect(points?.points.length).toBeLessThanOrEqual(300);
  expect(Math.min(...(points?.points ?? []).map(([x]) => x))).toBeGreaterThanOrEqual(10);
  expect(means?.points.length).toBe(rowsOf(estimated.result, 'light').length);
});

it('the balance has respiration and photosynthesis to their sides, or the net exchange alone', () => {
  const { bars } = viewOf(estimated, 'balance', 'bars');
  const months = rowsOf(estimated.result, 'months');
  expect(bars.map(({ name }) => name)).toEqual(months.map(({ period }) => ({ text: period })));
  for (const [index, { parts }] of bars.entries()) {
    expect(parts.map(({ name }) => name)).toEqual(['reco', 'gpp']);
    expect(parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(Number(months[index]?.['nee']), 8);
  }
  const alone = viewOf(whole, 'balance', 'bars').bars.map(({ parts }) => parts.map(({ name }) => name));
  expect(new Set(alone.flat())).toEqual(new Set(['net']));
});

it('nothing is drawn of sums that are not there', () => {
  const data = example
    .split('\n')
    .map((line, index) => (index > 0 && index <= 61 * 48 ? line.replace(/^(\d+),[^,]*/, '$1,-9999') : line))
    .join('\n');
  const open = computed({ data, ustar: 'none', partition: 'none' });
  expect(calculator.view('cumulative', open)).toBeNull();
  expect(viewOf(open, 'balance', 'bars').bars.length).toBeLessThan(4);
});
