import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/units-gwp/cases.json' with { type: 'json' };
import { estimateOf, rowsOf } from '../define.ts';
import { evaluate } from '../equation.ts';
import { loadCalculator } from '../load.ts';
import { goldenInputs } from './golden-inputs.ts';

const calculator = await loadCalculator('units-gwp');

function computed(raw: object) {
  const computation = calculator.compute({ ...raw });
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation;
}
const entered = goldenInputs(golden.cases);

describe('golden cases entered in the form', () => {
  it.each(entered.map((one, index) => [`${one.case}, ${index + 1}`, one] as const))('%s', (_, one) => {
    const { result } = computed(one.raw);
    for (const [place, value] of Object.entries(one.expected)) {
      const [name = '', row, column = ''] = place.split('.');
      const got =
        row === undefined ? estimateOf(result, name).value : rowsOf(result, name)[Number(row)]?.[column];
      expect(Math.abs(Number(got) - value), place).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
    }
  });

  it('are all of the file', () => {
    expect(new Set(entered.map((one) => one.case))).toEqual(new Set(golden.cases.map(({ id }) => id)));
  });
});

it.each([{}, { ch4Form: 'carbon', n2oForm: 'gas' }, { ownGwpCh4: 30, gwpSet: 'ar4-100' }])(
  'the working of %o gives the result step by step',
  (inputs) => {
    for (const { equation, values, result } of calculator.working(computed(inputs))) {
      const right = calculator.equations.find(({ id }) => id === equation)?.right ?? Number.NaN;
      expect(evaluate(right, values), equation).toBeCloseTo(result, 9);
    }
  },
);

describe('potentials of the reader’s own', () => {
  const { result } = computed({ co2: 0, ch4: 1000, n2o: 0, ownGwpCh4: 30 });

  it('replace those of the set, and are named', () => {
    expect(estimateOf(result, 'balance').value).toBeCloseTo(30, 12);
    expect(estimateOf(result, 'gwpN2o').value).toBe(273);
    expect(result.warnings).toEqual([{ code: 'own-potential', path: 'ownGwpCh4', value: 30 }]);
  });

  it('stand first in the drawing, before all sets', () => {
    const view = calculator.view('sets', computed({ ownGwpCh4: 30 }));
    expect(view?.kind === 'bars' ? view.bars.map(({ name }) => name) : []).toHaveLength(13);
    expect(view).toHaveProperty('bars.0.name', 'own');
    const plain = calculator.view('sets', computed({ gwpSet: 'ar5-100' }));
    expect(plain).toHaveProperty('bars.0.name.key', 'label.bySet.set.ar5-100');
    expect(plain?.kind === 'bars' ? plain.bars : []).toHaveLength(12);
  });
});
