/**
 * A plan of whole plots: the number for a wanted margin of error, with Student's t, the smallest number of plots a
 * stratum must have and the largest that fits into it, and the costs. Equations in `required.ts`.
 */
import { refuse } from '../range-fault.ts';
import { chiSquareQuantile, tQuantile } from '../statistics.ts';
import { iteratePlots, roundUp, type StratumSpread, stratifiedError, stratifiedPlots } from './required.ts';

/** Where the quantile t comes from. */
export type QuantileRule =
  /** Student's t at n - strata degrees of freedom, iterated. */
  | 'student'
  /** The normal quantile (infinite degrees of freedom, as AR-TOOL03 allows). */
  | 'normal';

export interface PlannedStratum extends StratumSpread {
  /** Plots that `sd` was estimated from, at least 2; null where that is not known. */
  readonly pilotPlots: number | null;
}

export interface PlanDesign {
  /** Area of one plot, ha, 0.0001 to 10. */
  readonly plotArea: number;
  /** Half-width of the confidence interval of the mean, in the unit of the standard deviations, above 0. */
  readonly margin: number;
  /** Two-sided confidence, 0.5 to 0.9999. */
  readonly confidence: number;
  readonly quantile: QuantileRule;
  /** Smallest number of plots in a stratum, 1 to 1000. */
  readonly minimum: number;
}

export interface StratumPlan {
  readonly n: number;
  /** Share of the area, 0 to 1. */
  readonly share: number;
  /** Best number before rounding, minimum and cap. */
  readonly unrounded: number;
  /** Whole plots that fit into the stratum. */
  readonly possible: number;
  /** All of the stratum is measured. */
  readonly whole: boolean;
  /** Cost of its plots; null without costs. */
  readonly cost: number | null;
}

export interface PlotPlan {
  /** Plots in all, rounding up and minima included. */
  readonly n: number;
  /** Plots that the formula asks for, rounded up once: what AR-TOOL03 calls n. */
  readonly formulaTotal: number;
  /** Whole plots that fit into the strata. */
  readonly possible: number;
  readonly strata: readonly StratumPlan[];
  /** Quantile used, and its degrees of freedom (infinity for the normal). */
  readonly t: number;
  readonly df: number;
  /** Standard error of the mean expected with these plots. */
  readonly standardError: number;
  /** Half-width expected with these plots, Student's t at n - strata: at most the margin. */
  readonly halfWidth: number;
  readonly cost: number | null;
}

export interface PlanFault {
  readonly code:
    | 'not-a-number'
    | 'too-low'
    | 'too-high'
    /** Standard deviations are all 0: one plot a stratum tells all there is. */
    | 'no-variation'
    /** Not one whole plot, or fewer than the minimum, fits into the stratum. */
    | 'too-small'
    /** Some strata have a cost, others have none. */
    | 'cost-missing';
  /** `margin`, or `strata.<place>.<argument>`, places from 0. */
  readonly argument: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

const most = 1e9;

/** Valid ranges: [smallest, largest]. Area, margin and cost must lie above their smallest. */
export const planBounds = {
  area: [0, most],
  sd: [0, most],
  cost: [0, most],
  pilotPlots: [2, 100_000],
  plotArea: [0.0001, 10],
  margin: [0, 1e15],
  confidence: [0.5, 0.9999],
  minimum: [1, 1000],
} as const;

/** Everything that keeps a plan from being made. */
export function planFaults(strata: readonly PlannedStratum[], design: PlanDesign): PlanFault[] {
  const faults: PlanFault[] = [];
  const check = (argument: string, name: keyof typeof planBounds, value: number) => {
    const [min, max] = planBounds[name];
    const open = name === 'area' || name === 'cost' || name === 'margin';
    const code = !Number.isFinite(value)
      ? 'not-a-number'
      : value < min || (open && value === min)
        ? 'too-low'
        : value > max
          ? 'too-high'
          : null;
    if (code) faults.push({ code, argument, value, min, max });
  };
  for (const name of ['plotArea', 'margin', 'confidence', 'minimum'] as const)
    check(name, name, design[name]);
  if (strata.length === 0) {
    faults.push({ code: 'too-low', argument: 'strata.length', value: 0, min: 1, max: 1000 });
  }
  const withCost = strata.some(({ cost }) => cost !== null);
  for (const [i, { area, sd, cost, pilotPlots }] of strata.entries()) {
    const at = (name: string) => `strata.${i}.${name}`;
    check(at('area'), 'area', area);
    check(at('sd'), 'sd', sd);
    if (cost !== null) check(at('cost'), 'cost', cost);
    else if (withCost) {
      faults.push({ code: 'cost-missing', argument: at('cost'), value: Number.NaN, min: 0, max: most });
    }
    if (pilotPlots !== null) check(at('pilotPlots'), 'pilotPlots', pilotPlots);
  }
  if (faults.length > 0) return faults;
  for (const [i, { area }] of strata.entries()) {
    const needed = design.minimum * design.plotArea;
    if (possiblePlots(area, design.plotArea) < design.minimum) {
      faults.push({ code: 'too-small', argument: `strata.${i}.area`, value: area, min: needed, max: most });
    }
  }
  if (strata.every(({ sd }) => sd === 0)) {
    faults.push({ code: 'no-variation', argument: 'strata.0.sd', value: 0, min: 0, max: most });
  }
  return faults;
}

/** Whole plots that fit into an area; 10 ha hold 100 plots of 0.1 ha although 10/0.1 may be 99.99... */
function possiblePlots(area: number, plotArea: number): number {
  return Math.floor((area / plotArea) * (1 + 1e-12));
}

/**
 * Numbers of plots by stratum for a quantile t, not rounded; a stratum that would get more plots than fit into it is
 * measured whole and the others share the variance that is left (Cochran 1977, section 5.8).
 */
function cappedPlots(strata: readonly PlannedStratum[], design: PlanDesign, t: number): number[] {
  const area = strata.reduce((sum, stratum) => sum + stratum.area, 0);
  const byStratum = strata.map(() => Number.NaN);
  let open = strata.map((_, i) => i);
  for (;;) {
    const rest = open.map((i) => strata[i] as PlannedStratum); // i runs over strata
    const restShare = rest.reduce((sum, stratum) => sum + stratum.area, 0) / area;
    if (rest.every(({ sd }) => sd === 0)) {
      for (const i of open) byStratum[i] = 0;
      return byStratum;
    }
    // The mean of the rest counts with its share only: its margin is wider by as much.
    const needed = stratifiedPlots(rest, design.plotArea, design.margin / restShare, t);
    const full = open.filter((i, at) => {
      const possible = possiblePlots((strata[i] as PlannedStratum).area, design.plotArea);
      return (needed.byStratum[at] ?? 0) >= possible;
    });
    for (const [at, i] of open.entries()) byStratum[i] = needed.byStratum[at] ?? 0;
    if (full.length === 0) return byStratum;
    for (const i of full) byStratum[i] = possiblePlots((strata[i] as PlannedStratum).area, design.plotArea);
    open = open.filter((i) => !full.includes(i));
  }
}

/**
 * Plots by stratum for the wanted margin.
 * @throws RangeError with every fault of `planFaults`
 */
export function planPlots(strata: readonly PlannedStratum[], design: PlanDesign): PlotPlan {
  refuse(planFaults(strata, design));
  const total = (t: number) => cappedPlots(strata, design, t).reduce((sum, n) => sum + n, 0);
  const p = (1 + design.confidence) / 2;
  const found =
    design.quantile === 'student'
      ? iteratePlots(total, design.confidence, strata.length)
      : { n: roundUp(total(tQuantile(p, Infinity))), t: tQuantile(p, Infinity), df: Infinity };
  let plan = wholePlots(strata, design, found.t, found.df);
  // Of two numbers that follow each other the larger was found, with the t that asks for the smaller.
  while (design.quantile === 'student' && plan.n < plan.possible) {
    const df = Math.max(1, plan.n - strata.length);
    const t = tQuantile(p, df);
    if (t <= plan.t || plan.standardError * t <= design.margin) break;
    plan = wholePlots(strata, design, t, df);
  }
  return { ...plan, formulaTotal: found.n };
}

/** The plan for a quantile t: numbers by stratum rounded up, between the minimum and what fits. */
function wholePlots(
  strata: readonly PlannedStratum[],
  design: PlanDesign,
  t: number,
  df: number,
): Omit<PlotPlan, 'formulaTotal'> {
  const area = strata.reduce((sum, stratum) => sum + stratum.area, 0);
  const unrounded = cappedPlots(strata, design, t);
  const plans = strata.map((stratum, i): StratumPlan => {
    const possible = possiblePlots(stratum.area, design.plotArea);
    const wanted = unrounded[i] ?? 0;
    const n = Math.min(possible, Math.max(roundUp(wanted), Math.ceil(design.minimum)));
    const share = stratum.area / area;
    const cost = stratum.cost === null ? null : n * stratum.cost;
    return { n, share, unrounded: wanted, possible, whole: n === possible, cost };
  });
  const n = plans.reduce((sum, plan) => sum + plan.n, 0);
  const standardError = stratifiedError(plans.map((plan, i) => ({ ...plan, sd: strata[i]?.sd ?? 0 })));
  const own = design.quantile === 'student' ? Math.max(1, n - strata.length) : Infinity;
  return {
    n,
    possible: plans.reduce((sum, { possible }) => sum + possible, 0),
    strata: plans,
    t,
    df,
    standardError,
    halfWidth: standardError * tQuantile((1 + design.confidence) / 2, own),
    cost: plans.reduce<number | null>((sum, { cost }) => (cost === null ? null : (sum ?? 0) + cost), null),
  };
}

/**
 * Upper confidence limit of a standard deviation, s sqrt((n - 1)/chi2(1 - confidence; n - 1)): a pilot of few plots
 * tells little about s (Snedecor & Cochran 1989, Statistical Methods, 8th ed., section 5.11).
 * @param plots plots of the pilot, at least 2
 * @param confidence one-sided, above 0, below 1
 */
export function upperSd(sd: number, plots: number, confidence: number): number {
  if (!(plots >= 2)) throw new RangeError(`plots is ${plots}; at least 2 are needed`);
  return sd * Math.sqrt((plots - 1) / chiSquareQuantile(1 - confidence, plots - 1));
}

/** The plan if every standard deviation with a known pilot were at its upper limit; null where none has one. */
export function cautiousPlan(
  strata: readonly PlannedStratum[],
  design: PlanDesign,
  confidence = 0.8,
): PlotPlan | null {
  if (strata.every(({ pilotPlots }) => pilotPlots === null)) return null;
  const upper = strata.map((stratum) => ({
    ...stratum,
    sd: stratum.pilotPlots === null ? stratum.sd : upperSd(stratum.sd, stratum.pilotPlots, confidence),
  }));
  return planPlots(upper, design);
}

/** Plots in all for a list of margins, in the order given: the price of precision. */
export function plotsByMargin(
  strata: readonly PlannedStratum[],
  design: PlanDesign,
  margins: readonly number[],
): { readonly margin: number; readonly n: number; readonly cost: number | null }[] {
  return margins.map((margin) => {
    const { n, cost } = planPlots(strata, { ...design, margin });
    return { margin, n, cost };
  });
}
