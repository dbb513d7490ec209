import { co2PerC } from '../../science/units-gwp/substance.ts';
import type { GoldenInput } from '../golden-input.ts';

/** What is read of a reference case of `golden/ipcc-soc-tier1`. */
interface GoldenCase {
  readonly id: string;
  readonly operation: string;
  readonly inputs: object;
  readonly expected: object;
}

interface GoldenSystem {
  readonly system: string;
  readonly land_use?: string;
  readonly management?: string;
  readonly input?: string;
}

interface Conversion {
  readonly inputs: {
    readonly climate: string;
    readonly soil: string;
    readonly area_ha: number;
    readonly years: number;
    readonly before: GoldenSystem;
    readonly after: GoldenSystem;
  };
  readonly expected: {
    readonly soc_ref_t_ha: number;
    readonly soc_before_t_ha: number;
    readonly soc_equilibrium_after_t_ha: number;
    readonly annual_change_t_c_ha_first_20_years: number;
    readonly total_change_t_co2: number;
  };
}

interface FromFactors {
  readonly inputs: {
    readonly soc_ref_t_ha: number;
    readonly area_ha: number;
    readonly before: { f_lu: number };
  };
  readonly expected: {
    readonly soc_before_t_ha: number;
    readonly soc_after_t_ha: number;
    readonly annual_change_t_c_ha: number;
    readonly annual_change_t_c: number;
  };
}

interface Nitrogen {
  readonly inputs: { readonly n_rates_kg_ha: readonly number[] };
  readonly expected: { readonly kg_co2e_per_kg_n: number };
}

interface Grassland {
  readonly inputs: { readonly cells: readonly { readonly climate: string; readonly soil: string }[] };
  readonly expected: { readonly cells: readonly { readonly gain_t_co2_ha_yr: Record<string, number> }[] };
}

interface Wetland {
  readonly inputs: { readonly rows: readonly { readonly zone: string }[]; f_lu: { cultivated: number } };
  readonly expected: {
    readonly rows: readonly { readonly ch4_t_co2e_ha_yr: number; readonly gain_years_1_20: number }[];
  };
}

/** The reference cases with full digits as a reader would enter them; for tests only. */
export function goldenInputs(cases: readonly GoldenCase[]): readonly GoldenInput[] {
  return cases.flatMap((one): readonly GoldenInput[] => {
    // The shapes follow from the operation; the file types them as one union of all.
    if (one.operation === 'conversion') return [ofConversion(one.id, one as unknown as Conversion)];
    if (one.id === 'soc1-01') return [ofFactors(one.id, one as unknown as FromFactors)];
    if (one.operation === 'added-nitrogen') return ofNitrogen(one.id, one as unknown as Nitrogen);
    return [];
  });
}

/** Those whose figures the reference prints with two decimals. */
export function roundedGoldenInputs(cases: readonly GoldenCase[]): readonly GoldenInput[] {
  return cases.flatMap((one): readonly GoldenInput[] => {
    if (one.operation === 'grassland-gain') return ofGrassland(one.id, one as unknown as Grassland);
    if (one.operation === 'inland-wetland') return ofWetland(one.id, one as unknown as Wetland);
    return [];
  });
}

function ofConversion(id: string, { inputs, expected }: Conversion): GoldenInput {
  const { climate, soil, area_ha: area, years, before, after } = inputs;
  return {
    case: id,
    raw: {
      ...{ climate: dashed(climate), soil: soilOf(soil), area, years },
      ...{ landBefore: landOf(before), ...levelsOf(before, 'Before') },
      ...{ landAfter: landOf(after), ...levelsOf(after, 'After') },
    },
    expected: {
      annual: expected.annual_change_t_c_ha_first_20_years * co2PerC,
      cumulative: expected.total_change_t_co2,
      stockBefore: expected.soc_before_t_ha,
      stockAfter: expected.soc_equilibrium_after_t_ha,
      referenceStock: expected.soc_ref_t_ha,
    },
  };
}

/** The example of the guidelines, with its own stock and land-use factor; its input factor is that of the table. */
function ofFactors(id: string, { inputs, expected }: FromFactors): GoldenInput {
  return {
    case: id,
    raw: {
      ...{ climate: 'tropical-moist', soil: 'low-activity-clay', area: inputs.area_ha, years: 1 },
      ...{ landBefore: 'long-term-cultivated', inputBefore: 'low', landAfter: 'forest' },
      ...{ ownStock: inputs.soc_ref_t_ha, ownFactorBefore: inputs.before.f_lu },
    },
    expected: {
      stockBefore: expected.soc_before_t_ha,
      stockAfter: expected.soc_after_t_ha,
      annual: expected.annual_change_t_c_ha * co2PerC,
      cumulative: expected.annual_change_t_c * co2PerC,
    },
  };
}

function ofNitrogen(id: string, { inputs, expected }: Nitrogen): readonly GoldenInput[] {
  return inputs.n_rates_kg_ha.map((nitrogen) => ({
    case: id,
    raw: { nitrogen, nitrogenClimate: 'wet' },
    expected: { annualN2o: (nitrogen * expected.kg_co2e_per_kg_n) / 1000 },
  }));
}

function ofGrassland(id: string, { inputs, expected }: Grassland): readonly GoldenInput[] {
  return inputs.cells.flatMap(({ climate, soil }, index) =>
    Object.entries(expected.cells[index]?.gain_t_co2_ha_yr ?? {}).map(([from, annual]) => ({
      case: id,
      raw: {
        ...{ climate: dashed(climate), soil: soilOf(soil), inputBefore: 'medium' },
        landBefore: `grassland-${dashed(from.replace('from_', ''))}`,
        ...{ landAfter: 'grassland-improved', inputAfter: 'high' },
      },
      expected: { annual },
    })),
  );
}

const wetlandZones: Readonly<Record<string, string>> = {
  Boreal: 'boreal-moist',
  'Cold temp moist': 'cool-temperate-moist',
  'Warm temp moist': 'warm-temperate-moist',
  'Tropical dry': 'tropical-dry',
  'Tropical wet': 'tropical-wet',
};

/** The reference takes the factor of cultivated temperate wetland soil in the tropics too. */
function ofWetland(id: string, { inputs, expected }: Wetland): readonly GoldenInput[] {
  return inputs.rows.map(({ zone }, index) => ({
    case: id,
    raw: {
      ...{ climate: wetlandZones[zone], soil: 'wetland', inputBefore: 'medium' },
      ...{ landAfter: 'rewetted-wetland', ownFactorBefore: inputs.f_lu.cultivated },
    },
    expected: {
      annual: expected.rows[index]?.gain_years_1_20 ?? Number.NaN,
      annualMethane: expected.rows[index]?.ch4_t_co2e_ha_yr ?? Number.NaN,
    },
  }));
}

const soils: Readonly<Record<string, string>> = { HAC: 'high-activity-clay', LAC: 'low-activity-clay' };

function soilOf(soil: string): string {
  return soils[soil] ?? soil;
}

function dashed(words: string): string {
  return words.replaceAll('_', '-');
}

function landOf({ system, land_use: use, management }: GoldenSystem): string {
  if (system === 'grassland') return `grassland-${dashed(management ?? 'nominal')}`;
  return dashed(use ?? system);
}

function levelsOf({ system, management, input }: GoldenSystem, when: 'Before' | 'After') {
  const isCrop = system === 'cropland';
  return {
    [`tillage${when}`]: isCrop ? dashed(management ?? 'full') : 'full',
    [`input${when}`]: dashed(input ?? 'medium'),
  };
}
