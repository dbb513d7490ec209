import {
  type CoastalProject,
  type CoastalResult,
  coastalProject,
  methaneRate,
} from '../../science/blue-carbon/project.ts';
import { type CoastalFactors, coastalFactors, type Ranged } from '../../science/blue-carbon/systems.ts';
import { type NetUncertainty, netUncertainty } from '../../science/blue-carbon/uncertainty.ts';
import { gwpOf } from '../../science/units-gwp/gwp.ts';
import { co2PerC } from '../../science/units-gwp/substance.ts';
import { varies } from '../../science/varies.ts';
import type { Estimate } from '../output.ts';
import type { BlueCarbonInputs } from './fields.ts';
import type { BlueCarbonOutputs } from './outputs.ts';

export function projectOf(inputs: BlueCarbonInputs): CoastalProject {
  return {
    ...inputs,
    replanted: inputs.planting === 'replanted',
    drainedBaseline: inputs.baseline === 'drained',
  };
}

function tableFactors({ system, climate }: BlueCarbonInputs): CoastalFactors {
  return coastalFactors(system, climate === 'none' ? null : climate);
}

/** The factors of the tables, with those of the reader in their places. */
export function factorsOf(inputs: BlueCarbonInputs): CoastalFactors {
  const { ownAccumulation: value, ownAccumulationLow: low, ownAccumulationHigh: high } = inputs;
  const { ownSoilCeiling: stock, biomassCeiling } = inputs;
  const table = tableFactors(inputs);
  const { biomass } = table;
  return {
    ...table,
    accumulation: value === null ? table.accumulation : { value, low, high },
    soilCeiling: stock === null ? table.soilCeiling : { value: stock, low: null, high: null },
    biomass: biomass && { ...biomass, ceiling: biomassCeiling ?? biomass.ceiling },
  };
}

/** Everything that the result shows. */
export function assess(inputs: BlueCarbonInputs): BlueCarbonOutputs {
  const project = projectOf(inputs);
  const factors = factorsOf(inputs);
  const gwp = gwpOf(inputs.gwpSet).CH4;
  const result = coastalProject(project, factors, gwp);
  const spread = netUncertainty(project, factors, gwp, { draws: inputs.draws, seed: inputs.seed });
  const { net, soil, biomass, methane, avoided } = result.total;
  const perYear = 1 / project.area / project.years;
  const { ownAccumulation, ownSoilCeiling, biomassCeiling } = inputs;
  const own = ownAccumulation !== null || ownSoilCeiling !== null || biomassCeiling !== null;
  return {
    net: interval(net, spread, 1),
    netPerYear: project.area === 0 ? { value: null } : interval(net * perYear, spread, perYear),
    intervalFrom: varies(spread) ? 'limits' : 'none',
    soil: { value: soil },
    biomass: { value: biomass },
    methane: { value: methane },
    avoided: { value: avoided },
    absolute: { value: avoided === 0 ? null : net - avoided },
    probabilityOfRemoval: { value: varies(spread) ? spread.probabilityOfRemoval * 100 : null },
    yearsToNaturalStock: { value: result.yearsToNaturalStock },
    breakevenRate: { value: methaneRate(project.salinity, factors.methane, gwp) / co2PerC || null },
    method: own ? 'own-factors' : 'tier-1',
    factors: factorRows(tableFactors(inputs), factors),
    course: courseRows(result, project.area),
  };
}

function interval(value: number, spread: NetUncertainty, times: number): Estimate {
  if (!varies(spread)) return { value };
  return { value, low: spread.p2_5 * times, high: spread.p97_5 * times, level: 0.95 };
}

const certain = (value: number | null): Ranged | null =>
  value === null ? null : { value, low: null, high: null };

function rangedOf({ accumulation, soilCeiling, drainage, methane, biomass }: CoastalFactors) {
  return [
    ['accumulation', accumulation],
    ['soil-stock', soilCeiling],
    ['drainage', drainage],
    ['methane', certain(methane)],
    ['growth', certain(biomass?.growth ?? null)],
    ['biomass', certain(biomass?.ceiling ?? null)],
    ['root-shoot', certain(biomass?.rootShoot ?? null)],
  ] as const;
}

/** The default beside what was used; what the land has no factor for is left out. */
function factorRows(table: CoastalFactors, used: CoastalFactors) {
  const defaults = new Map<string, Ranged | null>(rangedOf(table));
  return rangedOf(used).flatMap(([factor, one]) => {
    if (one === null) return [];
    const { value, low, high } = one;
    return [{ factor, table: defaults.get(factor)?.value ?? null, used: value, low, high }];
  });
}

function courseRows({ cumulative }: CoastalResult, area: number) {
  return cumulative.map(({ soil, biomass, avoided, methane, net }, year) => ({
    year,
    soil: soil * area,
    biomass: biomass * area,
    avoided: avoided * area,
    methane: methane * area,
    net: net * area,
  }));
}
