import { describe, expect, it } from 'vitest';
import { defaultTexts } from './address.ts';
import { calculatorIds, loadCalculator } from './load.ts';
import { varianceOf } from './variance.ts';

const calculators = await Promise.all(calculatorIds.map(loadCalculator));
const saying = calculators.filter(({ variance }) => variance);

async function sharesOf(id: 'soc-stock' | 'restoration-cost', inputs: object) {
  const calculator = await loadCalculator(id);
  const computation = calculator.compute({ ...defaultTexts(calculator.fields), ...inputs });
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return varianceOf(calculator, computation);
}

describe('shares of the variance', () => {
  it('are offered by the calculators that say what is uncertain, and by no others', () => {
    expect(saying.map(({ id }) => id).sort()).toEqual([
      'carbon-neutrality',
      'ipcc-soc-tier1',
      'peatland',
      'restoration-cost',
      'soc-stock',
    ]);
    for (const calculator of calculators) {
      if (calculator.variance || Object.values(calculator.fields).some(({ kind }) => kind === 'csv'))
        continue;
      const example = calculator.compute(defaultTexts(calculator.fields));
      expect(example.ok && varianceOf(calculator, example), calculator.id).toBeNull();
    }
  });

  /** An example whose rate has no finite variance has no shares: it gets one that has, and a range beside it. */
  const instead: Readonly<Record<string, object>> = {
    'carbon-neutrality': { rateFrom: 'own', rate: 1, rateSd: 0.3, leakageLow: 5, leakageHigh: 30 },
  };

  it.each(saying.filter(({ id }) => id !== 'soc-stock'))(
    '$id: those of the example add up to 1',
    (calculator) => {
      const example = calculator.compute({ ...defaultTexts(calculator.fields), ...instead[calculator.id] });
      if (!example.ok) throw new Error('no example');
      const variance = varianceOf(calculator, example);
      const { shares = [] } = variance ?? {};
      expect(shares.length).toBeGreaterThanOrEqual(2);
      const alone = shares.reduce((sum, one) => sum + one.alone, 0);
      const most = shares.reduce((sum, one) => sum + one.alone + one.together, 0);
      expect(alone).toBeGreaterThan(0.8);
      expect(alone).toBeLessThan(1.05);
      expect(most).toBeGreaterThan(0.95);
      expect(varianceOf(calculator, example)).toEqual(variance); // the same seed, the same shares
    },
  );

  it('are none where the rate is an exponential of Student’s t, whose variance has no bound', async () => {
    const calculator = await loadCalculator('carbon-neutrality');
    const limits = { leakageLow: 5, leakageHigh: 30 };
    const example = calculator.compute({ ...defaultTexts(calculator.fields), ...limits });
    expect(example.ok && varianceOf(calculator, example)).toBeNull();
  });

  it('of carbon contents alone are those of a sum: each variance over their sum', async () => {
    // 10 cm of 1.1, 1.2 and 1.25 g/cm3: errors of 10 % make 2.31, 1.68 and 1.125 t C/ha; squares 5.336, 2.822, 1.266
    const layers = [
      { upper: 0, lower: 10, soc: 21, bulkDensity: 1.1, concentrationError: 10 },
      { upper: 10, lower: 20, soc: 14, bulkDensity: 1.2, concentrationError: 10 },
      { upper: 20, lower: 30, soc: 9, bulkDensity: 1.25, concentrationError: 10 },
    ];
    const variance = await sharesOf('soc-stock', { layers });
    const shares = variance?.shares ?? [];
    expect(shares.map(({ name }) => name.values?.['row'])).toEqual(
      [1, 2, 3].map((number) => ({ key: 'row.layers.label', values: { number } })),
    );
    for (const [index, square] of [5.336, 2.822, 1.266].entries())
      expect(shares[index]?.alone).toBeCloseTo(square / 9.424, 1);
    for (const { together } of shares) expect(together).toBeLessThan(0.04);
  });

  it('count an error of density that the profile shares as one', async () => {
    const layers = [
      { upper: 0, lower: 30, soc: 20, bulkDensity: 1.2, concentrationError: 5, densityError: 10 },
      { upper: 30, lower: 60, soc: 9, bulkDensity: 1.3, concentrationError: 5, densityError: 10 },
    ];
    const variance = await sharesOf('soc-stock', { layers, reportingDepth: 60 });
    expect(variance?.shares[0]?.name.key).toBe('column.layers.bulkDensity.label');
    expect(variance?.shares).toHaveLength(3);
  });

  it('are none where fewer than two inputs are uncertain, or a draw has no headline', async () => {
    expect(await sharesOf('soc-stock', {})).toBeNull();
    const only = { costLow: 90, costHigh: 130, carbonLow: '', carbonHigh: '', rateLow: '', rateHigh: '' };
    expect(await sharesOf('restoration-cost', only)).toBeNull();
    expect(await sharesOf('restoration-cost', { carbonLow: 0 })).toMatchObject({ seed: 1 });
  });
});
