import { describe, expect, it } from 'vitest';
import golden from '../../science/golden/tree-biomass/cases.json' with { type: 'json' };
import { estimateOf, rowsOf } from '../define.ts';
import { loadCalculator } from '../load.ts';
import { goldenInputs } from './golden-inputs.ts';

const calculator = await loadCalculator('tree-biomass');

describe('golden cases entered in the form', () => {
  const entered = goldenInputs(golden.cases).map((one, index) => [`${one.case}, ${index + 1}`, one] as const);

  it.each(entered)('%s', (_, { raw, expected }) => {
    const computation = calculator.compute({ draws: 1000, ...raw });
    if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
    for (const [name, value] of Object.entries(expected)) {
      const got = estimateOf(computation.result, name).value ?? Number.NaN;
      expect(Math.abs(got - value), name).toBeLessThanOrEqual(1e-8 * Math.max(1, value));
    }
  });

  it('are those of all ways to the biomass of a tree', () => {
    const ids = new Set(entered.map(([, one]) => one.case));
    for (const id of [
      'tree-01',
      'tree-02',
      'tree-03',
      'tree-05',
      'tree-06-wang_2006_bief',
      'tree-07',
      'tree-08',
    ])
      expect(ids).toContain(id);
  });
});

describe('a tree without a wood density', () => {
  const treesWith = (taxon: string) => {
    const trees = [{ diameter: 20, height: 15, taxon }];
    const computation = calculator.compute({ draws: 1000, trees });
    if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
    const { warnings } = computation.result;
    const [row] = rowsOf(computation.result, 'trees');
    return [row?.['woodDensity'], row?.['densityFrom'], warnings.map(({ code }) => code)[0]];
  };

  it('takes that of its genus, whatever the species', () => {
    expect(treesWith('Acacia mangium')).toEqual([0.7747, 'genus', 'density-of-genus']);
    expect(treesWith('acacia')).toEqual([0.7747, 'genus', 'density-of-genus']);
  });

  it('takes the mean of all woods where the genus is not known', () => {
    expect(treesWith('Nullus nemo')).toEqual([0.6134, 'mean', 'density-unknown']);
  });
});
