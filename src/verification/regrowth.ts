import { rootShootLimit, type StandClass } from '../science/below-ground.ts';
import { ageAtShare } from '../science/regrowth/chapman-richards.ts';
import { evaluateCurve, growStand } from '../science/regrowth/evaluate.ts';
import { fitCurve, predictStock } from '../science/regrowth/fit.ts';
import { ratiosOf, type TwoRatios, zoneRates } from '../science/regrowth/ipcc-growth.ts';
import { treeCarbon } from '../science/tree-biomass/stand.ts';
import { numberAt, numbersAt, optionalNumberAt } from './json-inputs.ts';
import { type Json, type JsonObject, Refusal, type Verifier } from './verifier.ts';

export default {
  calculator: 'regrowth',
  operations: { evaluate, fit, 'ipcc-rates': ipccRates },
  allowance,
  references: [
    'R minpack.lm nlsLM on field plots of GROA (Cook-Patton et al. 2020, doi:10.1038/s41586-020-2686-x)',
    'Closed forms evaluated in R, maxima by optimize() and uniroot()',
    'Growth function of a public restoration calculator (IPCC 2019 Tables 4.4, 4.7, 4.9; 0.47 x 3.67, 2 decimals)',
  ],
  notVerified: [
    'The fits are compared at their parameters, errors and predictions; the 95 % band by its simulated coverage only.',
    'The rates, stocks and ratios of the IPCC tables are those typed from the chapter; the reference is given numbers.',
    'The Monte Carlo interval of the IPCC method has no reference case.',
    'Age of the largest mean increment: the reference is good to 1e-4.',
  ],
} as const satisfies Verifier;

function evaluate(inputs: JsonObject) {
  const curve = {
    asymptote: numberAt(inputs, 'A'),
    rate: numberAt(inputs, 'k'),
    shape: optionalNumberAt(inputs, 'p') ?? 1,
  };
  const found = evaluateCurve(curve, numbersAt(inputs, 'ages_yr'));
  return {
    stock: found.ages.map(({ stock }) => stock),
    current_annual_increment: found.ages.map(({ currentIncrement }) => currentIncrement),
    mean_annual_increment: found.ages.map(({ meanIncrement }) => meanIncrement),
    age_of_max_increment: found.ageOfLargestIncrement,
    age_of_max_mean_increment: found.ageOfLargestMeanIncrement,
    age_at_50_percent: ageAtShare(curve, 0.5),
    age_at_90_percent: found.ageAt90Percent,
    age_at_95_percent: ageAtShare(curve, 0.95),
  };
}

function fit(inputs: JsonObject) {
  const stocks = numbersAt(inputs, 'agb_t_ha');
  const ages = numbersAt(inputs, 'age_yr');
  if (ages.length !== stocks.length) throw new Refusal(`${ages.length} ages have ${stocks.length} stocks`);
  const plots = ages.map((age, i) => ({ age, stock: stocks[i] ?? Number.NaN }));
  const found = fitCurve(plots, optionalNumberAt(inputs, 'fixed_p'));
  const predicted = numbersAt(inputs, 'predict_ages_yr').map((age) => predictStock(found, age));
  return {
    A: found.asymptote,
    k: found.rate,
    p: found.shape,
    se: found.standardErrors,
    residual_se: found.residualError,
    df: found.df,
    rss: found.rss,
    predicted: predicted.map((one) => one?.stock ?? null),
    predicted_se: predicted.map((one) => one?.standardError ?? null),
    identifiable: found.identifiable,
  };
}

function ipccRates(inputs: JsonObject) {
  const ages = numbersAt(inputs, 'ages_yr');
  const fraction = optionalNumberAt(inputs, 'carbon_fraction') ?? treeCarbon;
  const stand = standOf(inputs);
  const zone = zoneRates(stand.zone, stand.continent);
  const stands = growStand(
    {
      young: optionalNumberAt(inputs, 'growth_up_to_20') ?? zone?.young.value ?? Number.NaN,
      old: optionalNumberAt(inputs, 'growth_over_20') ?? zone?.old.value ?? Number.NaN,
      youngCap: optionalNumberAt(inputs, 'agb_cap_up_to_20'),
      cap: optionalNumberAt(inputs, 'agb_cap') ?? zone?.cap?.value ?? null,
    },
    ratiosFor(inputs, stand),
    fraction,
    ages,
  );
  return {
    agb_t_ha: stands.map(({ agb }) => agb),
    bgb_t_ha: stands.map(({ bgb }) => bgb),
    carbon_t_ha: stands.map(({ carbon }) => carbon),
    co2_t_ha: stands.map(({ co2 }) => co2),
  };
}

function ratiosFor(inputs: JsonObject, stand: StandClass): TwoRatios {
  const below = optionalNumberAt(inputs, 'root_shoot_below');
  const above = optionalNumberAt(inputs, 'root_shoot_above');
  const limit = optionalNumberAt(inputs, 'root_shoot_limit_t_ha');
  const table = ratiosOf(stand);
  const one = below ?? above ?? Number.NaN;
  return {
    limit: limit ?? table?.limit ?? rootShootLimit(stand) ?? Infinity,
    below: below ?? table?.below ?? one,
    above: above ?? table?.above ?? one,
  };
}

/** The words of the tables as the factors write them: "tropical dry forest" is `tropical-dry-forest`. */
function standOf(inputs: JsonObject): StandClass {
  const word = (key: string, otherwise: string) =>
    String(inputs[key] ?? otherwise)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
  return { zone: word('zone', ''), continent: word('continent', ''), origin: word('origin', 'natural') };
}

/**
 * What the tolerances of the cases say in words. `rel_parameters` is for A, k and p. A lower sum of squares than that
 * of the reference is accepted; where the asymptote is not identifiable too, A and k trade off, their errors with them,
 * and beyond the oldest plot there is no prediction to compare.
 */
function allowance(
  path: readonly string[],
  tolerance: JsonObject,
  found?: { readonly got: unknown; readonly expected: JsonObject },
) {
  const [key = ''] = path;
  const rel = tolerance['rel_parameters'];
  const ageMean = tolerance['rel_age_mean'];
  if (key === 'age_of_max_mean_increment' && typeof ageMean === 'number') return { rel: ageMean, abs: 0 };
  const lower = lowerSquares(found);
  if (lower !== null && ['rss', 'residual_se'].includes(key)) return 'ignore';
  if (lower?.identifiable === false) {
    if (['A', 'k', 'p', 'se'].includes(key)) return 'ignore';
    if (['predicted', 'predicted_se'].includes(key) && valueAt(lower, path) === null) return 'ignore';
  }
  return ['A', 'k', 'p'].includes(key) && typeof rel === 'number' ? { rel, abs: 0 } : undefined;
}

type Fit = ReturnType<typeof fit>;

/** The fit, where its sum of squares is lower than that of the reference. */
function lowerSquares(found?: { readonly got: unknown; readonly expected: JsonObject }): Fit | null {
  const rss: Json | undefined = found?.expected['rss'];
  if (typeof rss !== 'number' || typeof found?.got !== 'object' || found.got === null) return null;
  const got = found.got as Fit; // what the operation with an `rss` gives
  return got.rss < rss ? got : null;
}

function valueAt(got: Fit, [key, index]: readonly string[]): number | null | undefined {
  return key === 'predicted' || key === 'predicted_se' ? got[key][Number(index)] : undefined;
}
