import {
  drainedFlux,
  drainedValues,
  peatBenefit,
  rewettedFlux,
  rewettedValues,
} from '../science/peatland/balance.ts';
import {
  type DrainedFactors,
  drainedFactors,
  rewettedFactors,
  zoneOf,
} from '../science/peatland/categories.ts';
import { drainedCategories, type RewettedCategory, rewettedCategories } from '../science/peatland/domain.ts';
import { benefitUncertainty } from '../science/peatland/uncertainty.ts';
import { type GwpValues, gwpOf } from '../science/units-gwp/gwp.ts';
import { gwpSets } from '../science/units-gwp/gwp-sets.ts';
import { listAt, numberAt, objectAt, objectsAt, optionalNumberAt } from './json-inputs.ts';
import { choiceOf, flagAt, optionalTextAt, textAt, textsAt } from './text-inputs.ts';
import { type Allowance, type Json, type JsonObject, Refusal, type Verifier } from './verifier.ts';

/** `temperate.grassland_poor` -> the category, with the ditch fraction of the case where it has one. */
function drainedAt(
  name: string,
  inputs: JsonObject,
): { category: (typeof drainedCategories)[number]; factors: DrainedFactors } {
  const category = choiceOf(name.replace('.', '-'), drainedCategories, 'category of drained land');
  const factors = drainedFactors(category);
  const own = optionalNumberAt(inputs, 'frac_ditch');
  const n2o = flagAt(inputs, 'include_n2o', true) ? factors.n2o : { value: 0, low: null, high: null };
  return { category, factors: { ...factors, n2o, ditchFraction: own ?? factors.ditchFraction } };
}

const rewettedAt = (name: string): RewettedCategory =>
  choiceOf(name.replace('.', '-'), rewettedCategories, 'category of rewetted land');

const gwpAt = (set: JsonObject): GwpValues => ({ CH4: numberAt(set, 'CH4'), N2O: numberAt(set, 'N2O') });

/** One set of potentials: values, or the name of a set of the table. */
function gwpSetAt(inputs: JsonObject): GwpValues {
  const given = inputs['gwp_set'];
  return typeof given === 'string'
    ? gwpOf(choiceOf(given, gwpSets, 'set of potentials'))
    : gwpAt(objectAt(inputs, 'gwp_set') ?? {});
}

/** Every set of a case by its name. */
function gwpSetsOf(inputs: JsonObject): readonly (readonly [string, GwpValues])[] {
  const given = inputs['gwp_sets'] ?? null;
  if (typeof given === 'string' || Array.isArray(given))
    return textsAt(inputs, 'gwp_sets').map((name) => [
      name,
      gwpOf(choiceOf(name, gwpSets, 'set of potentials')),
    ]);
  const sets = objectAt(inputs, 'gwp_sets') ?? {};
  return Object.keys(sets).map((name) => [name, gwpAt(objectAt(sets, name) ?? {})]);
}

function resultOf(inputs: JsonObject, gwp: GwpValues) {
  const { category, factors } = drainedAt(textAt(inputs, 'drained_category'), inputs);
  const rewetted = optionalTextAt(inputs, 'rewetted_category');
  const area = optionalNumberAt(inputs, 'area_ha') ?? 1;
  const years = optionalNumberAt(inputs, 'years') ?? 1;
  if (rewetted === null) {
    const flux = drainedFlux(drainedValues(factors), gwp).total;
    if (!(area >= 0)) throw new Refusal('area_negative');
    return { drained_t_co2e_ha_yr: flux, drained_t_co2e_yr: flux * area };
  }
  const wet = rewettedAt(rewetted);
  const { ditchFraction } = factors;
  const result = peatBenefit(
    { drained: category, rewetted: wet, area, years, ditchFraction },
    drainedValues(factors),
    rewettedValues(rewettedFactors(wet)),
    gwp,
  );
  return {
    drained_t_co2e_ha_yr: result.drained.total,
    rewetted_t_co2e_ha_yr: result.rewetted.total,
    benefit_t_co2e_ha_yr: result.benefit,
    drained_t_co2e_yr: result.drained.total * area,
    rewetted_t_co2e_yr: result.rewetted.total * area,
    benefit_t_co2e_yr: result.benefitOfArea,
    benefit_t_co2e: result.benefitOfProject,
  };
}

function balance(inputs: JsonObject) {
  const sets = gwpSetsOf(inputs).map(([name, gwp]) => [name, resultOf(inputs, gwp)]);
  const alone = (inputs['gwp_set'] ?? null) === null ? {} : resultOf(inputs, gwpSetAt(inputs));
  return { ...Object.fromEntries(sets), ...alone };
}

function components(inputs: JsonObject) {
  const gwp = gwpSetAt(inputs);
  const rows = textsAt(inputs, 'rows').map((name) => drainedAt(name, inputs));
  const fluxes = rows.map(({ factors }) => drainedFlux(drainedValues(factors), gwp));
  return {
    co2_on_site: fluxes.map((flux) => flux.co2),
    n2o: fluxes.map((flux) => flux.n2o),
    ch4_land: fluxes.map((flux) => flux.ch4Land),
    ch4: fluxes.map((flux) => flux.ch4),
    total: fluxes.map((flux) => flux.total),
    doc: Object.fromEntries(rows.map(({ category }, at) => [zoneOf(category), fluxes[at]?.doc ?? null])),
  };
}

function balancePairs(inputs: JsonObject) {
  const gwp = gwpSetAt(inputs);
  const list = listAt(inputs, 'pairs');
  const pairs = typeof list[0] === 'string' ? [list] : list;
  const totals = pairs.map((pair) => {
    const [drained, rewetted]: readonly Json[] = Array.isArray(pair) ? pair : [];
    if (typeof drained !== 'string' || typeof rewetted !== 'string')
      throw new Refusal('a pair needs two names');
    const before = drainedFlux(drainedValues(drainedAt(drained, inputs).factors), gwp).total;
    return [before, rewettedFlux(rewettedValues(rewettedFactors(rewettedAt(rewetted))), gwp).total] as const;
  });
  return {
    drained: totals.map(([drained]) => drained),
    rewetted: totals.map(([, rewetted]) => rewetted),
    benefit: totals.map(([drained, rewetted]) => drained - rewetted),
  };
}

function uncertainty(inputs: JsonObject) {
  const { factors } = drainedAt(textAt(inputs, 'drained_category'), inputs);
  const wet = rewettedFactors(rewettedAt(textAt(inputs, 'rewetted_category')));
  const shape = choiceOf(
    optionalTextAt(inputs, 'distribution') ?? 'triangular',
    ['triangular', 'split-normal'],
    'distribution',
  );
  const draws = Math.max(100_000, optionalNumberAt(inputs, 'draws') ?? 0);
  const varied = 'co2-and-rewetted-ch4'; // what the reference varies
  const result = benefitUncertainty(factors, wet, gwpSetAt(inputs), { shape, varied, draws, seed: 1 });
  return {
    mean: result.mean,
    sd: result.sd,
    median: result.p50,
    p05: result.p5,
    p95: result.p95,
    p2_5: result.p2_5,
    p97_5: result.p97_5,
    probability_of_benefit: result.probabilityOfBenefit,
  };
}

function variants(inputs: JsonObject) {
  const gwp = gwpSetAt(inputs);
  const results = objectsAt(inputs, 'variants').map((variant) => resultOf({ ...inputs, ...variant }, gwp));
  const keys = Object.keys(results[0] ?? {}) as (keyof (typeof results)[number])[]; // all have the same ones
  return Object.fromEntries(keys.map((key) => [key, results.map((result) => result[key])]));
}

/** Entries that a table of the reference leaves out (null in a list of numbers) are not compared. */
function withoutGaps(expected: JsonObject): Json {
  const lists = Object.entries(expected).map(([key, value]) => {
    if (!Array.isArray(value) || !value.includes(null)) return [key, value];
    const entries: readonly Json[] = value;
    return [key, Object.fromEntries(entries.flatMap((one, at) => (one === null ? [] : [[String(at), one]])))];
  });
  return Object.fromEntries(lists);
}

/**
 * Table 2 of doi:10.1038/s41467-025-65841-6 prints 28.97 (boreal) and 28.95 (temperate cropland) for one and the
 * same factor of 7.9 t C: it takes 44/12 in some rows and 44.01/12.011 in others, which is 0.07 % less (22.35 for
 * 6.1 t C, where 44/12 gives 22.37). Either ratio, and half a unit of the last digit, is allowed in this column.
 */
function eitherRatio(path: readonly string[]): Allowance | undefined {
  if (path[0] !== 'co2_on_site') return undefined; // the general reading
  const ratios = 44 / 12 / (44.01 / 12.011) - 1;
  return { rel: ratios + 0.005 / 22.35, abs: 0.011 };
}

export default {
  calculator: 'peatland',
  operations: { balance, components, 'balance-pairs': balancePairs, uncertainty, variants },
  expand: withoutGaps,
  allowance: eitherRatio,
  references: [
    'ipcc-carbon-gains (commit 3857347), functions net_drained and net_rewetted, chunk tbl-mc-benefit',
    'Table 2 of doi:10.1038/s41467-025-65841-6',
    'Numbers printed in the evidence base of ipcc-carbon-gains (AR4 potentials)',
  ],
  notVerified: [
    'The interval over all factors and the split normal shape have no reference result; the reference varies three factors, triangular.',
    'Ditch methane of shallow-drained poor grassland is offered from the table without a reference result.',
    'Limits of dissolved organic carbon after rewetting in the boreal and tropical zones were not read and are left out.',
  ],
} as const satisfies Verifier;
