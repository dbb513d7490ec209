import { describe, expect, it } from 'vitest';
import { summarise } from '../monte-carlo.ts';
import { normalQuantile } from '../normal-quantile.ts';
import { randomSource } from '../random.ts';
import { sortedQuantile } from '../statistics.ts';
import { chaveHeight, chaveLogHeight } from './allometry.ts';
import { fastNormal, fillNormal } from './fast-normal.ts';
import { fitHeightModel } from './height-model.ts';
import type { BiomassMethod } from './method.ts';
import { canSimulate, fromStress, modelled, simulatedTree } from './simulated.ts';
import { grossErrors, type SimulatedTree, simulatePlots } from './uncertainty.ts';

const exact: SimulatedTree = {
  diameter: 30,
  diameterDeviation: 0,
  woodDensity: 0.6,
  densityDeviation: 0,
  height: { kind: 'measured', height: 20, deviation: 0 },
  plot: 0,
};
const simulate = (trees: readonly SimulatedTree[], draws = 20_000, seed = 1) =>
  summarise(simulatePlots(trees, { draws, seed, plots: 1 })[0] ?? new Float64Array());

/** ln AGB of an exact tree is normal: the posterior mean and variance, and the residual. */
const size = Math.log(0.6 * 30 ** 2 * 20);
const mean = -2.7615506706 + 0.9757765793 * size;
const variance = 0.00046119661 + 2 * size * -5.6898412e-5 + size ** 2 * 7.545171e-6 + 0.3574389 ** 2;

describe('a tree without errors of measurement', () => {
  const result = simulate([exact], 200_000);

  it('has the median, mean and spread of a lognormal number', () => {
    expect(result.p50 / Math.exp(mean)).toBeCloseTo(1, 2);
    expect(result.mean / Math.exp(mean + variance / 2)).toBeCloseTo(1, 2);
    expect(result.sd / (Math.exp(mean + variance / 2) * Math.sqrt(Math.expm1(variance)))).toBeCloseTo(1, 1);
    expect(Math.log(result.p97_5 / result.p50) / 1.96).toBeCloseTo(Math.sqrt(variance), 2);
  });

  it('has the mean of equation 4, whose constant holds the correction: within 1 %', () => {
    expect(result.mean / (0.0673 * Math.exp(0.976 * size))).toBeGreaterThan(0.99);
    expect(result.mean / (0.0673 * Math.exp(0.976 * size))).toBeLessThan(1.01);
  });
});

describe('errors', () => {
  it('each widen the interval', () => {
    const base = simulate([exact]).sd;
    const wider: Partial<SimulatedTree>[] = [
      { diameterDeviation: 3 },
      { densityDeviation: 0.12 },
      { height: { kind: 'measured', height: 20, deviation: 4 } },
      { height: fromStress(0.1) },
    ];
    for (const more of wider) {
      const one = simulate([{ ...exact, ...more }]);
      expect(one.sd / one.mean).toBeGreaterThan((1.05 * base) / simulate([exact]).mean);
    }
  });

  it('of single trees average out, those of the coefficients do not', () => {
    const relative = (n: number) => {
      const { sd, mean: centre } = simulate(
        Array.from({ length: n }, () => exact),
        4000,
      );
      return sd / centre;
    };
    const shared = Math.sqrt(variance - 0.3574389 ** 2);
    expect(relative(100)).toBeLessThan(relative(1) / 5);
    expect(relative(400)).toBeGreaterThan(shared);
  });

  it('stay within their limits, also for a tree at the limit', () => {
    const light = { ...exact, woodDensity: 0.05, densityDeviation: 0.12 };
    const low = { ...exact, height: { kind: 'measured', height: 1.3, deviation: 5 } as const };
    const thin = { ...exact, diameter: 0.1, diameterDeviation: 2 };
    for (const one of [light, low, thin]) expect(simulate([one], 2000).mean).toBeGreaterThan(0);
  });

  it('of 5 % of the trees are gross: halves go to the even number, as R rounds', () => {
    expect([1, 9, 10, 11, 30, 50, 60, 70, 100].map(grossErrors)).toEqual([0, 0, 0, 1, 2, 2, 3, 4, 5]);
    const thin = { ...exact, diameter: 15 };
    const chave = { ...thin, diameterDeviation: null };
    const twenty = (tree: SimulatedTree) =>
      simulate(
        Array.from({ length: 20 }, () => tree),
        20_000,
      ).sd;
    const small = { ...thin, diameterDeviation: 0.0062 * 15 + 0.0904 };
    expect(twenty(chave)).toBeGreaterThan(1.03 * twenty(small));
  });
});

describe('heights that are predicted', () => {
  it('from E are those of equation 6a', () => {
    const height = fromStress(0.2);
    if (height.kind !== 'logarithm') throw new Error('not a logarithm');
    const ln = Math.log(37);
    expect(height.a + height.b * ln + height.c * ln * ln).toBeCloseTo(chaveLogHeight(37, 0.2), 10);
    expect(height.deviation).toBe(0.243);
    // the mean of AGB follows the mean height nearly in proportion
    const there = simulate([{ ...exact, height }], 100_000).mean;
    const measured = { kind: 'measured', height: chaveHeight(30, 0.2), deviation: 0 } as const;
    expect(there / simulate([{ ...exact, height: measured }], 100_000).mean).toBeCloseTo(1, 1);
  });

  const trees = Array.from({ length: 20 }, (_, i) => ({
    diameter: 6 + 3 * i,
    height: 5 + 8 * Math.log(2 + i),
  }));

  it('by a local model have its residual error', () => {
    const log = fitHeightModel(trees, 'log2');
    expect(modelled(log)).toMatchObject({ kind: 'logarithm', deviation: log.logResidual });
    const curve = modelled(fitHeightModel(trees, 'michaelis'));
    if (curve.kind !== 'curve') throw new Error('not a curve');
    expect(curve.height(30)).toBeGreaterThan(curve.height(20));
    expect(simulate([{ ...exact, height: curve }], 2000).mean).toBeGreaterThan(100);
  });

  const method: BiomassMethod = {
    equation: 'chave-4',
    heights: 'feldpausch',
    stress: null,
    region: 'SEAsia',
    formula: null,
    diameterLimit: 0,
  };
  const errors = { diameter: 'chave2004', height: 0.1, regionalHeight: null } as const;
  const tree = { diameter: 30, height: null, woodDensity: 0.6, taxon: null };

  it('by a region need an error of the user', () => {
    expect(canSimulate([tree], method, errors)).toBe(false);
    expect(canSimulate([{ ...tree, height: 20 }], method, errors)).toBe(true);
    expect(canSimulate([tree], method, { ...errors, regionalHeight: 4 })).toBe(true);
    expect(canSimulate([tree], { ...method, equation: 'chave-7-biomass' }, errors)).toBe(false);
    expect(canSimulate([], method, errors)).toBe(false);
  });

  it('become what the simulation takes', () => {
    const regional = { ...errors, regionalHeight: 4 };
    expect(simulatedTree({ ...tree, height: 20 }, method, errors, 0.07, 2, null)).toEqual({
      diameter: 30,
      diameterDeviation: null,
      woodDensity: 0.6,
      densityDeviation: 0.07,
      height: { kind: 'measured', height: 20, deviation: 2 },
      plot: 2,
    });
    expect(simulatedTree(tree, method, regional, 0.07, 0, null).height).toMatchObject({
      kind: 'curve',
      deviation: 4,
    });
    const stressed = { ...method, heights: 'chave-6a', stress: 0.1 } as const;
    expect(simulatedTree(tree, stressed, errors, 0.07, 0, null).height).toEqual(fromStress(0.1));
    const local = { ...method, heights: 'local' } as const;
    const model = fitHeightModel(trees, 'log1');
    expect(simulatedTree(tree, local, errors, 0.07, 0, model).height).toEqual(modelled(model));
  });
});

describe('plots', () => {
  it('are summed apart, and the same seed gives the same bits', () => {
    const trees = [exact, { ...exact, plot: 1 }, { ...exact, plot: 1 }];
    const once = simulatePlots(trees, { draws: 500, seed: 9, plots: 3 });
    expect(simulatePlots(trees, { draws: 500, seed: 9, plots: 3 })).toEqual(once);
    expect(simulatePlots(trees, { draws: 500, seed: 10, plots: 3 })[0]).not.toEqual(once[0]);
    expect(summarise(once[1] ?? new Float64Array()).mean).toBeGreaterThan(
      summarise(once[0] ?? new Float64Array()).mean,
    );
    expect(once[2]?.every((kg) => kg === 0)).toBe(true);
  });

  it.each<[string, Partial<SimulatedTree>, object, RegExp]>([
    ['one draw', {}, { draws: 1 }, /draws is 1;/],
    ['half a draw', {}, { draws: 10.5 }, /draws is 10\.5/],
    ['a negative seed', {}, { seed: -1 }, /seed is -1/],
    ['no diameter', { diameter: 0 }, {}, /trees\[0\]\.diameter is 0/],
    ['an unknown density', { woodDensity: Number.NaN }, {}, /trees\[0\]\.woodDensity is NaN/],
    ['a negative error', { densityDeviation: -1 }, {}, /densityDeviation is -1/],
    ['no height', { height: { kind: 'measured', height: 0, deviation: 1 } }, {}, /trees\[0\]\.height is 0/],
    ['another plot', { plot: 1 }, {}, /trees\[0\]\.plot is 1; an integer from 0 to 0/],
  ])('refuse %s', (_, more, options, message) => {
    const run = () => simulatePlots([{ ...exact, ...more }], { draws: 100, seed: 1, plots: 1, ...options });
    expect(run).toThrow(RangeError);
    expect(run).toThrow(message);
  });
});

it('the interval of a plot holds its true biomass in 95 % of all cases', () => {
  const random = randomSource(7);
  const repetitions = 1500; // binomial error 0.56 %
  const l11 = Math.sqrt(0.00046119661);
  const l21 = -5.6898412e-5 / l11;
  const l22 = Math.sqrt(7.545171e-6 - l21 * l21);
  let inside = 0;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const z = random.normal();
    const a = -2.7615506706 + l11 * z;
    const b = 0.9757765793 + l21 * z + l22 * random.normal();
    let truth = 0;
    const trees = [8, 12, 15, 18, 22, 26, 30, 40, 60, 75].map((diameter): SimulatedTree => {
      const height = 3 + 30 * -Math.expm1(-0.04 * diameter);
      const residual = 0.3574389 * random.normal();
      truth += Math.exp(a + b * Math.log(0.6 * diameter ** 2 * height) + residual);
      return {
        diameter: diameter + (0.0062 * diameter + 0.0904) * random.normal(),
        diameterDeviation: null,
        woodDensity: 0.6 + 0.07 * random.normal(),
        densityDeviation: 0.07,
        height: { kind: 'measured', height: height * (1 + 0.1 * random.normal()), deviation: 0.1 * height },
        plot: 0,
      };
    });
    const [sums = new Float64Array()] = simulatePlots(trees, { draws: 500, seed: repetition, plots: 1 });
    sums.sort();
    if (sortedQuantile(sums, 0.025) <= truth && truth <= sortedQuantile(sums, 0.975)) inside += 1;
  }
  expect(inside / repetitions).toBeGreaterThan(0.93);
  expect(inside / repetitions).toBeLessThan(0.97);
});

describe('fast normal numbers', () => {
  it('are those of the quantile function, to 1.1e-5', () => {
    for (let i = 0; i < 20_000; i += 1) {
      const p = (i + 0.5) / 20_000;
      const z = fastNormal({ next: () => p, normal: () => 0 });
      expect(Math.abs(z - normalQuantile(p))).toBeLessThan(1.1e-5);
    }
    expect(fastNormal({ next: () => 0, normal: () => 0 })).toBeLessThan(-8);
  });

  it('have mean 0, variance 1 and the kurtosis of a normal number', () => {
    const z = new Float64Array(1_000_000);
    fillNormal(randomSource(2), z);
    const moment = (power: number) => z.reduce((sum, x) => sum + x ** power, 0) / z.length;
    expect(moment(1)).toBeCloseTo(0, 2);
    expect(moment(2)).toBeCloseTo(1, 2);
    expect(moment(3)).toBeCloseTo(0, 1);
    expect(moment(4)).toBeCloseTo(3, 1);
  });
});
