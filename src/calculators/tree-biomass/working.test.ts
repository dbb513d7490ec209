import { describe, expect, it } from 'vitest';
import { evaluate } from '../equation.ts';
import { loadCalculator } from '../load.ts';

const calculator = await loadCalculator('tree-biomass');

const tree = (more: object = {}) => ({ diameter: 20, height: 15, woodDensity: 0.6, ...more });
function successOf(inputs: object) {
  const computation = calculator.compute({ trees: [tree(), tree({ diameter: 45 })], draws: 1000, ...inputs });
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation;
}

describe('the working', () => {
  it.each([
    ['with heights', {}, ['with-height', 'with-height', 'hectare', 'ratio', 'carbon', 'co2']],
    [
      'with heights from E',
      { heights: 'chave-6a', stress: 0.1, trees: [tree({ height: null })] },
      ['height', 'with-height', 'hectare', 'ratio', 'carbon', 'co2'],
    ],
    ['without heights', { equation: 'chave-7-biomass', stress: 0.1 }, ['without-height', 'without-height']],
    ['as published', { equation: 'chave-7-published', stress: 0.1 }, ['without-height', 'without-height']],
    ['after Mokany', { belowGround: 'mokany' }, ['with-height', 'with-height', 'hectare', 'mokany']],
    ['after Cairns', { belowGround: 'cairns' }, ['with-height', 'with-height', 'hectare', 'cairns']],
    [
      'after Cairns, tropical',
      { belowGround: 'cairns-tropical' },
      ['with-height', 'with-height', 'hectare', 'cairns'],
    ],
    [
      'after Cairns, boreal',
      { belowGround: 'cairns-boreal' },
      ['with-height', 'with-height', 'hectare', 'cairns'],
    ],
    [
      'with an own ratio',
      { belowGround: 'ratio', rootRatio: 0.3 },
      ['with-height', 'with-height', 'hectare', 'ratio'],
    ],
    [
      'without roots, with an own carbon content',
      { belowGround: 'none', carbon: 'own', ownCarbon: 0.5 },
      ['with-height', 'with-height', 'hectare', 'carbon', 'co2'],
    ],
    [
      'of stems',
      { carbon: 'tropical-stem', diameterLimit: 30 },
      ['with-height', 'hectare', 'ratio', 'carbon', 'co2'],
    ],
    ['of a species', { equation: 'wang-2006', trees: [tree({ taxon: 'Acer mono' })] }, ['hectare', 'ratio']],
    ['of nothing', { diameterLimit: 100 }, []],
  ])('%s gives what was computed', (_, inputs, begins) => {
    const steps = calculator.working(successOf(inputs));
    expect(steps.map(({ equation }) => equation).slice(0, begins.length)).toEqual(begins);
    for (const { equation, values, result } of steps) {
      const right = calculator.equations.find(({ id }) => id === equation)?.right ?? Number.NaN;
      expect(evaluate(right, values) / result, equation).toBeCloseTo(1, 9);
    }
  });
});

describe('the drawings', () => {
  const viewOf = (id: string, inputs: object) => calculator.view(id, successOf(inputs));

  it('show the biomass of classes of diameter, which add up to the whole', () => {
    const success = successOf({});
    const view = calculator.view('classes', success);
    if (view?.kind !== 'bars') throw new Error('no bars');
    const total = view.bars.flatMap(({ parts }) => parts).reduce((sum, { value }) => sum + value, 0);
    expect(success.result.outputs['agb']).toMatchObject({ value: expect.closeTo(total, 9) });
    expect(view.bars.map(({ name }) => name)).toEqual([
      { key: 'view.classes.class', values: { from: 20, to: 30, count: 1 } },
      { key: 'view.classes.class', values: { from: 30, to: 40, count: 0 } },
      { key: 'view.classes.class', values: { from: 40, to: 60, count: 1 } },
    ]);
    expect(viewOf('classes', { trees: [tree()] })).toBe(null);
  });

  it('show plots only where there are several', () => {
    expect(viewOf('plots', {})).toBe(null);
    const view = viewOf('plots', { trees: [tree({ plot: 'A' }), tree({ diameter: 30 })] });
    expect(view).toMatchObject({
      rows: [{ name: { text: 'A' } }, { name: 'unnamed' }, { name: 'mean', pooled: true }],
    });
  });

  it('show heights, measured and predicted', () => {
    const trees = [tree(), tree({ diameter: 30 }), tree({ height: null })];
    expect(viewOf('heights', { trees, heights: 'feldpausch' })).toMatchObject({
      lines: [{ name: 'measured', points: [expect.anything(), expect.anything()] }, { name: 'predicted' }],
    });
    expect(viewOf('heights', {})).toBe(null);
  });
});
