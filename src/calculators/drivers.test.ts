import { describe, expect, it } from 'vitest';
import { driversOf } from './drivers.ts';
import { quantity, table } from './fields.ts';
import { figure } from './output.ts';
import { sampleCalculator } from './sample-calculator.ts';

const calculator = await sampleCalculator(
  {
    strong: quantity({ unit: '1', min: 0, max: 100, default: 10, uncertainty: 50 }),
    weak: quantity({ unit: '1', min: 0, max: 100, default: 10 }),
    idle: quantity({ unit: '1', min: 0, max: 100, default: 10 }),
    full: quantity({ unit: '1', min: 0, max: 1, default: 1 }),
    warm: quantity({ unit: 'Cel', min: -60, max: 45, default: 10 }),
    seed: quantity({ unit: '1', min: 0, max: 100, default: 10 }),
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
    run: ({ strong, weak, full, rows, warm, seed }) => ({
      outputs: {
        result: {
          value: 2 * strong + weak + full + warm / 4 + seed + rows.reduce((sum, { x }) => sum + x, 0),
        },
      },
    }),
  },
);

describe('driversOf', () => {
  const computation = calculator.compute({ rows: [{ x: 1 }, { x: 2 }] });
  if (!computation.ok) throw new Error('wrong inputs');
  const drivers = driversOf(calculator, calculator, computation);

  // result 20 + 10 + 1 + 2.5 + 10 + 3 = 46.5
  it('moves one input at a time, the largest effect first, a column as a whole', () => {
    expect(drivers.map(({ path }) => path)).toEqual(['strong', 'weak', 'rows.x', 'warm', 'full']);
    expect(drivers[0]).toEqual({ path: 'strong', low: 36.5, high: 56.5, step: 50, unit: '%', stated: true });
    expect(drivers[1]).toEqual({ path: 'weak', low: 45.5, high: 47.5, step: 10, unit: '%', stated: false });
    expect(drivers[2]?.low).toBeCloseTo(46.2, 12);
    expect(drivers[2]?.high).toBeCloseTo(46.8, 12);
  });

  it('moves a temperature by a degree: a share of it means nothing', () => {
    expect(drivers[3]).toEqual({ path: 'warm', low: 46.25, high: 46.75, step: 1, unit: '°C', stated: false });
  });

  it('does not move the seed, and nothing where the definition says so', () => {
    expect(drivers.map(({ path }) => path)).not.toContain('seed');
    expect(driversOf({ ...calculator, drivers: false }, calculator, computation)).toEqual([]);
  });

  it('stops at the bounds of an input', () => {
    expect(drivers[4]).toMatchObject({ path: 'full', low: 46.4, high: 46.5 });
  });
});
