import { type RangeFault, rangeFaults, refuse } from '../range-fault.ts';
import type { GwpValues } from '../units-gwp/gwp.ts';
import { ch4PerC, co2PerC, n2oPerN } from '../units-gwp/substance.ts';
import { type DrainedFactors, type Ranged, type RewettedFactors, zoneOf } from './categories.ts';
import { type DrainedCategory, peatlandBounds, type RewettedCategory } from './domain.ts';

/** Yearly flux of one hectare; emissions positive. */
export interface PeatFlux {
  /** On site, t CO2. */
  readonly co2: number;
  /** From dissolved organic carbon, t CO2. */
  readonly doc: number;
  /** t CO2e */
  readonly ch4: number;
  /** t CO2e */
  readonly n2o: number;
  /** t CO2e */
  readonly total: number;
  /** Methane from the land alone, as if there were no ditches, t CO2e. */
  readonly ch4Land: number;
  /** kg CH4 */
  readonly ch4Mass: number;
  /** kg N2O */
  readonly n2oMass: number;
}

type Values<F> = { readonly [Name in keyof F]: F[Name] extends Ranged ? number : F[Name] };
export type DrainedValues = Values<DrainedFactors>;
export type RewettedValues = Values<RewettedFactors>;

/** Central values of a set of factors. */
export function drainedValues(factors: DrainedFactors): DrainedValues {
  const { co2, doc, ch4Land, ch4Ditch, n2o, ditchFraction } = factors;
  return {
    co2: co2.value,
    doc: doc.value,
    ch4Land: ch4Land.value,
    ch4Ditch: ch4Ditch.value,
    n2o: n2o.value,
    ditchFraction,
  };
}

export function rewettedValues({ co2, doc, ch4 }: RewettedFactors): RewettedValues {
  return { co2: co2.value, doc: doc.value, ch4: ch4.value };
}

/**
 * Drained organic soil, t CO2e ha-1 a-1 (Wetlands Supplement, ch. 2, eq. 2.2, 2.6 and 2.7):
 * (EF_CO2 + EF_DOC) 44/12 + [(1 - f) EF_CH4land + f EF_CH4ditch] GWP_CH4 / 1000 + EF_N2O 44/28 GWP_N2O / 1000.
 * @throws RangeError for a ditch fraction f outside 0 to 1
 */
export function drainedFlux(factors: DrainedValues, gwp: GwpValues): PeatFlux {
  const { ditchFraction } = factors;
  refuse(rangeFaults({ ditchFraction }, { ditchFraction: peatlandBounds.ditchFraction }));
  const ch4Mass = (1 - ditchFraction) * factors.ch4Land + ditchFraction * factors.ch4Ditch;
  const n2oMass = factors.n2o * n2oPerN;
  return sum(factors, ch4Mass, n2oMass, factors.ch4Land, gwp);
}

/**
 * Rewetted organic soil, t CO2e ha-1 a-1, from the first year on (Wetlands Supplement, ch. 3, eq. 3.8, tables 3.1 to 3.3):
 * (EF_CO2 + EF_DOC) 44/12 + EF_CH4-C 16/12 GWP_CH4 / 1000. Ditches count as part of the site, N2O as zero.
 */
export function rewettedFlux(factors: RewettedValues, gwp: GwpValues): PeatFlux {
  const ch4Mass = factors.ch4 * ch4PerC;
  return sum(factors, ch4Mass, 0, ch4Mass, gwp);
}

function sum(
  carbon: { readonly co2: number; readonly doc: number },
  ch4Mass: number,
  n2oMass: number,
  ch4LandMass: number,
  gwp: GwpValues,
): PeatFlux {
  const co2 = carbon.co2 * co2PerC;
  const doc = carbon.doc * co2PerC;
  const ch4 = (ch4Mass * gwp.CH4) / 1000; // kg -> t
  const n2o = (n2oMass * gwp.N2O) / 1000;
  const ch4Land = (ch4LandMass * gwp.CH4) / 1000;
  return { co2, doc, ch4, n2o, total: co2 + doc + ch4 + n2o, ch4Land, ch4Mass, n2oMass };
}

/** A project that rewets drained land, and where it stands. */
export interface PeatProject {
  readonly drained: DrainedCategory;
  readonly rewetted: RewettedCategory;
  /** ha */
  readonly area: number;
  readonly years: number;
  /** Share of the drained area that is ditch. */
  readonly ditchFraction: number;
}

export type PeatFault =
  | RangeFault
  | {
      /** Drained and rewetted land stand in different zones. */
      readonly code: 'zones-differ';
      readonly argument: 'rewetted';
      readonly value: RewettedCategory;
      readonly min: null;
      readonly max: null;
    };

/** Everything that forbids a result, all at once. */
export function peatFaults(project: PeatProject): readonly PeatFault[] {
  const { drained, rewetted, area, years, ditchFraction } = project;
  const faults: PeatFault[] = [...rangeFaults({ area, years, ditchFraction }, peatlandBounds)];
  if (zoneOf(drained) !== zoneOf(rewetted)) {
    faults.push({ code: 'zones-differ', argument: 'rewetted', value: rewetted, min: null, max: null });
  }
  return faults;
}

export interface PeatResult {
  readonly drained: PeatFlux;
  readonly rewetted: PeatFlux;
  /** Drained minus rewetted, t CO2e ha-1 a-1: positive where rewetting helps. */
  readonly benefit: number;
  /** The same for the area, t CO2e a-1. */
  readonly benefitOfArea: number;
  /** And for the years, t CO2e. */
  readonly benefitOfProject: number;
}

/**
 * What rewetting avoids: the flux of the drained land minus that of the rewetted land, same area, same years.
 * @throws RangeError naming every fault
 */
export function peatBenefit(
  project: PeatProject,
  drained: DrainedValues,
  rewetted: RewettedValues,
  gwp: GwpValues,
): PeatResult {
  const faults = peatFaults(project);
  if (faults.length > 0) {
    const texts = faults.map(({ code, argument, value, min, max }) =>
      min === null
        ? `${argument} is ${value} (${code})`
        : `${argument} is ${value} (${code}); it must lie within ${min} to ${max}`,
    );
    throw new RangeError(texts.join('; '));
  }
  const before = drainedFlux({ ...drained, ditchFraction: project.ditchFraction }, gwp);
  const after = rewettedFlux(rewetted, gwp);
  const benefit = before.total - after.total;
  const benefitOfArea = benefit * project.area;
  return {
    drained: before,
    rewetted: after,
    benefit,
    benefitOfArea,
    benefitOfProject: benefitOfArea * project.years,
  };
}
