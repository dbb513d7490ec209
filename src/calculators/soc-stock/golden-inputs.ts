import type { RawInputs } from '../fields.ts';
import type { GoldenInput } from '../golden-input.ts';

/** What is read of a reference case of `golden/soc-stock`. */
interface GoldenCase {
  readonly id: string;
  readonly operation: string;
  readonly inputs: {
    readonly layers_lower_cm?: Numbers;
    readonly soc_g_kg?: Numbers;
    readonly fine_bd_g_cm3?: Numbers;
    readonly reference_layers_lower_cm?: Numbers;
    readonly reference_layer_mass_t_ha?: Numbers;
    readonly layers?: readonly SingleLayer[] | undefined;
  };
  readonly expected: {
    readonly fixed_depth?:
      | { readonly soil_mass_cum_t_ha: Numbers; readonly soc_stock_cum_t_ha: Numbers }
      | undefined;
    readonly esm_cubic_hyman?:
      | { readonly soc_stock_cum_t_ha: Numbers; readonly depth_reached_mm: Numbers }
      | undefined;
    readonly soc_stock_t_ha?: Numbers;
    readonly soc_stock_t_ha_if_zero?: number | undefined;
  };
}
type Numbers = readonly number[] | undefined;

interface SingleLayer {
  readonly thickness_cm: number;
  readonly soc_g_kg: number;
  readonly fine_earth_mass_per_total_volume_g_cm3?: number | undefined;
  readonly bulk_density_fine_earth_g_cm3?: number | undefined;
  readonly bulk_density_whole_sample_g_cm3?: number | undefined;
  readonly coarse_fragments_volume_percent?: number | null | undefined;
  readonly density_of_fragments_g_cm3?: number | undefined;
}

/** The reference cases as a reader would enter them; for tests only. Cases of single layers give one entry a layer. */
export function goldenInputs(cases: readonly GoldenCase[]): readonly GoldenInput[] {
  return cases.flatMap((one) => (one.operation === 'profile' ? [ofProfile(one)] : ofLayers(one)));
}

function ofProfile({ id, inputs, expected }: GoldenCase): GoldenInput {
  const { layers_lower_cm: lower = [], soc_g_kg: soc = [], fine_bd_g_cm3: density = [] } = inputs;
  const { reference_layers_lower_cm: limits = [], reference_layer_mass_t_ha: masses = [] } = inputs;
  const { fixed_depth: fixed, esm_cubic_hyman: hyman } = expected;
  return {
    case: id,
    raw: {
      reportingDepth: lower.at(-1),
      layers: lower.map((depth, index) => ({
        ...{ upper: lower[index - 1] ?? 0, lower: depth },
        ...{ soc: soc[index], bulkDensity: density[index] },
      })),
      reference: limits.map((depth, index) => ({ lower: depth, mass: masses[index] })),
    },
    expected: {
      stock: last(fixed?.soc_stock_cum_t_ha),
      mass: last(fixed?.soil_mass_cum_t_ha),
      esmStock: last(hyman?.soc_stock_cum_t_ha),
      esmDepth: last(hyman?.depth_reached_mm) / 10,
    },
  };
}

function last(numbers: Numbers): number {
  return numbers?.at(-1) ?? Number.NaN;
}

function ofLayers({ id, inputs, expected }: GoldenCase): readonly GoldenInput[] {
  return (inputs.layers ?? []).map((layer, index) => ({
    case: id,
    raw: rawOfLayer(layer),
    expected: { stock: expected.soc_stock_t_ha?.[index] ?? expected.soc_stock_t_ha_if_zero ?? Number.NaN },
  }));
}

function rawOfLayer(layer: SingleLayer): RawInputs {
  const { thickness_cm: lower, soc_g_kg: soc, coarse_fragments_volume_percent: fragments = null } = layer;
  const total = layer.fine_earth_mass_per_total_volume_g_cm3;
  const whole = layer.bulk_density_whole_sample_g_cm3;
  const bulkDensity = total ?? whole ?? layer.bulk_density_fine_earth_g_cm3;
  const stones = layer.density_of_fragments_g_cm3;
  return {
    reportingDepth: lower,
    densityBasis: total !== undefined ? 'total-volume' : whole !== undefined ? 'whole-soil' : 'fine-earth',
    ...(stones === undefined ? {} : { stoneDensity: stones }),
    layers: [{ upper: 0, lower, soc, bulkDensity, fragments }],
  };
}
