import {
  breakevenNitrogen,
  co2ePerNitrogen,
  crossoverYear,
  n2oNitrogenPerNitrogen,
} from '../science/ipcc-soc-tier1/added-nitrogen.ts';
import { tillages } from '../science/ipcc-soc-tier1/domain.ts';
import {
  annualChange,
  equilibriumStock,
  inventoryStocks,
  type LandPart,
  stockPathway,
  totalStock,
  transitionYears,
} from '../science/ipcc-soc-tier1/stocks.ts';
import {
  cropInputs,
  grasslandInputs,
  grasslandStates,
  type LandSystem,
  landUses,
  productOf,
  referenceStock,
  type SystemFactors,
  systemFactors,
  systems,
} from '../science/ipcc-soc-tier1/systems.ts';
import { changeUncertainty, type NamedFactor } from '../science/ipcc-soc-tier1/uncertainty.ts';
import {
  rewettedMethane,
  rewettedMineralWetland,
  wetlandFactors,
} from '../science/ipcc-soc-tier1/wetland.ts';
import { type Climate, climates, type Soil, soils } from '../science/ipcc-soc-tier1/zones.ts';
import { co2PerC } from '../science/units-gwp/substance.ts';
import { listAt, numberAt, numbersAt, objectAt, objectsAt, optionalNumberAt } from './json-inputs.ts';
import { choiceOf, optionalTextAt, textAt, textsAt } from './text-inputs.ts';
import { type Json, type JsonObject, Refusal, type Verifier } from './verifier.ts';

const soilNames: Readonly<Record<string, Soil>> = { hac: 'high-activity-clay', lac: 'low-activity-clay' };

function zoneOf(inputs: JsonObject): { climate: Climate; soil: Soil } {
  const soil = textAt(inputs, 'soil');
  const climate = textAt(inputs, 'climate');
  return {
    // the boreal zones share their stock, which is all that matters where the moisture is not given
    climate: climate === 'boreal' ? 'boreal-moist' : choiceOf(climate, climates, 'climate'),
    soil: soilNames[soil.toLowerCase()] ?? choiceOf(soil, soils, 'soil class'),
  };
}

function stockOf(inputs: JsonObject) {
  const { climate, soil } = zoneOf(inputs);
  const given = optionalNumberAt(inputs, 'soc_ref_t_ha');
  const stock = given === null ? referenceStock(climate, soil) : { value: given, error: null };
  if (stock === null) throw new Refusal('no_default_soc_ref');
  return { climate, soil, stock: stock.value };
}

function systemOf(land: JsonObject): LandSystem {
  const level = <Choice extends string>(key: string, choices: readonly Choice[]) => {
    const name = optionalTextAt(land, key);
    return name === null ? null : choiceOf(name, choices, key);
  };
  const use = optionalTextAt(land, 'land_use');
  const name = textAt(land, 'system');
  // one name of the tables for the same use on wetland soil, where it is taken by itself
  const wet = use === 'long_term_cultivated_wetland_soil';
  const none = use === 'forest_native';
  return {
    system: none ? 'native' : choiceOf(name, systems, 'system'),
    landUse: wet ? 'long-term-cultivated' : none || use === 'all' ? null : level('land_use', landUses),
    management: level('management', [...tillages, ...grasslandStates]),
    input: level('input', [...cropInputs, ...grasslandInputs]),
    ownLandUseFactor: optionalNumberAt(land, 'f_lu'),
  };
}

const asWritten = ({ landUse, management, input }: SystemFactors) => ({
  f_lu: landUse.value,
  f_mg: management.value,
  f_i: input.value,
});

const transitionOf = (inputs: JsonObject) => optionalNumberAt(inputs, 'transition_years') ?? transitionYears;

const roundTo = (decimals: number, value: number) => Number(value.toFixed(decimals));

function fromFactors(inputs: JsonObject) {
  const partsAt = (key: string): readonly LandPart[] =>
    objectsAt(inputs, key).map((part) => {
      const factor = (name: string) => optionalNumberAt(part, name) ?? 1;
      return {
        referenceStock: optionalNumberAt(part, 'soc_ref_t_ha') ?? numberAt(inputs, 'soc_ref_t_ha'),
        factor: factor('f_lu') * factor('f_mg') * factor('f_i'),
        area: optionalNumberAt(part, 'area_ha') ?? optionalNumberAt(inputs, 'area_ha') ?? 1,
      };
    });
  const [before, after] = [partsAt('before'), partsAt('after')];
  const areaOf = (parts: readonly LandPart[]) => parts.reduce((sum, part) => sum + part.area, 0);
  const area = areaOf(before);
  if (Math.abs(area - areaOf(after)) > 1e-9 * area) throw new Refusal('area_differs');
  const [first, last] = [totalStock(before), totalStock(after)];
  const transition = transitionOf(inputs);
  const change = annualChange(first, last, transition, optionalNumberAt(inputs, 'years_between_inventories'));
  const [firstPerHa, lastPerHa] = [first / area, last / area];
  // The chapter goes on with the stock as it printed it.
  const printedBefore = roundTo(1, firstPerHa);
  const printedChange = annualChange(printedBefore, lastPerHa, transition);
  return {
    soc_before_t_ha: firstPerHa,
    soc_after_t_ha: lastPerHa,
    annual_change_t_c_ha: change / area,
    annual_change_t_c: change,
    annual_change_t_co2: change * co2PerC,
    stock_before_t_c: first,
    stock_after_t_c: last,
    printed: {
      soc_before_t_ha: printedBefore,
      soc_after_t_ha: roundTo(1, lastPerHa),
      annual_change_t_c_ha: roundTo(1, printedChange),
      annual_change_t_c: printedChange * area,
      stock_before_Mt: roundTo(1, first / 1e6),
      stock_after_Mt: roundTo(1, last / 1e6),
      annual_change_Mt: roundTo(2, change / 1e6),
    },
  };
}

function conversion(inputs: JsonObject) {
  const { climate, soil, stock } = stockOf(inputs);
  const factorsAt = (key: string) => systemFactors(systemOf(objectAt(inputs, key) ?? {}), climate, soil);
  const [before, after] = [factorsAt('before'), factorsAt('after')];
  const first = equilibriumStock(stock, productOf(before));
  const last = equilibriumStock(stock, productOf(after));
  const transition = transitionOf(inputs);
  const stocks = stockPathway(first, [{ from: 0, equilibrium: last }], numberAt(inputs, 'years'), transition);
  const area = optionalNumberAt(inputs, 'area_ha') ?? 1;
  if (!(area >= 0)) throw new Refusal('area_negative');
  return {
    soc_ref_t_ha: stock,
    factors_before: asWritten(before),
    factors_after: asWritten(after),
    soc_before_t_ha: first,
    soc_equilibrium_after_t_ha: last,
    annual_change_t_c_ha_first_20_years: annualChange(first, last, transition),
    stock_t_ha_by_year: Object.fromEntries([...stocks].map((one, year) => [String(year), one])),
    total_change_t_co2: ((stocks.at(-1) ?? first) - first) * area * co2PerC,
  };
}

function grasslandGain(inputs: JsonObject) {
  const after = systemOf(objectAt(inputs, 'after') ?? {});
  const cells = objectsAt(inputs, 'cells').map((cell) => {
    const { climate, soil, stock } = stockOf(cell);
    const factor = productOf(systemFactors(after, climate, soil));
    const gains = textsAt(inputs, 'before_variants').map((variant) => {
      const before = systemOf({ system: 'grassland', management: variant });
      const change = annualChange(
        equilibriumStock(stock, productOf(systemFactors(before, climate, soil))),
        equilibriumStock(stock, factor),
        transitionOf(inputs),
      );
      return [`from_${variant}`, change * co2PerC];
    });
    return { factor_after: factor, gain_t_co2_ha_yr: Object.fromEntries(gains) };
  });
  return { cells };
}

function stepwiseStocks(inputs: JsonObject) {
  const starts = numbersAt(inputs, 'regime_start_year');
  const equilibria = numbersAt(inputs, 'equilibrium_t_ha');
  const inventories = numbersAt(inputs, 'inventory_years').map((year, at) => ({
    year,
    regimeStart: starts[at] ?? Number.NaN,
    equilibrium: equilibria[at] ?? Number.NaN,
  }));
  const stocks = inventoryStocks(inventories, transitionOf(inputs));
  return { stock_t_ha: stocks, printed: stocks };
}

function inlandWetland(inputs: JsonObject) {
  const given = objectAt(inputs, 'f_lu') ?? {};
  const factors = {
    cultivated: optionalNumberAt(given, 'cultivated') ?? wetlandFactors.cultivated,
    years1To20: optionalNumberAt(given, 'years_1_20') ?? wetlandFactors.years1To20,
    years21To40: optionalNumberAt(given, 'years_21_40') ?? wetlandFactors.years21To40,
  };
  const rows = objectsAt(inputs, 'rows').map((row) => {
    const zone = choiceOf(textAt(row, 'ch4_group'), ['boreal', 'temperate', 'tropical'], 'methane zone');
    const methane = rewettedMethane(zone);
    const result = rewettedMineralWetland(
      numberAt(row, 'soc_ref_t_ha'),
      methane,
      numberAt(inputs, 'gwp_ch4'),
      factors,
    );
    return {
      ch4_t_co2e_ha_yr: result.methane,
      gain_years_1_20: result.gain1To20,
      gain_years_21_40: result.gain21To40,
      net_years_1_20: result.net1To20,
      net_years_21_40: result.net21To40,
    };
  });
  return { rows };
}

function addedNitrogen(inputs: JsonObject) {
  const climate = optionalTextAt(inputs, 'climate') ?? 'wet';
  const wet = choiceOf(climate, ['wet', 'dry'], 'climate of nitrogen') === 'wet';
  const perNitrogen = co2ePerNitrogen(wet, numberAt(inputs, 'gwp_n2o'));
  const gains = numbersAt(inputs, 'soil_gain_t_co2_ha_yr');
  const crossover = numbersAt(inputs, 'n_rates_kg_ha').map((rate) => [
    String(rate),
    gains.map((gain) => crossoverYear(gain, rate, perNitrogen, transitionOf(inputs))),
  ]);
  return {
    n2o_n_per_kg_n: n2oNitrogenPerNitrogen(wet),
    kg_co2e_per_kg_n: perNitrogen,
    breakeven_kg_n_ha: gains.map((gain) => breakevenNitrogen(gain, perNitrogen)),
    crossover_year: Object.fromEntries(crossover),
  };
}

function uncertainty(inputs: JsonObject) {
  const [value = Number.NaN, error = null] = numbersAt(inputs, 'soc_ref');
  const result = changeUncertainty(
    { value, error },
    namedFactors(listAt(inputs, 'before')),
    namedFactors(listAt(inputs, 'after')),
    transitionOf(inputs),
    { draws: Math.max(200_000, optionalNumberAt(inputs, 'draws') ?? 0), seed: 1 },
  );
  return {
    mean_t_co2_ha_yr: result.mean,
    sd: result.sd,
    p2_5: result.p2_5,
    p97_5: result.p97_5,
    probability_gain: result.probabilityOfGain,
  };
}

/** Factors as [name, value, error in %], several or one alone. */
function namedFactors(list: readonly Json[]): readonly NamedFactor[] {
  const rows = typeof list[0] === 'string' ? [list] : list;
  return rows.map((row) => {
    const [name, value, error = null]: readonly Json[] = Array.isArray(row) ? row : [];
    if (
      typeof name !== 'string' ||
      typeof value !== 'number' ||
      (error !== null && typeof error !== 'number')
    )
      throw new Refusal(`${JSON.stringify(row)} is no factor`);
    return { name, value, error };
  });
}

/** Combinations that have no default stock, or a system that has no factors. */
function refuse(inputs: JsonObject) {
  const combinations = inputs['combinations'] === undefined ? [inputs] : objectsAt(inputs, 'combinations');
  const refused = combinations.map((one) => {
    try {
      const { climate, soil } = stockOf(one);
      for (const key of ['before', 'after']) {
        const land = objectAt(one, key);
        if (land !== null) systemFactors(systemOf(land), climate, soil);
      }
      return null;
    } catch (error) {
      if (error instanceof Refusal || error instanceof RangeError) return error.message;
      throw error;
    }
  });
  const [reason = null] = refused;
  if (reason !== null && refused.every((one) => one !== null)) throw new Refusal(reason);
  return { refused };
}

export default {
  calculator: 'ipcc-soc-tier1',
  operations: {
    'from-factors': fromFactors,
    conversion,
    'grassland-gain': grasslandGain,
    'stepwise-stocks': stepwiseStocks,
    'inland-wetland': inlandWetland,
    'added-nitrogen': addedNitrogen,
    uncertainty,
    refuse,
  },
  references: [
    'IPCC (2019), vol. 4, ch. 4, numerical example on p. 4.14',
    'HESTIA models, Tier 1 soil carbon function and the data of its unit test',
    'ipcc-carbon-gains (commit 3857347), chunks tbl-grassland, tbl-inland and tbl-nitrogen',
    'IPCC (2003) GPG-LULUCF style example with factors printed in doi:10.1186/s13717-019-0193-5',
  ],
  notVerified: [
    'The Monte Carlo interval agrees with a second script of our own, not with an outside implementation.',
    'The factor of tropical perennial crops (1.01) was read in a transcription; another transcription has 1.10.',
    'Added nitrogen in dry climates follows the equations without a reference result.',
  ],
} as const satisfies Verifier;
