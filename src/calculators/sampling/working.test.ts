import { describe, expect, it } from 'vitest';
import { evaluate } from '../equation.ts';
import { loadCalculator } from '../load.ts';

const calculator = await loadCalculator('sampling');

const row = { area: 500, sd: 20 };
const plain = [row, { area: 300, sd: 45 }];
const dear = plain.map((one, index) => ({ ...one, cost: 100 * (index + 1) }));

function success(inputs: object) {
  const computation = calculator.compute({ ...inputs });
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation;
}
const idsOf = (inputs: object) => calculator.working(success(inputs)).map(({ equation }) => equation);

describe('the working', () => {
  it.each<[string, object]>([
    ['equal costs', { strata: plain }],
    ['different costs', { strata: dear }],
    ['Student’s t', { strata: plain, quantile: 'student', margin: 12 }],
    ['in percent', { strata: plain.map((one) => ({ ...one, mean: 90 })), margin: '', marginPercent: 10 }],
    ['a fixed number', { strata: dear, goal: 'total', total: 31, margin: '' }],
    ['plots visited again', { strata: plain, correlation: 0.8 }],
    ['a stratum measured whole', { strata: [row, { area: 0.3, sd: 900 }], margin: 1 }],
    ['a stratum that does not vary', { strata: [row, { area: 9, sd: 0 }] }],
  ])('of every step gives its result: %s', (_, inputs) => {
    const steps = calculator.working(success(inputs));
    expect(steps.map(({ equation }) => equation)).toContain('half-width');
    for (const { equation, values, result } of steps) {
      const right = calculator.equations.find(({ id }) => id === equation)?.right ?? Number.NaN;
      expect(Math.abs(evaluate(right, values) - result), equation).toBeLessThanOrEqual(
        1e-9 * Math.max(1, result),
      );
    }
  });

  it('leaves out the number where it was given, or where a stratum is measured whole', () => {
    expect(idsOf({ strata: plain })).toContain('number');
    expect(idsOf({ strata: dear })).toContain('number-with-costs');
    expect(idsOf({ strata: plain, goal: 'total', total: 20 })).not.toContain('number');
    expect(idsOf({ strata: [row, { area: 0.3, sd: 900 }], margin: 1 })).not.toContain('number');
  });
});

describe('the drawings', () => {
  const viewOf = (id: string, inputs: object) => calculator.view(id, success(inputs));
  const linesOf = (inputs: object, id = 'precision') => {
    const view = viewOf(id, inputs);
    return view?.kind === 'lines' ? view.lines.map(({ points }) => points) : [];
  };

  it('let the half-width fall with every plot, through the plan', () => {
    const [curve = [], plan = []] = linesOf({ strata: plain, margin: 2 });
    expect(curve.every(([, y], i) => y <= (curve[i - 1]?.[1] ?? Number.POSITIVE_INFINITY))).toBe(true);
    const [n = 0, half = 0] = plan[0] ?? [];
    const before = curve.filter(([x]) => x < n).at(-1)?.[1] ?? 0;
    const after = curve.find(([x]) => x > n)?.[1] ?? 0;
    expect(half).toBeGreaterThan(after * 0.99);
    expect(half).toBeLessThan(before * 1.01);
  });

  it('show costs only where they are known, strata only where there are several', () => {
    expect(viewOf('cost', { strata: plain })).toBeNull();
    expect(linesOf({ strata: dear }, 'cost')).toHaveLength(2);
    expect(viewOf('strata', { strata: [row] })).toBeNull();
    expect(viewOf('strata', { strata: plain })).toMatchObject({ bars: [{}, {}] });
  });

  it('hold for every goal, few plots and areas that are measured whole', () => {
    for (const inputs of [
      { strata: plain, quantile: 'student', margin: 60 },
      { strata: plain, goal: 'total', total: 5, quantile: 'student' },
      { strata: [{ area: 0.08, sd: 9 }], margin: 0.1 },
      { strata: [{ area: 1e9, sd: 1e6 }], margin: 1e-6 },
    ])
      expect(JSON.stringify(linesOf(inputs))).not.toMatch(/null|NaN/);
  });
});
