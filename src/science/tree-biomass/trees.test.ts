import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chaveHeight, chaveWithHeight, feldpauschHeight } from './allometry.ts';
import { type TreeFault, treeFaults } from './faults.ts';
import { fitHeightModel, modelHeight } from './height-model.ts';
import type { BiomassMethod, Tree } from './method.ts';
import { treesBiomass } from './trees.ts';

const tree = (more: Partial<Tree> = {}): Tree => ({
  diameter: 20,
  height: 15,
  woodDensity: 0.6,
  taxon: null,
  ...more,
});
const method = (more: Partial<BiomassMethod> = {}): BiomassMethod => ({
  equation: 'chave-4',
  heights: 'measured',
  stress: null,
  region: 'Pantropical',
  formula: null,
  diameterLimit: 0,
  ...more,
});
const codes = (faults: readonly TreeFault[]) =>
  faults.map(({ code, tree: index, argument }) => `${index} ${argument} ${code}`);

describe('trees', () => {
  it('of equation 4 add up, and what is below the limit counts as nothing', () => {
    const given = [tree(), tree({ diameter: 9.99 }), tree({ diameter: 10 })];
    const result = treesBiomass(given, method({ diameterLimit: 10 }));
    const [first, second, third] = result.trees;
    expect(first?.agb).toBe(chaveWithHeight(20, 15, 0.6));
    expect(second?.agb).toBe(0);
    expect(result.agb).toBe((first?.agb ?? 0) + (third?.agb ?? 0));
    expect(first).toMatchObject({ height: 15, predicted: false, fitted: [5, 212] });
  });

  it('without a measured height have that of equation 6a or of the region', () => {
    const low = tree({ height: null });
    const chave = treesBiomass([low, tree()], method({ heights: 'chave-6a', stress: 0.1 })).trees;
    expect(chave.map(({ height, predicted }) => [height, predicted])).toEqual([
      [chaveHeight(20, 0.1), true],
      [15, false],
    ]);
    const region = treesBiomass([low], method({ heights: 'feldpausch', region: 'SEAsia' })).trees[0];
    expect(region?.height).toBe(feldpauschHeight(20, 'SEAsia'));
    expect(region?.agb).toBe(chaveWithHeight(20, feldpauschHeight(20, 'SEAsia'), 0.6));
  });

  it('or that of the local model with the smallest residual error', () => {
    const measured = Array.from({ length: 20 }, (_, i) =>
      tree({ diameter: 5 + 3 * i, height: (40 * (5 + 3 * i)) / (20 + 5 + 3 * i) }),
    );
    const result = treesBiomass(
      [...measured, tree({ diameter: 33, height: null })],
      method({ heights: 'local' }),
    );
    expect(result.heightModel?.form).toBe('michaelis');
    const fitted = fitHeightModel(
      measured.map(({ diameter, height }) => ({ diameter, height: height ?? 0 })),
      'michaelis',
    );
    expect(result.trees.at(-1)?.height).toBe(modelHeight(fitted, 33));
  });

  it('of equation 7 take no height', () => {
    const [result] = treesBiomass([tree()], method({ equation: 'chave-7-biomass', stress: 0 })).trees;
    expect(result).toMatchObject({ height: null, predicted: false });
  });

  it('of a species have its own equation and its range of diameters', () => {
    const [result] = treesBiomass(
      [tree({ taxon: 'Larix gmelinii' })],
      method({ equation: 'wang-2006' }),
    ).trees;
    expect(result?.agb).toBeCloseTo(10 ** (1.977 + 2.451 * Math.log10(20)) / 1000, 9);
    expect(result?.fitted).toEqual([13.7, 41.4]);
  });

  it('of a formula of the user are what it says, in kg', () => {
    const own = method({ equation: 'formula', formula: '0.05 * dbh^2 * h' });
    expect(treesBiomass([tree()], own).agb).toBeCloseTo(0.05 * 400 * 15, 9);
    expect(treesBiomass([tree()], own).trees[0]?.fitted).toBeNull();
  });

  it('that are none weigh nothing', () => {
    expect(treesBiomass([], method())).toEqual({ trees: [], agb: 0, heightModel: null });
  });

  it('weigh the same in any order', () => {
    const one = fc.record({
      diameter: fc.double({ min: 0.1, max: 500, noNaN: true }),
      height: fc.double({ min: 1.3, max: 120, noNaN: true }),
      woodDensity: fc.double({ min: 0.05, max: 1.5, noNaN: true }),
      taxon: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), (given) => {
        const [there, back] = [given, [...given].reverse()].map((list) => treesBiomass(list, method()).agb);
        expect(Math.abs((there ?? 0) - (back ?? 0))).toBeLessThanOrEqual(1e-12 * (there ?? 0));
      }),
    );
  });
});

describe('faults', () => {
  it('come all at once, with tree, argument, value and bounds', () => {
    const given = [
      tree({ diameter: 0 }),
      tree({ diameter: Number.NaN, height: 1 }),
      tree({ diameter: 501, woodDensity: 5.5 }),
      tree({ height: 121, woodDensity: 0 }),
      tree({ height: null, woodDensity: null }),
    ];
    const faults = treeFaults(given, method({ stress: 3, diameterLimit: -1 }));
    expect(codes(faults)).toEqual([
      'null diameterLimit too-low',
      'null stress too-high',
      '0 diameter not-above',
      '1 diameter not-a-number',
      '1 height too-low',
      '2 diameter too-high',
      '2 woodDensity too-high',
      '3 height too-high',
      '3 woodDensity too-low',
      '4 height height-missing',
      '4 woodDensity density-missing',
    ]);
    expect(faults[2]).toEqual({
      code: 'not-above',
      tree: 0,
      argument: 'diameter',
      value: 0,
      min: 0,
      max: 500,
    });
    expect(() => treesBiomass(given, method())).toThrow(
      /trees\[0\]\.diameter is 0 \(not-above\); it must lie within 0 to 500\. trees\[1\]/,
    );
  });

  it.each<[string, Tree, Partial<BiomassMethod>, string]>([
    ['equation 7 without E', tree(), { equation: 'chave-7-published' }, 'null stress stress-missing'],
    [
      'heights of 6a without E',
      tree({ height: null }),
      { heights: 'chave-6a' },
      'null stress stress-missing',
    ],
    ['too few heights', tree({ height: null }), { heights: 'local' }, 'null heights too-few-heights'],
    ['no name', tree(), { equation: 'wang-2006' }, '0 taxon taxon-missing'],
    ['an unknown name', tree({ taxon: 'Ceiba' }), { equation: 'wang-2006' }, '0 taxon unknown-taxon'],
    [
      'classes of density without density',
      tree({ taxon: 'Abies', woodDensity: null }),
      { equation: 'chojnacky-2014' },
      '0 woodDensity density-needed',
    ],
    ['no formula', tree(), { equation: 'formula' }, 'null formula formula-missing'],
    ['no readable one', tree(), { equation: 'formula', formula: 'dbh +' }, 'null formula formula-unreadable'],
    [
      'a height that a formula needs',
      tree({ height: null }),
      { equation: 'formula', formula: 'dbh * h' },
      '0 height height-missing',
    ],
  ])('%s', (_, one, more, code) => {
    expect(codes(treeFaults([one], method(more)))).toEqual([code]);
    expect(() => treesBiomass([one], method(more))).toThrow(RangeError);
  });

  it('say that a local model needs different diameters', () => {
    const same = Array.from({ length: 16 }, () => tree());
    const given = [...same, tree({ height: null })];
    expect(codes(treeFaults(given, method({ heights: 'local' })))).toEqual(['null heights same-diameters']);
  });

  it('say which tree a formula has no result for', () => {
    const own = method({ equation: 'formula', formula: '-10 + dbh' });
    expect(() => treesBiomass([tree(), tree({ diameter: 5 })], own)).toThrow(
      /trees\[1\]\.formula is -10 \+ dbh \(formula-without-result\)/,
    );
    const broken = method({ equation: 'formula', formula: 'log(dbh - 30)' });
    expect(() => treesBiomass([tree()], broken)).toThrow(/formula-without-result/);
  });

  it('are none where nothing that is missing is needed', () => {
    const bare = tree({ height: null, woodDensity: null, taxon: 'Acer mono' });
    expect(treeFaults([bare], method({ equation: 'wang-2006' }))).toEqual([]);
    expect(treeFaults([tree()], method({ heights: 'local' }))).toEqual([]);
  });
});
