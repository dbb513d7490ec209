import { coastalSystems, mangroveClimates } from '../science/blue-carbon/domain.ts';
import {
  type CoastalProject,
  coastalProject,
  methaneRate,
  soilRate,
  yearsToNaturalStock,
} from '../science/blue-carbon/project.ts';
import {
  type CoastalFactors,
  coastalFactors,
  type Ranged,
  salinityWithoutMethane,
} from '../science/blue-carbon/systems.ts';
import { gwpOf } from '../science/units-gwp/gwp.ts';
import { gwpSets } from '../science/units-gwp/gwp-sets.ts';
import { co2PerC } from '../science/units-gwp/substance.ts';
import { numberAt, optionalNumberAt } from './json-inputs.ts';
import { choiceOf, flagAt, optionalTextAt, textAt } from './text-inputs.ts';
import type { JsonObject, Verifier } from './verifier.ts';

function gwpAt(inputs: JsonObject): number {
  const set = inputs['gwp_set'];
  return typeof set === 'string'
    ? gwpOf(choiceOf(set, gwpSets, 'set of potentials')).CH4
    : numberAt(inputs, 'gwp_ch4');
}

/** The factor of a case where it has one, else that of the table. */
function own(inputs: JsonObject, key: string, factor: Ranged): Ranged;
function own(inputs: JsonObject, key: string, factor: Ranged | null): Ranged | null;
function own(inputs: JsonObject, key: string, factor: Ranged | null): Ranged | null {
  const value = optionalNumberAt(inputs, key);
  return value === null ? factor : { value, low: null, high: null };
}

const systemAt = (inputs: JsonObject) =>
  choiceOf(textAt(inputs, 'system'), coastalSystems, 'coastal wetland');

function factorsAt(inputs: JsonObject): CoastalFactors {
  const system = systemAt(inputs);
  const climate = optionalTextAt(inputs, 'climate');
  const table = coastalFactors(
    system,
    climate === null || system !== 'mangrove'
      ? null
      : choiceOf(climate, mangroveClimates, 'mangrove climate'),
  );
  const { biomass } = table;
  return {
    accumulation: own(inputs, 'soil_rate_t_c_ha_yr', table.accumulation),
    soilCeiling: own(inputs, 'soil_stock_ceiling_t_c_ha', table.soilCeiling),
    drainage: own(inputs, 'drained_t_c_ha_yr', table.drainage),
    methane: optionalNumberAt(inputs, 'ch4_kg_ha_yr') ?? table.methane,
    biomass: biomass && {
      growth: optionalNumberAt(inputs, 'agb_growth_t_dm_ha_yr') ?? biomass.growth,
      ceiling: optionalNumberAt(inputs, 'agb_ceiling_t_dm_ha') ?? biomass.ceiling,
      rootShoot: optionalNumberAt(inputs, 'root_shoot') ?? biomass.rootShoot,
    },
  };
}

function rates(inputs: JsonObject) {
  const factors = factorsAt(inputs);
  const planted = { cover: numberAt(inputs, 'cover_percent'), replanted: flagAt(inputs, 'replanted', false) };
  const rate = soilRate(planted, factors.accumulation.value);
  const soil = rate * co2PerC;
  const ceiling = factors.soilCeiling.value;
  // The reference has its columns of stock and salinity for mangrove and tidal marsh; for seagrass they are empty.
  const { methane } = factors;
  const years = (share: number) =>
    methane === null ? null : yearsToNaturalStock(rate, share * ceiling, ceiling);
  const net = (salinity: number) =>
    methane === null ? null : soil - methaneRate(salinity, methane, gwpAt(inputs));
  const drained = factors.drainage === null ? null : factors.drainage.value * co2PerC;
  const [salty, fresh] = [net(salinityWithoutMethane), net(0)];
  // The reference adds its numbers as it prints them, with two decimals.
  const against = (flux: number | null) =>
    flux === null || drained === null ? null : asPrinted(flux) + asPrinted(drained);
  return {
    soil_gain_t_co2_ha_yr: soil,
    years_to_natural_stock: { bare: years(0), at_25_percent: years(0.25), at_50_percent: years(0.5) },
    net_saline: salty,
    net_below_18_ppt: fresh,
    benefit_against_drained_saline: against(salty),
    benefit_against_drained_below_18_ppt: against(fresh),
  };
}

const asPrinted = (value: number) => Number(value.toFixed(2));

function breakeven(inputs: JsonObject) {
  const table = coastalFactors('mangrove', null);
  const methane = optionalNumberAt(inputs, 'ch4_kg_ha_yr') ?? table.methane;
  const drained = optionalNumberAt(inputs, 'drained_t_c_ha_yr') ?? table.drainage?.value ?? Number.NaN;
  return {
    breakeven_t_c_ha_yr: methaneRate(0, methane, gwpAt(inputs)) / co2PerC,
    drained_t_co2_ha_yr: drained * co2PerC,
  };
}

function project(inputs: JsonObject) {
  const given: CoastalProject = {
    system: systemAt(inputs),
    area: optionalNumberAt(inputs, 'area_ha') ?? 1,
    years: numberAt(inputs, 'years'),
    salinity: numberAt(inputs, 'salinity_ppt'),
    cover: numberAt(inputs, 'cover_percent'),
    replanted: flagAt(inputs, 'replanted', false),
    soilStock: optionalNumberAt(inputs, 'soil_stock_start_t_c_ha') ?? 0,
    aboveground: optionalNumberAt(inputs, 'agb_start_t_dm_ha') ?? 0,
    drainedBaseline: flagAt(inputs, 'baseline_drained', false),
  };
  const { total, yearsToNaturalStock: years } = coastalProject(given, factorsAt(inputs), gwpAt(inputs));
  return {
    soil_removal_t_co2: total.soil,
    biomass_removal_t_co2: total.biomass,
    ch4_t_co2e: total.methane,
    avoided_drainage_t_co2: total.avoided,
    net_removal_t_co2e: total.net,
    years_to_natural_stock: years,
  };
}

export default {
  calculator: 'blue-carbon',
  operations: { rates, breakeven, project },
  references: [
    'ipcc-carbon-gains (commit 3857347), coastal chunks',
    'The equations of the Wetlands Supplement, chapter 4, in a second script',
  ],
  notVerified: [
    'Project totals agree with a second script of the same equations, not with an outside implementation.',
    'Natural biomass of mangrove in the dry tropics and the subtropics was not read in its table: users enter their own.',
    'Years until seagrass soil holds its natural stock rest on table 4.11; the reference leaves them out.',
    'The interval has no reference result; it leaves out methane and biomass, whose limits were not read.',
  ],
} as const satisfies Verifier;
