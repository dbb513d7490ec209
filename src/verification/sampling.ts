import { allocatePlots, roundToTotal } from '../science/sampling/allocation.ts';
import {
  roundUp,
  simpleRandomPlots,
  stratifiedError,
  stratifiedPlots,
} from '../science/sampling/required.ts';
import { normalQuantile } from '../science/statistics.ts';
import { numberAt, numbersAt, optionalNumberAt } from './json-inputs.ts';
import type { JsonObject, Verifier } from './verifier.ts';

/** The quantile a case states, or that of the normal distribution at its confidence. */
function quantileOf(inputs: JsonObject): number {
  return optionalNumberAt(inputs, 't_value') ?? normalQuantile((1 + numberAt(inputs, 'confidence')) / 2);
}

function stratified(inputs: JsonObject) {
  const sd = numbersAt(inputs, 'stratum_sd');
  const cost = numbersAt(inputs, 'cost_per_plot');
  const strata = numbersAt(inputs, 'stratum_area_ha').map((area, i) => ({
    area,
    sd: sd[i] ?? Number.NaN,
    cost: cost.length === 0 ? null : (cost[i] ?? Number.NaN),
  }));
  const plan = stratifiedPlots(
    strata,
    numberAt(inputs, 'plot_area_ha'),
    numberAt(inputs, 'margin_of_error'),
    quantileOf(inputs),
  );
  return {
    N_possible_plots: plan.possible,
    n_total_unrounded: plan.total,
    n_total: roundUp(plan.total),
    n_by_stratum_unrounded: plan.byStratum,
    n_by_stratum_ceiling: plan.byStratum.map(roundUp),
    // The reference gives the simple form of AR-TOOL03 only, which knows no costs.
    n_total_infinite_population: cost.length === 0 ? plan.totalInfinite : null,
    proportional_by_stratum_unrounded: plan.proportional,
    anticipated_se: plan.standardError,
  };
}

function simpleRandom(inputs: JsonObject) {
  const n = simpleRandomPlots(
    Math.sqrt(numberAt(inputs, 'variance')),
    numberAt(inputs, 'margin_of_error'),
    quantileOf(inputs),
    optionalNumberAt(inputs, 'N_possible_plots'),
  );
  return { n_unrounded: n, n: roundUp(n) };
}

function neyman(inputs: JsonObject) {
  const sd = numbersAt(inputs, 'stratum_sd');
  const possible = numbersAt(inputs, 'N_possible_plots_by_stratum');
  const minimum = numbersAt(inputs, 'minimum_per_stratum');
  const strata = possible.map((plots, i) => ({
    possible: plots,
    sd: sd[i] ?? Number.NaN,
    cost: null,
    minimum: minimum.length === 0 ? 0 : ((minimum.length === 1 ? minimum[0] : minimum[i]) ?? Number.NaN),
  }));
  const unrounded = allocatePlots(numberAt(inputs, 'n_total'), strata);
  const whole = roundToTotal(unrounded);
  const all = possible.reduce((sum, plots) => sum + plots, 0);
  const error = (numbers: readonly number[]) =>
    stratifiedError(strata.map((one, i) => ({ ...one, share: one.possible / all, n: numbers[i] ?? 0 })));
  return {
    n_unrounded: unrounded,
    n_integer_oric: whole,
    se_mean_unrounded: error(unrounded),
    se_mean_integer: error(whole),
  };
}

/** Timber cruising: coefficients of variation and a relative error, both in %. */
function stands(inputs: JsonObject) {
  const areas = numbersAt(inputs, 'stand_area');
  const cv = numbersAt(inputs, 'stand_cv_percent');
  const total = areas.reduce((sum, area) => sum + area, 0);
  const pulls = areas.map((area, i) => (area / total) * (cv[i] ?? Number.NaN));
  const weighted = pulls.reduce((sum, pull) => sum + pull, 0);
  const n = roundUp(
    simpleRandomPlots(
      weighted,
      numberAt(inputs, 'allowable_error_percent'),
      quantileOf(inputs),
      optionalNumberAt(inputs, 'N_possible_plots'),
    ),
  );
  return {
    weighted_cv_percent: weighted,
    n_total: n,
    n_by_stand: roundToTotal(pulls.map((pull) => (n * pull) / weighted)),
  };
}

const verifier: Verifier = {
  calculator: 'sampling',
  operations: { stratified, 'simple-random': simpleRandom, neyman, 'stands-cv': stands },
  references: [
    'R package PracTools 1.7.5: strAlloc, nContMoe',
    'R package stratallo 3.0.1: opt, round_oric',
    'USDA Forest Service, Timber Cruising Handbook FSH 2409.12, worked example (86 plots)',
  ],
  notVerified: [
    "The iteration with Student's t: by hand and by simulated coverage only.",
    'Capped strata in a plan for a wanted margin: by properties only (the reference does not cap).',
    'The smallest detectable change: by a published example and simulated power only.',
    'The upper limit of a pilot standard deviation: by simulated coverage only.',
  ],
};

export default verifier;
