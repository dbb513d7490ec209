import type { RawInputs } from '../fields.ts';
import type { GoldenInput } from '../golden-input.ts';

/** What is read of a reference case of `golden/blue-carbon`. */
interface GoldenCase {
  readonly id: string;
  readonly operation: string;
  readonly inputs: {
    readonly system?: string | undefined;
    readonly climate?: string | null | undefined;
    readonly area_ha?: number | undefined;
    readonly years?: number | undefined;
    readonly salinity_ppt?: number | undefined;
    readonly replanted?: boolean | undefined;
    readonly baseline_drained?: boolean | undefined;
    readonly cover_percent?: number | undefined;
    readonly soil_stock_start_t_c_ha?: number | undefined;
    readonly agb_start_t_dm_ha?: number | undefined;
    readonly agb_ceiling_t_dm_ha?: number | undefined;
  };
  readonly expected: object;
}

const figures = {
  net: 'net_removal_t_co2e',
  soil: 'soil_removal_t_co2',
  biomass: 'biomass_removal_t_co2',
  methane: 'ch4_t_co2e',
  avoided: 'avoided_drainage_t_co2',
} as const;

/** The reference projects as a reader would enter them, all with the default potentials; for tests only. */
export function goldenInputs(cases: readonly GoldenCase[]): readonly GoldenInput[] {
  return cases
    .filter(({ operation }) => operation === 'project')
    .map(({ id, inputs, expected }) => {
      const numbers: Readonly<Record<string, number>> = Object.fromEntries(Object.entries(expected));
      return {
        case: id,
        raw: rawOf(inputs),
        expected: Object.fromEntries(
          Object.entries(figures).map(([figure, key]) => [figure, numbers[key] ?? Number.NaN]),
        ),
      };
    });
}

function rawOf(inputs: GoldenCase['inputs']): RawInputs {
  return {
    system: inputs.system?.replace('_', '-'),
    climate: inputs.climate?.replace('_', '-') ?? 'none',
    area: inputs.area_ha,
    years: inputs.years,
    salinity: inputs.salinity_ppt,
    planting: inputs.replanted ? 'replanted' : 'unaided',
    baseline: inputs.baseline_drained ? 'drained' : 'not-drained',
    cover: inputs.cover_percent,
    soilStock: inputs.soil_stock_start_t_c_ha,
    aboveground: inputs.agb_start_t_dm_ha,
    biomassCeiling: inputs.agb_ceiling_t_dm_ha ?? '',
  };
}
