import { type Distribution, fixed, splitNormal, triangular } from '../distributions.ts';
import { monteCarlo, type Summary, summarise } from '../monte-carlo.ts';
import type { GwpValues } from '../units-gwp/gwp.ts';
import { drainedFlux, rewettedFlux } from './balance.ts';
import type { DrainedFactors, Ranged, RewettedFactors } from './categories.ts';

/** How a factor spreads between its limits. */
export type Shape =
  /** The limits are the ends: as the reference does it. Skewed limits move the median off the factor. */
  | 'triangular'
  /** The limits are those of 95 %: the factor stays the median. */
  | 'split-normal';

/** The factors that the reference varies; `all` takes every factor that has limits. */
export type Varied = 'all' | 'co2-and-rewetted-ch4';

export interface BenefitUncertainty extends Summary {
  /** Share of the draws in which rewetting helps. */
  readonly probabilityOfBenefit: number;
  /** What the land emits in the same draws. */
  readonly drained: Summary;
  readonly rewetted: Summary;
}

interface Options {
  readonly shape: Shape;
  readonly varied: Varied;
  /** 2 to 10 million. */
  readonly draws: number;
  /** Whole number from 0. */
  readonly seed: number;
}

type Factor = 'co2' | 'doc' | 'ch4Land' | 'ch4Ditch' | 'n2o' | 'wetCo2' | 'wetDoc' | 'wetCh4';

/** How every factor spreads between its published limits; one without limits is taken as it is. */
export function factorSpreads(
  drained: DrainedFactors,
  rewetted: RewettedFactors,
  { shape, varied }: Pick<Options, 'shape' | 'varied'>,
): Readonly<Record<Factor, Distribution>> {
  const all = varied === 'all';
  const spread = (factor: Ranged, counts: boolean) => distribution(factor, counts ? shape : null);
  return {
    co2: spread(drained.co2, true),
    doc: spread(drained.doc, all),
    ch4Land: spread(drained.ch4Land, all),
    ch4Ditch: spread(drained.ch4Ditch, all),
    n2o: spread(drained.n2o, all),
    wetCo2: spread(rewetted.co2, true),
    wetDoc: spread(rewetted.doc, all),
    wetCh4: spread(rewetted.ch4, true),
  };
}

/** What the land emits before and after for drawn factors, and the benefit, t CO2e ha-1 a-1. */
export function drawnBalance(
  { co2, doc, ch4Land, ch4Ditch, n2o, wetCo2, wetDoc, wetCh4 }: Readonly<Record<Factor, number>>,
  ditchFraction: number,
  gwp: GwpValues,
): { before: number; after: number; benefit: number } {
  const before = drainedFlux({ co2, doc, ch4Land, ch4Ditch, n2o, ditchFraction }, gwp).total;
  const after = rewettedFlux({ co2: wetCo2, doc: wetDoc, ch4: wetCh4 }, gwp).total;
  return { before, after, benefit: before - after };
}

/**
 * Benefit of rewetting, and what the land emits before and after, t CO2e ha-1 a-1, by Monte Carlo over the
 * published limits of the factors, which are independent of one another. A factor without limits is taken as it
 * is. GWPs and the ditch fraction are fixed.
 */
export function benefitUncertainty(
  drained: DrainedFactors,
  rewetted: RewettedFactors,
  gwp: GwpValues,
  { shape, varied, draws, seed }: Options,
): BenefitUncertainty {
  const { ditchFraction } = drained;
  const samples = monteCarlo(
    factorSpreads(drained, rewetted, { shape, varied }),
    (x) => drawnBalance(x, ditchFraction, gwp),
    { draws, seed },
  );
  let benefits = 0;
  for (const sample of samples.benefit) if (sample > 0) benefits += 1;
  return {
    ...summarise(samples.benefit),
    probabilityOfBenefit: benefits / draws,
    drained: summarise(samples.before),
    rewetted: summarise(samples.after),
  };
}

function distribution({ value, low, high }: Ranged, shape: Shape | null): Distribution {
  if (shape === null || low === null || high === null) return fixed(value);
  return shape === 'triangular' ? triangular(low, value, high) : splitNormal(low, value, high);
}
