import { describe, expect, it } from 'vitest';
import type { Success } from '../define.ts';
import { estimateOf } from '../define.ts';
import { evaluate } from '../equation.ts';
import { loadCalculator } from '../load.ts';

const calculator = await loadCalculator('ipcc-soc-tier1');

function computed(inputs: object): Success {
  const computation = calculator.compute({ ...inputs });
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation;
}
const wetland = {
  climate: 'cool-temperate-moist',
  soil: 'wetland',
  inputBefore: 'medium',
  landAfter: 'rewetted-wetland',
};
const worse = { landWithout: 'long-term-cultivated', inputWithout: 'low', inputBefore: 'medium' };

describe('the working', () => {
  it.each<[string, object, string[]]>([
    ['a change of use', {}, ['without', 'with', 'annual', 'total']],
    ['land that gets worse', worse, ['without', 'with', 'annual', 'total']],
    [
      'nitrogen in a wet climate',
      { nitrogen: 50, nitrogenClimate: 'wet', years: 7 },
      ['without', 'with', 'annual', 'total', 'n2o'],
    ],
    ['nitrogen in a dry climate', { nitrogen: -50 }, ['without', 'with', 'annual', 'total', 'n2o']],
    ['rewetting', wetland, ['without', 'rewetted', 'annual', 'methane']],
  ])('of %s gives the result step by step', (_, inputs, expected) => {
    const steps = calculator.working(computed(inputs));
    expect(steps.map(({ equation }) => equation)).toEqual(expected);
    for (const { equation, values, result } of steps) {
      const right = calculator.equations.find(({ id }) => id === equation)?.right ?? Number.NaN;
      expect(evaluate(right, values), equation).toBeCloseTo(result, 8);
    }
  });
});

describe('the drawings', () => {
  const viewOf = (id: string, inputs: object) => calculator.view(id, computed(inputs));

  it('of the gain has the interval, and a second line only with other gases', () => {
    const plain = viewOf('gain', {});
    expect(plain).toMatchObject({ lines: [{ name: 'soil', band: expect.anything() }] });
    expect(plain).toMatchObject({ marks: [{ at: 20 }] });
    expect(viewOf('gain', { nitrogen: 50, years: 20 })).toMatchObject({
      lines: [{ name: 'soil' }, { name: 'net' }],
      marks: [],
    });
    expect(viewOf('gain', wetland)).not.toMatchObject({ lines: [{ band: expect.anything() }] });
  });

  it('of the stock ends at both equilibria', () => {
    const view = viewOf('stock', { years: 20, ...worse });
    // 24 · 1; 24 · 0.76 · 0.95
    const ends = view?.kind === 'lines' ? view.lines.map(({ points }) => points.at(-1)?.[1]) : [];
    expect(ends).toEqual([expect.closeTo(24, 9), expect.closeTo(17.328, 9)]);
  });

  it('of what makes it unsure moves one number at a time', () => {
    const view = viewOf('unsure', {});
    if (view?.kind !== 'intervals') throw new Error('no intervals');
    // land use 0.76 ± 0.98 · 12 %: (24 − 24 · 0.95 · 0.76 · (1 ± 0.1176)) / 20 · 44/12
    expect(view.rows[1]?.interval?.[0]).toBeCloseTo(((24 - 17.328 * 1.1176) / 20) * (44 / 12), 9);
    expect(view.rows[1]?.interval?.[1]).toBeCloseTo(((24 - 17.328 * 0.8824) / 20) * (44 / 12), 9);
    expect(
      view.rows.map(({ name }) => (typeof name === 'object' && 'key' in name ? name.key : name)),
    ).toEqual(['view.unsure.without-factor', 'view.unsure.without-factor', 'reference', 'together']);
    expect(viewOf('unsure', wetland)).toBe(null);
  });

  it('moves a factor that stands on both sides on both', () => {
    const view = viewOf('unsure', {
      landAfter: 'long-term-cultivated',
      inputBefore: 'medium',
      tillageAfter: 'no-till',
    });
    if (view?.kind !== 'intervals') throw new Error('no intervals');
    const both = view.rows.find(
      ({ name }) => typeof name === 'object' && 'key' in name && name.key.endsWith('both'),
    );
    // 24 · 0.76 · 0.04 / 20 · 44/12, times 1 ± 0.1176
    const change = ((24 * 0.76 * 0.04) / 20) * (44 / 12);
    expect(both?.interval).toEqual([expect.closeTo(change * 0.8824, 9), expect.closeTo(change * 1.1176, 9)]);
  });
});

describe('numbers of the reader’s own', () => {
  it('stand beside the defaults', () => {
    const { result } = computed({ ownStock: 30 });
    expect(estimateOf(result, 'defaultStock').value).toBe(24);
    expect(estimateOf(result, 'annualDefault').value).toBeCloseTo(1.2232, 9);
    expect(estimateOf(computed({}).result, 'annualDefault').value).toBe(null);
  });

  it('are compared with the limits of the defaults', () => {
    const codes = (inputs: object) => computed(inputs).result.warnings.map(({ code }) => code);
    // 24 ± 5 %; 0.76 ± 12 %
    expect(codes({ ownStock: 25 })).not.toContain('own-stock-apart');
    expect(codes({ ownStock: 26 })).toContain('own-stock-apart');
    expect(codes({ ownFactorBefore: 0.7 })).not.toContain('own-factor-apart');
    expect(codes({ ownFactorBefore: 0.6 })).toContain('own-factor-apart');
    expect(codes({ ownFactorAfter: 1.1 })).toContain('own-factor-apart');
  });
});

it.each<[object, string[]]>([
  [{ tillageWithout: 'no-till', inputWithout: 'low' }, ['tillageWithout', 'inputWithout']],
  [{ ...wetland, tillageAfter: 'no-till', ownFactorAfter: 1 }, ['tillageAfter', 'ownFactorAfter']],
])('says which choices count for nothing: %o', (inputs, paths) => {
  const { warnings } = computed(inputs).result;
  expect(warnings.flatMap(({ code, path }) => (code === 'not-used' ? [path] : []))).toEqual(paths);
});

it('doubts nitrogen that does not leach in a moist zone', () => {
  const codes = (climate: string) =>
    computed({ climate, nitrogen: 10 }).result.warnings.map(({ code }) => code);
  expect(codes('tropical-moist')).toContain('nitrogen-climate');
  expect(codes('tropical-dry')).not.toContain('nitrogen-climate');
});
