import { describe, expect, it } from 'vitest';
import { equationFactors, treeEquations } from '../factors/tree-equations.ts';
import genera from '../factors/wood-density-genus.json' with { type: 'json' };
import { equationBiomass, equationSets, findEquation, taxaOf } from './species-equations.ts';
import { densityDeviation, genusDensity, readWoodDensities } from './wood-density.ts';

const biomass = (set: (typeof equationSets)[number], taxon: string, diameter: number, density?: number) => {
  const found = findEquation(set, taxon, density ?? null);
  return typeof found === 'string' ? found : equationBiomass(found, diameter);
};

describe('arithmetic by hand', () => {
  it('Wang 2006, Acer mono, 10 cm: 10^(1.93 + 2.535) = 10^4.465 g', () => {
    expect(biomass('wang-2006', 'Acer mono', 10)).toBeCloseTo(10 ** 4.465 / 1000, 10);
  });

  it('Xiang 2016, Pinus massoniana, 1 cm: stem, branches and leaves, exp of the constants', () => {
    const parts = Math.exp(-1.754) + Math.exp(-5.06) + Math.exp(-5.595);
    expect(biomass('xiang-2016', 'Pinus massoniana', 1)).toBeCloseTo(parts, 12);
  });

  it('Chojnacky 2014, Larix, e cm: exp(-2.3012 + 2.3853)', () => {
    expect(biomass('chojnacky-2014', 'Larix', Math.E)).toBeCloseTo(Math.exp(0.0841), 10);
  });
});

describe('which equation', () => {
  it('is found in any case, by the species or else the genus', () => {
    expect(biomass('wang-2006', ' ACER  mono ', 10)).toBe(biomass('wang-2006', 'Acer mono', 10));
    expect(biomass('chojnacky-2014', 'Larix gmelinii', 10)).toBe(biomass('chojnacky-2014', 'larix', 10));
    expect(biomass('wang-2006', 'Acer rubrum', 10)).toBe('unknown-taxon');
    expect(biomass('wang-2006', '', 10)).toBe('unknown-taxon');
  });

  it('is chosen by the wood density where a group has classes: the lower limit belongs to the class', () => {
    const at = (density?: number) => biomass('chojnacky-2014', 'Abies', Math.E, density);
    expect(at(0.3499)).toBeCloseTo(Math.exp(-2.3123 + 2.3482), 10);
    expect(at(0.35)).toBeCloseTo(Math.exp(-3.1774 + 2.6426), 10);
    expect(at()).toBe('density-needed');
  });

  it('holds for every group named in a cell', () => {
    expect(biomass('chojnacky-2014', 'Rosaceae', 20)).toBe(biomass('chojnacky-2014', 'Ulmaceae', 20));
    expect(taxaOf('chojnacky-2014')).toContain('Fagaceae evergreen');
  });
});

describe('the table', () => {
  it('has every class of density once: none left out, none twice', () => {
    for (const set of equationSets)
      for (const taxon of taxaOf(set)) {
        const classes = treeEquations
          .filter((equation) => equation.set === set && equation.taxa.includes(taxon))
          .map(({ density }) => density ?? [null, null])
          .sort(([one], [two]) => (one ?? 0) - (two ?? 0));
        expect(classes[0]?.[0], taxon).toBeNull();
        expect(classes.at(-1)?.[1], taxon).toBeNull();
        for (const [i, [from]] of classes.entries()) expect(from, taxon).toBe(classes[i - 1]?.[1] ?? null);
      }
  });

  it('gives heavier trees with the diameter, in kilograms that a tree may have', () => {
    for (const equation of treeEquations) {
      const [small, large] = [10, 30].map((diameter) => equationBiomass(equation, diameter));
      expect(small, equation.id).toBeGreaterThan(10);
      expect(large, equation.id).toBeLessThan(1000);
    }
  });

  it('shows each of its coefficients as a factor with its source', () => {
    expect(equationFactors.factors['f45057.2']).toMatchObject({ value: 2.535, source: 'wang-2006' });
    expect(Object.keys(equationFactors.factors).length).toBeGreaterThan(treeEquations.length * 2);
  });
});

describe('wood density', () => {
  it('of a genus is found by a species name, and null where the data base has no such genus', () => {
    const densities = readWoodDensities(genera.genera);
    expect(densities.size).toBe(1687);
    expect(genusDensity(densities, 'abies alba')).toEqual({
      genus: 'Abies',
      density: 0.3662,
      records: 24,
      species: 22,
    });
    expect(genusDensity(densities, 'Quercus')?.density).toBe(0.7007); // the one in Fagaceae, with 152 records
    expect(genusDensity(densities, 'Nothing')).toBeNull();
  });

  it('is read from lines', () => {
    expect(readWoodDensities('Acacia 0.7747 196 115').get('acacia')).toEqual({
      genus: 'Acacia',
      density: 0.7747,
      records: 196,
      species: 115,
    });
  });

  it('means of the genera, weighted by their records, give the mean of the data base', () => {
    const all = [...readWoodDensities(genera.genera).values()];
    const records = all.reduce((sum, one) => sum + one.records, 0);
    const mean = all.reduce((sum, one) => sum + one.density * one.records, 0) / records;
    expect(mean).toBeCloseTo(0.6134, 4);
  });

  it('is less sure the higher the rank', () => {
    const deviations = (['species', 'genus', 'family', 'unknown'] as const).map(densityDeviation);
    expect(deviations).toEqual([0.07082326, 0.09413391, 0.12340172, 0.17]);
  });
});
