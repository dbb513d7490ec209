import { soilCarbonFactors } from '../factors/ipcc-soc.ts';
import { co2PerC } from '../units-gwp/substance.ts';
import { transitionYears } from './stocks.ts';

export type MethaneZone = 'boreal' | 'temperate' | 'tropical';

/** Land-use factors of inland wetland mineral soil (Wetlands Supplement, ch. 5, table 5.3). */
export interface WetlandFactors {
  readonly cultivated: number;
  /** In the first 20 years after rewetting. */
  readonly years1To20: number;
  /** In the 20 years after these. */
  readonly years21To40: number;
}

export const wetlandFactors: WetlandFactors = {
  cultivated: soilCarbonFactors.factors['landUse.long-term-cultivated-wetland-soil.temperate-boreal'].value,
  years1To20: soilCarbonFactors.factors['landUse.rewetted-1-20.all'].value,
  years21To40: soilCarbonFactors.factors['landUse.rewetted-21-40.all'].value,
};

/** Methane of rewetted mineral soil, kg CH4 ha-1 a-1 (Wetlands Supplement, ch. 5, table 5.4). */
export function rewettedMethane(zone: MethaneZone): number {
  return soilCarbonFactors.factors[`ch4.rewetted.${zone}`].value;
}

/** t CO2e ha-1 a-1; soil gains and net removals positive, methane as the emission it is. */
export interface WetlandRewetting {
  readonly methane: number;
  readonly gain1To20: number;
  readonly gain21To40: number;
  readonly net1To20: number;
  readonly net21To40: number;
}

/**
 * Rewetting of cultivated inland wetland mineral soil, as two blocks of 20 years (Wetlands Supplement, ch. 5,
 * eq. 5.1). Methane counts from rewetting on.
 * @param referenceStock t C ha-1, 0-30 cm
 * @param methane        kg CH4 ha-1 a-1
 */
export function rewettedMineralWetland(
  referenceStock: number,
  methane: number,
  gwpCh4: number,
  factors: WetlandFactors = wetlandFactors,
): WetlandRewetting {
  for (const [name, value] of Object.entries({ referenceStock, methane, gwpCh4, ...factors })) {
    if (!(Number.isFinite(value) && value >= 0))
      throw new RangeError(`${name} is ${value}; a number from 0 is needed`);
  }
  const perYear = (referenceStock / transitionYears) * co2PerC;
  const gain1To20 = perYear * (factors.years1To20 - factors.cultivated);
  const gain21To40 = perYear * (factors.years21To40 - factors.years1To20);
  const emitted = (methane * gwpCh4) / 1000; // kg -> t
  return {
    methane: emitted,
    gain1To20,
    gain21To40,
    net1To20: gain1To20 - emitted,
    net21To40: gain21To40 - emitted,
  };
}
