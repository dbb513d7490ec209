import { summarise } from '../../science/monte-carlo.ts';
import { uncertaintyDiscount } from '../../science/tree-biomass/discount.ts';
import { canSimulate, type MeasurementErrors, simulatedTree } from '../../science/tree-biomass/simulated.ts';
import {
  co2PerCarbon,
  debrisCarbon,
  perHectare,
  plotMean,
  type StandCarbon,
  standCarbon,
  treeCarbon,
} from '../../science/tree-biomass/stand.ts';
import { carbonDistribution, simulateStand } from '../../science/tree-biomass/stand-simulation.ts';
import { type TreesBiomass, weighTrees } from '../../science/tree-biomass/trees.ts';
import { simulatePlots } from '../../science/tree-biomass/uncertainty.ts';
import { densityDeviation } from '../../science/tree-biomass/wood-density.ts';
import type { Estimate } from '../output.ts';
import { methodOf, rootsOf } from './check.ts';
import { densityOf, treesOf } from './densities.ts';
import type { Inputs } from './fields.ts';
import type { TreeOutputs } from './outputs.ts';
import { warningsOf } from './warnings.ts';

/** A plot of the tally sheet with its trees, counted from 0. */
interface Plot {
  readonly name: string | null;
  readonly trees: readonly number[];
}

function plotsOf({ trees }: Inputs): readonly Plot[] {
  const names = [...new Set(trees.map(({ plot }) => plot))];
  return names.map((name) => ({
    name,
    trees: trees.flatMap(({ plot }, index) => (plot === name ? [index] : [])),
  }));
}

/** Everything that is computed of a tally sheet. */
export function run(inputs: Inputs) {
  const method = methodOf(inputs);
  const weighed = weighTrees(treesOf(inputs), method);
  const plots = plotsOf(inputs);
  const kgOf = (plot: Plot) => plot.trees.reduce((sum, index) => sum + (weighed.trees[index]?.agb ?? 0), 0);
  const perPlot = plots.map((plot) => perHectare(kgOf(plot), inputs.plotArea));
  const agb = perHectare(weighed.agb, inputs.plotArea * plots.length);
  const fraction = carbonDistribution(fractionOf(inputs));
  const stand = standCarbon(agb, rootsOf(inputs), fraction.mean);
  const sampled = simulate(inputs, weighed, plots);
  const between = plotMean(perPlot, 0.95).halfWidth;
  const discounted = inputs.discount === 'none' ? null : discountOf(agb, perPlot, sampled?.agb ?? null);
  const debris = inputs.debris === null ? null : debrisCarbon(agb, inputs.debris);
  const largest = weighed.trees
    .map((tree, index) => ({ index, share: weighed.agb > 0 ? (100 * tree.agb) / weighed.agb : 0 }))
    .sort((one, two) => two.share - one.share)
    .slice(0, 5);
  return {
    outputs: {
      agb: withInterval(agb, sampled?.agb ?? null),
      ...carbonOf(stand, sampled),
      betweenPlots:
        between === null
          ? { value: null }
          : { value: agb, low: Math.max(0, agb - between), high: agb + between, level: 0.95 },
      deadWood: { value: debris?.deadWood ?? null },
      litter: { value: debris?.litter ?? null },
      stems: { value: inputs.trees.length / (inputs.plotArea * plots.length) },
      uncertainty: { value: discounted?.uncertainty ?? null },
      discount: { value: discounted?.discount ?? null },
      discountedAgb: { value: discounted?.project ?? null },
      baselineAgb: { value: discounted?.baseline ?? null },
      discountFrom: discounted?.from ?? null,
      stress: { value: method.stress },
      intervalFrom: sampled === null ? 'none' : 'simulation',
      method: inputs.equation,
      roots: inputs.belowGround,
      heightModel: weighed.heightModel?.form ?? null,
      heightResidual: { value: weighed.heightModel?.residual ?? null },
      plots: plots.map((plot, index) => {
        const limits = sampled?.plots[index] ?? null;
        return {
          plot: plot.name,
          trees: plot.trees.length,
          agb: perPlot[index] ?? null,
          low: limits?.[0] ?? null,
          high: limits?.[1] ?? null,
        };
      }),
      largest: largest.map(({ index, share }) => {
        const { plot = null, taxon = null, diameter = null } = inputs.trees[index] ?? {};
        return { tree: index + 1, plot, taxon, diameter, agb: weighed.trees[index]?.agb ?? null, share };
      }),
      trees: treeRows(inputs, weighed),
    },
    warnings: warningsOf(inputs, weighed, {
      simulated: sampled !== null,
      rootsSampled: sampled?.bgb !== undefined,
    }),
  };
}

function treeRows(inputs: Inputs, weighed: TreesBiomass): TreeOutputs['trees'] {
  return inputs.trees.map((given, index) => {
    const { height = null, predicted = false, agb = null } = weighed.trees[index] ?? {};
    const { value: woodDensity, from: densityFrom } = densityOf(given, inputs);
    const heightFrom = height === null ? null : predicted ? inputs.heights : 'measured';
    const { plot, taxon, diameter } = given;
    return { tree: index + 1, plot, taxon, diameter, height, heightFrom, woodDensity, densityFrom, agb };
  });
}

function fractionOf({ carbon, ownCarbon }: Inputs): number | 'tropical-stem' {
  if (carbon === 'tropical-stem') return carbon;
  return carbon === 'own' ? (ownCarbon ?? Number.NaN) : treeCarbon;
}

type Limits = readonly [number, number];

interface Sampled {
  readonly agb: { readonly limits: Limits; readonly half90: number };
  /** null without roots; absent where their error is not published. */
  readonly bgb?: Limits | null;
  readonly carbon?: Limits;
  readonly plots: readonly Limits[];
}

function simulate(inputs: Inputs, weighed: TreesBiomass, plots: readonly Plot[]): Sampled | null {
  const trees = treesOf(inputs);
  const method = methodOf(inputs);
  const errors: MeasurementErrors = {
    diameter: inputs.diameterError === 'none' ? 0 : 'chave2004',
    height: inputs.heightError / 100,
    regionalHeight: inputs.regionalHeightError,
  };
  if (!canSimulate(trees, method, errors)) return null;
  const simulated = plots.flatMap((plot, number) =>
    plot.trees.flatMap((index) => {
      const tree = trees[index];
      const given = inputs.trees[index];
      if (tree === undefined || given === undefined || tree.diameter < inputs.diameterLimit) return [];
      const { rank } = densityOf(given, inputs);
      return [simulatedTree(tree, method, errors, densityDeviation(rank), number, weighed.heightModel)];
    }),
  );
  const { draws, seed } = inputs;
  const sums = simulatePlots(simulated, { draws, seed, plots: plots.length });
  const fraction = carbonDistribution(fractionOf(inputs));
  const stand = simulateStand(sums, inputs.plotArea, rootsOf(inputs), fraction, seed + 1);
  const { p2_5, p97_5, p5, p95 } = summarise(stand.agb);
  const limits = (samples: Float64Array): Limits => {
    const found = summarise(samples);
    return [found.p2_5, found.p97_5];
  };
  const shared = {
    agb: { limits: [p2_5, p97_5] as const, half90: (p95 - p5) / 2 },
    plots: sums.map((kg) => limits(kg.map((one) => perHectare(one, inputs.plotArea)))),
  };
  if (stand.carbon === null) return shared;
  return { ...shared, bgb: stand.bgb && limits(stand.bgb), carbon: limits(stand.carbon) };
}

function withInterval(value: number, sampled: { readonly limits: Limits } | null): Estimate {
  return sampled === null
    ? { value }
    : { value, low: sampled.limits[0], high: sampled.limits[1], level: 0.95 };
}

function carbonOf({ bgb, carbon, co2 }: StandCarbon, sampled: Sampled | null) {
  const estimate = (value: number | null, limits: Limits | null | undefined, factor = 1): Estimate =>
    value === null || !limits
      ? { value }
      : { value, low: limits[0] * factor, high: limits[1] * factor, level: 0.95 };
  return {
    bgb: estimate(bgb, sampled?.bgb),
    carbon: estimate(carbon, sampled?.carbon),
    co2: estimate(co2, sampled?.carbon, co2PerCarbon),
  };
}

/** Discount by how plots differ where there are two at least, else by the errors of measuring and of the equation. */
function discountOf(agb: number, perPlot: readonly number[], sampled: { readonly half90: number } | null) {
  const between = plotMean(perPlot, 0.9).halfWidth;
  const half = between ?? sampled?.half90 ?? null;
  if (half === null || !(agb > 0)) return null;
  return { ...uncertaintyDiscount(agb, half), from: between === null ? 'simulation' : 'plots' };
}
