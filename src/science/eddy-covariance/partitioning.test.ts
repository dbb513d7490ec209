import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import { respiration } from './lloyd-taylor.ts';
import { nightRecords, type PartitioningInput, partition } from './partitioning.ts';

/** 60 days: temperature swings by day, NEE is respiration less what radiation drives. */
function input(noise: number, swing = 6): PartitioningInput {
  const random = randomSource(2);
  const n = 60 * 48;
  const hour = (i: number) => ((i % 48) + 0.5) / 2;
  const rg = Float64Array.from({ length: n }, (_, i) =>
    Math.max(0, 800 * Math.sin(((hour(i) - 6) / 12) * Math.PI)),
  );
  const tair = Float64Array.from(
    { length: n },
    (_, i) => 12 + swing * Math.sin(((hour(i) - 9) / 12) * Math.PI) + (i % 480) / 160,
  );
  return {
    stepsPerDay: 48,
    rg,
    potential: rg.map((one) => 1.5 * one),
    tair,
    tairQuality: new Uint8Array(n),
    nee: Float64Array.from(
      tair,
      (t, i) => respiration(3, 190, t) - (20 * (rg[i] ?? 0)) / (400 + (rg[i] ?? 0)) + noise * random.normal(),
    ),
    neeQuality: new Uint8Array(n),
  };
}

const options = { leastTemperatureRange: 5 };

describe('partitioning', () => {
  it('finds the respiration that made the data, and gives NEE = Reco - GPP', () => {
    const given = input(1e-4);
    const found = partition(given, options);
    if (!('e0' in found)) throw new Error(found.reason);
    expect(found.e0).toBeCloseTo(190, 1);
    given.nee.forEach((nee, i) => {
      expect(found.rref[i]).toBeCloseTo(3, 2);
      expect((found.reco[i] ?? 0) - (found.gpp[i] ?? 0)).toBeCloseTo(nee, 12);
    });
    expect(found.windows).toBeGreaterThan(2);
  });

  it('is not far off with noise', () => {
    const found = partition(input(0.5), options);
    if (!('e0' in found)) throw new Error(found.reason);
    expect(Math.abs(found.e0 - 190)).toBeLessThan(40);
  });

  it('says why where nights are all alike, and obeys an open choice of the range', () => {
    expect(partition(input(1e-4, 1), options)).toMatchObject({ reason: 'few-e0-windows', windows: 0 });
    expect(partition(input(1e-4, 1), { leastTemperatureRange: 1 })).toHaveProperty('e0');
  });

  it('takes nights only: sensor dark, sun down, NEE and temperature measured', () => {
    const given = input(0);
    const all = nightRecords(given).length;
    expect(all).toBe(60 * 24);
    const one = nightRecords(given)[0] ?? 0;
    const without = (change: Partial<PartitioningInput>) => nightRecords({ ...given, ...change }).length;
    const set = <T extends Float64Array | Uint8Array>(values: T, value: number) => {
      const changed = values.slice() as T; // a slice has the type of what it is cut from
      changed[one] = value;
      return changed;
    };
    expect(without({ rg: set(given.rg, 10) })).toBe(all);
    expect(without({ rg: set(given.rg, 10.1) })).toBe(all - 1);
    expect(without({ rg: set(given.rg, Number.NaN) })).toBe(all - 1);
    expect(without({ potential: set(given.potential, 0.1) })).toBe(all - 1);
    expect(without({ neeQuality: set(given.neeQuality, 1) })).toBe(all - 1);
    expect(without({ tairQuality: set(given.tairQuality, 1) })).toBe(all - 1);
  });

  it('holds Rref constant before the first and after the last window, and straight between', () => {
    const given = input(1e-4);
    given.nee.forEach((nee, i) => {
      given.nee[i] = i < 30 * 48 ? nee : nee + respiration(1, 190, given.tair[i] ?? 0);
    });
    const found = partition(given, options);
    if (!('e0' in found)) throw new Error(found.reason);
    expect(found.rref[0]).toBe(found.rref[48]);
    expect(found.rref.at(-1)).toBe(found.rref.at(-48));
    expect(found.rref[0]).toBeCloseTo(3, 1);
    expect(found.rref.at(-1)).toBeCloseTo(4, 1);
    const steps = found.rref.slice(1).map((one, i) => one - (found.rref[i] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(-0.001);
  });
});
