import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import type { HeightForm } from './domain.ts';
import { compareHeightModels, fitHeightModel, type MeasuredHeight, modelHeight } from './height-model.ts';

const diameters = [5, 7, 9, 12, 15, 18, 21, 25, 29, 34, 40, 46, 53, 61, 70, 80];
const trees = (height: (diameter: number) => number): MeasuredHeight[] =>
  diameters.map((diameter) => ({ diameter, height: height(diameter) }));

describe('a curve without error is found again', () => {
  it.each<[HeightForm, (d: number) => number, readonly number[]]>([
    ['log1', (d) => Math.exp(1.2 + 0.5 * Math.log(d)), [1.2, 0.5]],
    ['log2', (d) => Math.exp(0.8 + 0.9 * Math.log(d) - 0.05 * Math.log(d) ** 2), [0.8, 0.9, -0.05]],
    ['michaelis', (d) => (45 * d) / (24 + d), [45, 24]],
  ])('%s', (form, curve, coefficients) => {
    const model = fitHeightModel(trees(curve), form);
    for (const [i, value] of coefficients.entries()) expect(model.coefficients[i]).toBeCloseTo(value, 7);
    expect(model.residual).toBeCloseTo(0, 6);
    expect(model).toMatchObject({ diameters: [5, 80], trees: 16 });
    expect(modelHeight(model, 33)).toBeCloseTo(curve(33), 6);
    expect(compareHeightModels(trees(curve))[0]?.residual).toBeCloseTo(0, 6);
  });
});

describe('arithmetic by hand', () => {
  it('log1: residuals of ±0.1 in ln H, 8 of each, have s² = 16 · 0.01/14, and the mean is exp(s²/2) higher', () => {
    // pairs of equal diameter, one above and one below: the line goes through the middle
    const pairs = diameters
      .slice(0, 8)
      .flatMap((diameter) =>
        [0.1, -0.1].map((error) => ({ diameter, height: Math.exp(1 + 0.5 * Math.log(diameter) + error) })),
      );
    const model = fitHeightModel(pairs, 'log1');
    const squared = (16 * 0.01) / 14;
    expect(model.logResidual).toBeCloseTo(Math.sqrt(squared), 10);
    expect(modelHeight(model, 1)).toBeCloseTo(Math.exp(1 + squared / 2), 10);
  });

  it('a stop as early as that of nlsLM leaves the sum of squares a little higher, never lower', () => {
    const random = randomSource(5);
    const noisy = trees((d) => (45 * d) / (24 + d) + 4 * random.normal() + 8);
    const fine = fitHeightModel(noisy, 'michaelis');
    const early = fitHeightModel(noisy, 'michaelis', { tolerance: 1e-4 });
    expect(early.residual).toBeGreaterThanOrEqual(fine.residual);
    expect(early.residual / fine.residual).toBeLessThan(1.001);
    const [A = 0, B = 0] = fine.coefficients;
    // at the smallest sum of squares the residuals are at right angles to both derivatives
    const sum = (f: (d: number) => number) =>
      noisy.reduce((total, { diameter: d, height }) => total + (height - (A * d) / (B + d)) * f(d), 0);
    expect(sum((d) => d / (B + d))).toBeCloseTo(0, 5);
    expect(sum((d) => d / (B + d) ** 2)).toBeCloseTo(0, 6);
  });
});

describe('laws', () => {
  it('heights in another unit give the same curve in that unit', () => {
    const random = randomSource(3);
    const given = trees((d) => (40 * d) / (20 + d) + random.normal());
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 5, noNaN: true }), (times) => {
        const scaled = given.map(({ diameter, height }) => ({ diameter, height: height * times }));
        for (const form of ['log1', 'log2', 'michaelis'] as const) {
          const ratio =
            modelHeight(fitHeightModel(scaled, form), 30) / modelHeight(fitHeightModel(given, form), 30);
          expect(Math.abs(ratio / times - 1)).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('the order of the trees does not matter', () => {
    const given = trees((d) => (40 * d) / (20 + d) + Math.sin(d));
    for (const form of ['log1', 'log2', 'michaelis'] as const)
      expect(modelHeight(fitHeightModel([...given].reverse(), form), 30)).toBeCloseTo(
        modelHeight(fitHeightModel(given, form), 30),
        7,
      );
  });
});

describe('refusals', () => {
  it.each<[string, readonly MeasuredHeight[], RegExp]>([
    ['14 trees', trees(() => 10).slice(0, 14), /trees has 14 heights; at least 15/],
    ['a height of 0', [...trees((d) => d), { diameter: 10, height: 0 }], /trees\[16\]\.height is 0/],
    [
      'an unknown diameter',
      [...trees((d) => d), { diameter: Number.NaN, height: 5 }],
      /trees\[16\]\.diameter is NaN/,
    ],
    ['one diameter', diameters.map((height) => ({ diameter: 20, height })), /diameter is 20 in all trees/],
  ])('of %s', (_, given, message) => {
    for (const form of ['log1', 'michaelis'] as const) {
      expect(() => fitHeightModel(given, form)).toThrow(RangeError);
      expect(() => fitHeightModel(given, form)).toThrow(message);
    }
  });

  it('heights that are a straight line end in a straight line, not in a failure', () => {
    const model = fitHeightModel(
      trees((d) => d / 3),
      'michaelis',
    );
    expect(modelHeight(model, 40) / (40 / 3)).toBeCloseTo(1, 3);
  });
});
