import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/meta-analysis/cases.json' with { type: 'json' };
import { defaultTexts } from '../address.ts';
import { evaluate } from '../equation.ts';
import { loadCalculator } from '../load.ts';
import { goldenInputs } from './golden-inputs.ts';

const calculator = await loadCalculator('meta-analysis');

const texts = defaultTexts(calculator.fields);

function success(inputs: object) {
  const computation = calculator.compute({ ...texts, ...inputs });
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation;
}
const entered = goldenInputs(golden.cases);

describe('the working', () => {
  it.each(entered.map((one) => [`${one.case}, ${one.raw['method']}`, one.raw] as const))(
    'of every step gives its result: %s',
    (_, raw) => {
      const steps = calculator.working(success(raw));
      expect(steps.map(({ equation }) => equation)).toContain('pooled');
      for (const { equation, values, result } of steps) {
        const right = calculator.equations.find(({ id }) => id === equation)?.right ?? Number.NaN;
        expect(Math.abs(evaluate(right, values) - result), equation).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(result)),
        );
      }
    },
  );

  it('names the rows as they stand, those left out not counted', () => {
    const row = { m1: 4, sd1: 1, n1: 5, m2: 3, sd2: 1, n2: 5 };
    const studies = [
      { study: 'a', ...row },
      { study: 'b', m1: 3 },
      { study: 'c', ...row },
    ];
    const steps = calculator.working(success({ studies }));
    expect(steps.filter(({ equation }) => equation === 'weight').map(({ row: at }) => at?.index)).toEqual([
      0, 2,
    ]);
  });
});

describe('the drawings', () => {
  const viewOf = (id: string, inputs: object = {}) => calculator.view(id, success(inputs));
  const study = (i: number) => ({
    ...{ study: `s${i}`, m1: 10 + (i % 3), sd1: 2, n1: 4 + (i % 9) },
    ...{ m2: 9, sd2: 2, n2: 5 },
  });
  const many = (count: number) => Array.from({ length: count }, (_, i) => study(i));

  it('put the studies, then the mean, then a further place into the forest', () => {
    const view = viewOf('forest');
    if (view?.kind !== 'intervals') throw new Error('no forest');
    expect(view.rows).toHaveLength(11);
    expect(view.rows.at(-2)).toMatchObject({ name: 'pooled', pooled: true });
    expect(view.rows.at(-1)).toMatchObject({ name: 'prediction' });
    expect(Math.max(...view.rows.map(({ weight = 0 }) => weight))).toBe(1);
    const fixed = viewOf('forest', { method: 'FE' });
    expect(fixed?.kind === 'intervals' ? fixed.rows.at(-1) : null).toMatchObject({ name: 'pooled' });
  });

  it('add a diamond for every group, and leave out the lightest of very many', () => {
    const groups = many(10).map((one, i) => ({ ...one, subgroup: i < 5 ? 'wet' : 'dry' }));
    const view = viewOf('forest', { studies: groups });
    expect(view?.kind === 'intervals' ? view.rows.filter(({ pooled }) => pooled) : []).toHaveLength(3);
    const long = viewOf('forest', { studies: many(150) });
    expect(long?.values).toEqual({ shown: 120, k: 150 });
  });

  it('set the funnel around the mean, where there are three studies', () => {
    const view = viewOf('funnel');
    if (view?.kind !== 'lines') throw new Error('no funnel');
    const [studies, limits] = view.lines;
    expect(studies?.points).toHaveLength(9);
    const [left = [0, 0], tip = [0, 0], right = [0, 0]] = limits?.points ?? [];
    expect(tip[1]).toBe(0);
    expect(tip[0] - left[0]).toBeCloseTo(1.959964 * left[1], 6);
    expect(right[0] - tip[0]).toBeCloseTo(tip[0] - left[0], 12);
    expect(viewOf('funnel', { studies: many(2) })).toBeNull();
  });
});
