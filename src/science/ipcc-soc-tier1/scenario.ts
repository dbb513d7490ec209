import { type RangeFault, rangeFaults } from '../range-fault.ts';
import type { GwpValues } from '../units-gwp/gwp.ts';
import { co2PerC } from '../units-gwp/substance.ts';
import { varies } from '../varies.ts';
import { co2ePerNitrogen } from './added-nitrogen.ts';
import { scenarioBounds } from './domain.ts';
import { equilibriumStock, type Phase, stockPathway, transitionYears } from './stocks.ts';
import {
  type LandSystem,
  productOf,
  type ReferenceStock,
  type SystemFactors,
  type SystemFault,
  systemFactors,
  systemFaults,
} from './systems.ts';
import { type ChangeUncertainty, changeUncertainty, namedFactors } from './uncertainty.ts';
import { rewettedMethane, wetlandFactors } from './wetland.ts';
import { type Climate, methaneZone, type Soil } from './zones.ts';

/** Land before a change, after it, and as it would have gone on without it. */
export interface SoilScenario {
  readonly climate: Climate;
  readonly soil: Soil;
  /** ha */
  readonly area: number;
  /** Whole years, 1 to 100. */
  readonly years: number;
  /** Of the table or the user's own, t C ha-1, 0-30 cm; null where the table has none. */
  readonly reference: ReferenceStock | null;
  readonly before: LandSystem;
  /** Cultivated wetland soil may be rewetted instead of put to another use. */
  readonly after: LandSystem | 'rewetted-wetland';
  readonly without: LandSystem;
  /** Nitrogen that the change adds every year, kg ha-1 a-1; may be negative. */
  readonly nitrogen: number;
  /** Whether nitrogen leaches: a wet climate. */
  readonly wet: boolean;
}

export type SoilScenarioFault =
  | RangeFault
  | (Omit<SystemFault, 'argument'> & { readonly argument: string })
  | {
      readonly code: /** Table 2.3 has no stock for this climate and soil. */
        | 'no-default-stock'
        /** Only wetland soil outside the polar zone is rewetted. */
        | 'needs-wetland-soil'
        /** Rewetting starts from cultivated land. */
        | 'needs-cultivated-land'
        | 'not-whole-years';
      readonly argument: string;
      readonly value: string | number | null;
      readonly min: null;
      readonly max: null;
    };

/** Everything that forbids a result, all at once; levels are named `before.management`. */
export function scenarioFaults(scenario: SoilScenario): readonly SoilScenarioFault[] {
  const { climate, soil, area, years, nitrogen, reference, after } = scenario;
  const faults: SoilScenarioFault[] = rangeFaults({ area, years, nitrogen }, scenarioBounds);
  const none = { min: null, max: null } as const;
  if (!Number.isInteger(years))
    faults.push({ code: 'not-whole-years', argument: 'years', value: years, ...none });
  if (reference === null) faults.push({ code: 'no-default-stock', argument: 'soil', value: soil, ...none });
  const lands = {
    before: scenario.before,
    ...(after === 'rewetted-wetland' ? {} : { after }),
    without: scenario.without,
  };
  for (const [name, land] of Object.entries(lands)) {
    for (const fault of systemFaults(land, climate, soil))
      faults.push({ ...fault, argument: `${name}.${fault.argument}` });
  }
  if (after === 'rewetted-wetland') {
    if (soil !== 'wetland' || methaneZone(climate) === null)
      faults.push({ code: 'needs-wetland-soil', argument: 'soil', value: soil, ...none });
    if (scenario.before.landUse !== 'long-term-cultivated')
      faults.push({
        code: 'needs-cultivated-land',
        argument: 'before.landUse',
        value: scenario.before.system,
        ...none,
      });
  }
  return faults;
}

/** The land at the end of a year. Gains and net removals positive, emissions as such. */
export interface SoilYear {
  /** t C ha-1 */
  readonly withProject: number;
  /** t C ha-1 */
  readonly withoutProject: number;
  /** Gain of the soil against going on without, whole area since the start, t CO2. */
  readonly soil: number;
  /** N2O of the added nitrogen since the start, t CO2e. */
  readonly n2o: number;
  /** CH4 of rewetted wetland since the start, t CO2e. */
  readonly methane: number;
  /** soil - n2o - methane */
  readonly net: number;
}

export interface SoilResult {
  readonly referenceStock: number;
  /** Equilibria, t C ha-1. */
  readonly stockBefore: number;
  readonly stockAfter: number;
  readonly stockWithout: number;
  /** null for rewetted wetland, which has its factors in two blocks of years. */
  readonly factors: {
    readonly before: SystemFactors;
    readonly after: SystemFactors | null;
    readonly without: SystemFactors;
  };
  /** Gain against going on without, t CO2 ha-1 a-1, in the first 20 years. */
  readonly annual: number;
  /** N2O of the added nitrogen, t CO2e ha-1 a-1. */
  readonly annualN2o: number;
  /** CH4 of rewetted wetland, t CO2e ha-1 a-1. */
  readonly annualMethane: number;
  /** Years 0, 1, 2, … */
  readonly course: readonly SoilYear[];
}

/**
 * Change of mineral soil carbon, 0-30 cm, with a project against going on without it, on the same area (IPCC 2019,
 * vol. 4, ch. 2, eq. 2.25; rewetted wetland: Wetlands Supplement, ch. 5), and the nitrous oxide and methane with it.
 * The land is at its equilibrium before.
 * @throws RangeError naming every fault
 */
export function soilScenario(scenario: SoilScenario, gwp: GwpValues): SoilResult {
  const faults = scenarioFaults(scenario);
  const { reference, climate, soil, years, area, after } = scenario;
  if (faults.length > 0 || reference === null) {
    const texts = faults.map(({ code, argument, value }) => `${argument} is ${value} (${code})`);
    throw new RangeError(texts.join('; '));
  }
  const before = systemFactors(scenario.before, climate, soil);
  const without = systemFactors(scenario.without, climate, soil);
  const changed = after === 'rewetted-wetland' ? null : systemFactors(after, climate, soil);
  const stock = (factor: number) => equilibriumStock(reference.value, factor);
  const stockBefore = stock(productOf(before));
  const stockWithout = stock(productOf(without));
  const stockAfter = stock(changed === null ? wetlandFactors.years21To40 : productOf(changed));
  const phases: readonly Phase[] =
    changed === null
      ? [
          { from: 0, equilibrium: stock(wetlandFactors.years1To20) },
          { from: transitionYears, equilibrium: stockAfter },
        ]
      : [{ from: 0, equilibrium: stockAfter }];
  const kept = stockPathway(stockBefore, [{ from: 0, equilibrium: stockWithout }], years);
  const gained = stockPathway(stockBefore, phases, years);
  const zone = methaneZone(climate);
  const methane = changed === null && zone !== null ? (rewettedMethane(zone) * gwp.CH4) / 1000 : 0;
  const n2o = (scenario.nitrogen * co2ePerNitrogen(scenario.wet, gwp.N2O)) / 1000; // kg -> t
  const first = phases[0]?.equilibrium ?? stockAfter;
  return {
    referenceStock: reference.value,
    stockBefore,
    stockAfter,
    stockWithout,
    factors: { before, after: changed, without },
    annual: ((first - stockWithout) / transitionYears) * co2PerC,
    annualN2o: n2o,
    annualMethane: methane,
    course: Array.from(gained, (withProject, year) => {
      const withoutProject = kept[year] ?? stockBefore;
      const soilGain = (withProject - withoutProject) * co2PerC * area;
      const emitted = { n2o: n2o * year * area, methane: methane * year * area };
      const net = soilGain - emitted.n2o - emitted.methane;
      return { withProject, withoutProject, soil: soilGain, ...emitted, net };
    }),
  };
}

/**
 * Spread of `annual`; null where nothing says how sure the numbers are: rewetted wetland, or factors without errors.
 * @throws RangeError as `soilScenario` does
 */
export function scenarioUncertainty(
  scenario: SoilScenario,
  { factors }: Pick<SoilResult, 'factors'>,
  options: { readonly draws: number; readonly seed: number },
): ChangeUncertainty | null {
  const { reference } = scenario;
  if (factors.after === null || reference === null) return null;
  const result = changeUncertainty(
    reference,
    namedFactors({ ...factors.without }),
    namedFactors({ ...factors.after }),
    transitionYears,
    options,
  );
  return varies(result) ? result : null;
}
