import { describe, expect, it } from 'vitest';
import { figure } from './define.ts';
import { driversOf } from './drivers.ts';
import { quantity, table } from './fields.ts';
import { sampleCalculator } from './sample-calculator.ts';

const calculator = await sampleCalculator(
  {
    strong: quantity({ unit: '1', min: 0, max: 100, default: 10, uncertainty: 50 }),
    weak: quantity({ unit: '1', min: 0, max: 100, default: 10 }),
    idle: quantity({ unit: '1', min: 0, max: 100, default: 10 }),
    full: quantity({ unit: '1', min: 0, max: 1, default: 1 }),
    absent: quantity({ unit: '1', min: 0, max: 1, optional: true }),
    rows: table({
      columns: { x: quantity({ unit: '1', min: 0, max: 9 }) },
      rows: [{ x: 1 }, { x: 2 }],
      minRows: 1,
      maxRows: 3,
    }),
  },
  { result: figure({ unit: '1' }) },
  {
    run: ({ strong, weak, full, rows }) => ({
      outputs: { result: { value: 2 * strong + weak + full + rows.reduce((sum, { x }) => sum + x, 0) } },
    }),
  },
);

describe('driversOf', () => {
  const computation = calculator.compute({ rows: [{ x: 1 }, { x: 2 }] });
  if (!computation.ok) throw new Error('wrong inputs');
  const drivers = driversOf(calculator, calculator, computation);

  // result 20 + 10 + 1 + 3 = 34
  it('moves one input at a time, the largest effect first, a column as a whole', () => {
    expect(drivers.map(({ path }) => path)).toEqual(['strong', 'weak', 'rows.x', 'full']);
    expect(drivers[0]).toEqual({ path: 'strong', low: 24, high: 44, percent: 50, stated: true });
    expect(drivers[1]).toEqual({ path: 'weak', low: 33, high: 35, percent: 10, stated: false });
    expect(drivers[2]?.low).toBeCloseTo(33.7, 12);
    expect(drivers[2]?.high).toBeCloseTo(34.3, 12);
  });

  it('stops at the bounds of an input', () => {
    expect(drivers[3]).toMatchObject({ path: 'full', low: 33.9, high: 34 });
  });
});
