import { describe, expect, it } from 'vitest';
import { evaluate } from '../equation.ts';
import { loadCalculator } from '../load.ts';

const calculator = await loadCalculator('soc-stock');

const layer = (upper: number, lower: number, more: object = {}) => ({
  upper,
  lower,
  soc: 20,
  bulkDensity: 1.2,
  ...more,
});
const compute = (inputs: object) => calculator.compute({ ...inputs });

describe('the working', () => {
  const stepsOf = (inputs: object) => {
    const computation = compute(inputs);
    if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
    return calculator.working(computation);
  };
  const given = { layers: [layer(0, 10), layer(10, 30, { soc: 10 })], esmMethod: 'linear', years: 5 };

  it.each([
    ['within a layer', [{ lower: 20, mass: 2000 }]],
    ['at a limit', [{ lower: 10, mass: 1200 }]],
    ['within the first layer', [{ lower: 5, mass: 500 }]],
    ['below the samples', [{ lower: 40, mass: 5000 }]],
    ['with the lighter sampling', []],
  ])('of every step gives its result: a reference mass %s', (_, reference) => {
    const laterLayers = [layer(0, 40, { bulkDensity: 1 })];
    const steps = stepsOf({ ...given, laterLayers, reference });
    expect(steps.filter(({ equation }) => equation === 'equal-mass')).toHaveLength(2);
    expect(steps.map(({ equation }) => equation).slice(-2)).toEqual(['change', 'rate']);
    for (const { equation, values, result } of steps) {
      const right = calculator.equations.find(({ id }) => id === equation)?.right ?? Number.NaN;
      expect(evaluate(right, values), equation).toBeCloseTo(result, 9);
    }
  });

  it('leaves a cubic alone, which has no line to redo', () => {
    const steps = stepsOf({ ...given, esmMethod: 'hyman', reference: [{ lower: 20, mass: 2000 }] });
    expect(steps.map(({ equation }) => equation)).not.toContain('equal-mass');
  });

  it.each(['fine-earth', 'whole-soil'])('begins with the density on the basis %s', (densityBasis) => {
    const [first] = stepsOf({ densityBasis, layers: [layer(0, 30, { fragments: 10 })] });
    expect(first?.equation).toBe(densityBasis);
    const right = calculator.equations.find(({ id }) => id === densityBasis)?.right ?? Number.NaN;
    expect(evaluate(right, first?.values ?? {})).toBeCloseTo(first?.result ?? Number.NaN, 12);
  });
});

describe('the drawings', () => {
  const viewOf = (id: string, inputs: object) => {
    const computation = compute(inputs);
    return computation.ok ? calculator.view(id, computation) : null;
  };
  const pair = { layers: [layer(0, 30)], laterLayers: [layer(0, 30, { soc: 25, bulkDensity: 1 })] };

  it('of one sampling are one line and no change', () => {
    expect(viewOf('mass', { layers: [layer(0, 30)] })).toMatchObject({
      lines: [
        {
          name: 'first',
          points: [
            [0, 0],
            [3600, 72],
          ],
        },
      ],
    });
    expect(viewOf('change', { layers: [layer(0, 30)] })).toBe(null);
  });

  it('of two samplings set each line down to the reporting depth, and both changes below one another', () => {
    expect(viewOf('mass', pair)).toMatchObject({
      lines: [
        { name: 'first', points: [[0, 0], expect.anything()] },
        {
          name: 'later',
          points: [
            [0, 0],
            [3000, 75],
          ],
        },
      ],
      marks: [{ axis: 'x', at: 3000 }],
    });
    const change = viewOf('change', pair);
    expect(change).toMatchObject({
      rows: [
        { name: 'fixed-depth', value: expect.closeTo(3, 9), interval: null },
        { name: 'equal-mass', value: expect.closeTo(15, 9), interval: null },
      ],
    });
  });
});
