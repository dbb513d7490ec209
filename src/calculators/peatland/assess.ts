import type { Summary } from '../../science/monte-carlo.ts';
import {
  drainedFlux,
  drainedValues,
  type PeatProject,
  type PeatResult,
  peatBenefit,
  rewettedFlux,
  rewettedValues,
} from '../../science/peatland/balance.ts';
import {
  defaultRewetted,
  drainedFactors,
  rewettedFactors,
  shallowDitches,
  zoneOf,
} from '../../science/peatland/categories.ts';
import { benefitUncertainty } from '../../science/peatland/uncertainty.ts';
import { type GwpValues, gwpOf } from '../../science/units-gwp/gwp.ts';
import { gwpSets } from '../../science/units-gwp/gwp-sets.ts';
import { varies } from '../../science/varies.ts';
import type { Estimate } from '../output.ts';
import type { PeatlandInputs } from './fields.ts';
import type { PeatlandOutputs } from './outputs.ts';
import { type Factors, factorAt, ownFactors, withOwn } from './own-factors.ts';

/** The factors that the tables have for the land chosen, with the share of ditches that holds. */
export function tableFactors(inputs: PeatlandInputs): Factors {
  const { drained, drainage, ditchFraction } = inputs;
  const table = drainedFactors(drained);
  const shallow = drained === 'temperate-grassland-poor' && drainage === 'shallow';
  const land = shallow ? { ...table, ch4Ditch: shallowDitches() } : table;
  return {
    drained: { ...land, ditchFraction: ditchFraction ?? land.ditchFraction },
    rewetted: rewettedFactors(categoryOf(inputs)),
  };
}

/** The same with those of the reader in their places. */
export function factorsOf(inputs: PeatlandInputs): Factors {
  return withOwn(tableFactors(inputs), inputs.ownFactors);
}

function categoryOf({ drained, rewetted }: PeatlandInputs) {
  return rewetted === 'default' ? defaultRewetted(zoneOf(drained)) : rewetted;
}

export function projectOf(inputs: PeatlandInputs): PeatProject {
  const { ditchFraction } = factorsOf(inputs).drained;
  return { ...inputs, rewetted: categoryOf(inputs), ditchFraction };
}

/** What the land emits drained and rewetted, t CO2e per hectare and year, and the difference. */
export function balanceOf({ drained, rewetted }: Factors, gwp: GwpValues) {
  const before = drainedFlux(drainedValues(drained), gwp).total;
  const after = rewettedFlux(rewettedValues(rewetted), gwp).total;
  return { drained: before, rewetted: after, benefit: before - after };
}

/** Everything that the result shows. */
export function assess(inputs: PeatlandInputs): PeatlandOutputs {
  const factors = factorsOf(inputs);
  const { drained, rewetted } = factors;
  const gwp = gwpOf(inputs.gwpSet);
  const { shape, draws, seed, area, years, ownFactors: own } = inputs;
  const result = peatBenefit(projectOf(inputs), drainedValues(drained), rewettedValues(rewetted), gwp);
  const spread = benefitUncertainty(drained, rewetted, gwp, { shape, varied: 'all', draws, seed });
  return {
    benefit: interval(result.benefit, spread),
    benefitOfProject: interval(result.benefitOfProject, spread, area * years),
    benefitOfArea: interval(result.benefitOfArea, spread, area),
    drained: interval(result.drained.total, spread.drained),
    rewetted: interval(result.rewetted.total, spread.rewetted),
    median: { value: spread.p50 },
    probabilityOfBenefit: { value: spread.probabilityOfBenefit * 100 },
    method: own.length > 0 ? 'own-factors' : 'tier-1',
    gases: gasRows(result),
    factors: factorRows(factors, inputs),
    bySet: gwpSets.map((set) => ({ set, ...balanceOf(factors, gwpOf(set)) })),
  };
}

function interval(value: number, spread: Summary, times = 1): Estimate {
  if (!varies(spread) || times === 0) return { value };
  return { value, low: spread.p2_5 * times, high: spread.p97_5 * times, level: 0.95 };
}

function gasRows({ drained, rewetted }: PeatResult) {
  return (['co2', 'doc', 'ch4', 'n2o', 'total'] as const).map((gas) => {
    const mass = (flux: PeatResult['drained']) => {
      if (gas === 'total') return null;
      if (gas === 'ch4') return flux.ch4Mass;
      return gas === 'n2o' ? flux.n2oMass : flux[gas] * 1000; // t CO2 -> kg
    };
    return {
      gas,
      drainedMass: mass(drained),
      drained: drained[gas],
      rewettedMass: mass(rewetted),
      rewetted: rewetted[gas],
      benefit: drained[gas] - rewetted[gas],
    };
  });
}

/** The default beside what was used. */
function factorRows(used: Factors, inputs: PeatlandInputs) {
  const { ditchFraction, ownFactors: own } = inputs;
  const table = tableFactors({ ...inputs, ditchFraction: null });
  const ditches = {
    table: table.drained.ditchFraction,
    used: used.drained.ditchFraction,
    low: null,
    high: null,
  };
  return [
    ...ownFactors.map((factor) => {
      const { value, low, high } = factorAt(used, factor);
      const from = own.some((one) => one.factor === factor) ? 'own' : 'table';
      return { factor, table: factorAt(table, factor).value, used: value, low, high, from };
    }),
    { factor: 'ditch-fraction', ...ditches, from: ditchFraction === null ? 'table' : 'own' },
  ];
}
