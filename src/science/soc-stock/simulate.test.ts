import { describe, expect, it } from 'vitest';
import { type Random, randomSource } from '../random.ts';
import { mean, quantile, standardDeviation } from '../statistics.ts';
import { type EsmMethod, equivalentMassStocks, massProfile } from './equivalent-mass.ts';
import { fixedDepthStock } from './fixed-depth.ts';
import type { ProfileMethod, SoilLayer } from './layers.ts';
import { drawsOfChange, type SimulationOptions, simulateStocks } from './simulate.ts';

const method: ProfileMethod = { reportingDepth: 30, densityBasis: 'total-volume', stoneDensity: 2.65 };
const errors = { concentrationError: 6, densityError: 4 };
const layer = (upper: number, lower: number, soc: number, bulkDensity: number, more = {}): SoilLayer => ({
  ...{ upper, lower, soc, bulkDensity },
  ...{ fragments: null, concentrationError: null, densityError: null, fragmentsError: null },
  ...more,
});
const soil = [layer(0, 10, 21, 1.1, errors), layer(10, 20, 14, 1.2, errors), layer(20, 40, 9, 1.25, errors)];
const options = (more: Partial<SimulationOptions> = {}): SimulationOptions => ({
  method: 'hyman',
  draws: 2000,
  random: randomSource(1),
  densityErrors: 'shared',
  ...more,
});
const simulated = (layers: readonly SoilLayer[], reference: readonly number[], given: SimulationOptions) => {
  const simulation = simulateStocks(layers, method, reference, given);
  if (simulation === null) throw new Error('no error was given');
  return simulation;
};

describe('simulation', () => {
  it('without errors there is none; an error known for one layer only does not count', () => {
    const [first, ...rest] = soil.map((one) => ({ ...one, concentrationError: null, densityError: null }));
    if (first === undefined) throw new Error('no layer');
    expect(simulateStocks([first, ...rest], method, [], options())).toBe(null);
    expect(simulateStocks([{ ...first, densityError: 5 }, ...rest], method, [], options())).toBe(null);
    const known = [first, ...rest].map((one) => ({ ...one, densityError: 5 }));
    expect(simulateStocks(known, method, [], options())?.errorParts).toEqual(['density']);
  });

  it('the spread at fixed depth is that of first-order propagation', () => {
    const { fixedDepth } = simulated(soil, [], options({ draws: 20_000 }));
    const { stock, standardError } = fixedDepthStock(soil, method);
    expect(mean(fixedDepth)).toBeCloseTo(stock, 1);
    expect(standardDeviation(fixedDepth) / (standardError ?? Number.NaN)).toBeCloseTo(1, 1);
  });

  it('with one error of density through the profile the stock at fixed depth varies more', () => {
    const spread = (densityErrors: 'shared' | 'independent') =>
      standardDeviation(simulated(soil, [], options({ densityErrors })).fixedDepth);
    expect(spread('shared')).toBeGreaterThan(spread('independent'));
  });

  it('at equal mass an error of density matters less than at fixed depth', () => {
    const dense = soil.map((one) => ({ ...one, concentrationError: 0 }));
    const { fixedDepth, equivalentMass } = simulated(dense, [3550], options());
    expect(standardDeviation(equivalentMass[0] ?? [])).toBeLessThan(0.6 * standardDeviation(fixedDepth));
  });

  it('errors of 0 give the value itself in every draw', () => {
    const certain = soil.map((one) => ({ ...one, concentrationError: 0, densityError: 0 }));
    for (const esm of ['linear', 'fmm', 'natural', 'hyman'] as const) {
      const { fixedDepth, equivalentMass } = simulated(certain, [1000, 3550], options({ method: esm }));
      const wanted = equivalentMassStocks(massProfile(soil, method), [1000, 3550], { method: esm });
      expect(Math.max(...fixedDepth)).toBeCloseTo(fixedDepthStock(soil, method).stock, 12);
      equivalentMass.forEach((draws, index) => {
        expect(draws[7]).toBeCloseTo(wanted[index]?.cumulativeStock ?? Number.NaN, 12);
      });
    }
  });

  it('the same seed gives the same bits, another seed others', () => {
    const run = (seed: number) => simulated(soil, [3550], options({ random: randomSource(seed) }));
    expect(run(5)).toEqual(run(5));
    expect(run(5).fixedDepth).not.toEqual(run(6).fixedDepth);
  });

  it('stays finite and positive where stones may outweigh a drawn sample', () => {
    const stony = { densityBasis: 'whole-soil', reportingDepth: 30, stoneDensity: 2.65 } as const;
    const given = [layer(0, 30, 20, 1.5, { fragments: 50, fragmentsError: 60, densityError: 40 })];
    const simulation = simulateStocks(given, stony, [300], options());
    expect(simulation?.errorParts).toEqual(['density', 'fragments']);
    for (const draws of [simulation?.fixedDepth, ...(simulation?.equivalentMass ?? [])])
      expect(draws?.every((stock) => Number.isFinite(stock) && stock > 0)).toBe(true);
  });

  it('refuses what the methods it runs refuse', () => {
    expect(() => simulateStocks(soil, method, [], options({ draws: 0 }))).toThrow(/draws is 0/);
    expect(() => simulateStocks(soil, method, [-1], options())).toThrow(/reference\[0\] is -1/);
    expect(() => simulateStocks([], method, [], options())).toThrow(/too-shallow/);
  });
});

describe('coverage of the 95 % interval', () => {
  const repetitions = 1200; // binomial error 0.63 %
  const reference = [1150, 2400, 3600];
  const expectCoverage = (held: number, of = repetitions) => {
    expect(held / of).toBeGreaterThan(0.93);
    expect(held / of).toBeLessThan(0.97);
  };
  const holds = (draws: ArrayLike<number>, value: number) =>
    quantile(draws, 0.025) <= value && value <= quantile(draws, 0.975);
  const stockAbove = (layers: readonly SoilLayer[], at: ProfileMethod, esm: EsmMethod) =>
    equivalentMassStocks(massProfile(layers, at), reference, { method: esm }).at(-1)?.cumulativeStock ??
    Number.NaN;

  /** What a laboratory would report of a true soil. */
  const measured = (random: Random, layers: readonly SoilLayer[], shared = true): readonly SoilLayer[] => {
    const common = random.normal();
    return layers.map((one) => ({
      ...one,
      soc: one.soc * (1 + ((one.concentrationError ?? 0) / 100) * random.normal()),
      bulkDensity:
        one.bulkDensity * (1 + ((one.densityError ?? 0) / 100) * (shared ? common : random.normal())),
      fragments: one.fragments && one.fragments * (1 + ((one.fragmentsError ?? 0) / 100) * random.normal()),
    }));
  };
  const stony: ProfileMethod = { ...method, densityBasis: 'fine-earth' };
  const stones = soil.map((one) => ({ ...one, bulkDensity: 1.35, fragments: 20, fragmentsError: 15 }));

  it.each<[EsmMethod, 'shared' | 'independent', ProfileMethod, readonly SoilLayer[]]>([
    ['linear', 'shared', method, soil],
    ['hyman', 'shared', method, soil],
    ['hyman', 'independent', stony, stones],
  ])('of stocks at fixed depth and at equal mass: %s, densities %s', (esm, densityErrors, at, layers) => {
    const random = randomSource(11);
    const truth = fixedDepthStock(layers, at).stock;
    const trueEsm = stockAbove(layers, at, esm);
    const held = { fixed: 0, esm: 0, firstOrder: 0 };
    for (let index = 0; index < repetitions; index += 1) {
      const given = measured(random, layers, densityErrors === 'shared');
      const simulation = simulateStocks(given, at, reference, {
        ...{ method: esm, densityErrors, draws: 400, random },
      });
      if (holds(simulation?.fixedDepth ?? [], truth)) held.fixed += 1;
      if (holds(simulation?.equivalentMass.at(-1) ?? [], trueEsm)) held.esm += 1;
      const { stock, standardError } = fixedDepthStock(given, at, densityErrors);
      if (Math.abs(stock - truth) <= 1.96 * (standardError ?? 0)) held.firstOrder += 1;
    }
    expectCoverage(held.fixed);
    expectCoverage(held.esm);
    expectCoverage(held.firstOrder);
  });

  it('of a change at equal mass', () => {
    const random = randomSource(13);
    const later = soil.map((one) => ({ ...one, soc: one.soc * 1.2, bulkDensity: one.bulkDensity * 0.95 }));
    const truth = stockAbove(later, method, 'hyman') - stockAbove(soil, method, 'hyman');
    let held = 0;
    for (let index = 0; index < repetitions; index += 1) {
      const [before, after] = [soil, later].map((layers) => {
        const given = options({ draws: 400, random });
        return simulated(measured(random, layers), reference, given).equivalentMass.at(-1);
      });
      if (!before || !after) throw new Error('no draws');
      if (holds(drawsOfChange(before, after), truth)) held += 1;
    }
    expectCoverage(held);
    expect(() => drawsOfChange(new Float64Array(2), new Float64Array(3))).toThrow(/after has 3 draws/);
  });
});
