import type { GoldenInput } from '../golden-input.ts';

interface GoldenMonth {
  readonly temp_c: number;
  readonly rain_mm: number;
  readonly pan_evap_mm: number;
  readonly c_input_t_ha: number;
  readonly fym_input_t_ha: number;
  readonly plant_cover: number;
  readonly dpm_rpm: number;
}

/** A case of golden/rothc/cases.json: a year to balance, then months. */
export interface GoldenCase {
  readonly id: string;
  readonly inputs: {
    readonly soil: { readonly clay_pct: number; readonly depth_cm: number; readonly iom_t_ha: number };
    readonly spinup_12_months: readonly GoldenMonth[];
    readonly run_months: readonly GoldenMonth[];
  };
  readonly expected: {
    readonly equilibrium: { readonly soc: number };
    readonly checkpoints: readonly { readonly soc: number; readonly co2_c_cum: number }[];
  };
}

const plants = new Map([
  [1.44, 'crops'],
  [0.67, 'grassland'],
  [0.25, 'woodland'],
]);

/** Golden cases as they are typed into the form; those that it cannot say, such as ratios by month, are left out. */
export function goldenInputs(cases: readonly GoldenCase[]): readonly GoldenInput[] {
  return cases.flatMap((one): GoldenInput[] => {
    const { soil, spinup_12_months: before, run_months: run } = one.inputs;
    const after = run.slice(0, 12);
    const [landBefore, landAfter] = [plantsOf(before), plantsOf(run)];
    const { equilibrium, checkpoints } = one.expected;
    const last = checkpoints.at(-1);
    if (landBefore === null || landAfter === null || last === undefined) return [];
    const raw = {
      depth: String(soil.depth_cm),
      clay: String(soil.clay_pct),
      inert: String(soil.iom_t_ha),
      ...{ landBefore, landAfter },
      years: String(run.length / 12),
      months: before.map((month, index) => ({
        temperature: String(month.temp_c),
        rain: String(month.rain_mm),
        evaporation: String(month.pan_evap_mm),
        plantBefore: String(month.c_input_t_ha),
        coverBefore: coverOf(month),
        plantAfter: String(after[index]?.c_input_t_ha ?? ''),
        coverAfter: coverOf(after[index]),
      })),
      manure: before.flatMap(({ fym_input_t_ha: manure }, index) => {
        const later = after[index]?.fym_input_t_ha ?? 0;
        return manure === 0 && later === 0
          ? []
          : [{ month: String(index + 1), before: String(manure), after: String(later) }];
      }),
    };
    const expected = { startStock: equilibrium.soc, endStock: last.soc, respired: last.co2_c_cum };
    return [{ case: one.id, raw, expected }];
  });
}

/** The plants whose ratio all months have; null where there are none. */
function plantsOf(months: readonly GoldenMonth[]): string | null {
  const ratios = new Set(months.map((month) => month.dpm_rpm));
  const [only = Number.NaN] = ratios;
  return ratios.size === 1 ? (plants.get(only) ?? null) : null;
}

function coverOf(month: GoldenMonth | undefined): string {
  return month?.plant_cover === 1 ? 'covered' : 'bare';
}
